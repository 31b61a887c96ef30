"""Cutting runs where changes and comments begin and end, so that each of them covers whole runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from copy import deepcopy
from itertools import pairwise

from msgspec import Struct

from contract_lint.reviews.docx.ids import Ids
from contract_lint.reviews.docx.names import (
    PRESERVE,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    WORD,
    Element,
    width,
)
from contract_lint.reviews.docx.places import Slice

_LAYOUT_MARK = WORD + "lastRenderedPageBreak"


class Fragment(Struct, frozen=True):
    """A run after the cutting, with the characters of the run before it that it holds."""

    run: Element
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


class Cuts:
    """The runs that are cut, and what became of them."""

    def __init__(self, slices: Iterable[Slice], ids: Ids) -> None:
        places: dict[Element, set[int]] = defaultdict(set)
        for one in slices:
            places[one.run] |= {one.start, one.end}
        self._fragments = {run: _cut(run, sorted(at), ids) for run, at in places.items()}

    def fragments(self, slices: Iterable[Slice]) -> list[Fragment]:
        """The runs that hold exactly these characters."""
        return [
            fragment
            for one in slices
            for fragment in self._fragments[one.run]
            if len(fragment) and one.start <= fragment.start and fragment.end <= one.end
        ]


def _cut(run: Element, places: list[int], ids: Ids) -> list[Fragment]:
    """Cut a run at places among its characters; pictures, notes and field marks stand apart from words."""
    groups = _groups(run, places)
    if len(groups) < 2:
        return [Fragment(run, 0, sum(map(width, run)))]
    properties = run.find(RUN_PROPERTIES)
    fragments: list[Fragment] = []
    last = run
    at = 0
    for number, group in enumerate(groups):
        if number:
            last.addnext(_like(run, properties, ids))
            last = last.getnext()
            last.extend(group)
        fragments.append(Fragment(last, at, at + sum(map(width, group))))
        at = fragments[-1].end
    return fragments


def _like(run: Element, properties: Element | None, ids: Ids) -> Element:
    """An empty run with the same formatting."""
    new = run.makeelement(RUN, dict(run.attrib))
    if properties is not None:
        new.append(ids.renewed(deepcopy(properties)))
    return new


def _groups(run: Element, places: list[int]) -> list[list[Element]]:
    """The children of a run, its texts divided at the places."""
    groups: list[list[Element]] = []
    at, before = 0, None
    for child in [one for one in run if one.tag != RUN_PROPERTIES]:
        for piece in _divided(child, [place - at for place in places]):
            kind = _is_words(piece)
            if not groups or at in places or not (kind and before):
                groups.append([])
            groups[-1].append(piece)
            before = kind
            at += width(piece)
    return groups


def _is_words(child: Element) -> bool:
    return width(child) > 0 or child.tag in (TEXT, _LAYOUT_MARK)


def _divided(child: Element, places: list[int]) -> list[Element]:
    """A text as several texts; all else stays whole."""
    inner = [place for place in places if 0 < place < width(child)]
    if child.tag != TEXT or not inner:
        return [child]
    words, pieces = child.text, [child]
    for start, end in pairwise([*inner, len(words)]):
        piece = child.makeelement(TEXT, dict(child.attrib))
        piece.text = words[start:end]
        pieces[-1].addnext(piece)
        pieces.append(piece)
    child.text = words[: inner[0]]
    for piece in pieces:
        piece.set(PRESERVE, "preserve")
    return pieces
