"""`contract-lint explain`: the page of a rule."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from contract_lint.cli import completing, streams
from contract_lint.cli.options import (
    own_rules_option,
    reader_language,
    reader_language_option,
    settings_option,
)


@click.command
@click.argument("name", metavar="RULE", shell_complete=completing.rules)
@reader_language_option
@own_rules_option
@settings_option
def command(
    name: str, report_language: str, own_rules: tuple[str, ...], config: Path | None, isolated: bool
) -> None:
    """Show the page of RULE: what it finds, why, the law, the fair words, and its examples.

    RULE may be one of your own: of --rules, else of the settings that hold in this folder.

    \b
    Examples:
      contract-lint explain exit-fee
      contract-lint explain term-over-one-year --report-language nl
    """
    from contract_lint.cli.settling import options_here
    from contract_lint.findings import find_rule
    from contract_lint.reports.rules import page
    from contract_lint.shipped import extended

    with extended(options_here({"own_rules": own_rules}, config, isolated).own_rules):
        rule = find_rule(name)
    streams.write(page(rule, reader_language(report_language), streams.width(sys.stdout)))
