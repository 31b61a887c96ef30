"""`contract-lint facts`: what a contract says, for authors of grammars and rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from contract_lint.cli import streams
from contract_lint.cli.options import (
    form_option,
    language_option,
    limit_option,
    own_rules_option,
    stdin_filename_option,
    tracked_option,
)
from contract_lint.cli.pdf_options import about_pdf
from contract_lint.cli.reading import outcome, read_alone
from contract_lint.cli.settling import options_for
from contract_lint.model import Contract, Fact
from contract_lint.pipeline import Options, divided, extracted


@click.command
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@form_option("text", "json")
@tracked_option
@limit_option
@about_pdf
@stdin_filename_option
@language_option
@own_rules_option
def command(file: Path, form: str, stdin_filename: str | None, **given: Any) -> int:  # noqa: ANN401
    """Show what FILE says, as the grammars read it: facts without opinion, with their places.

    \b
    Examples:
      contract-lint facts terms.docx
      contract-lint facts terms.md --rules house-rules --format json
    """
    from contract_lint.reports.facts import RENDERERS

    options = options_for(file, given)
    contract, facts = read_alone(_facts, file, options, stdin_filename)
    streams.write(RENDERERS[form](contract, facts))
    return outcome(contract)


def _facts(source: Path | bytes, options: Options, name: str) -> tuple[Contract, tuple[Fact, ...]]:
    contract = divided(source, options, name)
    return contract, extracted(contract, options)
