"""Lines in reading order become paragraphs, each with its kind."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from contract_lint.documents.pdf.columns import Column, all_lines
from contract_lint.documents.pdf.labels import is_only_label
from contract_lint.documents.pdf.lines import Line
from contract_lint.documents.pdf.seams import Seam, begins
from contract_lint.model import BlockKind

_HEADING_LENGTH = 140
_NOTE_MARK = re.compile(r"^(?:\(?\d{1,2}\)?|\*{1,3}|[a-z]\))\s*[^\W\d]")
_MOST_LEVEL = 3
Leadings = dict[tuple[int, float], float]  # by page and size
_MOST_NOTE_ROWS = 12


class Paragraph(Struct, frozen=True):
    """Lines that make one block."""

    lines: tuple[Line, ...]
    kind: BlockKind = BlockKind.BODY
    level: int = 0


class Print(Struct, frozen=True):
    """How a document is set: the size of its text, whether that is bold, and its heading styles by rank."""

    size: float
    bold: bool
    headings: tuple[float, ...]

    @classmethod
    def of(cls, columns: Sequence[Column]) -> Print:
        """The print of most letters, and the larger sizes."""
        letters: Counter[tuple[float, bool]] = Counter()
        for row in all_lines(columns):
            letters[_half(row.size), row.bold and row.bold_end] += len(row.text)
        if not letters:
            return cls(10.0, False, ())
        (size, bold), _ = max(letters.items(), key=lambda item: (item[1], item[0]))
        larger = {found for found, _ in letters if found > 1.08 * size}
        return cls(size, bold, tuple(sorted(larger, reverse=True)))


def paragraphs(columns: Sequence[Column]) -> list[Paragraph]:
    """The paragraphs of a document; notes at the foot of a page do not cut the text that runs on."""
    flow = _Flow(Print.of(columns), _leadings(columns))
    for column in columns:
        flow.read(column)
    return flow.close()


class _Flow(Struct):
    """The paragraphs found so far, the one still open, and the notes that wait for its end."""

    print: Print
    leadings: Leadings
    found: list[Paragraph] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    waiting: list[Paragraph] = field(default_factory=list)
    column: Column | None = None

    def read(self, column: Column) -> None:
        """Go on with the next column."""
        before = self.column or column
        first = self.column is None or before.page != column.page
        text, notes = _part_notes(column, first, self.print)
        for row in text:
            if row.cells:
                self.close()
                self.found += _cells(row, self.leadings)
                continue
            if self.lines and begins(
                Seam(self.lines, row, column, before, _leading(row, column, self.leadings))
            ):
                self.close()
            self.lines.append(row)
            self.column = before = column
        self.waiting += _notes(notes, column, self.leadings)

    def close(self) -> list[Paragraph]:
        """End the open paragraph; all that was found."""
        if self.lines:
            self.found.append(_kind(tuple(self.lines), self.print))
        self.found += self.waiting
        self.lines, self.waiting = [], []
        return self.found


def _half(size: float) -> float:
    return round(size * 2) / 2


def _leadings(columns: Sequence[Column]) -> Leadings:
    """The usual distance between lines, by page and size; page 0 stands for the whole document."""
    gaps: defaultdict[tuple[int, float], list[float]] = defaultdict(list)
    for column in columns:
        for last, row in pairwise(column.rows):
            apart = last.base - row.base
            if _half(last.size) == _half(row.size) and 0.8 * row.size < apart < 2.6 * row.size:
                gaps[column.page, _half(row.size)].append(apart)
                gaps[0, _half(row.size)].append(apart)
    return {
        key: sorted(values)[len(values) * 3 // 10]
        for key, values in gaps.items()
        if key[0] == 0 or len(values) > 7
    }


def _leading(row: Line, column: Column, leadings: Leadings) -> float:
    size = _half(row.size)
    return leadings.get((column.page, size)) or leadings.get((0, size)) or 1.2 * row.size


def _part_notes(column: Column, first: bool, print_: Print) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Part the footnotes, smaller lines at the foot that start with a mark, from the text.

    The first column of a page never is notes and nothing else.
    """
    at = len(column.rows)
    while at and column.rows[at - 1].size < 0.93 * print_.size and not column.rows[at - 1].cells:
        at -= 1
    while 0 < at < len(column.rows) and not _NOTE_MARK.match(column.rows[at].text):
        at += 1
    alone = at == 0 and (first or not _NOTE_MARK.match(column.rows[0].text))
    if alone or len(column.rows) - at > _MOST_NOTE_ROWS:
        return column.rows, ()
    return column.rows[:at], column.rows[at:]


def _notes(rows: Sequence[Line], column: Column, leadings: Leadings) -> list[Paragraph]:
    part = replace(column, rows=tuple(rows))
    return [Paragraph(lines, BlockKind.NOTE) for lines in _split(part, leadings)]


def _cells(table: Line, leadings: Leadings) -> list[Paragraph]:
    """The paragraphs of each cell; a cell with only a number opens the next."""
    found: list[Paragraph] = []
    number: tuple[Line, ...] = ()
    for rows, after in zip(table.cells, [*table.cells[1:], ()], strict=True):
        if not number and _numbers(rows, after):
            number = rows
            continue
        edges = min(row.left for row in rows), max(row.right for row in rows)
        first, *others = _split(Column(table.page, rows, *edges), leadings)
        found += [Paragraph(lines, BlockKind.CELL) for lines in (number + first, *others)]
        number = ()
    return found + ([Paragraph(number, BlockKind.CELL)] if number else [])


def _numbers(rows: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether a cell holds only the number of the text in the next cell."""
    if len(rows) != 1 or not after or not is_only_label(rows[0].text):
        return False
    beside = abs(rows[0].base - after[0].base) < rows[0].size
    return beside and len(after[0].text) > 20 and after[0].text[:1].isalpha()


def _split(column: Column, leadings: Leadings) -> list[tuple[Line, ...]]:
    """The paragraphs of lines that stand apart from the flow."""
    groups: list[list[Line]] = []
    for row in column.rows:
        if groups and not begins(Seam(groups[-1], row, column, column, _leading(row, column, leadings))):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [tuple(group) for group in groups]


def _kind(lines: tuple[Line, ...], print_: Print) -> Paragraph:
    """A heading is short and larger or bolder than the text."""
    length = sum(len(line.text) for line in lines)
    size = _half(min(line.size for line in lines))
    bold = all(line.bold and line.bold_end for line in lines) and not print_.bold
    text = lines[-1].text
    if length > _HEADING_LENGTH or len(lines) > 3 or (text.endswith((".", ";", ",")) and len(text) > 60):
        return Paragraph(lines)
    if not any(letter.isalpha() for letter in text):
        return Paragraph(lines)
    if size in print_.headings:
        return Paragraph(lines, BlockKind.HEADING, min(print_.headings.index(size) + 1, _MOST_LEVEL))
    if bold and size >= print_.size:
        return Paragraph(lines, BlockKind.HEADING, min(len(print_.headings) + 1, _MOST_LEVEL))
    return Paragraph(lines)
