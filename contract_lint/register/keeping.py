"""Adding to a register, and taking out of it what it no longer needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from contract_lint.model import Acceptance, Finding, Report
from contract_lint.register.deciding import place_of
from contract_lint.sayings import sayings

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
            also=sayings(finding, report.contract)[1:],
            severity=finding.severity,
        )
        for finding in findings
    )


def merged(entries: Sequence[Acceptance], new: Iterable[Acceptance]) -> tuple[Acceptance, ...]:
    """The entries with new ones in the place of older ones about the same words, or about what grew here."""
    renewed = tuple({_wording(entry): entry for entry in new}.values())
    wordings, grown = set(map(_wording, renewed)), set(map(_here, renewed))
    kept = (one for one in entries if _wording(one) not in wordings and _here(one) not in grown)
    return (*kept, *renewed)


def pruned(entries: Iterable[Acceptance], without: Iterable[Acceptance]) -> tuple[Acceptance, ...]:
    """The entries without these."""
    gone = frozenset(without)
    return tuple(entry for entry in entries if entry not in gone)


def _wording(entry: Acceptance) -> tuple[object, ...]:
    """All that an entry accepts, in whichever document."""
    return entry.rule, entry.fingerprint, entry.also, entry.severity


def _here(entry: Acceptance) -> tuple[object, ...]:
    """The finding of this document that it was made for."""
    return entry.rule, entry.fingerprint, place_of(entry.path)


def _excerpt(report: Report, finding: Finding) -> str:
    if finding.evidence is None or report.contract is None:
        return finding.title
    words = " ".join(report.contract.document.quote(finding.evidence.sentence).split())
    return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT]}…"
