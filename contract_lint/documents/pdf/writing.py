"""Writing the pages into a document: what flows, what stands in the margin, and what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from contract_lint.documents.assembly import Assembly
from contract_lint.documents.pdf.breaks import without_breaks
from contract_lint.documents.pdf.columns import Column, all_lines, columns, with_common_edges
from contract_lint.documents.pdf.hyphens import joined, vocabulary
from contract_lint.documents.pdf.lines import Line, rows
from contract_lint.documents.pdf.margins import margins, masked
from contract_lint.documents.pdf.mending import mended
from contract_lint.documents.pdf.paragraphs import Paragraph, paragraphs
from contract_lint.documents.pdf.sheets import Sheet
from contract_lint.documents.pdf.telling import tell
from contract_lint.model import BlockKind, Place


def write(assembly: Assembly, pages: Sequence[Sheet]) -> None:
    """Put everything on the pages into the assembly, in reading order."""
    pages, ligatures = mended(pages)
    edge = margins([page.flow for page in pages], [(page.foot, page.head) for page in pages])
    flow: list[Column] = []
    numbers: dict[Line, int] = {}
    found: list[tuple[Sheet, list[Line]]] = []
    for page, gone in zip(pages, edge, strict=True):
        left = [line for line in page.flow if line not in gone]
        read = columns(left)
        numbers.update((line, at) for at, line in enumerate(all_lines(read), 1))
        flow += read
        found.append((page, left))
    tell(assembly, found, ligatures)
    apart = list(_apart(pages, edge))
    flow, broken = without_breaks(flow, {masked(line.text) for line in apart})
    words = vocabulary([line.text for line in all_lines(flow)])
    for paragraph in paragraphs(with_common_edges(flow)):
        _put(assembly, paragraph, words, numbers)
    for page in pages:
        for line in page.filled:
            _put(assembly, Paragraph((line,), BlockKind.BOX), words, numbers)
    for line in _once([*apart, *broken]):
        _put(assembly, Paragraph((line,), BlockKind.MARGIN), words, numbers)


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


def _put(assembly: Assembly, paragraph: Paragraph, words: Counter[str], numbers: Mapping[Line, int]) -> None:
    for line, after in zip(paragraph.lines, [*paragraph.lines[1:], None], strict=True):
        place = Place(page=line.page, box=line.box, line=numbers.get(line), column=1)
        assembly.add(line.text if after is None else joined(line.text, after.text, words), place)
    assembly.paragraph(paragraph.kind, paragraph.level)
