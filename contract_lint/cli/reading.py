"""Reading the one document that a command is about."""

from __future__ import annotations

import sys
from pathlib import Path

from contract_lint.cli import exits, streams
from contract_lint.cli.sources import STDIN, Source
from contract_lint.model import Contract, Unreadable
from contract_lint.pipeline import Options, divided


def divided_source(file: Path, options: Options, stdin_filename: str | None) -> Contract:
    """The document, divided into clauses; `-` reads standard input."""
    piped = str(file) == "-"
    source = Source(stdin_filename or STDIN, None) if piped else Source(file.as_posix(), file)
    try:
        return divided(source.content(), options, source.name)
    except Unreadable as error:
        raise exits.Undone(f"{source.name}: {exits.reason(error, source.name)}") from error


def outcome(contract: Contract) -> int:
    """The exit code, after telling how it was read and what could not be."""
    document = contract.document
    for note in document.notes:
        streams.write(f"{document.path}: {note}\n", sys.stderr)
    for unread in document.unread:
        page = f" p.{unread.page}" if unread.page is not None else ""
        streams.write(f"{document.path}{page}: not read: {unread.what}: {unread.reason}\n", sys.stderr)
    return exits.UNDONE if document.unread else exits.NOTHING
