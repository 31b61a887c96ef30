"""Annotations of GitHub Actions, within the few that it shows for each step.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from contract_lint.model import Report, Severity, Stale, Standing
from contract_lint.reports.entries import Entry, gaps, worst_first
from contract_lint.reports.places import gap, where
from contract_lint.reports.printable import clean
from contract_lint.reports.stale import message
from contract_lint.reports.targets import Aim, aims
from contract_lint.reports.view import PLAIN, View
from contract_lint.reports.words import common_words

SHOWN = 10  # annotations of one level in one step; GitHub drops the others without a word
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(reports: Sequence[Report], view: View = PLAIN) -> str:
    """What was not read, stale acceptances, the most serious findings; last how many more there are."""
    words, aim = common_words(reports, view.language), aims(view)
    told = [("error", _unread(path, gap(unread))) for report in reports for path, unread in gaps(report)]
    told += [
        ("warning", _stale(one, report.path, message(one, words)))
        for report in reports
        for one in report.stale
    ]
    told += [
        (_LEVEL[entry.finding.severity], _finding(entry, aim, words))
        for entry in worst_first(reports)
        if entry.standing in (None, Standing.ADDED)
    ]
    room = Counter({"error": SHOWN, "warning": SHOWN, "notice": SHOWN - 1})  # one for the last line
    lines = []
    for level, line in told:
        room[level] -= 1
        lines += [line] if room[level] >= 0 else []
    if more := len(told) - len(lines):
        lines.append(_command("notice", {"title": "contract-lint"}, words["more"].format(count=more)))
    return "".join(f"{line}\n" for line in lines)


def _unread(path: str, reason: str) -> str:
    return _command("error", {"file": path, "title": "not read"}, reason)


def _stale(stale: Stale, path: str, told: str) -> str:
    at = stale.acceptance.place
    line = {"line": str(at.line)} if at and at.line else {}
    title = stale.acceptance.rule or "contract-lint"
    return _command("warning", {"file": path, **line, "title": title}, told)


def _finding(entry: Entry, aim: Aim, words: dict[str, str]) -> str:
    path, region, lined = aim(entry)
    finding = entry.finding
    at = where(entry, words)
    properties = {"file": path}
    if lined:
        properties |= {"line": str(region.line), "endLine": str(region.end_line)}
    properties["title"] = finding.rule
    message = f"{finding.title}. {finding.message}" + (f" ({at})" if at else "")
    return _command(_LEVEL[finding.severity], properties, message)


def _command(level: str, properties: dict[str, str], message: str) -> str:
    told = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items())
    return f"::{level} {told}::{_escaped(clean(message))}"


def _escaped(text: str, further: str = "") -> str:
    """Escape what would end the command; a percent sign first, since it opens every escape."""
    for char in "%\r\n" + further:
        text = text.replace(char, f"%{ord(char):02X}")
    return text
