"""The examples of every rule, executed.

An unfair example must raise its rule. Words marked with [[ ]] must lie inside one place that the
findings underline; the underlined place may be longer, never shorter. A fair example must not raise its
rule. Each is read as a small contract of its own, in its own language, by the profile `example_profile`.
"""

from __future__ import annotations

import pytest
from executed import Example, judged, places

from contract_lint.findings import find_rule, load_rules
from contract_lint.model import Rule

RULES = [find_rule(rule.id) for rule in load_rules()]


def cases(kind: str) -> list:
    return [
        pytest.param(rule, language, text, id=f"{rule.id}-{language}-{number}")
        for rule in RULES
        for language, examples in rule.examples.items()
        for number, text in enumerate(getattr(examples, kind), 1)
    ]


@pytest.mark.parametrize(("rule", "language", "text"), cases("unfair"))
def test_an_unfair_example_is_found_at_its_words(rule: Rule, language: str, text: str):
    example = Example.of(text)
    findings = judged(rule, example.text, language)
    assert findings, "not found"
    underlined = places(findings)
    for mark in example.marked:
        words = example.text[mark.start : mark.end]
        told = [example.text[span.start : span.end] for span in underlined]
        assert any(span.holds(mark) for span in underlined), f"{words!r} is not underlined, but {told}"


@pytest.mark.parametrize(("rule", "language", "text"), cases("fair"))
def test_a_fair_example_passes(rule: Rule, language: str, text: str):
    assert "[[" not in text
    findings = judged(rule, text, language)
    assert not findings, [text[span.start : span.end] for span in places(findings)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_marks_stand_where_a_finding_can_underline(rule: Rule):
    for examples in rule.examples.values():
        for text in examples.unfair:
            assert ("[[" in text) == bool(rule.given), text
