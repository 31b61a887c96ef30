"""What a run knows of accepted deviations: the registers of its documents, and what they decide."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from contract_lint.cli import exits, streams
from contract_lint.cli.settling import Settled
from contract_lint.cli.today import today
from contract_lint.model import Acceptance, Report
from contract_lint.register import NAME, Decided, decide, read
from contract_lint.settings import top


def register_of(case: Settled) -> Path:
    """The register of a document: as set, else beside its settings, at the repository's top, or here."""
    if case.register:
        return Path(case.register)
    return (top(case.source.path) if case.source.path else Path()) / NAME


def decided(reports: Sequence[Report], cases: Sequence[Settled]) -> Decided:
    """The reports with what is accepted set apart. Raises `Fault` for a register that cannot be read."""
    paths = [register_of(case) for case in cases]
    known = {path: read(path) for path in dict.fromkeys(paths)}
    told = decide(reports, [known[path] for path in paths], today())
    return replace(told, unused=tuple(entry for entry in told.unused if _asked(entry, cases)))


def _asked(entry: Acceptance, cases: Sequence[Settled]) -> bool:
    """Whether the run could have found it: some document was asked about all rules, or about this one."""
    return any(not case.narrowed or entry.rule in {rule.id for rule in case.rules} for case in cases)


def tell(told: Decided, allow_unused: bool) -> int:
    """Say which entries are past their date or unused; unused ones fail a run unless they are allowed."""
    for entry in told.expired:
        streams.tell(f"{_named(entry)}: accepted until {entry.until}, reported again\n", sys.stderr)
    for entry in told.unused:
        streams.tell(f"{_named(entry)}: accepted, but no longer found\n", sys.stderr)
    if not told.unused or allow_unused:
        return exits.NOTHING
    streams.tell("`contract-lint baseline prune .` takes unused entries out of the register\n", sys.stderr)
    return exits.FINDINGS


def _named(entry: Acceptance) -> str:
    return f"{entry.path}: {entry.rule} ({entry.excerpt})" if entry.excerpt else f"{entry.path}: {entry.rule}"
