"""Turning the bytes of a text file into characters, and these into lines."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contract_lint.documents.assembly import Assembly

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = 4096
# UTF-8 that was once read as Latin-1 and saved again: "Â§", "â\x80\x99".
_TWICE = re.compile("[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}")
_TWICE_HINT = re.compile("[\u00c2\u00c3][\u0080-\u00bf]|\u00e2[\u0080-\u009f][\u0080-\u00bf]")
_NOT_ASCII = re.compile("[^\x00-\x7f\ufffd]")
LINE_END = re.compile("\r\n|\r|\n")
LOST = "\ufffd"  # stands for bytes that are no character


def wide(head: bytes) -> str:
    """The encoding that takes two or four bytes a character, by its mark or its pattern of NULs; else ""."""
    for mark, encoding in _MARKS[1:]:
        if head.startswith(mark):
            return encoding
    even, odd = head[:_HEAD:2], head[1:_HEAD:2]
    for zero, letters, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if len(head) >= 4 and zero.count(0) > 0.7 * len(zero) and not letters.count(0):
            return encoding
    return ""


def decode(data: bytes, declared: str = "") -> str:
    """By its mark, else UTF-8 when it is valid, else as declared by the file itself, else Windows-1252.

    What is no character in that encoding becomes `LOST`.
    """
    if encoding := wide(data):
        return data.decode(encoding, "replace").removeprefix("\ufeff")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _other(data, declared)
    return _TWICE.sub(_once, text) if _TWICE_HINT.search(text) else text


def split_lines(text: str) -> list[str]:
    """The lines as editors count them: a form feed or a Unicode separator ends none."""
    lines = LINE_END.split(text)
    return lines[:-1] if not lines[-1] else lines


def note_lost(text: str, assembly: Assembly) -> None:
    """Tell how many characters are lost, if any are."""
    if lost := text.count(LOST):
        reason = f"{lost} cannot be read and stand as {LOST}; save the file again as UTF-8"
        assembly.unread("damaged characters", reason)


def _other(data: bytes, declared: str) -> str:
    damaged = data.decode("utf-8", "replace")
    if len(_NOT_ASCII.findall(damaged)) > damaged.count(LOST):
        return damaged  # UTF-8 with some bytes broken
    try:
        return data.decode(declared or "cp1252", "replace")
    except LookupError:
        return data.decode("cp1252", "replace")


def _once(match: re.Match[str]) -> str:
    """The character that was meant, padded so that every other character keeps its column."""
    try:
        meant = match.group().encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return match.group()
    return meant + "\u200b" * (len(match.group()) - 1)
