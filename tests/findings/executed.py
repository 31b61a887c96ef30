"""A rule judged on a text, as it stands in an example."""

from __future__ import annotations

import re
from dataclasses import dataclass

from contract_lint.model import Evidence, Finding, Rule, Span
from contract_lint.pipeline import Options, lint

_MARKS = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True)
class Example:
    """An example without its marks, and where the marked words stand in it."""

    text: str
    marked: tuple[Span, ...]

    @classmethod
    def of(cls, written: str) -> Example:
        """Take the marks out of an example as it stands in a rule file."""
        text, at, marked = "", 0, []
        for mark in _MARKS.finditer(written):
            text += written[at : mark.start()]
            marked.append(Span(len(text), len(text) + len(mark[1])))
            text += mark[1]
            at = mark.end()
        return cls(text + written[at:], tuple(marked))


def judged(rule: Rule, text: str, language: str) -> tuple[Finding, ...]:
    """What one rule finds in a text, with the profile of its examples (a consumer, unless they say)."""
    told = {"audience": "consumer", **rule.example_profile}
    report = lint(text.encode(), Options(**told, language=language), name="example.txt", rules=(rule,))
    assert report.contract
    assert report.contract.document.text.strip() == text.strip(), "an example is read as it is written"
    return report.findings


def places(findings: tuple[Finding, ...]) -> list[Span]:
    """Every place that the findings underline."""
    evidence: list[Evidence] = []
    for finding in findings:
        evidence += [finding.evidence] if finding.evidence else []
        evidence += finding.also
    return [place.span for place in evidence]
