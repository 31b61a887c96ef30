"""Tables without rules: short texts that stand in columns below each other become cells, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean

from contract_lint.documents.pdf.labels import label
from contract_lint.documents.pdf.lines import Line, around, groups

_NEAR = 2.0  # points between texts that begin at one place
_LEAST_ROWS = 3
_APART = 2.2  # font sizes from row to row at most
_LONGEST = 32  # letters of a cell on average; a column of running text has more
_FILLED = 0.75  # of the distance to the next column at most, on average
_GOING_ON = 0.25  # of the cells begin with a small letter, as lines of running text do
_FIGURE = re.compile(r"\d")
_FIGURES = 0.5  # of the cells of the last of two columns

Row = Sequence[Line]


def with_tables(pieces: Sequence[Line]) -> list[Line]:
    """The pieces of a page, those of each table as one line of cells."""
    if len({round(piece.base) for piece in pieces}) == len(pieces):
        return list(pieces)  # nothing stands beside anything
    found = [sorted(group, key=lambda piece: piece.left) for group in groups(pieces)]
    result: list[Line] = []
    at = 0
    while at < len(found):
        rows = list(_rows(found[at:]))
        if _is_table(rows):
            result.append(_as_line(rows))
            at += len(rows)
        else:
            result += found[at]
            at += 1
    return result


def _rows(found: Sequence[Row]) -> Iterator[Row]:
    """The first row with its columns, and what follows in the same columns."""
    first = found[0]
    if len(first) < 2 or any(piece.cells for piece in first):
        return
    lefts, last = [piece.left for piece in first], first[0]
    for row in found:
        placed = all(any(abs(piece.left - left) < _NEAR for left in lefts) for piece in row)
        near = last.base - row[0].base < _APART * last.size
        alone = len(row) == 1 and not (row[0].left > lefts[0] + _NEAR and row[0].text[:1].islower())
        if not placed or not near or alone or any(piece.cells for piece in row):
            return
        yield row
        last = row[0]


def _is_table(rows: Sequence[Row]) -> bool:
    full = [row for row in rows if len(row) > 1]
    if len(full) < _LEAST_ROWS or any(label(row[0].text) for row in full):
        return False
    lefts = [piece.left for piece in rows[0]]
    cells = [piece for row in full for piece in row]
    going_on = fmean(piece.text[:1].islower() for piece in cells)
    long = fmean(len(piece.text) for piece in cells)
    if going_on > _GOING_ON or long > _LONGEST or not _has_room(full, lefts):
        return False
    last = [row[-1].text for row in full]
    return len(lefts) > 2 or sum(map(bool, map(_FIGURE.search, last))) >= _FIGURES * len(last)


def _has_room(rows: Sequence[Row], lefts: Sequence[float]) -> bool:
    """Whether every column but the last leaves a part of its width empty."""
    for left, following in pairwise(lefts):
        widths = [piece.right - left for row in rows for piece in row if abs(piece.left - left) < _NEAR]
        if fmean(widths) > _FILLED * (following - left):
            return False
    return True


def _as_line(rows: Sequence[Row]) -> Line:
    """One line that holds the cells; a row with one text goes on with the cell above it."""
    cells: list[list[Line]] = []
    for row in rows:
        above = next((cell for cell in reversed(cells) if abs(cell[0].left - row[0].left) < _NEAR), None)
        if len(row) == 1 and above is not None:
            above.append(row[0])
        else:
            cells += [[piece] for piece in row]
    inside = [piece for row in rows for piece in row]
    return Line(
        page=inside[0].page,
        text="",
        box=around(piece.box for piece in inside),
        left=min(piece.left for piece in inside),
        right=max(piece.right for piece in inside),
        base=inside[0].base,
        size=inside[0].size,
        start=inside[0].left,
        cells=tuple(tuple(cell) for cell in cells),
    )
