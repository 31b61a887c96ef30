"""Which findings are accepted, and which entries of a register say nothing any more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from contract_lint.model import Acceptance, Accepted, Finding, Report

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Decided:
    """The reports with what is accepted set apart; entries that are past their date, and unused ones."""

    reports: tuple[Report, ...]
    expired: tuple[Acceptance, ...]
    unused: tuple[Acceptance, ...]


def decide(reports: Sequence[Report], registers: Sequence[Sequence[Acceptance]], today: str) -> Decided:
    """Set accepted findings apart; each report has its own register. `today` is an ISO date.

    A finding keeps its entry wherever its words move to. An entry counts as unused when its document was
    read and no document has the finding any more.
    """
    used: set[Key] = set()
    decided = tuple(
        _decided(report, {key(entry): entry for entry in register if not _past(entry, today)}, used)
        for report, register in zip(reports, registers, strict=True)
    )
    entries = {key(entry): entry for register in registers for entry in register}.values()
    read = {_place(report.path) for report in reports if report.contract}
    return Decided(
        decided,
        tuple(entry for entry in entries if _past(entry, today)),
        tuple(
            entry
            for entry in entries
            if key(entry) not in used and not _past(entry, today) and _place(entry.path) in read
        ),
    )


def key(entry: Acceptance | Finding) -> Key:
    """What an entry is found by: the rule and the normalised words of the clause."""
    return entry.rule, entry.fingerprint


def _decided(report: Report, entries: Mapping[Key, Acceptance], used: set[Key]) -> Report:
    known = [(finding, entries.get(key(finding))) for finding in report.findings]
    accepted = tuple(Accepted(finding, entry) for finding, entry in known if entry)
    used |= {key(one.acceptance) for one in accepted}
    return replace(report, findings=tuple(f for f, entry in known if not entry), accepted=accepted)


def _past(entry: Acceptance, today: str) -> bool:
    return bool(entry.until) and entry.until < today


def _place(path: str) -> Path:
    return Path(path).resolve()


def keys(entries: Iterable[Acceptance | Finding]) -> set[Key]:
    """The keys of all of them."""
    return {key(entry) for entry in entries}
