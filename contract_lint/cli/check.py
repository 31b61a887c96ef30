"""`contract-lint check`: find unfair clauses in contracts."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from contract_lint.cli import exits, streams
from contract_lint.cli.examining import examined
from contract_lint.cli.options import (
    about_contract,
    about_rules,
    jobs_option,
    said,
    settings_option,
    stdin_filename_option,
)
from contract_lint.cli.settling import FAIL_ON, settle
from contract_lint.cli.sources import gather
from contract_lint.model import Report, Severity

LEVELS = {"error": Severity.ERROR, "warning": Severity.WARNING, "note": Severity.NOTE, "none": None}


@click.command
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice(list(LEVELS)),
    default=FAIL_ON,
    show_default=True,
    help="Exit 1 when there is a finding at this level or above it.",
)
@click.option("--output", type=click.Path(path_type=Path), help="Write the report to this file.")
@stdin_filename_option
@click.option("--show-muted", is_flag=True, help="List the findings that were kept back, with the reason.")
@about_contract
@about_rules
@settings_option
@jobs_option
def command(
    paths: tuple[str, ...],
    form: str,
    output: Path | None,
    stdin_filename: str | None,
    show_muted: bool,
    jobs: int | None,
    config: Path | None,
    isolated: bool,
    **given: Any,  # noqa: ANN401
) -> int:
    """Find unfair clauses in contracts, and show fair words.

    PATH is a file (.pdf, .docx, .md, .markdown, .txt), a folder with such files, or "-" for standard input.

    Exit codes: 0 nothing to report, 1 findings, 2 not everything could be read or done.
    """
    sources = gather(paths, stdin_filename)
    cases = settle(sources, said(given), config, isolated)
    if not cases:
        raise exits.Undone(f"no documents in {', '.join(paths)}" + (" but excluded ones" if sources else ""))
    for case in cases:
        if not case.rules:
            raise exits.Undone(f"{case.source.name}: no rule is left by ruleset, select and ignore")
    if output and any(source.path and source.path.resolve() == output.resolve() for source in sources):
        raise exits.Undone(f"--output {output.as_posix()} is one of the documents; choose another file")
    run = examined(cases, jobs)
    show(run.reports, form, output, cases[0].options.report_language, show_muted)
    levels = [LEVELS[case.fail_on] for case in cases]
    return exits.INTERRUPTED if run.interrupted else verdict(run.reports, levels)


def show(
    reports: Sequence[Report], form: str, output: Path | None, language: str | None, show_muted: bool = False
) -> None:
    """Write the findings, and the notes on the run."""
    from contract_lint.reports import RENDERERS, muted, notes

    render = muted.render if show_muted and form == "text" else RENDERERS[form]  # JSON always has them
    said = notes.render(reports, language)
    if output is None or str(output) == "-":
        color, width = streams.colored(sys.stdout), streams.width(sys.stdout)
        told = render(reports, language, color, width)
        streams.write(told + "\n" if told and form == "text" and streams.together() else told)
    else:
        # A text file is read on its own, far from this terminal: it tells what was not read, too.
        text = render(reports, language) + (said if form == "text" else "")
        try:
            streams.save(text, output)
        except OSError as error:
            raise exits.Undone(f"{output.as_posix()}: {error.strerror or error}") from error
    streams.write(said, sys.stderr)


def verdict(reports: Sequence[Report], levels: Sequence[Severity | None]) -> int:
    """The exit code by the level of each document; what was not read outranks what was found."""
    if any(report.unread for report in reports):
        return exits.UNDONE
    told = any(
        finding.severity >= level
        for report, level in zip(reports, levels, strict=True)
        for finding in report.findings
        if level is not None
    )
    return exits.FINDINGS if told else exits.NOTHING
