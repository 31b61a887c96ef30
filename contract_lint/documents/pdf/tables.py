"""Ruled tables: PDFium gives the rules, pdfplumber the cells between them, and lines fall into cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from contract_lint.documents.pdf.drawings import Drawing
from contract_lint.documents.pdf.lines import Box, Line, around, rows
from contract_lint.documents.pdf.pieces import turned

_SNAP = 3.0
_LEAST_FILLED = 3
_MOST_RULES = 4000
_MOST_CROSSINGS = 4000  # beyond this it is squared paper, a chart or a map


class Grid(Struct, frozen=True):
    """The cells of the ruled tables of one page, table by table."""

    tables: tuple[tuple[Box, ...], ...] = ()

    def cell(self, box: Box) -> int:
        """The number of the cell in which the middle of a box lies, from 1; 0 outside all tables."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        number = 0
        for table in self.tables:
            for left, bottom, right, top in table:
                number += 1
                if left <= x <= right and bottom <= y <= top:
                    return number
        return 0

    def cuts(self, box: Box) -> bool:
        """Whether a rule of a table runs down through a box."""
        left, bottom, right, top = box
        y = (bottom + top) / 2
        return any(
            cell[1] <= y <= cell[3] and (left + 2 < cell[0] < right - 2 or left + 2 < cell[2] < right - 2)
            for table in self.tables
            for cell in table
        )

    def gather(self, lines: Sequence[Line], turn: int) -> list[Line]:
        """The lines of the page, each table one line of cells."""
        if not self.tables:
            return list(lines)
        held: dict[int, list[Line]] = {}
        for line in lines:
            held.setdefault(self.cell(line.box), []).append(line)
        flow, first = held.pop(0, []), 1
        for table in self.tables:
            filled = [(cell, held.get(at, [])) for at, cell in enumerate(table, first)]
            flow += _as_line([(turned(cell, turn), inside) for cell, inside in filled if inside])
            first += len(table)
        return flow


def grid(drawing: Drawing) -> Grid:
    """The cells that the rules of a page enclose, where these look like a table at all."""
    rules = len(drawing.across) + len(drawing.down)
    if rules > _MOST_RULES or not drawing.is_grid():
        return Grid()
    # Imported here: a document without ruled tables must not pay for it.
    from pdfplumber import table as plumber

    edges = [_edge("h", left, right, y, y) for y, left, right in drawing.across]
    edges += [_edge("v", x, x, bottom, top) for x, bottom, top in drawing.down]
    edges = plumber.merge_edges(edges, *[_SNAP] * 4)
    across = sum(edge["orientation"] == "h" for edge in edges)
    if across * (len(edges) - across) > _MOST_CROSSINGS:
        return Grid()
    crossings = plumber.edges_to_intersections(edges, _SNAP, _SNAP)
    cells = plumber.intersections_to_cells(crossings)
    found = [
        tuple((left, -bottom, right, -top) for left, top, right, bottom in table)
        for table in plumber.cells_to_tables(cells)
    ]
    return Grid(tuple(table for table in found if _is_table(table)))


def _edge(orientation: str, left: float, right: float, bottom: float, top: float) -> dict[str, object]:
    """A rule as pdfplumber knows it: its vertical axis points down."""
    return {
        "orientation": orientation,
        "x0": left,
        "x1": right,
        "top": -top,
        "bottom": -bottom,
        "width": right - left,
        "height": top - bottom,
    }


def _is_table(cells: Iterable[Box]) -> bool:
    """Whether cells make two rows and two columns at least."""
    lefts, tops = {round(cell[0]) for cell in cells}, {round(cell[3]) for cell in cells}
    return len(lefts) > 1 and len(tops) > 1


def _as_line(filled: list[tuple[Box, list[Line]]]) -> list[Line]:
    """One line that holds the cells row by row; the lines themselves when too few cells are filled."""
    inside = [line for _, lines in filled for line in lines]
    if len(filled) < _LEAST_FILLED:
        return inside
    filled.sort(key=lambda pair: (-round(pair[0][3]), pair[0][0]))
    left, _, right, top = around(box for box, _ in filled)
    whole = Line(
        page=inside[0].page,
        text="",
        box=around(line.box for line in inside),
        left=left,
        right=right,
        base=top - inside[0].size,
        size=inside[0].size,
        start=left,
        cells=tuple(tuple(rows(lines)) for _, lines in filled),
    )
    return [whole]
