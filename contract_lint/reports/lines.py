"""Lines for a terminal, whose stretches carry marks: wrapping them never loses what was marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from contract_lint.reports.printable import clean


class Mark(Enum):
    """What a stretch is to the reader, by the colour code that shows it."""

    PLAIN = ""
    STRONG = "1"
    ERROR = "1;31"
    WARNING = "1;33"
    NOTE = "1;34"
    DELETED = "9;31"
    INSERTED = "32"


class Stretch(NamedTuple):
    """Characters of one mark, as they are printed; never none."""

    text: str
    mark: Mark = Mark.PLAIN


Line = list[Stretch]
SPACE = Stretch(" ")


def line_of(text: str, mark: Mark = Mark.PLAIN) -> Line:
    """A text of one mark as it may be printed, on one line."""
    told = clean(text)
    return [Stretch(told, mark)] if told else []


def gap(columns: int) -> Line:
    """So many spaces."""
    return [Stretch(" " * columns)] if columns > 0 else []


def text_of(told: Iterable[Stretch]) -> str:
    """The characters alone."""
    return "".join([stretch.text for stretch in told])


def squeeze(told: Iterable[Stretch]) -> Line:
    """A line with one space where two stretches meet in several, a marked one before a plain one."""
    kept: Line = []
    for text, mark in told:
        if kept and text[0] == " " and kept[-1].text[-1] == " ":
            if mark is Mark.PLAIN:
                text = text[1:]
            else:
                last = kept.pop()
                kept += [Stretch(last.text[:-1], last.mark)] if len(last.text) > 1 else []
        if text and kept and kept[-1].mark is mark:
            kept[-1] = Stretch(kept[-1].text + text, mark)
        elif text:
            kept.append(Stretch(text, mark))
    return kept


def cut(told: Sequence[Stretch], start: int, end: int) -> Line:
    """The characters from `start` to `end`, as a slice has them."""
    kept = []
    for text, mark in told:
        if end <= 0:
            break
        if part := text[max(start, 0) : end]:
            kept.append(Stretch(part, mark))
        start, end = start - len(text), end - len(text)
    return kept


def strip(told: Sequence[Stretch]) -> Line:
    """A line without the spaces around it."""
    text = text_of(told)
    return cut(told, *bare(text, 0, len(text)))


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A slice of a text without the spaces at its ends."""
    while start < end and text[start] == " ":
        start += 1
    while start < end and text[end - 1] == " ":
        end -= 1
    return start, end


def width(text: str) -> int:
    """The columns that a terminal gives it."""
    return len(text) if text.isascii() else sum(map(_columns, text))


# A report has many characters, but few kinds of them: each is looked at once.
@lru_cache(maxsize=1 << 12)
def _columns(char: str) -> int:
    return 0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1


def wrap(told: Sequence[Stretch], columns: int) -> list[Line]:
    """Lines of at most so many columns, broken at spaces; a longer word stands on a line of its own."""
    return [cut(told, start, end) for start, end in folds(text_of(told), columns)]


def fold(text: str, columns: int) -> list[str]:
    """A text as it may be printed, in lines as `wrap` makes them."""
    told = clean(text)
    return [told[start:end] for start, end in folds(told, columns)]


def folds(text: str, columns: int) -> list[tuple[int, int]]:
    """Where the lines of a text begin and end, without the spaces around them."""
    pieces = (bare(text, start, end) for start, end in _pieces(text, columns))
    return [(start, end) for start, end in pieces if start < end]


def _pieces(text: str, columns: int) -> Iterator[tuple[int, int]]:
    """Where lines begin and end, each with the space that it breaks at."""
    start = 0
    while (reach := _reach(text, start, columns)) < len(text):
        space = text.rfind(" ", start, reach + 1)
        if space < 0:
            space = text.find(" ", reach + 1)
        if space < 0:
            break
        yield start, space + 1
        start = space + 1
    yield start, len(text)


def _reach(text: str, start: int, columns: int) -> int:
    """How far so many columns go."""
    if text[start : start + columns + 1].isascii():
        return start + columns
    for at in range(start, len(text)):
        columns -= _columns(text[at])
        if columns < 0:
            return at
    return len(text)


def painted(text: str, mark: Mark, color: bool) -> str:
    """A text of one mark as it is printed, in its colour when that is wanted."""
    told = clean(text)
    return f"\x1b[{mark.value}m{told}\x1b[0m" if color and told else told


def paint(told: Iterable[Stretch], color: bool) -> str:
    """A line as a string, with the colours of its marks when they are wanted."""
    if not color:
        return text_of(told)
    painted, before = [], Mark.PLAIN
    for text, mark in (*told, Stretch("")):
        if mark is not before:
            painted.append("\x1b[0m" if before.value else "")
            painted.append(f"\x1b[{mark.value}m" if mark.value else "")
        painted.append(text)
        before = mark
    return "".join(painted)
