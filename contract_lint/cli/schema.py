"""`contract-lint schema`: the description of the JSON report."""

from __future__ import annotations

import click

from contract_lint.cli import streams


@click.command
def command() -> None:
    """Print the JSON Schema of what `check --format json` writes."""
    from contract_lint.reports.json import SCHEMA

    streams.write(SCHEMA.read_text("utf-8"))
