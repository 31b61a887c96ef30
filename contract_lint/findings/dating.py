"""The date that terms bear: "Versie 3 maart 2024", "Last updated: 1 May 2025"."""

from __future__ import annotations

import re

from contract_lint.model import Document

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb", "maa mrt mar", "apr", "mei may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dec"),
        1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_CUE = (
    r"\b(?:versie|version|geldig vanaf|geldend vanaf|ingangsdatum|in werking(?: getreden)?|van kracht"
    r"|laatst (?:gewijzigd|bijgewerkt|aangepast)|gewijzigd|last (?:updated|modified|revised)|effective"
    r"|revised|vastgesteld|gedeponeerd|datum|date|d\.d\.|uitgave|edition)\b[^\n]{0,30}?"
)
_DATES = tuple(
    re.compile(_CUE + date, re.IGNORECASE)
    for date in (
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},? {_YEAR}\b",
        rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}\b",
        rf"\b(?P<day>\d{{1,2}})[-/.](?P<number>\d{{1,2}})[-/.]{_YEAR}\b",
        rf"\b{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)\b",
        rf"\b{_MONTH},? {_YEAR}\b",
        rf"\b{_YEAR}\b",
    )
)
_EDGE = 3000  # characters: a document bears its date at its beginning or its end


def dated(document: Document) -> tuple[str, str]:
    """The ISO date, month or year that the terms bear, and the words that say so; empty without one."""
    text = document.text
    edges = text if len(text) <= 2 * _EDGE else f"{text[:_EDGE]}\n{text[-_EDGE:]}"
    for pattern in _DATES:
        found = pattern.search(edges)
        if found and (date := _iso(found.groupdict())):
            return date, " ".join(found[0].split())
    return "", ""


def _iso(parts: dict[str, str | None]) -> str:
    """The parts of a date in order; empty for a month or day that does not exist."""
    name = (parts.get("month") or "")[:3].lower()
    month = _MONTHS[name] if name else int(parts.get("number") or 0)
    day = int(parts.get("day") or 0)
    if month > 12 or day > 31:
        return ""
    numbers = [number for number in (month, day) if number]
    return "-".join((parts["year"] or "", *(f"{number:02}" for number in numbers)))
