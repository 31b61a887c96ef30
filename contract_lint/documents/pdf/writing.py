"""Writing the pages into a document: what flows, what stands in the margin, and what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from contract_lint.documents.assembly import Assembly
from contract_lint.documents.pdf.breaks import without_breaks
from contract_lint.documents.pdf.columns import Column, all_lines, columns, with_common_edges
from contract_lint.documents.pdf.hyphens import joined, vocabulary
from contract_lint.documents.pdf.ligatures import Ligatures, has_signs
from contract_lint.documents.pdf.lines import Line, rows
from contract_lint.documents.pdf.margins import margins, masked
from contract_lint.documents.pdf.paragraphs import Paragraph, paragraphs
from contract_lint.documents.pdf.sheets import Sheet
from contract_lint.documents.pdf.telling import tell
from contract_lint.model import BlockKind, Place


def write(assembly: Assembly, pages: Sequence[Sheet]) -> None:
    """Put everything on the pages into the assembly, in reading order."""
    texts = [text for page in pages for text in _texts(page)]
    ligatures = Ligatures(texts if has_signs(texts) else ())
    if has_signs(texts):
        pages = [_mended(page, ligatures) for page in pages]
    edge = margins([page.flow for page in pages], [(page.foot, page.head) for page in pages])
    flow: list[Column] = []
    found: list[tuple[Sheet, list[Line]]] = []
    for page, gone in zip(pages, edge, strict=True):
        left = [line for line in page.flow if line not in gone]
        flow += _numbered(columns(left))
        found.append((page, left))
    tell(assembly, found, ligatures.read)
    apart = list(_apart(pages, edge))
    flow, broken = without_breaks(flow, {masked(line.text) for line in apart})
    words = vocabulary([line.text for line in all_lines(flow)])
    for paragraph in paragraphs(with_common_edges(flow)):
        _put(assembly, paragraph, words)
    for page in pages:
        for line in page.filled:
            _put(assembly, Paragraph((line,), BlockKind.BOX), words)
    for line in _once([*apart, *broken]):
        _put(assembly, Paragraph((line,), BlockKind.MARGIN), words)


def _texts(page: Sheet) -> Iterator[str]:
    for line in (*page.flow, *page.aside):
        yield from (inner.text for cell in line.cells for inner in cell) if line.cells else (line.text,)


def _mended(page: Sheet, ligatures: Ligatures) -> Sheet:
    """The page with the letters that its fonts have lost."""

    def mended(line: Line) -> Line:
        cells = tuple(tuple(mended(inner) for inner in cell) for cell in line.cells)
        text = ligatures.mend(line.text)
        return line if (text, cells) == (line.text, line.cells) else replace(line, text=text, cells=cells)

    return replace(page, flow=tuple(map(mended, page.flow)), aside=tuple(map(mended, page.aside)))


def _numbered(found: Sequence[Column]) -> list[Column]:
    """The columns of one page, their lines counted in reading order."""
    count = 0
    result = []
    for column in found:
        lines = []
        for line in column.rows:
            cells = []
            for cell in line.cells:
                cells.append(tuple(replace(inner, number=count + at) for at, inner in enumerate(cell, 1)))
                count += len(cell)
            if not cells:
                count += 1
            lines.append(replace(line, number=count, cells=tuple(cells)))
        result.append(replace(column, rows=tuple(lines)))
    return result


def _apart(pages: Sequence[Sheet], edge: Sequence[set[Line]]) -> Iterator[Line]:
    """Headers, footers and side notes, page by page."""
    for page, gone in zip(pages, edge, strict=True):
        yield from (*rows(gone), *page.aside)


def _once(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines at the first place where their words stand."""
    seen = set()
    for line in lines:
        words = masked(line.text)
        if words not in seen:
            seen.add(words)
            yield line


def _put(assembly: Assembly, paragraph: Paragraph, words: Counter[str]) -> None:
    for line, after in zip(paragraph.lines, [*paragraph.lines[1:], None], strict=True):
        place = Place(page=line.page, box=line.box, line=line.number or None, column=1)
        assembly.add(line.text if after is None else joined(line.text, after.text, words), place)
    assembly.paragraph(paragraph.kind, paragraph.level)
