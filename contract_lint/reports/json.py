"""The JSON report: the stable format for programs, described by `report.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from contract_lint.model import (
    Acceptance,
    Contract,
    Document,
    Evidence,
    Muted,
    Profile,
    Report,
    Rewrite,
    Severity,
    Span,
    Stale,
    Standing,
    Unread,
)
from contract_lint.reports.entries import Entry, accepted, entries, gaps
from contract_lint.reports.view import PLAIN, View
from contract_lint.version import __version__

SCHEMA_VERSION = "1.2"
SCHEMA = Path(__file__).with_name("report.schema.json")


def render(reports: Sequence[Report], _view: View = PLAIN) -> str:
    """The reports as one JSON object; what a view asks for is for people and changes nothing here."""
    content = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "contract-lint", "version": __version__},
        "documents": [_document(report) for report in reports],
        "summary": _summary(reports),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def location(document: Document, span: Span) -> dict[str, int | None]:
    """Offsets for programs, and the page, line, column and paragraph of the first character for people."""
    place = document.place(span.start)
    return {
        "start": span.start,
        "end": span.end,
        "page": place.page,
        "line": place.line,
        "column": place.column,
        "paragraph": place.paragraph,
    }


def _document(report: Report) -> dict[str, Any]:
    contract = report.contract
    found = [entry for entry in entries(report) if entry.standing is not Standing.REMOVED]
    return {
        **_read(report),
        "findings": [_finding(entry) for entry in found],
        "muted": [_muted(muted, contract) for muted in report.muted] if contract else [],
        "accepted": [_accepted(entry) for entry in accepted(report)],
        "stale": [_stale(stale) for stale in report.stale],
        "older": _older(report),
    }


def _read(report: Report) -> dict[str, Any]:
    """What was read, and what it was taken to be."""
    contract = report.contract
    return {
        "path": report.path,
        "language": contract.language if contract else None,
        "profile": profile_content(report.profile),
        "notes": list(contract.document.notes) if contract else [],
        "unread": [_unread(unread) for unread in report.unread],
    }


def _older(report: Report) -> dict[str, Any] | None:
    """The older draft that a report is held against, with the findings that are gone."""
    if report.compared is None:
        return None
    removed = [_finding(entry) for entry in entries(report) if entry.standing is Standing.REMOVED]
    return {**_read(report.compared.old), "removed": removed}


def profile_content(profile: Profile | None) -> dict[str, dict[str, str]] | None:
    """What contract this was taken to be, and why."""
    if profile is None:
        return None
    traits = profile.traits().items()
    return {name: {"value": trait.value, "reason": trait.reason} for name, trait in traits}


def _unread(unread: Unread) -> dict[str, str | int | None]:
    return {"what": unread.what, "reason": unread.reason, "page": unread.page}


def _finding(entry: Entry) -> dict[str, Any]:
    finding, contract = entry.finding, entry.contract
    return {
        "rule": finding.rule,
        "ruleset": finding.ruleset,
        "family": finding.family,
        "severity": str(finding.severity),
        "lowered": finding.lowered or None,
        "title": finding.title,
        "message": finding.message,
        "why": finding.why,
        **_evidence(finding.evidence, contract.document, ("quote", "sentence")),
        "clause": _clause(finding.clause, contract),
        **_evidence(finding.evidence, contract.document, ("location",)),
        "basis": [{"cite": basis.cite, "url": basis.url} for basis in finding.basis],
        "also": [_evidence(further, contract.document) for further in finding.also],
        "rewrite": _rewrite(finding.rewrite) if finding.rewrite else None,
        "fingerprint": finding.fingerprint,
        "standing": entry.standing.value if entry.standing else None,
    }


def _accepted(entry: Entry) -> dict[str, Any]:
    return {"finding": _finding(entry), **(_acceptance(entry.acceptance) if entry.acceptance else {})}


def _acceptance(why: Acceptance) -> dict[str, Any]:
    """Why, by whom and until when; and where in the document it is written, if it is there."""
    at = why.place
    place = {"line": at.line, "column": at.column, "paragraph": at.paragraph} if at else None
    return {"because": why.because, "by": why.by, "until": why.until, "place": place}


def _stale(stale: Stale) -> dict[str, Any]:
    one = stale.acceptance
    told = {"rule": one.rule, "excerpt": one.excerpt, **_acceptance(one)}
    return {"why": stale.why.value, "did_you_mean": list(stale.hint), **told}


def _evidence(
    evidence: Evidence | None,
    document: Document,
    keys: tuple[str, ...] = ("quote", "sentence", "location"),
) -> dict[str, Any]:
    if evidence is None:
        return dict.fromkeys(keys)
    told = {
        "quote": document.quote(evidence.span),
        "sentence": document.quote(evidence.sentence),
        "location": location(document, evidence.span),
    }
    return {key: told[key] for key in keys}


def _clause(index: int | None, contract: Contract) -> dict[str, str] | None:
    if index is None:
        return None
    clause = contract.clauses[index]
    return {"number": clause.number, "heading": clause.heading, "text": contract.document.quote(clause.span)}


def _rewrite(rewrite: Rewrite) -> dict[str, Any]:
    edits = [{"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in rewrite.edits]
    return {
        "effect": rewrite.effect.value,
        "text": rewrite.text,
        "edits": edits,
        "verified": rewrite.verified,
    }


def _muted(muted: Muted, contract: Contract) -> dict[str, Any]:
    told = _evidence(muted.evidence, contract.document)
    return {"rule": muted.rule, "reason": muted.reason, **told}


def _summary(reports: Sequence[Report]) -> dict[str, Any]:
    found = [finding.severity for report in reports for finding in report.findings]
    return {
        "documents": len(reports),
        "findings": {str(level): found.count(level) for level in sorted(Severity, reverse=True)},
        "unread": sum(len(list(gaps(report))) for report in reports),
        "muted": sum(len(report.muted) for report in reports),
        "accepted": sum(len(report.accepted) for report in reports),
        "stale": sum(len(report.stale) for report in reports),
        "standings": _standings(reports),
    }


def _standings(reports: Sequence[Report]) -> dict[str, int] | None:
    if not any(report.compared for report in reports):
        return None
    told = [entry.standing for report in reports for entry in entries(report)]
    return {standing.value: told.count(standing) for standing in Standing}
