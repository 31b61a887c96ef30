"""Text boxes that a file holds twice, for newer and older programs, and that must go on saying the same."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from contract_lint.reviews.docx.ids import Ids
from contract_lint.reviews.docx.names import (
    ALTERNATIVES,
    BOX,
    CHOICE,
    DELETED,
    FALLBACK,
    ID,
    INSERTED,
    Element,
)

Pair = tuple[Element, Element]


def twins(runs: Iterable[Element]) -> list[Pair]:
    """The text boxes that hold these runs, each with the box for older programs if that says the same now."""
    boxes = {box: None for run in runs for box in run.iterancestors(BOX)}
    pairs = []
    for box in boxes:
        alternatives = next(box.iterancestors(ALTERNATIVES), None)
        if alternatives is None or alternatives.find(CHOICE) is None:
            continue
        own = list(alternatives.find(CHOICE).iter(BOX))
        others = [other for older in alternatives.iterchildren(FALLBACK) for other in older.iter(BOX)]
        if box in own and len(own) == len(others):
            other = others[own.index(box)]
            if _content(box) == _content(other):
                pairs.append((box, other))
    return pairs


def follow(pairs: Iterable[Pair], ids: Ids) -> None:
    """Let the boxes for older programs say what the others say now."""
    for box, other in pairs:
        other[:] = [deepcopy(child) for child in box]
        for mark in other.iter(INSERTED, DELETED):
            if ids.is_ours(mark):
                mark.set(ID, ids.next())


def _content(box: Element) -> list[bytes]:
    return [etree.tostring(child, method="c14n", with_tail=False) for child in box]
