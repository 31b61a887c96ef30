"""`contract-lint compare`: what a new draft makes worse or better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from contract_lint.cli import exits
from contract_lint.cli.accepting import decided
from contract_lint.cli.examining import examined
from contract_lint.cli.given import said
from contract_lint.cli.options import (
    about_contract,
    about_rules,
    cache_option,
    jobs_option,
    settings_option,
    stdin_filename_option,
)
from contract_lint.cli.outputs import Asked, output_options, outputs_of, publish, verdict
from contract_lint.cli.settling import Settled, settle
from contract_lint.cli.sources import gather
from contract_lint.model import Report

Pair = tuple[Settled | None, Settled | None]  # the older and the newer draft; None where there is none


@click.command
@click.argument("old")
@click.argument("new")
@output_options
@stdin_filename_option
@about_contract
@about_rules
@settings_option
@jobs_option
@cache_option
def command(
    old: str,
    new: str,
    asked: Asked,
    stdin_filename: str | None,
    jobs: int | None,
    no_cache: bool,
    config: Path | None,
    isolated: bool,
    **given: Any,  # noqa: ANN401
) -> int:
    """Show which findings the draft NEW adds to those of OLD, which it keeps, and which are gone.

    OLD and NEW are two documents, or two folders whose documents are paired by name. A finding is the same
    while its sentence is, wherever it moved and however the clauses are numbered.

    \b
    Examples:
      contract-lint compare terms-2025.docx terms-2026.docx
      contract-lint compare signed/ draft/ --output html=changes.html
      git show HEAD:terms.md | contract-lint compare - terms.md

    Exit codes: 0 nothing new at the level of --fail-on, 1 new findings, 2 not everything could be read.
    """
    from contract_lint.findings import compare

    _check(old, new)
    drafts = [settle(gather([path], stdin_filename), said(given), config, isolated) for path in (old, new)]
    pairs = list(_pairs(old, new, *drafts))
    if not pairs:
        raise exits.Undone(f"no documents in {', '.join((old, new))}")
    cases = [*drafts[0], *drafts[1]]
    outputs = outputs_of(asked, cases, [after or before for before, after in pairs])
    run = examined(cases, jobs, cache=not no_cache)
    judged = decided(run.reports, cases).reports
    told = {id(case): report for case, report in zip(cases, judged, strict=True)}
    reports = [compare(_report(before, after, told), _report(after, before, told)) for before, after in pairs]
    publish(reports, outputs)
    return exits.INTERRUPTED if run.interrupted else verdict(reports, outputs.view)


def _check(old: str, new: str) -> None:
    if old == new:
        raise exits.Undone(f"OLD and NEW are both {old}; name two drafts")
    if Path(old).is_dir() != Path(new).is_dir():
        raise exits.Undone("compare two documents or two folders, not one of each")


def _pairs(old: str, new: str, before: Sequence[Settled], after: Sequence[Settled]) -> Iterator[Pair]:
    """What is held against what: two documents, or those of two folders by their names."""
    if not Path(old).is_dir():
        yield before[0], after[0]
        return
    olds, news = _by_name(old, before), _by_name(new, after)
    for name in sorted({*olds, *news}):
        yield olds.get(name), news.get(name)


def _by_name(folder: str, drafts: Sequence[Settled]) -> dict[str, Settled]:
    return {Path(draft.source.name).relative_to(folder).as_posix(): draft for draft in drafts}


def _report(draft: Settled | None, other: Settled | None, told: dict[int, Report]) -> Report:
    """The report on a draft; an empty one where the other has no counterpart."""
    if draft:
        return told[id(draft)]
    return Report(other.source.name if other else "", None, None)
