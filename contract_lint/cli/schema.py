"""`contract-lint schema`: the description of the JSON report, of a rule file or of settings."""

from __future__ import annotations

import click

from contract_lint.cli import streams


@click.command
@click.argument("what", type=click.Choice(["report", "rules", "settings"]), default="report")
def command(what: str) -> None:
    """Print the JSON Schema of what `check --format json` writes, of rule files or of settings.

    \b
    Examples:
      contract-lint schema > report.schema.json
      contract-lint schema settings > settings.schema.json
    """
    if what == "rules":
        from contract_lint.findings import SCHEMA
    elif what == "settings":
        from contract_lint.settings.file import SCHEMA
    else:
        from contract_lint.reports.json import SCHEMA

    streams.write(SCHEMA.read_text("utf-8"))
