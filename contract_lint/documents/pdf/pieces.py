"""The text of a page cut into pieces: a line, or the part of a line up to a wide hole or a table rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Protocol

from msgspec import Struct

from contract_lint.documents.pdf.glyphs import Glyphs
from contract_lint.documents.pdf.labels import words_start
from contract_lint.documents.pdf.lines import Box, Line, around, clean

_RUN = re.compile("[^\r\n\x02]+\x02?")
_SPACED = re.compile(r"(?<!\S)(?:[^\W_] ){2,}\S(?!\S)")  # letters set apart
_WORD_GAP = 0.15  # font sizes that a gap between words is wider than one between their letters
_LOOSE = 0.57  # of the font size for a letter on average: a hole, or letters set apart
_HOLE = 0.9  # of the font size: a wider gap may be the space between two columns


class Cells(Protocol):
    """The cells of the tables on a page."""

    def cell(self, box: Box) -> int:
        """The number of the cell in which a box lies; 0 outside all tables."""

    def cuts(self, box: Box) -> bool:
        """Whether a rule runs down through a box."""


class Pieces(Struct, frozen=True):
    """What stands on one page: in the direction of reading, and aslant of it (stamps, side notes)."""

    upright: tuple[Line, ...]
    aslant: tuple[Line, ...]
    turn: int = 0


def pieces(glyphs: Glyphs, page: int, cells: Cells) -> Pieces:
    """All pieces of a page; its direction of reading is that of most of its characters."""
    found = [piece for run in _RUN.finditer(glyphs.text) for piece in _run(glyphs, page, run, cells)]
    weight: Counter[int | None] = Counter()
    for turn, line in found:
        weight[turn] += len(line.text)
    main = max(weight, key=lambda turn: (weight[turn], turn == 0), default=0)
    upright = tuple(line for turn, line in found if turn == main)
    return Pieces(upright, tuple(line for turn, line in found if turn != main), main or 0)


def turned(box: Box, turn: int | None) -> Box:
    """The box as it lies when the page is held so that the text is upright."""
    left, bottom, right, top = box
    if turn == 90:
        return bottom, -right, top, -left
    if turn == 180:
        return -right, -top, -left, -bottom
    if turn == 270:
        return -top, left, -bottom, right
    return box


def _run(glyphs: Glyphs, page: int, run: re.Match[str], cells: Cells) -> Iterator[tuple[int | None, Line]]:
    raw = run.group()
    start = run.start() + len(raw) - len(raw.lstrip())
    end = run.end() - len(raw) + len(raw.rstrip())
    if start >= end:
        return
    style = glyphs.size(_typical(glyphs.text, start, end))
    size, turn = style
    boxes = glyphs.boxes(start, end - start)
    if not boxes:
        x, y = glyphs.origin(start)
        boxes = [(x, y, x + size * (end - start) / 2, y + size)]
    if _is_torn([turned(box, turn) for box in boxes], size, end - start) or cells.cuts(around(boxes)):
        for first, last in _parts(glyphs, start, end, size, turn, cells):
            yield turn, _piece(glyphs, page, first, last, glyphs.boxes(first, last - first) or boxes)
    else:
        yield turn, _piece(glyphs, page, start, end, boxes, style)


def _typical(text: str, start: int, end: int) -> int:
    """A character that stands for the whole run: in the middle, as the first may be a superscript."""
    at = (start + end) // 2
    while at > start and text[at].isspace():
        at -= 1
    return at


def _is_torn(boxes: Sequence[Box], size: float, letters: int) -> bool:
    """Whether a run leaves a hole between its boxes or its letters, or lies on more than one line."""
    left, bottom, right, top = around(boxes)
    if top - bottom > 1.9 * size or right - left > _LOOSE * size * letters:
        return True
    if len(boxes) == 1:
        return False
    edge = min(boxes)[2]
    for box in sorted(boxes):
        if box[0] - edge > _HOLE * size:
            return True
        edge = max(edge, box[2])
    return False


def _parts(
    glyphs: Glyphs, start: int, end: int, size: float, turn: int | None, cells: Cells
) -> Iterator[tuple[int, int]]:
    """Cut a run where its characters jump, or pass from one table cell into another."""
    first, last, right, base, cell = start, start, 0.0, 0.0, 0
    for at in range(start, end):
        found = None if glyphs.text[at].isspace() else glyphs.box(at)
        if found is None:
            continue
        box = turned(found, turn)
        x, y = glyphs.origin(at)
        here, now = turned((x, y, x, y), turn)[1], cells.cell(found)
        jumps = not -2 * size < box[0] - right < _HOLE * size or abs(here - base) > 0.8 * size
        # A word that sticks out of its cell stays whole.
        leaves = now != cell and (glyphs.text[at - 1].isspace() or box[0] - right > 0.3 * size)
        if at > first and (jumps or leaves):
            yield first, last
            first = at
        cell = now if at == first else cell
        last, right, base = at + 1, box[2], here
    yield first, max(last, end if first == start else last)


def _piece(
    glyphs: Glyphs,
    page: int,
    start: int,
    end: int,
    boxes: Sequence[Box],
    style: tuple[float, int | None] | None = None,
) -> Line:
    raw = glyphs.text[start:end]
    typical = _typical(glyphs.text, start, end)
    size, turn = style or glyphs.size(typical)
    x, y = glyphs.origin(typical)
    box = around(boxes)
    left, _, right, _ = turned(box, turn)
    first = start + words_start(raw)
    begin = glyphs.box(first) if first > start else None
    return Line(
        page=page,
        text=clean(_closed(glyphs, start, raw) if _SPACED.search(raw) else raw),
        box=box,
        left=left,
        right=right,
        base=turned((x, y, x, y), turn)[1],
        size=size,
        start=turned(begin, turn)[0] if begin else left,
        bold=glyphs.bold(first),
        bold_end=glyphs.bold(end - 1),
    )


def _closed(glyphs: Glyphs, start: int, raw: str) -> str:
    """The text with letters that were set apart put together again; wider gaps are between words."""

    def closed(found: re.Match[str]) -> str:
        places = range(start + found.start(), start + found.end(), 2)
        boxes = [glyphs.box(at) for at in places]
        gaps = [after[0] - box[2] if box and after else 0.0 for box, after in pairwise(boxes)]
        wide = median(gaps) + _WORD_GAP * glyphs.size(places[0])[0]
        letters = [glyphs.text[at] for at in places]
        return letters[0] + "".join(
            f" {letter}" if gap > wide else letter for letter, gap in zip(letters[1:], gaps, strict=True)
        )

    return _SPACED.sub(closed, raw)
