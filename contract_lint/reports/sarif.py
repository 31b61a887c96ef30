"""SARIF 2.1.0, as GitHub code scanning takes it.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from contract_lint.model import Report, Severity, Stale, Standing
from contract_lint.reports.entries import Entry, accepted, entries, gaps
from contract_lint.reports.json import profile_content
from contract_lint.reports.places import gap, where
from contract_lint.reports.stale import message
from contract_lint.reports.targets import Aim, aims
from contract_lint.reports.view import PLAIN, View
from contract_lint.reports.words import words_for
from contract_lint.version import __version__

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LONGEST = 1024  # characters of a rule's descriptions that GitHub takes
_BASELINE = {Standing.ADDED: "new", Standing.KEPT: "unchanged", Standing.REMOVED: "absent"}
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}


def render(reports: Sequence[Report], view: View = PLAIN) -> str:
    """The reports as one run."""
    told = [(entry, report) for report in reports for entry in (*entries(report), *accepted(report))]
    rules = _rules([entry for entry, _ in told])
    numbers = {rule["id"]: at for at, rule in enumerate(rules)}
    aim = aims(view)
    driver = {"name": "contract-lint", "version": __version__, "semanticVersion": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "contract-lint/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(reports, view)],
        "results": [_result(entry, report, numbers, aim, view) for entry, report in told],
        "properties": {"documents": [_document(report) for report in reports]},
    }
    content = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _rules(told: Sequence[Entry]) -> list[dict[str, Any]]:
    """The rules that found something, sorted; each as its most serious finding tells it."""
    worst: dict[str, Entry] = {}
    for entry in told:
        finding = entry.finding
        if finding.rule not in worst or finding.severity > worst[finding.rule].finding.severity:
            worst[finding.rule] = entry
    return [_rule(worst[rule]) for rule in sorted(worst)]


def _rule(entry: Entry) -> dict[str, Any]:
    finding = entry.finding
    law = [f"[{basis.cite}]({basis.url})" if basis.url else basis.cite for basis in finding.basis]
    plain = "; ".join(basis.cite for basis in finding.basis)
    page = f"contract-lint explain {finding.rule}"
    return {
        "id": finding.rule,
        "shortDescription": {"text": _sentence(finding.title)[:_LONGEST]},
        "fullDescription": {"text": finding.why[:_LONGEST]},
        "help": {
            "text": "\n".join(filter(None, (finding.why, plain, page))),
            "markdown": "\n\n".join(
                filter(None, (finding.why, "\n".join(f"- {cite}" for cite in law), f"`{page}`"))
            ),
        },
        "defaultConfiguration": {"level": str(finding.severity)},
        "properties": {
            "tags": ["contract", finding.family, finding.ruleset],
            "problem.severity": _PROBLEM[finding.severity],
        },
    }


def _result(entry: Entry, report: Report, numbers: dict[str, int], aim: Aim, view: View) -> dict[str, Any]:
    finding, words = entry.finding, words_for(report, view.language)
    at = where(entry, words)
    parts = [_sentence(finding.title), finding.message, f"({at})" if at else ""]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "level": str(finding.severity),
        "message": {"text": " ".join(part for part in parts if part)},
        "locations": [_location(entry, aim, at)],
        "partialFingerprints": {"primaryLocationLineHash": finding.fingerprint},
        "properties": {"family": finding.family, "ruleset": finding.ruleset},
    }
    if entry.standing:
        result["baselineState"] = _BASELINE[entry.standing]
    if entry.acceptance:
        kind = "inSource" if entry.acceptance.place else "external"
        why = {"kind": kind, "status": "accepted", "justification": entry.acceptance.because}
        result["suppressions"] = [why]
    return result


def _location(entry: Entry, aim: Aim, at: str) -> dict[str, Any]:
    path, region, _ = aim(entry)
    shown: dict[str, Any] = {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }
    if entry.quote:
        shown["snippet"] = {"text": entry.quote}
    physical = {"artifactLocation": {"uri": uri(path)}, "region": shown}
    if not at:
        return {"physicalLocation": physical}
    return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": at}]}


def uri(path: str) -> str:
    """A relative reference: encoded, without "./" before it."""
    return quote(path.removeprefix("./"), safe="/~")


def _invocation(reports: Sequence[Report], view: View) -> dict[str, Any]:
    """What was not read makes the run unsuccessful; acceptances that accept nothing are told beside it."""
    unread = [notification for report in reports for notification in _notifications(report)]
    idle = [_idle(one, report, view) for report in reports for one in report.stale]
    return {"executionSuccessful": not unread, "toolExecutionNotifications": [*unread, *idle]}


def _notifications(report: Report) -> Iterator[dict[str, Any]]:
    for path, unread in gaps(report):
        yield {
            "descriptor": {"id": "not-read"},
            "level": "error",
            "message": {"text": f"Not read: {_sentence(gap(unread))}"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(path)}}}],
        }


def _idle(stale: Stale, report: Report, view: View) -> dict[str, Any]:
    told = message(stale, words_for(report, view.language))
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(report.path)}}
    at = stale.acceptance.place
    if at and at.line:
        physical["region"] = {"startLine": at.line, "startColumn": at.column or 1}
    return {
        "descriptor": {"id": "stale-acceptance"},
        "level": "warning",
        "message": {"text": _sentence(f"{stale.acceptance.rule}: {told}".removeprefix(": "))},
        "locations": [{"physicalLocation": physical}],
    }


def _document(report: Report) -> dict[str, Any]:
    """What was assumed of a document, in the words of the JSON report."""
    return {
        "path": report.path,
        "language": report.contract.language if report.contract else None,
        "profile": profile_content(report.profile),
    }


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
