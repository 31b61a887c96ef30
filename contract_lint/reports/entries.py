"""What a report has to tell, one by one, also where it is held against an older draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from contract_lint.model import Acceptance, Clause, Contract, Finding, Report, Severity, Standing, Unread


class Entry(Struct, frozen=True):
    """A finding with the contract that its words stand in, and its standing beside an older draft.

    `acceptance` says why it is accepted, where it is.
    """

    path: str
    contract: Contract
    finding: Finding
    standing: Standing | None = None
    acceptance: Acceptance | None = None

    @property
    def clause(self) -> Clause | None:
        """The clause of the finding; None for something missing."""
        return None if self.finding.clause is None else self.contract.clauses[self.finding.clause]

    @property
    def quote(self) -> str:
        """The exact words; empty for something missing."""
        evidence = self.finding.evidence
        return self.contract.document.quote(evidence.span) if evidence else ""

    def fails(self, level: Severity | None) -> bool:
        """Whether the finding fails a run at this level; in a comparison only what is new does."""
        told = self.standing in (None, Standing.ADDED) and self.acceptance is None
        return told and level is not None and self.finding.severity >= level


def entries(report: Report) -> Iterator[Entry]:
    """The findings in reading order; behind them those of the older draft that are gone."""
    compared = report.compared
    if report.contract:
        for finding in report.findings:
            standing = None
            if compared:
                standing = Standing.KEPT if finding.fingerprint in compared.kept else Standing.ADDED
            yield Entry(report.path, report.contract, finding, standing)
    if compared and compared.old.contract:
        for finding in compared.removed:
            yield Entry(compared.old.path, compared.old.contract, finding, Standing.REMOVED)


def accepted(report: Report) -> Iterator[Entry]:
    """The findings that somebody accepted: they are told by themselves, and count for nothing."""
    if report.contract:
        for one in report.accepted:
            yield Entry(report.path, report.contract, one.finding, acceptance=one.acceptance)


def gaps(report: Report) -> Iterator[tuple[str, Unread]]:
    """What was not read, with the path of its document; the older draft's first."""
    if report.compared:
        yield from ((report.compared.old.path, unread) for unread in report.compared.old.unread)
    yield from ((report.path, unread) for unread in report.unread)


def worst_first(reports: Sequence[Report]) -> list[Entry]:
    """All findings, the most serious first, else in the order of the documents."""
    told = (entry for report in reports for entry in entries(report))
    return sorted(told, key=lambda entry: -entry.finding.severity)
