"""What an author gets to see: faults in conditions and files, the schema, and what does not hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from contract_lint.clauses import divide
from contract_lint.documents import read
from contract_lint.facts import find
from contract_lint.findings import (
    SCAFFOLD,
    SCHEMA,
    bench_of,
    infer_profile,
    load_rules,
    read_own_rules,
    unmet,
)
from contract_lint.findings.checking import faults
from contract_lint.findings.conditions import parse
from contract_lint.findings.reasons import written
from contract_lint.findings.rulefile import read_rule, rule_of
from contract_lint.findings.ruleschema import printed
from contract_lint.model import Fault, Rule
from contract_lint.shipped import extended, shipped

FILES = sorted(shipped("rulesets").glob("*/*.yaml"))
GIVEN = {"": "notice_period"}


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (
            "party == suplier",
            ['"party" is never "suplier"', "did you mean supplier", "both, customer, supplier"],
        ),
        ("audience == consumr", ['"audience" is never "consumr"', "did you mean consumer"]),
        ("concluded in [online, fone]", ['"concluded" is never "fone"', "phone"]),
        ("sector == telcom", ["did you mean telecom"]),
        ("length > 1 EUR", ['"length" is compared with a length of time, such as 1 month, not with 1 EUR']),
        ("length > 1", ["such as 1 month, not with 1"]),
        ("length == long", ['not with "long"']),
        ("party > 3", ['"party" is compared with names, not with 3']),
        ("ceiling == yes", ['write "ceiling" or "not ceiling"']),
        ("near(exit_fe)", ['no fact kind "exit_fe"', "did you mean exit_fee"]),
        ("near(exit_fee: share > 1 month)", ["a percentage, such as 1%"]),
        ("lenght > 1 month", ['"notice_period" has no field "lenght"', "did you mean length"]),
        ("ours.length > 1 month", ['"ours" is not among the given facts']),
        ("near(cancellation_form: channels has emial)", ['"channels" is never "emial"']),
    ],
)
def test_a_name_that_means_nothing_is_told_with_the_nearest(condition: str, said: list[str]) -> None:
    told = " ".join(faults(parse(condition), GIVEN))
    for words in said:
        assert words in told


@pytest.mark.parametrize(
    "condition",
    [
        "length > 0 and not ceiling",
        "length > 1 month and party != supplier",
        "audience in [consumer, small-business] and sector != unknown",
        "near(exit_fee: share >= 10% or amount > 50 EUR)",
        "absent(writing_includes_email)",
    ],
)
def test_a_condition_that_means_something_has_no_faults(condition: str) -> None:
    assert list(faults(parse(condition), GIVEN)) == []


def test_what_may_stand_at_a_mistake_is_told() -> None:
    with pytest.raises(Fault, match="months") as fault:
        parse("length > 2 monts")
    assert "length > 2 monts\n           ^" in str(fault.value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_condition_can_be_written_again(path: Path) -> None:
    file = read_rule(path)
    for text in (file.when, *(when for when in file.severity if when != "default")):
        assert parse(written(parse(text))) == parse(text)


def test_the_schema_is_made_of_the_struct(request: pytest.FixtureRequest) -> None:
    """`pytest --accept` writes it anew."""
    if request.config.getoption("--accept"):
        SCHEMA.write_text(printed(), "utf-8")
    assert SCHEMA.read_text("utf-8") == printed()


def plain(path: Path) -> object:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("path", [*FILES, SCAFFOLD], ids=lambda path: path.stem)
def test_every_rule_follows_the_schema(path: Path) -> None:
    validator = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    assert [error.message for error in validator.iter_errors(plain(path))] == []


def own(folder: Path, old: str = "", new: str = "") -> Path:
    path = folder / "house" / "own-notice.yaml"
    path.parent.mkdir(exist_ok=True)
    text = SCAFFOLD.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("why:", "whyy:", '"whyy" here; did you mean why'),
        ("family: notice-period", "", '"family" is missing'),
        (
            "default: warning",
            "default: eror",
            '"eror" cannot stand here; did you mean error? allowed: error, note',
        ),
        ("effect: rights", "effect: right", "did you mean rights"),
        ("audience: [consumer,", "audience: [consumr,", "did you mean consumer"),
        ("checked: 2026", "chekced: 2026", "did you mean checked"),
        ("when: length > 2 months", "when: [a]\n#", "here should stand words, not a list"),
        ("  en:\n    unfair:", "  de:\n    unfair:", '"de" here; allowed: en, nl'),
        ("of: length", "of: length\n  begins: {nl: per, en: by}", "a `sentence` should replace the whole"),
        ("of: length", "of: lenght", 'no given fact has a field "lenght"; did you mean length'),
        (
            "{length} van",
            "{lengte} van",
            'the message names "lengte", which no given fact has; did you mean length',
        ),
        (
            "consumer, small-business]",
            "consumer], sector: [telcom]",
            'no sector "telcom"; did you mean telecom',
        ),
    ],
)
def test_a_fault_in_a_file_is_told_with_what_is_allowed(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    with pytest.raises(Fault) as fault:
        read_rule(own(tmp_path, old, new))
    assert said in str(fault.value)


def test_every_fault_of_a_file_is_told_at_its_own_line(tmp_path: Path) -> None:
    path = own(tmp_path, "why:", "whyy:")
    text = path.read_text("utf-8").replace("default: warning", "default: wrning")
    path.write_text(text, "utf-8")
    with pytest.raises(Fault) as fault:
        read_rule(path)
    lines = [number for number, line in enumerate(text.splitlines(), 1) if "wrning" in line or "whyy" in line]
    assert [told.split(":")[1] for told in fault.value.told] == [str(line) for line in lines]


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("# nothing\n")
    with pytest.raises(Fault, match="the file is empty"):
        read_rule(tmp_path / "x.yaml")


def test_own_rules_stand_beside_ours(tmp_path: Path) -> None:
    with extended([own(tmp_path)]):
        assert [rule.ruleset for rule in load_rules(("house",))] == ["house"]
        assert len(load_rules()) == len(FILES) + 1
        assert read_own_rules()[0].examples
    assert len(load_rules()) == len(FILES)


@pytest.mark.parametrize("layout", ["rulesets/house/own-notice.yaml", "own-notice.yaml", "own-notice.yml"])
def test_where_own_rules_may_stand(tmp_path: Path, layout: str) -> None:
    (tmp_path / layout).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / layout).write_text(SCAFFOLD.read_text("utf-8"), "utf-8")
    with extended([tmp_path]):
        assert [rule.id for rule in read_own_rules()] == ["own-notice"]


def test_a_name_that_is_taken_is_told(tmp_path: Path) -> None:
    path = own(tmp_path)
    taken = path.with_name(FILES[0].name)
    path.rename(taken)
    with extended([tmp_path / "house"]), pytest.raises(Fault, match=r"already, in .*another name"):
        load_rules()


@pytest.mark.parametrize(
    ("when", "text", "false"),
    [
        ("length > 2 months and party != supplier", "De klant zegt op met een opzegtermijn van één maand.",
         ("length > 2 months",)),
        ("length > 2 months and party != supplier and (before_end or ceiling)",
         "De leverancier zegt op met een opzegtermijn van één maand.",
         ("length > 2 months", "party != supplier", "before_end or ceiling")),
        ("length > 2 months", "De klant betaalt.", ()),
    ],
)  # fmt: skip
def test_what_does_not_hold(tmp_path: Path, when: str, text: str, false: tuple[str, ...]) -> None:
    path = own(tmp_path, "when: length > 2 months and party != supplier", f"when: {when}")
    rule: Rule = rule_of(read_rule(path), path)
    contract = divide(read(text.encode(), name="terms.txt"), "nl")
    bench = bench_of(contract, find(contract), infer_profile(contract))
    assert unmet(rule, bench) == false
