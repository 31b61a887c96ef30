"""How a run ends: 0 nothing to report, 1 findings, 2 could not do all of the work, 130 interrupted."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

import click

from contract_lint.cli.language import say

NOTHING, FINDINGS, UNDONE, INTERRUPTED = 0, 1, 2, 130

# What Click itself turns into a message or an exit code; all else that is raised is a fault of ours.
FORESEEN = (click.ClickException, click.exceptions.Exit, click.Abort)


class Undone(click.ClickException):
    """The work could not be done; Click's own would exit 1, which means findings here."""

    exit_code = UNDONE


def leave(run: Callable[[], Any]) -> NoReturn:
    """Run and exit with the code that `run` returns, or with the code of what it raises."""
    try:
        code = run()
    except click.ClickException as error:
        vars(error).update(message=say(error.message))
        error.show()
        code = UNDONE
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    sys.exit(code if isinstance(code, int) else NOTHING)


def unforeseen(error: Exception, debug: bool) -> int:
    """Tell about an exception that nobody foresaw, in one line unless a traceback is asked for."""
    from contract_lint.model import Fault, Unreadable

    if isinstance(error, (Fault, Unreadable)):
        click.echo(say(f"Error: {near(str(error))}"), err=True)
    elif not isinstance(error, BrokenPipeError):  # whoever read our output has gone: nobody to tell
        click.echo(say(f"contract-lint: {internal(error)}"), err=True)
        if debug:
            click.echo(traceback(error), err=True)
    return UNDONE


def near(text: str) -> str:
    """A text with the paths below this folder as one writes them here."""
    return text.replace(f"{Path.cwd()}{os.sep}", "")


def reason(error: Exception, name: str) -> str:
    """What an error says, without the name of the document where that is told already."""
    return str(error).removeprefix(name).lstrip(": ")


def internal(error: Exception) -> str:
    """One line on a fault of ours."""
    said = " ".join(str(error).split())
    return f"internal error ({type(error).__name__}: {said}); please report it, with what --debug shows"


def traceback(error: Exception) -> str:
    """Where the fault is, for whoever mends it."""
    from traceback import format_exception

    return "".join(format_exception(error))


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """Say that a name is unknown, and which one was probably meant."""
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), n=1, cutoff=0.5)
    hint = f'; did you mean "{near[0]}"?' if near else ""
    return f'there is no {what} "{name}"{hint}'
