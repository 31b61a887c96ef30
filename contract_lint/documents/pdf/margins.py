"""Running headers, footers and page numbers: what repeats at the edge of pages is no part of the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from contract_lint.documents.pdf.lines import Line, rows

_EDGE_ROWS = 4  # how many rows from the top and from the bottom may be header or footer
_STRAY = 3.0  # points by which the place of a header may differ
LONG = 30  # letters: such a row is a header at whatever height it returns
_NUMBER = re.compile(r"\d{1,9}")
_HIDDEN = "\0"  # no line holds it
_PAGE_NUMBER = re.compile(
    r"(?i)[-–—\s|]*(?:(?:page|pagina|pag\.?|p\.|blad|bladzijde)\s*)?(\d{1,4}|[ivxl]{1,6})"
    r"(?:\s*(?:van|of|/|von|de)\s*\d{1,4})?[-–—\s|]*"
)
_HEADED = re.compile(r"(?i)(?:artikel|article|section|clause|hoofdstuk|chapter|bijlage|annex|schedule)\b")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


class _Edge(Struct, frozen=True):
    """A row near the top or the bottom of a page; `rank` 0 is the outermost."""

    line: Line
    pieces: tuple[Line, ...]
    rank: int
    at_top: bool


def margins(pages: Sequence[Sequence[Line]], ends: Sequence[tuple[float, float]]) -> list[set[Line]]:
    """For each page, given with its foot and head, the pieces that are header, footer or page number."""
    edges = [_edges(pieces) for pieces in pages]
    found: list[set[Line]] = [set() for _ in pages]
    for same in _alike(edge for page in edges for edge in page):
        if _repeats(same, len(pages), ends):
            for edge in same:
                found[edge.line.page - 1].update(edge.pieces)
    for edge in _page_numbers(edges, found):
        found[edge.line.page - 1].update(edge.pieces)
    return found


def masked(text: str) -> str:
    """The text with its digits hidden, to compare it over pages."""
    return _NUMBER.sub(_HIDDEN, text)


def _edges(pieces: Sequence[Line]) -> list[_Edge]:
    """The outer rows of a page, and the pieces of these rows by themselves."""
    bases = sorted({round(piece.base) for piece in pieces if not piece.cells}, reverse=True)
    if not bases:
        return []
    result = []
    for at_top in (True, False):
        outer = bases[:_EDGE_ROWS] if at_top else bases[::-1][:_EDGE_ROWS]
        inside = [piece for piece in pieces if round(piece.base) in outer and not piece.cells]
        lines = rows(inside)
        for rank, line in enumerate(lines if at_top else reversed(lines)):
            parts = [piece for piece in inside if abs(piece.base - line.base) < 0.45 * line.size]
            result.append(_Edge(line, tuple(parts), rank, at_top))
            if len(parts) > 1:
                # A number with a full stop belongs to the text beside it.
                result += [_Edge(part, (part,), rank, at_top) for part in parts if part.text[-1:] not in ".)"]
    return result


def _alike(edges: Iterable[_Edge]) -> list[list[_Edge]]:
    """Rows with the same words at the same height."""
    by_words: defaultdict[tuple[str, bool], list[_Edge]] = defaultdict(list)
    for edge in edges:
        by_words[masked(edge.line.text), edge.at_top].append(edge)
    groups = []
    for same in by_words.values():
        same.sort(key=lambda edge: edge.line.base)
        group = [same[0]]
        for edge in same[1:]:
            if edge.line.base - group[-1].line.base > _STRAY and len(edge.line.text) < LONG:
                groups.append(group)
                group = []
            group.append(edge)
        groups.append(group)
    return groups


def _repeats(same: Sequence[_Edge], pages: int, ends: Sequence[tuple[float, float]]) -> bool:
    """Whether rows with the same words are a header or footer and not text that happens to repeat."""
    seen = {edge.line.page for edge in same}
    if len(seen) < 2 or not _counts_pages(same):
        return False
    if len(seen) >= max(3, min(5, 0.2 * pages)):
        return True
    if pages > 4:
        return False
    line = same[0].line
    foot, head = ends[line.page - 1]
    outer = min(line.base - foot, head - line.base) < 0.12 * (head - foot)
    return outer and max(edge.line.base for edge in same) - line.base < 1.5


def _counts_pages(same: Sequence[_Edge]) -> bool:
    """Whether numbers in the rows either stay the same or grow with the pages."""
    numbers = [(edge.line.page, tuple(map(int, _NUMBER.findall(edge.line.text)[:9]))) for edge in same]
    if len({values for _, values in numbers}) < 2:
        return _HEADED.match(same[0].line.text) is None or len(same) > 2
    if _HEADED.match(same[0].line.text) or same[0].line.text.endswith((".", ";", ":")):
        return False
    for place in range(len(numbers[0][1])):
        values = [(page, found[place]) for page, found in numbers]
        if len({value for _, value in values}) > 1:
            offsets = Counter(value - page for page, value in values)
            if max(offsets.values()) < max(2, 0.7 * len(values)):
                return False
    return True


def _page_numbers(edges: Sequence[Sequence[_Edge]], found: Sequence[set[Line]]) -> list[_Edge]:
    """Outermost rows that are a page number and count with the pages, at whatever height they stand."""
    numbered = []
    for page, gone in zip(edges, found, strict=True):
        left = [edge for edge in page if not gone.issuperset(edge.pieces)]
        for at_top in (True, False):
            outer = min((edge.rank for edge in left if edge.at_top == at_top), default=None)
            for edge in left:
                if edge.rank == outer and edge.at_top == at_top:
                    value = _page_number(edge.line.text)
                    numbered += [(edge, value - edge.line.page)] if value is not None else []
                    break
    offsets = Counter((offset, edge.at_top) for edge, offset in numbered)
    return [
        edge
        for edge, offset in numbered
        if sum(offsets[near, edge.at_top] for near in (offset - 1, offset, offset + 1)) > 1
    ]


def _page_number(text: str) -> int | None:
    found = _PAGE_NUMBER.fullmatch(text)
    if found is None:
        return None
    digits = found.group(1)
    if digits.isdigit():
        return int(digits)
    values = [_ROMAN[letter] for letter in digits.lower()]
    return sum(
        -value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True)
    )
