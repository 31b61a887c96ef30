"""Reading order: a page is cut at its gutters into columns, and each column is read from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from contract_lint.documents.pdf.labels import is_only_label
from contract_lint.documents.pdf.lines import Line, rows
from contract_lint.documents.pdf.terms import lines_of

_LEAST_ROWS = 3  # on each side of a gutter
_LEAST_WIDTH = 11.0  # of a column, in font sizes
_TERM_WIDTH = 22.0  # a narrower left side may be the terms of a list of definitions
_LEAST_GUTTER = 0.5
_MOST_PIECES = 1500  # beyond this a page is no running text, and the search would be slow
_MOST_DEPTH = 12


class Column(Struct, frozen=True):
    """Lines that are read one below the other, and the edges between which they are set."""

    page: int
    rows: tuple[Line, ...]
    left: float
    right: float


class _Gutter(Struct, frozen=True):
    """An empty strip at `x` between two heights, with the pieces on both sides of it."""

    x: float
    bottom: float
    top: float
    weight: tuple[float, float, float]


def columns(pieces: Sequence[Line]) -> list[Column]:
    """The columns of a page in reading order."""
    if not pieces:
        return []
    if len(pieces) > _MOST_PIECES:
        return [_column(pieces)]
    return _read(list(pieces), median(piece.size for piece in pieces), _MOST_DEPTH)


def _read(pieces: list[Line], em: float, depth: int) -> list[Column]:
    """Cut at the best gutter: what is above it, left of it, right of it, and below it."""
    gutter = _best_gutter(pieces, em) if depth and len(pieces) >= 2 * _LEAST_ROWS else None
    if gutter is None:
        return [_column(pieces)] if pieces else []
    beside = [piece for piece in pieces if gutter.bottom < piece.base < gutter.top]
    left = [piece for piece in beside if piece.right <= gutter.x + 1]
    right = [piece for piece in beside if piece.right > gutter.x + 1]
    above = [piece for piece in pieces if piece.base >= gutter.top]
    below = [piece for piece in pieces if piece.base <= gutter.bottom]
    if below:
        left, fallen = _tail(left, min(piece.base for piece in right), em)
        below += fallen
    parts = (above, left, right, below)
    return [column for part in parts if part for column in _read(part, em, depth - 1)]


def _column(pieces: Sequence[Line]) -> Column:
    lines = tuple(lines_of(pieces))
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    return Column(lines[0].page, lines, left, right)


def _best_gutter(pieces: Sequence[Line], em: float) -> _Gutter | None:
    """The gutter with most text on its lesser side, then with most text, then the widest."""
    spots = sorted({round(piece.right / 2) * 2 + 1.0 for piece in pieces})
    furthest = max(piece.left for piece in pieces)
    best: _Gutter | None = None
    for x in spots:
        if x > furthest + 1:
            break
        for bottom, top in _gaps(pieces, x, 2.5 * em):
            found = _gutter(pieces, x, bottom, top, em)
            if found is not None and (best is None or found.weight > best.weight):
                best = found
    return best


def _gaps(pieces: Sequence[Line], x: float, least: float) -> list[tuple[float, float]]:
    """The heights, at least so far apart, between which nothing crosses `x`."""
    crossing = [piece.base for piece in pieces if piece.left < x - 1 and piece.right > x + 1]
    edges = [float("-inf"), *sorted(crossing), float("inf")]
    return [(low, high) for low, high in pairwise(edges) if high - low > least]


def _gutter(pieces: Sequence[Line], x: float, bottom: float, top: float, em: float) -> _Gutter | None:
    """Whether the strip parts two columns of text, rather than numbers or terms from their text."""
    beside = [piece for piece in pieces if bottom < piece.base < top]
    left = [piece for piece in beside if piece.right <= x + 1]
    right = [piece for piece in beside if piece.left >= x - 1]
    if len(left) < _LEAST_ROWS or len(right) < _LEAST_ROWS:
        return None
    width = min(piece.left for piece in right) - max(piece.right for piece in left)
    if width < _LEAST_GUTTER * em:
        return None
    lefts, rights = rows(left), rows(right)
    lesser = min(len(lefts), len(rights))
    if lesser < _LEAST_ROWS or min(_width(lefts), _width(rights)) < _LEAST_WIDTH * em:
        return None
    if _is_list_of_terms(lefts, rights, em):
        return None
    torn = _torn_labels(left, right, em)
    return _Gutter(x, bottom, top, (lesser - 2 * torn, len(lefts) + len(rights), width))


def _torn_labels(left: Sequence[Line], right: Sequence[Line], em: float) -> int:
    """How many numbers on the left belong to the text on the right."""
    return sum(
        any(abs(piece.base - other.base) < 0.5 * em and other.left - piece.right < 4 * em for other in right)
        for piece in left
        if is_only_label(piece.text)
    )


def _width(lines: Sequence[Line]) -> float:
    """How wide the fuller lines are."""
    widths = sorted(line.right - line.left for line in lines if not is_only_label(line.text))
    return widths[len(widths) * 2 // 3] if widths else 0.0


def _is_list_of_terms(left: Sequence[Line], right: Sequence[Line], em: float) -> bool:
    """Whether the few short lines on the left each stand beside the first line of their text."""
    if len(left) > 0.6 * len(right) or _width(left) > _TERM_WIDTH * em:
        return False
    beside = sum(any(abs(line.base - other.base) < 0.3 * em for other in right) for line in left)
    return beside >= 0.9 * len(left)


def _tail(left: list[Line], lowest: float, em: float) -> tuple[list[Line], list[Line]]:
    """Part off lines well below both columns: they belong to the full-width text that follows."""
    ordered = sorted(left, key=lambda piece: -piece.base)
    for at in range(1, len(ordered)):
        apart = ordered[at - 1].base - ordered[at].base
        if ordered[at].base < lowest - em and apart > 2.5 * em:
            return ordered[:at], ordered[at:]
    return ordered, []


def with_common_edges(found: Sequence[Column]) -> list[Column]:
    """The columns, small ones with the right edge of the larger columns that begin at the same place."""
    large = [column for column in found if len(column.rows) >= 8]
    result = []
    for column in found:
        if len(column.rows) < 8:
            edges = [
                other.right
                for other in large
                if abs(other.left - column.left) < 4 and other.right > column.right - 2
            ]
            column = replace(column, right=min(edges, default=column.right))
        result.append(column)
    return result


def all_lines(found: Iterable[Column]) -> Iterator[Line]:
    """Every line of the columns, those in the cells of tables too."""
    for column in found:
        for row in column.rows:
            yield from (line for cell in row.cells for line in cell) if row.cells else (row,)
