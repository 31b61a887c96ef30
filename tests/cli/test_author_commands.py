"""`rules new`, `rules test`, `--rules` and `schema rules`: what a rule author runs."""

import json
from pathlib import Path

import pytest

from contract_lint.cli import examining, settling
from contract_lint.findings import SCAFFOLD, SCHEMA

FACTS = '[own_pets]\nabout = "Somebody may not keep pets."\nfields = { party = "party" }\n'
RULE = """\
title: {nl: Geen huisdieren, en: No pets}
family: pets
given: own_pets
when: party != supplier
severity: {default: warning}
basis: [{cite: our own norm, checked: 2026-01-01}]
message: {nl: Huisdieren zijn verboden., en: Pets are forbidden.}
why: {nl: Een hond maakt blij., en: A dog makes happy.}
examples:
  nl:
    unfair: ["De huurder mag [[geen hond houden]]."]
    fair: ["De huurder mag een hond houden.", "De verhuurder mag geen hond houden."]
"""


@pytest.fixture
def house(run) -> Path:
    """A folder `house` with a rule and grammar of one's own, below the folder of the run."""
    files = {
        "facts.toml": FACTS,
        "grammars/nl/lexicon/pets.lark": "OWN_PET.8: /hond/\nOWN_KEEP.8: /houden/\nOWN_NO.8: /geen/\n",
        "grammars/nl/own_pets.lark": "start: OWN_NO OWN_PET OWN_KEEP\n",
        "no-pets.yaml": RULE,
    }
    for name, text in files.items():
        change(Path("house") / name, text)
    return Path("house")


@pytest.fixture
def linting(run, monkeypatch):
    """The command line with the real pipeline behind `check`."""
    from contract_lint import pipeline

    monkeypatch.setattr(examining, "lint", pipeline.lint)
    monkeypatch.setattr(settling, "load", pipeline.load)
    return run


def change(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_a_new_rule_works_and_is_never_overwritten(run):
    told = run("rules", "new", "my-rule", "--ruleset", "own/rulesets/house")
    assert told.exit_code == 0
    path = Path("own/rulesets/house/my-rule.yaml")
    assert path.read_text("utf-8") == SCAFFOLD.read_text("utf-8")
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=rule.schema.json\n")
    assert path.with_name("rule.schema.json").read_text("utf-8") == SCHEMA.read_text("utf-8")
    assert run("rules", "test", "own").stdout == "1 rule, 5 examples: 5 go as the author says\n"
    path.write_text("mine", "utf-8")
    again = run("rules", "new", "my-rule", "--ruleset", "own/rulesets/house")
    assert (again.exit_code, path.read_text("utf-8")) == (2, "mine")
    assert "is there already" in again.stderr


def test_a_schema_of_somebody_else_is_left_alone(run):
    Path("rule.schema.json").write_text("{}")
    assert run("rules", "new", "my-rule").exit_code == 0
    assert Path("rule.schema.json").read_text() == "{}"


@pytest.mark.parametrize("name", ["My-Rule", "my_rule", "../x", "a/b", "-x", "x-", "1x"])
def test_a_name_for_a_rule(run, name):
    told = run("rules", "new", "--", name)
    assert told.exit_code == 2
    assert "no name for a rule" in told.stderr
    assert list(Path().iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(run):
    Path("file").write_text("")
    told = run("rules", "new", "my-rule", "--ruleset", "file/sub")
    assert told.exit_code == 2
    assert "internal" not in told.stderr


@pytest.mark.parametrize("path", ["house", "house/no-pets.yaml"])
def test_examples_that_go_well(run, house, path):
    told = run("rules", "test", path)
    assert (told.exit_code, told.stdout) == (0, "1 rule, 3 examples: 3 go as the author says\n")


def test_a_failing_example_shows_what_was_seen_and_what_was_missing(run, house):
    change(house / "no-pets.yaml", RULE.replace("[[geen hond houden]]", "geen hond"))
    told = run("rules", "test", "house")
    assert told.exit_code == 1
    assert (
        "no-pets nl unfair example 1  should be found, but is not\n  De huurder mag geen hond.\n"
        in told.stdout
    )
    assert 'OWN_NO "geen", OWN_PET "hond"' in " ".join(told.stdout.split())
    assert 'took OWN_NO "geen", OWN_PET "hond"; then wanted OWN_KEEP' in " ".join(told.stdout.split())
    assert told.stdout.endswith("1 rule, 3 examples: 2 go as the author says, 1 not\n")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("party != supplier", "party == both", ["is not", "fact own_pets", "not true party == both"]),
        ("{audience: [consumer]}", "{audience: [business]}", ["is kept back", "set example_profile"]),
        ("[[geen hond houden]]", "[[geen hond]] dragen", ["is not", "wanted OWN_KEEP"]),
        (
            "mag een hond",
            "mag geen hond",
            ["fair example 1 should pass, but is found", 'underlined "geen hond'],
        ),
    ],
)
def test_why_an_example_fails(run, house, old, new, said):
    text = RULE.replace("given:", "applies: {audience: [consumer]}\ngiven:")
    assert old in text
    change(house / "no-pets.yaml", text.replace(old, new, 1))
    told = " ".join(run("rules", "test", "house").stdout.split())
    for words in said:
        assert words in told


def test_words_that_are_not_underlined_are_told(run, house):
    change(house / "no-pets.yaml", RULE.replace("mag [[geen", "[[mag geen"))
    told = run("rules", "test", "house")
    assert "is found, but not all of the marked words are underlined" in " ".join(told.stdout.split())
    assert 'underlined  "geen hond houden"' in told.stdout


