"""Pages with the letters that their fonts have lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from contract_lint.documents.pdf.ligatures import Ligatures, has_signs
from contract_lint.documents.pdf.lines import Line
from contract_lint.documents.pdf.sheets import Sheet


def mended(pages: Sequence[Sheet]) -> tuple[Sequence[Sheet], Mapping[str, int]]:
    """The pages with lost letters spelled out, and how often each was."""
    found = [text for page in pages for text in texts(page)]
    if not has_signs(found):
        return pages, {}
    ligatures = Ligatures(found)

    def spelled(line: Line) -> Line:
        cells = tuple(tuple(map(spelled, cell)) for cell in line.cells)
        return replace(line, text=ligatures.mend(line.text), cells=cells)

    result = [
        replace(page, flow=tuple(map(spelled, page.flow)), aside=tuple(map(spelled, page.aside)))
        for page in pages
    ]
    return result, ligatures.read


def texts(page: Sheet) -> Iterator[str]:
    """The words of every line on a page."""
    for line in (*page.flow, *page.aside):
        yield from (inner.text for cell in line.cells for inner in cell) if line.cells else (line.text,)
