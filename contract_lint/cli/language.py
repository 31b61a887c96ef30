"""The language that the commands speak: the user's own, as far as we know it."""

from __future__ import annotations

import os
from copy import copy
from inspect import cleandoc
from typing import TypeVar

import click

VARIABLE = "CONTRACT_LINT_LANGUAGE"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
_NONE = ("C", "POSIX")
Command = TypeVar("Command", bound=click.Command)


def own() -> str:
    """The user's language, "nl" or "en": as `VARIABLE` says, else as gettext reads the locale."""
    locale = next((told for name in _LOCALE if (told := os.environ.get(name))), "")
    listed = "" if locale in _NONE else os.environ.get("LANGUAGE", "")
    for told in (os.environ.get(VARIABLE, ""), *listed.split(":"), locale):
        code = told.partition("_")[0].partition(".")[0].lower()
        if code in ("nl", "en"):
            return code
    return "en"


def say(text: str) -> str:
    """A text of ours in the user's language; an English run loads nothing for it."""
    language = own()
    if language == "en":
        return text
    from contract_lint.translations import translated

    return translated(text, language)


def prepare() -> None:
    """Let Click's own sentences be in the user's language too: Click asks gettext, gettext asks us."""
    if own() == "en":
        return
    import gettext

    def dgettext(domain: str, message: str) -> str:
        return say(message)

    def dngettext(domain: str, msgid1: str, msgid2: str, n: int) -> str:
        return say(msgid1 if n == 1 else msgid2)

    gettext.dgettext, gettext.dngettext = dgettext, dngettext


def spoken(command: Command) -> Command:
    """The command with its help in the user's language."""
    if own() == "en":
        return command
    told = copy(command)
    vars(told).update(_help_option=None)  # which Click makes once, in the language of the first run
    told.help = _page(command.help or "")
    told.short_help = command.short_help and say(command.short_help)
    told.params = [_parameter(one) for one in command.params]
    told.options_metavar = say(command.options_metavar or "")
    if isinstance(told, click.Group):
        told.subcommand_metavar = say(told.subcommand_metavar)
        told.commands = {name: spoken(one) for name, one in told.commands.items()}
    return told


def _page(text: str) -> str:
    """A page of help, paragraph by paragraph; of a block that is not wrapped, the line that opens it."""
    return "\n\n".join(map(_paragraph, cleandoc(text).split("\n\n")))


def _paragraph(text: str) -> str:
    if not text.startswith("\b"):
        return say(" ".join(text.split()))
    mark, opening, *lines = text.split("\n")
    return "\n".join((mark, say(opening), *lines))


def _parameter(parameter: click.Parameter) -> click.Parameter:
    told = copy(parameter)
    if isinstance(told, click.Option) and told.help:
        told.help = say(told.help)
    if isinstance(told.type, click.Path):
        told.type = copy(told.type)
        told.type.name = say(told.type.name)
    return told
