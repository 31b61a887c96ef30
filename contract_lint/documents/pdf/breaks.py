"""Page breaks of an earlier print inside a page: headers and page numbers that came along in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from contract_lint.documents.pdf.columns import Column
from contract_lint.documents.pdf.lines import Line
from contract_lint.documents.pdf.margins import masked

_APART = 3.3  # font sizes of white above the break
_WIDE = 0.6  # of the column: a longer line is text
_LEAST = 3


@dataclass(frozen=True, slots=True)
class _Break:
    """Rows `start` to `end` of a column, which stand between two printed pages."""

    column: int
    start: int
    end: int


def without_breaks(columns: Sequence[Column]) -> tuple[list[Column], list[Line]]:
    """The columns parted at such breaks, and the lines that stood there."""
    breaks = list(_breaks(columns))
    cutting = sum(_cuts_sentence(columns[found.column].rows, found) for found in breaks)
    if len(breaks) < _LEAST or cutting < max(2, 0.25 * len(breaks)):
        return list(columns), []
    result: list[Column] = []
    gone: list[Line] = []
    for at, column in enumerate(columns):
        start = 0
        for found in breaks:
            if found.column == at:
                result.append(replace(column, rows=column.rows[start : found.start]))
                gone += column.rows[found.start : found.end]
                start = found.end
        result.append(replace(column, rows=column.rows[start:]))
    return [column for column in result if column.rows], gone


def _breaks(columns: Sequence[Column]) -> Iterator[_Break]:
    """Rows after a wide gap whose words return after other wide gaps."""
    words = Counter(
        masked(row.text) for column in columns for row in column.rows if _is_short(row, column)
    )
    for at, column in enumerate(columns):
        rows, row = column.rows, 1
        while row < len(rows):
            end = row
            if rows[row - 1].base - rows[row].base > _APART * rows[row].size:
                while (
                    end < len(rows)
                    and _is_short(rows[end], column)
                    and words[masked(rows[end].text)] >= _LEAST
                ):
                    end += 1
            if end > row:
                yield _Break(at, row, end)
            row = end + 1


def _is_short(row: Line, column: Column) -> bool:
    return not row.cells and row.right - row.left < _WIDE * (column.right - column.left)


def _cuts_sentence(rows: Sequence[Line], found: _Break) -> bool:
    """Whether a sentence runs on over the break."""
    if found.end >= len(rows):
        return False
    return rows[found.start - 1].text[-1:] not in ".!?:;" and rows[found.end].text[:1].islower()
