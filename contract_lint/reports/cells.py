"""Text as cells, one per character with its mark, so that wrapping never loses what was marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple
from unicodedata import category, combining, east_asian_width

# Marks of how a word may break or join: a reader of the report needs none of them.
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_UNPRINTABLE = frozenset(("Cc", "Cf", "Cn", "Co", "Cs"))


class Mark(Enum):
    """What a cell is to the reader, by the colour code that shows it."""

    PLAIN = ""
    STRONG = "1"
    ERROR = "1;31"
    WARNING = "1;33"
    NOTE = "1;34"
    DELETED = "9;31"
    INSERTED = "32"

    __hash__ = object.__hash__  # asked for every character, and Enum's own is slow


class Cell(NamedTuple):
    """One character as it is printed."""

    text: str
    mark: Mark = Mark.PLAIN

    @property
    def width(self) -> int:
        """The columns that a terminal gives it."""
        return _columns(self.text)


SPACE = Cell(" ")


# A report has many characters, but few kinds of them: each is looked at once.
@lru_cache(maxsize=1 << 12)
def _columns(text: str) -> int:
    if text.isascii():
        return len(text)
    return 0 if combining(text) else 2 if east_asian_width(text) in "WF" else 1


@lru_cache(maxsize=1 << 12)
def cell_of(char: str, mark: Mark) -> Cell:
    """A character of a document as it may be printed."""
    return Cell(printable(char), mark)


def printable(char: str) -> str:
    """The character as it may be sent to a terminal, which must not obey what a document holds."""
    if char.isspace():
        return " "
    if char in _INVISIBLE:
        return ""
    if category(char) in _UNPRINTABLE:
        code = ord(char)
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
    return char


def is_clean(text: str) -> bool:
    """Whether every character may be printed as it is: nearly always."""
    return text.isprintable() and "  " not in text


def clean(text: str) -> str:
    """A text as it may be printed, on one line."""
    if is_clean(text):
        return text
    return "".join(cell.text for cell in cells(text))


def cells(text: str, mark: Mark = Mark.PLAIN) -> list[Cell]:
    """A text as cells of one mark, on one line."""
    found = [cell_of(char, mark) for char in text]
    return found if is_clean(text) else squeeze(found)


def squeeze(found: Iterable[Cell]) -> list[Cell]:
    """Cells without the empty ones, and with one space for several."""
    kept: list[Cell] = []
    for cell in found:
        if cell.text == " " and kept and kept[-1].text == " ":
            if cell.mark is not Mark.PLAIN:
                kept[-1] = cell
        elif cell.text:
            kept.append(cell)
    return kept


def width(line: Iterable[Cell]) -> int:
    """The columns of a line."""
    texts = [cell.text for cell in line]
    return sum(map(len, texts)) if "".join(texts).isascii() else sum(map(_columns, texts))


def strip(line: Sequence[Cell]) -> list[Cell]:
    """A line without the spaces around it."""
    start, end = 0, len(line)
    while start < end and line[start].text == " ":
        start += 1
    while start < end and line[end - 1].text == " ":
        end -= 1
    return list(line[start:end])


def wrap(text: Sequence[Cell], columns: int) -> list[list[Cell]]:
    """Lines of at most so many columns, broken at spaces; a longer word stands on a line of its own."""
    texts = [cell.text for cell in text]
    used = [0, *accumulate(map(_columns, texts))]
    lines: list[Sequence[Cell]] = []
    start = begin = 0
    for end in _word_ends(texts):
        if begin > start and used[end] - used[start] - (texts[end - 1] == " ") > columns:
            lines.append(text[start:begin])
            start = begin
        begin = end
    return [kept for line in (*lines, text[start:]) if (kept := strip(line))]


def _word_ends(texts: Sequence[str]) -> list[int]:
    """Where words end, each with the space after it."""
    ends = [at for at, text in enumerate(texts, start=1) if text == " "]
    return ends if texts and texts[-1] == " " else [*ends, len(texts)]


def paint(line: Sequence[Cell], color: bool) -> str:
    """A line as a string, with the colours of its marks when they are wanted."""
    if not color:
        return "".join([cell.text for cell in line])
    painted = []
    for at, cell in enumerate(line):
        before = line[at - 1].mark if at else Mark.PLAIN
        if cell.mark is not before:
            painted.append(
                ("\x1b[0m" if before.value else "") + (f"\x1b[{cell.mark.value}m" if cell.mark.value else "")
            )
        painted.append(cell.text)
    if line and line[-1].mark.value:
        painted.append("\x1b[0m")
    return "".join(painted)
