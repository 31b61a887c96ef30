"""`contract-lint baseline`: start on an existing repository, and keep its register clean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from contract_lint.cli import exits, streams
from contract_lint.cli.accepting import decided, register_of, save
from contract_lint.cli.examining import examined
from contract_lint.cli.given import said
from contract_lint.cli.options import about_contract, about_rules, jobs_option, settings_option
from contract_lint.cli.portable import near
from contract_lint.cli.settling import Settled, settle
from contract_lint.cli.sources import gather
from contract_lint.model import Acceptance, Lapse, Report
from contract_lint.register import Decided, accepted, merged, pruned, read

_BECAUSE = "stood here when the baseline was made"
_PRUNED = (Lapse.UNUSED, Lapse.EXPIRED)
_PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


@click.group
def command() -> None:
    """Accept what stands in a repository now, so that only new findings are told.

    \b
    Examples:
      contract-lint baseline create contracts
      contract-lint baseline update contracts
      contract-lint baseline prune .
    """


def _shared(run: Callable[..., int]) -> Callable[..., int]:
    for option in (about_contract, about_rules, settings_option, jobs_option, _PATHS):
        run = option(run)
    return run


@command.command("create", short_help="Accept all findings; no register yet.")
@_shared
def create(paths: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401
    """Accept all findings in PATH; there may be no register yet.

    \b
    Example:
      contract-lint baseline create contracts --audience consumer
    """
    cases, reports, told = _run(paths, **given)
    for register in {register_of(case) for case in cases}:
        if register.exists():
            raise exits.Undone(f"{near(register)} is there already; use `contract-lint baseline update`")
    return _write(cases, reports, told, new=True, prune=False)


@command.command("update", short_help="Accept what is new, take out what is gone.")
@_shared
def update(paths: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401
    """Accept what is new in PATH, and take out what is no longer found.

    \b
    Example:
      contract-lint baseline update contracts
    """
    return _write(*_run(paths, **given), new=True, prune=True)


@command.command("prune", short_help="Take out what is gone or past its date.")
@_shared
def prune(paths: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401
    """Take out of the register what is no longer found in PATH, and what is past its date.

    \b
    Example:
      contract-lint baseline prune .
    """
    return _write(*_run(paths, **given), new=False, prune=True)


def _run(
    paths: Sequence[str],
    config: Path | None,
    isolated: bool,
    jobs: int | None,
    **given: Any,  # noqa: ANN401
) -> tuple[Sequence[Settled], Sequence[Report], Decided]:
    cases = settle(gather(paths), said(given), config, isolated)
    if not cases:
        raise exits.Undone(f"no documents in {', '.join(paths)}")
    reports = examined(cases, jobs).reports
    return cases, reports, decided(reports, cases)


def _write(cases: Sequence[Settled], reports: Sequence[Report], told: Decided, new: bool, prune: bool) -> int:
    """Write every register anew; what could not be read keeps its entries and is told."""
    added: defaultdict[Path, list[Acceptance]] = defaultdict(list)
    for case, report in zip(cases, told.reports, strict=True):
        added[register_of(case)] += accepted(report, report.findings, _BECAUSE) if new else []
    gone = told.entries(*_PRUNED, *([Lapse.OUTGROWN] if new else [])) if prune else ()
    for register, entries in added.items():
        before = read(register)
        kept = pruned(before, gone)
        save(register, merged(kept, entries))
        streams.tell(
            f"{near(register)}: {len(entries)} added, {len(before) - len(kept)} taken out, {len(kept)} kept\n"
        )
    unread = [f"{report.path}: {one.reason}" for report in reports for one in report.unread]
    if unread:
        raise exits.Undone("not read: " + "\n".join(unread))
    return exits.NOTHING
