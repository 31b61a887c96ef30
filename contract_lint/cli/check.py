"""`contract-lint check`: find unfair clauses in contracts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from contract_lint.cli import exits
from contract_lint.cli.accepting import decided, outcome
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
from contract_lint.cli.settling import settle
from contract_lint.cli.sources import gather


@click.command
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@output_options
@stdin_filename_option
@about_contract
@about_rules
@settings_option
@jobs_option
@cache_option
@click.option("--allow-unused", is_flag=True, help="Let acceptances stand that no finding needs any more.")
def command(
    paths: tuple[str, ...],
    asked: Asked,
    stdin_filename: str | None,
    jobs: int | None,
    no_cache: bool,
    allow_unused: bool,
    config: Path | None,
    isolated: bool,
    **given: Any,  # noqa: ANN401
) -> int:
    """Find unfair clauses in contracts, and show fair words.

    PATH is a file (.pdf, .docx, .doc, .odt, .rtf, .html, .md, .txt and kin), a folder with such files, or "-"
    for standard input.

    \b
    Examples:
      contract-lint check terms.docx --audience consumer
      contract-lint check contracts --output html=report.html --output sarif=report.sarif
      contract-lint check contracts --format github --output github-summary=$GITHUB_STEP_SUMMARY

    Exit codes: 0 nothing to report, 1 findings, 2 not everything could be read or done.
    """
    sources = gather(paths, stdin_filename)
    cases = settle(sources, said(given), config, isolated)
    if not cases:
        named = ", ".join(paths)
        raise exits.Undone(
            f"no documents in {named} but excluded ones" if sources else f"no documents in {named}"
        )
    outputs = outputs_of(asked, cases)
    run = examined(cases, jobs, cache=not no_cache)
    reports = decided(run.reports, cases).reports
    publish(reports, outputs)
    stale = outcome(reports, allow_unused)
    return exits.INTERRUPTED if run.interrupted else max(verdict(reports, outputs.view), stale)
