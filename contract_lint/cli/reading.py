"""Reading the one document that a command is about."""

from __future__ import annotations

import sys
from pathlib import Path

from contract_lint.cli import exits, streams
from contract_lint.model import Contract, Unreadable
from contract_lint.pipeline import Options, divided


def divided_source(file: Path, language: str | None) -> Contract:
    """The document, divided into clauses; `-` reads standard input."""
    source, name = (sys.stdin.buffer.read(), "<stdin>") if str(file) == "-" else (file, file.as_posix())
    try:
        return divided(source, Options(language=language), name)
    except Unreadable as error:
        raise exits.Undone(f"{name}: {exits.reason(error, name)}") from error


def outcome(contract: Contract) -> int:
    """The exit code, after telling what could not be read."""
    document = contract.document
    for unread in document.unread:
        page = f" p.{unread.page}" if unread.page is not None else ""
        streams.write(f"{document.path}{page}: not read: {unread.what}: {unread.reason}\n", sys.stderr)
    return exits.UNDONE if document.unread else exits.NOTHING
