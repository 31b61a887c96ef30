"""`contract-lint schema`: the description of the JSON report, or of a rule file."""

from __future__ import annotations

import click

from contract_lint.cli import streams


@click.command
@click.argument("what", type=click.Choice(["report", "rules"]), default="report")
def command(what: str) -> None:
    """Print the JSON Schema of what `check --format json` writes, or of rule files."""
    if what == "rules":
        from contract_lint.findings import SCHEMA
    else:
        from contract_lint.reports.json import SCHEMA

    streams.write(SCHEMA.read_text("utf-8"))
