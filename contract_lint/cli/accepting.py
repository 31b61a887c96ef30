"""What a run knows of accepted deviations: the registers of its documents, and what they decide."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from functools import cache, partial
from pathlib import Path

from contract_lint.cli import exits, streams
from contract_lint.cli.portable import near
from contract_lint.cli.settling import Settled
from contract_lint.cli.today import today
from contract_lint.model import Acceptance, Lapse, Report
from contract_lint.register import NAME, Decided, Ground, decide, read, written
from contract_lint.settings import top

_HARMLESS = (Lapse.EXPIRED, Lapse.OUTGROWN)  # what they spoke of is told again, or gone


def register_of(case: Settled) -> Path:
    """The register of a document: as set, else beside its settings, at the repository's top, or here."""
    if case.register:
        return Path(case.register)
    return (top(case.source.path) if case.source.path else Path()) / NAME


def save(register: Path, entries: Iterable[Acceptance]) -> None:
    """Write a register."""
    try:
        streams.save(written(entries, register), register)
    except OSError as error:
        raise exits.Undone(f"{near(register)}: {error.strerror or error}") from error


def decided(reports: Sequence[Report], cases: Sequence[Settled]) -> Decided:
    """The reports with what is accepted set apart. Raises `Fault` for a register that cannot be read."""
    known = cache(read)
    grounds = [Ground(known(register_of(case)), partial(_rules, case.options.own_rules)) for case in cases]
    return decide(reports, grounds, today(), partial(_asked, cases))


@cache
def _rules(own: tuple[str, ...]) -> frozenset[str]:
    """The names of all rules, asked for or not."""
    from contract_lint.shipped import extended, rule_names

    with extended(own):
        return rule_names()


def _asked(cases: Sequence[Settled], rule: str) -> bool:
    """Whether the run could have found it: some document was asked about all rules, or about this one."""
    return any(not case.narrowed or rule in {one.id for one in case.rules} for case in cases)


def outcome(reports: Sequence[Report], allow_unused: bool) -> int:
    """The exit code by the acceptances that accept nothing, after telling what to do about those."""
    idle = [one for report in reports for one in report.stale if one.why not in _HARMLESS]
    if not idle or allow_unused:
        return exits.NOTHING
    if any(one.acceptance.place is None for one in idle):
        told = "`contract-lint baseline prune .` takes unused entries out of the register"
        streams.tell(told + "\n", sys.stderr)
    return exits.FINDINGS
