"""`rules`, `explain` and `schema`, on the rules that ship."""

import json

import pytest

from contract_lint.cli import options
from contract_lint.findings import AUDIENCES, CONCLUDED
from contract_lint.reports.json import SCHEMA


@pytest.fixture
def rules(run) -> list[dict]:
    return json.loads(run("rules", "--format", "json").stdout)


def test_every_rule_has_a_page_in_both_languages(run, rules):
    assert rules
    for rule in rules:
        for language in ("nl", "en"):
            result = run("explain", rule["id"], "--report-language", language)
            assert result.exit_code == 0
            assert result.stdout.startswith(f"{rule['id']}  ({rule['ruleset']}, {rule['family']})\n")
            assert rule["title"][language] in result.stdout


def test_an_unknown_rule_is_told_with_the_nearest(run, rules):
    name = rules[0]["id"]
    result = run("explain", name + "x")
    assert result.exit_code == 2
    assert name in result.stderr


@pytest.mark.parametrize("flag", ["--select", "--ignore", "--ruleset"])
def test_an_unknown_name_is_told(run, flag):
    result = run("rules", flag, "no-such-name")
    assert result.exit_code == 2
    assert "no-such-name" in result.stderr


def test_the_list_for_people(run, rules):
    told = run("rules").stdout
    for rule in rules:
        assert f"  {rule['id']} " in told


def test_rules_can_be_chosen(run, rules):
    family = rules[0]["family"]
    chosen = json.loads(run("rules", "--format", "json", "--select", family).stdout)
    assert {rule["family"] for rule in chosen} == {family}


def test_the_schema(run):
    assert run("schema").stdout == SCHEMA.read_text("utf-8")


@pytest.mark.parametrize(
    ("env", "asked", "language"),
    [
        ({}, "auto", "en"),
        ({"LANG": "nl_NL.UTF-8"}, "auto", "nl"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "C"}, "auto", "en"),
        ({"LANG": "nl_NL.UTF-8"}, "en", "en"),
    ],
)
def test_a_page_speaks_the_readers_language(monkeypatch, env, asked, language):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert options.reader_language(asked) == language


def test_the_options_offer_what_the_rules_know(run):
    told = run("check", "--help").stdout
    assert f"[{'|'.join(AUDIENCES)}]" in told
    assert f"[{'|'.join(CONCLUDED)}]" in told
