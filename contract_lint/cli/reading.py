"""Reading the one document that a command is about."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from contract_lint.cli import exits, streams
from contract_lint.cli.sources import STDIN, Source
from contract_lint.model import Contract, Unreadable
from contract_lint.pipeline import Options, divided
from contract_lint.workers import Lost, alone

Result = TypeVar("Result")
Work = Callable[[Path | bytes, Options, str], Result]


def divided_source(file: Path, options: Options, stdin_filename: str | None) -> Contract:
    """The document, divided into clauses; `-` reads standard input."""
    return read_alone(divided, file, options, stdin_filename)


def read_alone(work: Work[Result], file: Path, options: Options, stdin_filename: str | None) -> Result:
    """What the work makes of the document, in a process of its own."""
    piped = str(file) == "-"
    source = Source(stdin_filename or STDIN, None) if piped else Source(file.as_posix(), file)
    task = (source.content(), source.name)
    try:
        result = alone(partial(_done, work, options), task, options.limits)
    except Unreadable as error:
        raise exits.Undone(f"{source.name}: {exits.reason(error, source.name)}") from error
    if isinstance(result, Lost):
        raise exits.Undone(f"{source.name}: {result.reason}")
    return result


def _done(work: Work[Result], options: Options, task: tuple[Path | bytes, str]) -> Result:
    source, name = task
    return work(source, options, name)


def outcome(contract: Contract) -> int:
    """The exit code, after telling how it was read and what could not be."""
    document = contract.document
    for note in document.notes:
        streams.tell(f"{document.path}: {note}\n", sys.stderr)
    for unread in document.unread:
        page = f" p.{unread.page}" if unread.page is not None else ""
        streams.tell(f"{document.path}{page}: not read: {unread.what}: {unread.reason}\n", sys.stderr)
    return exits.UNDONE if document.unread else exits.NOTHING
