"""The room of documents: one reader per format, each giving a `Document`."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from contract_lint.documents.formats import HEAD, READERS, reader_of
from contract_lint.documents.limits import IN_BYTES, MB, STANDARD, Limits
from contract_lint.documents.wanted import ACCEPTED, AS_USUAL, ORIGINAL, Wanted
from contract_lint.model import Document, Unreadable

__all__ = ["ACCEPTED", "IN_BYTES", "MB", "ORIGINAL", "STANDARD", "SUFFIXES", "Limits", "Wanted", "read"]

SUFFIXES = tuple(READERS)


class Reader(Protocol):
    """What the module of a format offers."""

    def read(self, source: Path | bytes, name: str, wanted: Wanted = AS_USUAL) -> Document:
        """The document of a file or of its bytes."""


def read(
    source: str | os.PathLike[str] | bytes, name: str | None = None, wanted: Wanted = AS_USUAL
) -> Document:
    """Read a file, or the bytes of one; `name` is what bytes are called in reports."""
    if isinstance(source, bytes):
        called = name or "<stdin>"
        _check_size(len(source), called, wanted.limits)
        return _reader(called, called, source[:HEAD]).read(source, called, wanted)
    path = Path(source)
    called = name or str(path)
    return _reader(str(path), called, _head(path, called, wanted.limits)).read(path, called, wanted)


def _head(path: Path, called: str, limits: Limits) -> bytes:
    """The first bytes of a file that can be read, or a clear reason why not."""
    try:
        if path.is_dir():
            raise Unreadable(f"{called} is a folder, not a document")
        _check_size(path.stat().st_size, called, limits)
        with path.open("rb") as file:
            return file.read(HEAD)
    except FileNotFoundError:
        raise Unreadable(f"{called} does not exist") from None
    except PermissionError:
        raise Unreadable(f"{called} may not be read: permission denied") from None
    except (OSError, ValueError) as error:
        raise Unreadable(f"{called} cannot be opened: {error}") from None


def _check_size(size: int, called: str, limits: Limits) -> None:
    if size == 0:
        raise Unreadable(f"{called} is empty")
    if size > limits.file:
        most = limits.file / MB
        raise Unreadable(f"{called} is too large: {size / MB:.0f} MB, at most {most:.0f} MB can be read")


def _reader(path: str, called: str, head: bytes) -> Reader:
    return cast(Reader, import_module(f"{__name__}.{reader_of(path, called, head)}"))
