"""Telling what a file is: its first bytes go before its name."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from contract_lint.documents.text_decoding import wide
from contract_lint.model import Unreadable

_PDF, _WORD, _MARKDOWN = "pdf", "docx", "markdown"
_TEXT, _HTML, _OFFICE = "text", "html", "office"
READERS = {
    ".pdf": _PDF,
    ".docx": _WORD,
    ".docm": _WORD,
    ".dotx": _WORD,
    ".dotm": _WORD,
    ".doc": _OFFICE,
    ".odt": _OFFICE,
    ".rtf": _OFFICE,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".txt": _TEXT,
}
HEAD = 4096  # bytes that tell

_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
# No possessive group: Python before 3.11.5 loses matches in one that holds alternatives.
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]*+>\s*+|<!--(?:[^-]|-(?!->))*-->\s*+)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_ARCHIVED_PAGE = re.compile(rb"(?:[\w-]+:[^\n]*+\n[ \t]?)*?content-type:\s*multipart/related", re.IGNORECASE)
_POINTERS = ((b"version https://git-lfs", "git lfs pull"), (b"/annex/objects/", "git annex get"))


def reader_of(path: str, called: str, head: bytes) -> str:
    """The name of the reader for a file that begins with `head`; `Unreadable` where there is none."""
    known = READERS.get(Path(path).suffix.lower())
    if found := _by_content(head):
        return found
    if known in (_PDF, _WORD, _OFFICE):
        return known  # damaged: its own reader says how
    _refuse(called, head)
    return known or _TEXT


def _by_content(head: bytes) -> str | None:
    if b"%PDF-" in head[:1024]:  # some writers put a line before it
        return _PDF
    if head.startswith(b"PK"):
        return _OFFICE if _OPEN_DOCUMENT in head[:128] else _WORD
    if head.startswith((b"{\\rtf", b"\xd0\xcf\x11\xe0")):
        return _OFFICE
    return _HTML if _PAGE.match(head) else None


def _refuse(called: str, head: bytes) -> None:
    """Raise where these bytes are no text, or text that only stands for a document."""
    for beginning, command in _POINTERS:
        if head.startswith(beginning):
            raise Unreadable(f"{called} only points to the document; fetch it with: {command}")
    if _ARCHIVED_PAGE.match(head):
        raise Unreadable(
            f"{called} is a web archive (.mhtml); open it in a browser and save it as 'Web page, HTML only'"
        )
    if _is_binary(head):
        raise Unreadable(
            f"{called} is not a document that can be read: save it as PDF, DOCX, HTML, Markdown or text"
        )


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
