"""Lines and columns for formats that know nothing else: of the source, or of its extracted text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from contract_lint.model import Contract, Document, Span
from contract_lint.reports.extract import Line, lines
from contract_lint.reports.printable import clean

SIDECAR = ".txt"  # behind the name of a file: the text of it as `extract` writes it
_BINARY = ("pdf", "docx")  # formats without lines of their own


class Region(NamedTuple):
    """From a character to the one behind the last, all counted from 1, columns in code points."""

    line: int
    column: int
    end_line: int
    end_column: int


FIRST = Region(1, 1, 1, 1)  # for what is missing from the whole document
Locate = Callable[[Span], Region]


def is_binary(document: Document) -> bool:
    """Whether the lines of a region are those of the extracted text, not of the file itself."""
    return document.format in _BINARY


def regions(contract: Contract) -> Locate:
    """A function that tells where a span of the contract stands."""
    if not is_binary(contract.document):
        return lambda span: _in_source(contract.document, span)
    told = [(number, line) for number, line in enumerate(lines(contract), 1) if line.start is not None]
    starts = [line.start or 0 for _, line in told]

    def locate(span: Span) -> Region:
        if not told:
            return FIRST
        first, last = (max(bisect_right(starts, at) - 1, 0) for at in (span.start, span.end - 1))
        start = _column(contract.document, told[first][1], span.start)
        return Region(
            told[first][0], start, told[last][0], _column(contract.document, told[last][1], span.end)
        )

    return locate


def _column(document: Document, line: Line, offset: int) -> int:
    before = clean(document.text[line.start : offset]).lstrip()
    return 1 + min(len(line.label + before), len(line.text))


def _in_source(document: Document, span: Span) -> Region:
    first, last = document.place(span.start), document.place(max(span.end - 1, span.start))
    return Region(first.line or 1, first.column or 1, last.line or 1, (last.column or 1) + 1)
