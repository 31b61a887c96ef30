"""`contract-lint explain`: the page of a rule."""

from __future__ import annotations

import sys

import click

from contract_lint.cli import streams
from contract_lint.cli.options import own_rules_option, reader_language, report_language_option


@click.command
@click.argument("name", metavar="RULE")
@report_language_option
@own_rules_option
def command(name: str, report_language: str, own_rules: tuple[str, ...]) -> None:
    """Show the page of RULE: what it finds, why, the law, the fair words, and its examples."""
    from contract_lint.findings import find_rule
    from contract_lint.reports.rules import page
    from contract_lint.shipped import extended

    with extended(own_rules):
        rule = find_rule(name)
    streams.write(page(rule, reader_language(report_language), streams.width(sys.stdout)))
