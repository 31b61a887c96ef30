"""The room of documents: one reader per format, each giving a `Document`."""

from __future__ import annotations

import codecs
import os
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from contract_lint.documents.limits import IN_BYTES, MB, STANDARD, Limits
from contract_lint.documents.text_decoding import wide
from contract_lint.documents.wanted import ACCEPTED, AS_USUAL, ORIGINAL, Wanted
from contract_lint.model import Document, Unreadable

__all__ = ["ACCEPTED", "IN_BYTES", "MB", "ORIGINAL", "STANDARD", "SUFFIXES", "Limits", "Wanted", "read"]

_READERS = {
    ".pdf": "contract_lint.documents.pdf",
    ".docx": "contract_lint.documents.docx",
    ".md": "contract_lint.documents.markdown",
    ".markdown": "contract_lint.documents.markdown",
    ".txt": "contract_lint.documents.text",
}
SUFFIXES = tuple(_READERS)
_MAGIC = ((b"%PDF", ".pdf"), (b"PK", ".docx"))
_NO_TEXT = (b"{\\rtf", b"\xd0\xcf\x11\xe0")  # RTF and the old Word format
_HEAD = 4096


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
        return _reader(called, called, source[:_HEAD]).read(source, called, wanted)
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
            return file.read(_HEAD)
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
    """The reader for these first bytes; what they say goes before the suffix."""
    suffix = Path(path).suffix.lower()
    format = next((format for magic, format in _MAGIC if head.startswith(magic)), "")
    if not format and b"%PDF-" in head[:1024]:
        format = ".pdf"  # some writers put a line before it
    if not format and suffix in (".pdf", ".docx"):
        format = suffix  # damaged: its own reader says how
    if not format and (head.startswith(_NO_TEXT) or _is_binary(head)):
        raise Unreadable(
            f"{called} is not a document that can be read: save it as PDF, DOCX, Markdown or text"
        )
    if not format:
        format = suffix if suffix in _READERS else ".txt"
    return cast(Reader, import_module(_READERS[format]))


def _is_binary(head: bytes) -> bool:
    """Whether these are no letters: many controls, or some among bytes that are no UTF-8."""
    if wide(head):
        return False
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return controls > len(head) // 50
    return controls > len(head) // 4
