"""Adding whole paragraphs with tracking, in the look of a neighbour."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from contract_lint.reviews.docx.changes import inserted_run
from contract_lint.reviews.docx.ids import Ids
from contract_lint.reviews.docx.names import (
    INSERTED,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    SECTION,
    WORD,
    Element,
    width,
)

_CHANGED = WORD + "pPrChange"
_TRACKED_MARKS = [WORD + name for name in ("ins", "del", "moveFrom", "moveTo")]
# What ends the properties of a paragraph; a change keeps the others as they were.
_AT_END = (RUN_PROPERTIES, SECTION, _CHANGED)


def add_after(paragraph: Element, like: Element, text: str, ids: Ids) -> Element:
    """Add a paragraph of this text after another, looking like a third; gives the new one.

    It is as if somebody pressed Enter at the end: the mark there is the new one, and the new paragraph has
    the old mark with its properties. Where it shall look otherwise, that is a tracked change too. So
    rejecting joins the two again and restores the properties, whatever follows.
    """
    own = _properties(paragraph)
    properties = ids.renewed(deepcopy(own))
    if _base(own) != _base(_properties(like)):
        _look_like(properties, _properties(like), ids)
    for section in own.findall(SECTION):
        own.remove(section)
    _mark_inserted(own, ids)
    new = paragraph.makeelement(PARAGRAPH)
    new.append(properties)
    change = ids.mark(new, INSERTED)
    change.append(inserted_run(new, text, _look(like)))
    new.append(change)
    paragraph.addnext(new)
    return new


def _base(properties: Element) -> list[bytes]:
    return [etree.tostring(one, method="c14n") for one in properties if one.tag not in _AT_END]


def _look_like(properties: Element, other: Element, ids: Ids) -> None:
    """Give a paragraph the properties of another, as a tracked change."""
    for change in properties.findall(_CHANGED):
        properties.remove(change)
    change = ids.mark(properties, _CHANGED)
    before = etree.SubElement(change, PARAGRAPH_PROPERTIES)
    before.extend([one for one in properties if one.tag not in _AT_END])
    for at, one in enumerate(deepcopy(child) for child in other if child.tag not in _AT_END):
        properties.insert(at, one)
    properties.append(change)


def _properties(paragraph: Element) -> Element:
    """The properties of a paragraph, made where it has none."""
    found = paragraph.find(PARAGRAPH_PROPERTIES)
    if found is None:
        found = paragraph.makeelement(PARAGRAPH_PROPERTIES)
        paragraph.insert(0, found)
    return found


def _mark_inserted(properties: Element, ids: Ids) -> None:
    """Say that we inserted the mark at the end of a paragraph."""
    look = properties.find(RUN_PROPERTIES)
    if look is None:
        look = properties.makeelement(RUN_PROPERTIES)
        after = next((one for one in properties if one.tag in _AT_END), None)
        if after is None:
            properties.append(look)
        else:
            after.addprevious(look)
    for tag in _TRACKED_MARKS:
        for old in look.findall(tag):
            look.remove(old)
    look.insert(0, ids.mark(look, INSERTED))


def _look(like: Element) -> Element | None:
    """The formatting of most characters of a paragraph."""
    runs = [run for run in like.iterchildren(RUN) if any(map(width, run))]
    heaviest = max(runs, key=lambda run: sum(map(width, run)), default=None)
    return None if heaviest is None else heaviest.find(RUN_PROPERTIES)
