"""A rule file: what it stands for, and its faults at their line."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from contract_lint.findings.rulefile import read_rule, rule_of
from contract_lint.model import Effect, Fault, Gate, Rule, Severity

GOOD = """\
title: {nl: Lang, en: Long}
family: notice-period
given: notice_period
when: length > 1 month
applies: {not_sector: [insurance]}
severity:
  "audience != consumer": note
  default: error
basis:
  - cite: art. 6:237 sub o BW
    url: https://wetten.overheid.nl/BWBR0005289
    checked: 2026-11-22
    note: grey list
message: {nl: "Opzeggen duurt {length}.", en: "Notice is {length|too long}."}
why:
  nl: >-
    Een lange
    termijn.
  en: A long notice.
rewrite:
  effect: rights
  of: length
  to: {nl: een maand, en: one month}
examples:
  nl: {unfair: ["[[drie maanden]]"], fair: [een maand]}
example_profile: {sector: energy}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "mine" / "long-notice.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def loaded(folder: Path, text: str) -> Rule:
    path = written(folder, text)
    return rule_of(read_rule(path), path)


def test_a_rule_is_what_its_file_says(tmp_path):
    rule = loaded(tmp_path, GOOD)
    assert (rule.id, rule.ruleset, rule.family) == ("long-notice", "mine", "notice-period")
    assert rule.given == {"": "notice_period"}
    assert rule.applies == Gate(not_sector=("insurance",))
    assert [level for _, level in rule.severity] == [Severity.NOTE, Severity.ERROR]
    assert rule.why == {"nl": "Een lange termijn.", "en": "A long notice."}
    assert rule.rewrite
    assert rule.rewrite.effect is Effect.RIGHTS
    assert (rule.rewrite.of, rule.rewrite.to["en"]) == ("length", "one month")
    assert rule.examples["nl"].unfair == ("[[drie maanden]]",)
    assert rule.example_profile == {"sector": "energy"}
    assert rule.basis[0].checked == "2026-11-22"


def test_a_severity_that_is_not_given_is_a_warning(tmp_path):
    text = GOOD.replace("  default: error\n", "")
    assert [level for _, level in loaded(tmp_path, text).severity] == [Severity.NOTE, Severity.WARNING]


def test_the_default_severity_stands_last_wherever_it_is_written(tmp_path):
    text = GOOD.replace("  default: error\n", "").replace("severity:\n", "severity:\n  default: error\n")
    assert [level for _, level in loaded(tmp_path, text).severity] == [Severity.NOTE, Severity.ERROR]


def test_two_facts_are_given_by_name(tmp_path):
    text = GOOD.replace("given: notice_period", "given: {ours: notice_period, theirs: notice_period}")
    text = text.replace("when: length > 1 month", "when: ours.length > theirs.length")
    text = text.replace("{length}", "{ours.length}").replace("{length|too long}", "{theirs.length}")
    rule = loaded(tmp_path, text.replace("of: length", "of: ours.length"))
    assert rule.given == {"ours": "notice_period", "theirs": "notice_period"}


def test_a_rule_about_something_missing_is_given_nothing(tmp_path):
    text = GOOD.replace("given: notice_period\n", "").replace("length > 1 month", "absent(notice_period)")
    text = text.replace("{length}", "lang").replace("{length|too long}", "long")
    text = text.replace("  of: length\n  to:", "  insert:")
    assert loaded(tmp_path, text).given == {}


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("family: notice-period\n", "", 1, '"family" is missing here'),
        ("family:", "famly:", 2, "famly"),
        ("en: Long}", "de: Long}", 1, "en"),
        ("default: error", "default: fatal", 8, "fatal"),
        ("effect: rights", "effect: right", 21, "right"),
        ("given: notice_period", "given: notice_perod", 3, 'no fact kind "notice_perod"'),
        ("when: length > 1 month", "when: lenth > 1 month", 4, 'has no field "lenth"'),
        ("when: length > 1 month", "when: length > 1 mnth", 4, "this is no condition"),
        (
            "when: length > 1 month",
            "when: theirs.length > 1 month",
            4,
            '"theirs" is not among the given facts',
        ),
        ("when: length > 1 month", "when: present(notice) and length > 1 month", 4, 'no fact kind "notice"'),
        (
            "when: length > 1 month",
            "when: 'near(free_exit: lenth > 1 day)'",
            4,
            '"free_exit" has no field "lenth"',
        ),
        ("family: notice-period", "title: {nl: Twee, en: Two}", None, "is given twice"),
        ("applies: {", "applies: {{", 6, "not YAML"),
    ],
)
def test_a_fault_is_told_at_its_line(tmp_path, old, new, line, said):
    assert old in GOOD
    with pytest.raises(Fault) as fault:
        loaded(tmp_path, GOOD.replace(old, new, 1))
    assert said in str(fault.value)
    place = str(fault.value).split(": ")[0]
    assert "long-notice.yaml" in place
    assert line is None or place.endswith(f":{line}")


@pytest.mark.parametrize("field", ["lenth", "ours.length", "length,amount"])
def test_a_message_names_only_fields_of_its_facts(tmp_path, field):
    with pytest.raises(Fault, match=r"has a field|has no field|no given fact"):
        loaded(tmp_path, GOOD.replace("{length}", "{" + field + "}"))


def test_the_words_for_a_missing_value_may_be_empty(tmp_path):
    assert "{length|}" in loaded(tmp_path, GOOD.replace("{length}", "{length|}")).message["nl"]


def test_no_and_on_are_words(tmp_path):
    rule = loaded(tmp_path, GOOD.replace("nl: een maand, en: one month", "nl: on, en: no"))
    assert rule.rewrite
    assert rule.rewrite.to == {"nl": "on", "en": "no"}


def test_the_good_file_is_plain_yaml():
    assert textwrap.dedent(GOOD) == GOOD
