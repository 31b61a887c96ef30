"""The order of the rooms, with stand-ins for what happens inside them; and the call for Python."""

import inspect
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

import contract_lint
from contract_lint import clauses, documents, facts, findings, pipeline
from contract_lint.model import Contract, Document, Profile, Report, Trait, Unread
from contract_lint.pipeline import Options

SCAN = Unread("page", "a picture", 3)
TOLD = Trait("unknown", "")
PROFILE = Profile(TOLD, TOLD, TOLD)
RULE, MINE = SimpleNamespace(id="a-rule", given={}), SimpleNamespace(id="mine", given={})


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict:
    """What each room was asked; every room answers with something simple."""
    seen = {"language": "nl"}

    def read(source, name, wanted):
        seen["read"] = (source, name)
        seen["wanted"] = wanted
        return Document(name or str(source), "text", "", (), (), (SCAN,))

    def divide(document, language=None):
        seen["divide"] = language
        return Contract(document, language or seen["language"], ())

    def load_rules(*given, named):
        seen["load"] = given
        return (RULE,)

    def infer_profile(contract, *given, language):
        seen["profile"] = (*given, language)
        return PROFILE

    def bench_of(contract, found, profile, report_language):
        return tuple(found), profile, report_language

    def judge(bench, rules):
        found, profile, report_language = bench
        seen["judge"] = (found, rules, profile, report_language)
        return (), ()

    monkeypatch.setattr(documents, "read", read)
    monkeypatch.setattr(clauses, "divide", divide)
    monkeypatch.setattr(facts, "find", lambda contract: ("a fact",))
    monkeypatch.setattr(findings, "bench_of", bench_of)
    for name, room in (("load_rules", load_rules), ("infer_profile", infer_profile), ("judge", judge)):
        monkeypatch.setattr(findings, name, room)
    return seen


def test_every_room_gets_what_it_needs(asked):
    report = contract_lint.lint(
        b"text",
        audience="consumer",
        sector="telecom",
        concluded="online",
        language="en",
        rulesets=["one"],
        select=["two"],
        ignore=["three"],
        tracked="original",
        name="terms.md",
    )
    assert asked["read"] == (b"text", "terms.md")
    assert asked["wanted"].tracked == "original"
    assert asked["divide"] == "en"
    assert asked["load"] == (("one",), ("two",), ("three",))
    assert asked["profile"] == ("consumer", "telecom", "online", None, None, "en")
    assert asked["judge"][:3] == (("a fact",), (RULE,), PROFILE)
    assert isinstance(report, Report)
    assert (report.path, report.profile, report.unread) == ("terms.md", PROFILE, (SCAN,))


def test_a_path_may_be_a_string(asked):
    contract_lint.lint("map/terms.md")
    assert asked["read"] == (Path("map/terms.md"), None)


@pytest.mark.parametrize(
    ("contract", "report", "spoken"),
    [("nl", None, "nl"), ("en", None, "en"), ("en", "nl", "nl"), ("unknown", None, "en")],
)
def test_the_report_speaks_the_contracts_language_unless_asked_otherwise(asked, contract, report, spoken):
    asked["language"] = contract
    pipeline.lint(b"", Options(report_language=report))
    assert asked["judge"][3] == spoken


def test_a_text_in_another_language_is_not_taken_for_fair(asked):
    asked["language"] = "unknown"
    report = pipeline.lint(b"")
    assert report.unread == (SCAN, Unread("document", "the text is neither Dutch nor English"))


def test_rules_are_loaded_once_for_many(asked):
    pipeline.lint(b"", rules=(MINE,))
    assert "load" not in asked
    assert asked["judge"][1] == (MINE,)


def test_the_call_for_python_knows_every_option():
    typed = set(re.findall(r"^        (\w+): ", inspect.getsource(contract_lint), re.MULTILINE))
    assert set(Options.__dataclass_fields__) == typed


def test_the_call_for_python_takes_lists_and_refuses_what_it_does_not_know():
    text = b"1. De overeenkomst wordt telkens stilzwijgend verlengd met een jaar.\n"
    report = contract_lint.lint(
        text, language="nl", select=["tacit-renewal"], severity={"tacit-renewal": "note"}
    )
    assert {(finding.family, str(finding.severity)) for finding in report.findings} == {
        ("tacit-renewal", "note")
    }
    with pytest.raises(TypeError, match="audiense"):
        contract_lint.lint(text, audiense="consumer")
