"""The command line: Click commands, one file each, and the only room that prints."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from contract_lint.cli import exits, streams
from contract_lint.cli.language import prepare, say, spoken
from contract_lint.version import __version__

# Name -> (module, short help). A command's module is imported when that command runs, not to list it.
COMMANDS = {
    "accept": ("contract_lint.cli.accept", "Accept a finding as it is, with the reason."),
    "baseline": ("contract_lint.cli.baseline", "Accept what stands now: baseline create, update, prune."),
    "check": ("contract_lint.cli.check", "Find unfair clauses in contracts, and show fair words."),
    "compare": ("contract_lint.cli.compare", "Show what a new draft makes worse or better."),
    "completion": ("contract_lint.cli.completion", "Print what makes the Tab key work in a shell."),
    "config": ("contract_lint.cli.config", "Show what the settings say: config show FILE."),
    "doctor": ("contract_lint.cli.doctor", "Tell which optional parts are there."),
    "explain": ("contract_lint.cli.explain", "Show the page of a rule: what, why, law, rewrite, examples."),
    "extract": ("contract_lint.cli.extract", "Print the text of a contract, one clause a paragraph."),
    "facts": ("contract_lint.cli.facts", "Show what a contract says, as the grammars read it."),
    "init": ("contract_lint.cli.init", "Write settings to start from, with a hook if wanted."),
    "manual": ("contract_lint.cli.manual", "Print the manual: all commands, options and examples."),
    "review": ("contract_lint.cli.review", "Write a copy with the findings and the fair words in it."),
    "rules": ("contract_lint.cli.rules", "List the rules; for authors: rules new, rules test."),
    "schema": (
        "contract_lint.cli.schema",
        "Print a JSON Schema: of the JSON report, rule files, settings.",
    ),
}

# A run makes many objects and few cycles: Python would look through all of them again and again for those.
_SELDOM = 100_000  # new objects between two looks


class LazyGroup(click.Group):
    """A group that imports a command when it is used, and always ends with an exit code that we mean."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name][0]).command
        return spoken(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section(say("Commands")):
            formatter.write_dl([(name, say(told)) for name, (_, told) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was probably meant."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(exits.unknown("command", args[0], COMMANDS))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401
        """Run the command; what it did not foresee ends in one clear line."""
        streams.prepare()
        try:
            return super().invoke(ctx)
        except exits.FORESEEN:
            raise
        except Exception as error:
            return exits.unforeseen(error, bool(ctx.params.get("debug")))

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,  # noqa: ANN401
    ) -> NoReturn:
        """Run and exit: what a command returns is the exit code."""
        extra["standalone_mode"] = False
        gc.set_threshold(_SELDOM)
        prepare()
        exits.leave(lambda: click.Group.main(spoken(self), args, prog_name, **extra))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="contract-lint")
@click.option(
    "--debug", is_flag=True, envvar="CONTRACT_LINT_DEBUG", help="Show the traceback of an internal error."
)
def main(debug: bool) -> None:
    """Find the clauses that hold a customer in a stranglehold, and the fair words for them.

    \b
    Examples:
      contract-lint check terms.docx
      contract-lint check contracts --output html=report.html
      contract-lint explain exit-fee

    Exit codes: 0 nothing to report, 1 findings, 2 not everything could be done.
    """
