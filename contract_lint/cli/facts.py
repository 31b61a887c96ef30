"""`contract-lint facts`: what a contract says, for authors of grammars and rules."""

from __future__ import annotations

from pathlib import Path

import click

from contract_lint.cli import streams
from contract_lint.cli.options import AUTO, language_option, own_rules_option
from contract_lint.cli.reading import divided_source, outcome
from contract_lint.pipeline import Options, extracted


@click.command
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@language_option
@own_rules_option
def command(file: Path, form: str, language: str, own_rules: tuple[str, ...]) -> int:
    """Show what FILE says, as the grammars read it: facts without opinion, with their places."""
    from contract_lint.reports.facts import RENDERERS

    contract = divided_source(file, None if language == AUTO else language)
    streams.write(RENDERERS[form](contract, extracted(contract, Options(own_rules=own_rules))))
    return outcome(contract)
