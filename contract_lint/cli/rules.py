"""`contract-lint rules`: the list of rules."""

from __future__ import annotations

from typing import Any

import click

from contract_lint.cli import streams
from contract_lint.cli.options import about_rules, options_of, reader_language, report_language_option
from contract_lint.pipeline import load


@click.command
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@report_language_option
@about_rules
def command(form: str, report_language: str, **given: Any) -> None:  # noqa: ANN401
    """List the rules by family: id, usual severity and title."""
    from contract_lint.reports.rules import RENDERERS

    rules = load(options_of(**given))
    streams.write(RENDERERS[form](rules, reader_language(report_language)))
