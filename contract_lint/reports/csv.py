"""A table of all findings for spreadsheets; no cell of it is ever taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from contract_lint.model import Place, Report, Stale
from contract_lint.reports.entries import Entry, accepted, entries, gaps
from contract_lint.reports.printable import clean
from contract_lint.reports.stale import message
from contract_lint.reports.view import PLAIN, View
from contract_lint.reports.words import words_for

COLUMNS = (
    "path",
    "kind",  # "finding", "not read", "stale acceptance", or "nothing found"
    "severity",
    "standing",  # beside an older draft, or "accepted"
    "because",  # it is accepted
    "rule",
    "ruleset",
    "family",
    "page",
    "line",
    "paragraph",
    "clause",
    "heading",
    "title",
    "message",
    "quote",
    "basis",
    "rewrite",
    "effect",
    "audience",
    "sector",
    "concluded",
    "jurisdiction",
    "date",
    "language",
    "fingerprint",
)
_MARK = "\ufeff"  # without it spreadsheets take the file for another encoding than UTF-8
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "|", "%")


def render(reports: Sequence[Report], _view: View = PLAIN) -> str:
    """A row for each finding and for each part not read; a document without either has a row too."""
    file = io.StringIO()
    table = csv.DictWriter(file, COLUMNS, restval="", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writeheader()
    for report in reports:
        for row in list(_rows(report)) or [{"path": report.path, "kind": "nothing found"}]:
            table.writerow({name: _safe(value) for name, value in {**_assumed(report), **row}.items()})
    return _MARK + file.getvalue()


def _rows(report: Report) -> Iterator[dict[str, str]]:
    for path, unread in gaps(report):
        page = "" if unread.page is None else str(unread.page)
        message = f"{unread.what}: {unread.reason}"
        yield {"path": path, "kind": "not read", "page": page, "message": message}
    for stale in report.stale:
        yield _stale(stale, report)
    for entry in (*entries(report), *accepted(report)):
        yield {**_finding(entry), **_place(entry)}


def _assumed(report: Report) -> dict[str, str]:
    if not report.contract or not report.profile:
        return {}
    traits = {name: trait.value for name, trait in report.profile.traits().items()}
    return {**traits, "language": report.contract.language}


def _finding(entry: Entry) -> dict[str, str]:
    finding, rewrite = entry.finding, entry.finding.rewrite
    return {
        "path": entry.path,
        "kind": "finding",
        "severity": str(finding.severity),
        "standing": "accepted" if entry.acceptance else entry.standing.value if entry.standing else "",
        "because": entry.acceptance.because if entry.acceptance else "",
        "rule": finding.rule,
        "ruleset": finding.ruleset,
        "family": finding.family,
        "title": finding.title,
        "message": finding.message,
        "quote": entry.quote,
        "basis": "; ".join(basis.cite for basis in finding.basis),
        "rewrite": rewrite.text if rewrite else "",
        "effect": rewrite.effect.value if rewrite else "",
        "fingerprint": finding.fingerprint,
    }


def _stale(stale: Stale, report: Report) -> dict[str, str]:
    one = stale.acceptance
    told = message(stale, words_for(report, None))
    about = {"rule": one.rule, "because": one.because, "message": told}
    return {"path": report.path, "kind": "stale acceptance", **about, **_numbers(one.place or Place())}


def _place(entry: Entry) -> dict[str, str]:
    evidence, clause = entry.finding.evidence, entry.clause
    if evidence is None or clause is None:
        return {}
    told = _numbers(entry.contract.document.place(evidence.span.start))
    return {**told, "clause": clause.number, "heading": clause.heading}


def _numbers(at: Place) -> dict[str, str]:
    numbers = {"page": at.page, "line": at.line, "paragraph": at.paragraph}
    return {name: str(number) for name, number in numbers.items() if number is not None}


def _safe(value: str) -> str:
    """A cell on one line; an apostrophe keeps a spreadsheet from executing it."""
    told = clean(value).strip()
    return f"'{told}" if told.startswith(_FORMULA) else told
