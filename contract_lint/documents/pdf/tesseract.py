"""The words in a picture of a page, as the program tesseract recognises them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator

from msgspec import Struct

_LANGUAGES = ("nld", "eng")
_COLUMNS = 12  # of tesseract's tables
_WORD = "5"
_SPECK = 50.0  # a sign without letters that it is less sure of is dirt on the page
_ROTATE = re.compile(rb"Rotate: (\d+)")


class Word(Struct, frozen=True):
    """A word, the line that it stands on, its box in pixels from the top left, and 0 to 100: how sure."""

    text: str
    line: tuple[str, ...]
    left: int
    top: int
    right: int
    bottom: int
    confidence: float


class Failed(Exception):
    """What kept tesseract from reading a picture, in words for a report."""


def lacking() -> str:
    """What must be installed before anything can be recognised; empty when nothing is missing."""
    if shutil.which("tesseract") is None:
        return "tesseract, which is not installed (Debian: tesseract-ocr and tesseract-ocr-nld)"
    known = _run(b"", "--list-langs", seconds=60).decode("utf-8", "replace").split()
    missing = [language for language in _LANGUAGES if language not in known]
    packages = " and ".join(f"tesseract-ocr-{language}" for language in missing)
    return f"tesseract's data for {' and '.join(missing)} (Debian: {packages})" if missing else ""


def words(picture: bytes, dots: int, seconds: int, columns: bool = False) -> list[Word]:
    """The words of a picture (PGM, so many dots per inch), line by line; may raise `Failed`.

    Looking for columns, it loses numbers that stand alone before a paragraph.
    """
    layout = "3" if columns else "4"
    table = _run(
        picture,
        *("stdin", "stdout", "-l", "+".join(_LANGUAGES), "--dpi", str(dots), "--psm", layout, "tsv"),
        seconds=seconds,
    )
    return list(_words(table.decode("utf-8", "replace")))


def turned_by(picture: bytes, dots: int, seconds: int) -> int:
    """By how many degrees the picture must be turned clockwise to stand upright; 0 when it cannot tell."""
    try:
        said = _run(picture, "stdin", "stdout", "--dpi", str(dots), "--psm", "0", seconds=seconds)
    except Failed:
        return 0
    found = _ROTATE.search(said)
    return int(found[1]) % 360 if found else 0


def _run(given: bytes, *arguments: str, seconds: int) -> bytes:
    # More threads make it many times slower on few cores.
    settings = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    command = ["tesseract", *arguments]
    try:
        return subprocess.check_output(
            command, input=given, stderr=subprocess.DEVNULL, timeout=seconds, env=settings
        )
    except subprocess.TimeoutExpired:
        raise Failed(f"it took tesseract longer than {seconds} seconds") from None
    except (subprocess.CalledProcessError, OSError):
        raise Failed("it could not be read by tesseract") from None


def _words(table: str) -> Iterator[Word]:
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != _WORD or not cells[11].strip():
            continue
        left, top, width, height = map(int, cells[6:10])
        confidence = float(cells[10])
        if confidence >= _SPECK or any(letter.isalnum() for letter in cells[11]):
            place = (left, top, left + width, top + height)
            yield Word(cells[11].strip(), tuple(cells[2:5]), *place, confidence)
