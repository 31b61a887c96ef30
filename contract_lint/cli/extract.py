"""`contract-lint extract`: the text of a contract, one clause a paragraph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from contract_lint.cli import streams
from contract_lint.cli.options import (
    language_option,
    limit_option,
    stdin_filename_option,
    tracked_option,
)
from contract_lint.cli.pdf_options import about_pdf
from contract_lint.cli.reading import divided_source, outcome
from contract_lint.cli.settling import options_for


@click.command
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@tracked_option
@limit_option
@about_pdf
@stdin_filename_option
@language_option
def command(file: Path, stdin_filename: str | None, **given: Any) -> int:  # noqa: ANN401
    """Print the text of FILE with article numbers, one clause a paragraph.

    \b
    Examples:
      contract-lint extract terms.docx > terms.docx.txt
      contract-lint extract - --stdin-filename terms.html < terms.html

    As git's textconv it makes `git diff` show what changed in a Word or PDF file:

    \b
    git config diff.contract.textconv "contract-lint extract"
    echo "*.docx diff=contract" >> .gitattributes
    """
    from contract_lint.reports.extract import render

    contract = divided_source(file, options_for(file, given), stdin_filename)
    streams.write(render(contract))
    return outcome(contract)
