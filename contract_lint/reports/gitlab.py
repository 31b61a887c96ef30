"""Code Quality of GitLab: an array of issues.

https://docs.gitlab.com/ci/testing/code_quality/
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from contract_lint.model import Report, Severity, Standing
from contract_lint.reports.entries import Entry, entries, gaps
from contract_lint.reports.places import gap, where
from contract_lint.reports.targets import Aim, aims
from contract_lint.reports.view import PLAIN, View
from contract_lint.reports.words import words_for

_SEVERITY = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "minor"}


def render(reports: Sequence[Report], view: View = PLAIN) -> str:
    """What was not read as blockers, then the findings; not those that a new draft no longer has."""
    aim = aims(view)
    content = [issue for report in reports for issue in _unread(report)]
    content += [
        _issue(entry, aim, words_for(report, view.language))
        for report in reports
        for entry in entries(report)
        if entry.standing is not Standing.REMOVED
    ]
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _unread(report: Report) -> Iterator[dict[str, Any]]:
    for path, unread in gaps(report):
        yield {
            "description": f"Not read: {gap(unread)}",
            "check_name": "not-read",
            "fingerprint": _fingerprint(path, "not-read", gap(unread)),
            "severity": "blocker",
            "location": {"path": path, "lines": {"begin": 1}},
        }


def _issue(entry: Entry, aim: Aim, words: dict[str, str]) -> dict[str, Any]:
    finding, at = entry.finding, where(entry, words)
    path, region, _ = aim(entry)
    return {
        "description": f"{finding.message} ({at})" if at else finding.message,
        "check_name": finding.rule,
        "fingerprint": _fingerprint(entry.path, finding.fingerprint),
        "severity": _SEVERITY[finding.severity],
        "location": {"path": path, "lines": {"begin": region.line, "end": region.end_line}},
    }


def _fingerprint(*parts: str) -> str:
    """GitLab wants them unique in the whole file: the path is a part."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
