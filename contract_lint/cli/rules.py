"""`contract-lint rules`: the list of rules, and what a rule author needs."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from contract_lint.cli import exits, streams
from contract_lint.cli.language import spoken
from contract_lint.cli.options import (
    about_rules,
    form_option,
    reader_language,
    reader_language_option,
    settings_option,
)
from contract_lint.cli.settling import options_here
from contract_lint.pipeline import load

COMMANDS = {"new": "contract_lint.cli.rules_new", "test": "contract_lint.cli.rules_test"}


class AuthorGroup(click.Group):
    """The commands of a rule author, imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of that name."""
        if cmd_name not in COMMANDS:
            return ctx.fail(exits.unknown("command", f"rules {cmd_name}", _full(COMMANDS)))
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return spoken(command)


def _full(names: Iterable[str]) -> list[str]:
    return [f"rules {name}" for name in names]


@click.group(cls=AuthorGroup, invoke_without_command=True)
@form_option("text", "json")
@reader_language_option
@about_rules
@settings_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    form: str,
    report_language: str,
    config: Path | None,
    isolated: bool,
    **given: Any,  # noqa: ANN401
) -> None:
    """List the rules by family: id, usual severity and title. For authors: new and test.

    Own rules are among them: those of --rules, else of the settings that hold in this folder.

    \b
    Examples:
      contract-lint rules --select exit-fee,tacit-renewal
      contract-lint rules --format json
    """
    from contract_lint.reports.rules import RENDERERS

    if ctx.invoked_subcommand is None:
        rules = load(options_here(given, config, isolated))
        streams.write(RENDERERS[form](rules, reader_language(report_language)))
