"""Turning the bytes of a text file into characters."""

from __future__ import annotations

import re

# UTF-8 that was once read as Latin-1 and saved again: "Â§", "â\x80\x99".
_TWICE = re.compile("[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}")
_TWICE_HINT = re.compile("[\u00c2\u00c3][\u0080-\u00bf]|\u00e2[\u0080-\u009f][\u0080-\u00bf]")


def decode(data: bytes) -> str:
    """UTF-8 or UTF-16 as the byte order mark says, else UTF-8 when it is valid, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
    return _TWICE.sub(_once, text) if _TWICE_HINT.search(text) else text


def _once(match: re.Match[str]) -> str:
    """The character that was meant, padded so that every other character keeps its column."""
    try:
        meant = match.group().encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return match.group()
    return meant + "\u200b" * (len(match.group()) - 1)
