"""Adding to a register, and taking out of it what it no longer needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from contract_lint.model import Acceptance, Finding, Report
from contract_lint.register.deciding import key, keys

_EXCERPT = 90  # characters: enough for a reader to know the clause again


def accepted(
    report: Report, findings: Iterable[Finding], because: str, by: str = "", until: str = ""
) -> tuple[Acceptance, ...]:
    """Entries for findings of a report."""
    return tuple(
        Acceptance(
            rule=finding.rule,
            fingerprint=finding.fingerprint,
            because=because,
            by=by,
            until=until,
            path=report.path,
            excerpt=_excerpt(report, finding),
        )
        for finding in findings
    )


def merged(entries: Sequence[Acceptance], new: Iterable[Acceptance]) -> tuple[Acceptance, ...]:
    """The entries with new ones in the place of older ones about the same words."""
    by_key = {key(entry): entry for entry in (*entries, *new)}
    return tuple(by_key.values())


def pruned(entries: Iterable[Acceptance], without: Iterable[Acceptance]) -> tuple[Acceptance, ...]:
    """The entries without these."""
    gone = keys(without)
    return tuple(entry for entry in entries if key(entry) not in gone)


def _excerpt(report: Report, finding: Finding) -> str:
    if finding.evidence is None or report.contract is None:
        return finding.title
    words = " ".join(report.contract.document.quote(finding.evidence.sentence).split())
    return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT]}…"
