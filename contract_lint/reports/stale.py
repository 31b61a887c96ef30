"""Acceptances that accept nothing, or not all, in words: which one, where it is written, and why."""

from __future__ import annotations

from contract_lint.model import Lapse, Place, Report, Stale
from contract_lint.reports.printable import clean
from contract_lint.reports.words import words_for


def line(stale: Stale, path: str, words: dict[str, str]) -> str:
    """All of it on one line, from the place on."""
    parts = (_where(stale, path, words), stale.acceptance.rule, message(stale, words))
    return clean(": ".join(filter(None, parts)))


def message(stale: Stale, words: dict[str, str]) -> str:
    """What the acceptance is about, and why it accepts nothing."""
    one, name = stale.acceptance, stale.why.value
    about = f'"{one.excerpt}": ' if one.excerpt else ""
    own = f"{name} {'here' if about else 'last'}"  # said of what stands in the document itself
    why = words[own if one.place and own in words else name].format(one)
    if stale.why is Lapse.RULE and stale.hint:
        why += words["did you mean"].format(f" {words['or']} ".join(stale.hint))
    return clean(about + why)


def lines(report: Report, language: str | None) -> list[str]:
    """A line for each of a report."""
    words = words_for(report, language)
    return [line(one, report.path, words) for one in report.stale]


def _where(stale: Stale, path: str, words: dict[str, str]) -> str:
    """The document, and the line or paragraph of what is written there."""
    at = stale.acceptance.place
    if at is None or at == Place():
        return path
    return f"{path}:{at.line}:{at.column}" if at.line else f"{path} {words['paragraph']} {at.paragraph}"
