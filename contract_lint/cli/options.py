"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from contract_lint.cli import completing, exits
from contract_lint.cli.language import own
from contract_lint.cli.pdf_options import about_pdf
from contract_lint.documents import ACCEPTED, ORIGINAL, Limits

Command = TypeVar("Command", bound=Callable[..., Any])
Offered = Callable[[click.Context, click.Parameter, str], completing.Names]

AUTO = "auto"
_LIMITS = Limits.__struct_fields__


def language_option(command: Command) -> Command:
    """Add the option that tells the contract's language."""
    told = click.option(
        "--language",
        type=click.Choice([AUTO, "nl", "en"]),
        default=AUTO,
        show_default=True,
        help="The contract's language.",
    )
    return told(command)


def report_language_option(command: Command) -> Command:
    """Add the option that asks for a language to report in."""
    return _report_language("The language of the report; auto is the contract's own.")(command)


def reader_language_option(command: Command) -> Command:
    """Add the option that asks for a language for a page that is about no contract."""
    return _report_language("The language of the page; auto is your own.")(command)


def _report_language(told: str) -> Callable[[Command], Command]:
    return click.option(
        "--report-language",
        type=click.Choice([AUTO, "nl", "en"]),
        default=AUTO,
        show_default=True,
        help=told,
    )


def about_contract(command: Command) -> Command:
    """Add the options that tell what contract it is."""
    for option in (
        limit_option,
        about_pdf,
        tracked_option,
        report_language_option,
        language_option,
        click.option(
            "--date",
            metavar="YYYY-MM-DD",
            help="When the contract is concluded: law of later is left out.",
        ),
        click.option(
            "--jurisdiction",
            type=click.Choice(["nl", "be", "other"]),
            help="Whose law the contract is under.",
        ),
        click.option(
            "--concluded",
            type=click.Choice(["online", "phone", "paper"]),
            help="How the contract is made.",
        ),
        click.option(
            "--sector",
            metavar="NAME",
            shell_complete=completing.sectors,
            help="The trade, such as telecom or energy.",
        ),
        click.option(
            "--audience",
            type=click.Choice(["consumer", "small-business", "business"]),
            help="Whom the contract binds.",
        ),
    ):
        command = option(command)
    return command


def own_rules_option(command: Command) -> Command:
    """Add the option that brings the user's own rules and grammars."""
    told = click.option(
        "--rules",
        "own_rules",
        multiple=True,
        metavar="PATH",
        help="Use the rules, and the grammars/ beside them, of this file or folder too. May be repeated.",
    )
    return told(command)


def tracked_option(command: Command) -> Command:
    """Add the option that says which side of tracked changes to read."""
    told = click.option(
        "--tracked",
        type=click.Choice([ACCEPTED, ORIGINAL]),
        default=ACCEPTED,
        show_default=True,
        help="Read Word files as if their tracked changes were accepted, or as they were before.",
    )
    return told(command)


def stdin_filename_option(command: Command) -> Command:
    """Add the option that names standard input."""
    told = click.option(
        "--stdin-filename",
        metavar="NAME",
        help='The name of what "-" reads, as "terms.html"; its suffix tells the format.',
    )
    return told(command)


def about_rules(command: Command) -> Command:
    """Add the options that choose the rules."""
    for option in (
        own_rules_option,
        _names("--ignore", "RULE|FAMILY", "Leave these rules out.", completing.rules_and_families),
        _names("--select", "RULE|FAMILY", "Use these rules alone.", completing.rules_and_families),
        _names("--ruleset", "NAME", "Use this ruleset alone.", completing.rulesets),
    ):
        command = option(command)
    return command


def _names(flag: str, metavar: str, told: str, offered: Offered) -> Callable[[Command], Command]:
    several = f"{told} May be repeated, or separated by commas."
    return click.option(
        flag, multiple=True, metavar=metavar, callback=_separate, help=several, shell_complete=offered
    )


def _separate(_ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    names = (name.strip() for value in given for name in value.split(","))
    return tuple(name for name in names if name)


def jobs_option(command: Command) -> Command:
    """Add the option that tells how many documents to read side by side."""
    told = click.option(
        "-j",
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="Read so many documents side by side.  [default: one per core]",
    )
    return told(command)


def cache_option(command: Command) -> Command:
    """Add the option that does without the reports of earlier runs."""
    told = click.option(
        "--no-cache", is_flag=True, help="Neither use nor keep reports on documents that have not changed."
    )
    return told(command)


def limit_option(command: Command) -> Command:
    """Add the option that says what one document may cost."""
    told = click.option(
        "--limit",
        "limits",
        multiple=True,
        metavar="NAME=N",
        callback=_limits,
        help=f"What one document may cost: {', '.join(_LIMITS)} (MB; 0 is no limit). May be repeated.",
    )
    return told(command)


def _limits(_ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]) -> dict[str, int]:
    asked: dict[str, int] = {}
    for entry in given:
        name, _, number = entry.partition("=")
        if name not in _LIMITS:
            raise click.BadParameter(exits.unknown("limit", name, _LIMITS))
        if not number.isdecimal():
            raise click.BadParameter(f'"{entry}" needs a whole number: {name}=N')
        asked[name] = int(number)
    return asked


def settings_option(command: Command) -> Command:
    """Add the options that say where settings stand."""
    for option in (
        click.option("--isolated", is_flag=True, help="Use no settings file."),
        click.option(
            "--config",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            metavar="FILE",
            help="Use this settings file, not the nearest .contract-lint.toml or pyproject.toml.",
        ),
    ):
        command = option(command)
    return command


def reader_language(asked: str) -> str:
    """The language for a page that is about no contract: as asked, else the reader's own."""
    return own() if asked == AUTO else asked


def form_option(*forms: str, told: str = "What to print.") -> Callable[[Command], Command]:
    """The option that asks for one of several forms, the first if nobody does."""
    return click.option(
        "--format", "form", type=click.Choice(forms), default=forms[0], show_default=True, help=told
    )
