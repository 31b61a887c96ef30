"""Page breaks of an earlier print inside a page: headers and page numbers that came along in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from msgspec import Struct
from msgspec.structs import replace

from contract_lint.documents.pdf.columns import Column
from contract_lint.documents.pdf.lines import Line
from contract_lint.documents.pdf.margins import LONG, masked

_APART = 3.3  # font sizes from line to line above the break
_APART_KNOWN = 2.0
_WIDE = 0.6  # of the column: a longer line is text
_LEAST = 3


class _Break(Struct, frozen=True):
    """Rows `start` to `end` of a column, which stand between two printed pages."""

    column: int
    start: int
    end: int


def without_breaks(columns: Sequence[Column], known: Set[str]) -> tuple[list[Column], list[Line]]:
    """The columns parted at such breaks, and the lines that stood there; `known` are words of margins."""
    breaks = list(_breaks(columns, known))
    cutting = sum(_cuts_sentence(columns[found.column].rows, found) for found in breaks)
    if cutting < max(2, 0.25 * len(breaks)):
        # Without sentences that run over them, short lines may be anything; a long header is one.
        breaks = [found for found in breaks if _has_header(columns[found.column].rows, found, known)]
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


def _breaks(columns: Sequence[Column], known: Set[str]) -> Iterator[_Break]:
    """Rows after a wide gap whose words stand in the margin, or return after other wide gaps."""
    words = Counter(masked(row.text) for column in columns for row in column.rows if _is_short(row, column))
    often = {text for text, count in words.items() if count >= _LEAST}
    for at, column in enumerate(columns):
        rows, row = column.rows, 1
        while row < len(rows):
            apart = (rows[row - 1].base - rows[row].base) / rows[row].size
            end = row
            if apart > (_APART_KNOWN if masked(rows[row].text) in known else _APART):
                while end < len(rows) and _returns(rows[end], column, known, often):
                    end += 1
            if end > row:
                yield _Break(at, row, end)
            row = end + 1


def _returns(row: Line, column: Column, known: Set[str], often: Set[str]) -> bool:
    words = masked(row.text)
    return not row.cells and (words in known or (words in often and _is_short(row, column)))


def _is_short(row: Line, column: Column) -> bool:
    return not row.cells and row.right - row.left < _WIDE * (column.right - column.left)


def _cuts_sentence(rows: Sequence[Line], found: _Break) -> bool:
    """Whether a sentence runs on over the break."""
    if found.end >= len(rows):
        return False
    return rows[found.start - 1].text[-1:] not in ".!?:;" and rows[found.end].text[:1].islower()


def _has_header(rows: Sequence[Line], found: _Break, known: Set[str]) -> bool:
    texts = [row.text for row in rows[found.start : found.end]]
    return any(len(text) >= LONG and masked(text) in known for text in texts)