def test_a_rule_without_examples_is_not_taken_to_work(run, house):
    change(house / "no-pets.yaml", RULE.partition("examples:")[0])
    told = run("rules", "test", "house")
    assert told.exit_code == 1
    assert "no-pets  has no unfair example" in told.stdout


def test_all_faults_are_told_at_once_with_paths_as_one_writes_them(linting, house):
    change(house / "no-pets.yaml", RULE.replace("supplier", "suplier").replace("family", "famly"))
    change(house / "second.yaml", RULE.replace("own_pets", "own_pet"))
    change(house / "grammars/nl/own_pets.lark", "start: OWN_NOO OWN_PET OWN_KEEP\n")
    for command in (
        ("rules", "test", "house"),
        ("check", "--rules", "house", "a.txt"),
        ("rules", "--rules", "house"),
    ):
        told = linting(*command)
        assert told.exit_code == 2
        assert told.stderr.startswith("Error: house/grammars/nl/own_pets.lark:1: ")
        for words in (
            "did you mean OWN_NO",
            'house/no-pets.yaml:2: there is no setting "famly" here; did you mean family?',
            'house/second.yaml:3: no fact kind "own_pet"; did you mean own_pets?',
        ):
            assert words in told.stderr


TERMS = "1. De huurder mag geen hond houden.\n2. Opzeggen kan met een opzegtermijn van drie maanden.\n"


def test_own_rules_are_checked_beside_ours(linting, house):
    Path("terms.txt").write_text(TERMS)
    told = json.loads(linting("check", "--rules", "house", "--format", "json", "terms.txt").stdout)
    found = {(finding["ruleset"], finding["rule"]) for finding in told["documents"][0]["findings"]}
    assert {("house", "no-pets"), ("nl-consumer", "notice-over-one-month")} <= found
    alone = linting("check", "--rules", "house", "--ruleset", "house", "--format", "json", "terms.txt").stdout
    assert [finding["rule"] for finding in json.loads(alone)["documents"][0]["findings"]] == ["no-pets"]
    without = json.loads(linting("check", "--format", "json", "terms.txt").stdout)
    assert "no-pets" not in {finding["rule"] for finding in without["documents"][0]["findings"]}


def test_own_rules_are_listed_explained_and_read(run, house):
    Path("terms.txt").write_text(TERMS)
    assert "  no-pets" in run("rules", "--rules", "house").stdout
    assert run("explain", "no-pets", "--rules", "house").stdout.startswith("no-pets  (house, pets)\n")
    assert "own_pets" in run("facts", "--rules", "house", "terms.txt").stdout
    assert "own_pets" not in run("facts", "terms.txt").stdout


def test_own_rules_of_the_settings_are_listed_and_explained(run, house, monkeypatch):
    Path(".contract-lint.toml").write_text('rules = ["house"]\nignore = ["pets"]\n')
    Path("deeper").mkdir()
    for folder in (".", "deeper"):
        monkeypatch.chdir(folder)
        assert "  no-pets" in run("rules").stdout  # also what is ignored: there it is looked up
        assert run("explain", "no-pets").stdout.startswith("no-pets  (house, pets)\n")
    assert "no-pets" not in run("rules", "--isolated").stdout
    assert run("explain", "no-pets", "--isolated").exit_code == 2


def test_own_rules_of_other_settings_are_listed_and_explained(run, house):
    Path("other.toml").write_text('rules = ["house"]\n')
    assert "  no-pets" in run("rules", "--config", "other.toml").stdout
    assert run("explain", "no-pets", "--config", "other.toml").exit_code == 0


def test_a_fault_in_the_settings_is_told_by_the_list_of_rules(run):
    Path(".contract-lint.toml").write_text('rules = ["gone"]\n')
    told = run("rules")
    assert told.exit_code == 2
    assert "gone: there is no such file or folder" in told.stderr


def test_a_path_that_is_not_there_is_told(run):
    told = run("rules", "test", "gone")
    assert (told.exit_code, told.stderr) == (2, "Error: gone: there is no such file or folder\n")


def test_an_unknown_author_command_is_told_with_the_nearest(run):
    told = run("rules", "tets")
    assert told.exit_code == 2
    assert 'there is no command "rules tets"; did you mean "rules test"?' in told.stderr


def test_the_schema_of_rules(run):
    assert run("schema", "rules").stdout == SCHEMA.read_text("utf-8")


def test_muted_findings_are_listed_for_who_asks(linting):
    Path("terms.txt").write_text(TERMS)
    given = ("check", "--sector", "residential-rent", "--select", "notice-over-one-month", "terms.txt")
    assert linting(*given).stdout == ""
    told = linting(*given, "--show-muted")
    assert told.exit_code == 0
    assert told.stdout.startswith("terms.txt  niet gemeld: 1\n  terms.txt:2:")
    assert "art. 2  notice-over-one-month\n" in told.stdout
    assert '"opzegtermijn van drie maanden": sector' in told.stdout
    report = json.loads(linting(*given, "--format", "json", "--show-muted").stdout)
    assert len(report["documents"][0]["muted"]) == 1


def test_a_shipped_rule_can_be_tested_where_it_stands(run):
    from contract_lint.shipped import shipped

    path = shipped("rulesets") / "nl-consumer" / "notice-over-one-month.yaml"
    told = run("rules", "test", str(path))
    assert told.stdout.startswith("1 rule, ")
    assert told.exit_code == 0
    listed = run("rules", "--rules", str(path)).stdout
    assert listed.count("\n  notice-over-one-month ") == 1
