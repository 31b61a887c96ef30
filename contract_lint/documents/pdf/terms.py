"""Lists of terms without rules: each term stands left of its text, and they become cells as in a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from contract_lint.documents.pdf.labels import is_only_label
from contract_lint.documents.pdf.lines import Line, around, groups, merged

_NEAR = 2.0  # points between lines that begin at one place
_LONGEST = 45  # letters of a term
_LEAST_TERMS = 2
_BARE_NUMBER = re.compile(r"[A-Za-z]|[IVXLivxl]{2,5}")

Row = Sequence[Line]


def lines_of(pieces: Sequence[Line]) -> list[Line]:
    """The lines of a column from top to bottom, each list of terms one line of cells."""
    found = [sorted(group, key=lambda piece: piece.left) for group in groups(pieces)]
    lines: list[Line] = []
    at = 0
    while at < len(found):
        count = _extent(found, at)
        lines.append(_as_line(found[at : at + count]) if count else merged(found[at]))
        at += count or 1
    return lines


def _extent(found: Sequence[Row], at: int) -> int:
    """How many rows from here on are a list of terms; 0 where none begins."""
    if len(found[at]) != 2:
        return 0
    left, x = found[at][0].left, found[at][1].left
    terms = more = 0
    for row in found[at:]:
        if _is_term(row, left, x):
            terms += 1
        elif _goes_on(row, left, x):
            more += 1
        else:
            break
    return terms + more if terms >= _LEAST_TERMS and more else 0


def _is_term(row: Row, left: float, x: float) -> bool:
    """Whether a row opens with a term and, beside it, the first line of its text."""
    return _begins_at(row, left, x) and not row[0].text[:1].islower()


def _goes_on(row: Row, left: float, x: float) -> bool:
    """Whether a row goes on with the text, or with a term and its text both."""
    if len(row) == 1:
        return not row[0].cells and abs(row[0].left - x) < _NEAR
    return _begins_at(row, left, x) and row[0].text[:1].islower()


def _begins_at(row: Row, left: float, x: float) -> bool:
    if len(row) != 2 or row[0].cells or row[1].cells:
        return False
    term = row[0].text
    lettered = any(letter.isalpha() for letter in term[:2])
    placed = abs(row[0].left - left) < _NEAR and abs(row[1].left - x) < _NEAR
    number = is_only_label(term) or _BARE_NUMBER.fullmatch(term)
    return placed and lettered and len(term) <= _LONGEST and not number


def _as_line(found: Sequence[Row]) -> Line:
    """One line that holds the terms and texts as cells."""
    left, x = found[0][0].left, found[0][1].left
    cells: list[list[Line]] = []
    for row in found:
        if _is_term(row, left, x):
            cells += [[row[0]], [row[1]]]
        else:
            for piece in row:
                cells[-1 if piece.left > left + _NEAR else -2].append(piece)
    inside = [piece for row in found for piece in row]
    return Line(
        page=inside[0].page,
        text="",
        box=around(piece.box for piece in inside),
        left=left,
        right=max(piece.right for piece in inside),
        base=inside[0].base,
        size=inside[0].size,
        start=left,
        cells=tuple(tuple(cell) for cell in cells),
    )
