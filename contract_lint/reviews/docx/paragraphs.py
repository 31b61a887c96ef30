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

_CHANGED_PROPERTIES = WORD + "pPrChange"
_TRACKED_MARKS = [WORD + name for name in ("ins", "del", "moveFrom", "moveTo")]
# What follows the mark of a paragraph's formatting among its properties.
_AFTER_MARK = (SECTION, _CHANGED_PROPERTIES)


def add_after(paragraph: Element, like: Element, text: str, ids: Ids) -> Element:
    """Add a paragraph of this text after another, looking like a third; gives the new one.

    Mostly it is as if somebody pressed Enter at the end: the mark there is the new one, and the new
    paragraph has the old mark and its properties, so that rejecting joins the two again. Where the look is
    another than that of the paragraph before, the new one brings its own mark; that takes a paragraph
    after it, which rejecting leaves as it is.
    """
    entered = _look_alike(paragraph, like) or not _goes_on(paragraph)
    new = paragraph.makeelement(PARAGRAPH)
    properties = ids.renewed(deepcopy(_properties(paragraph if entered else like)))
    new.append(properties)
    marked = _properties(paragraph) if entered else properties
    for tag in (SECTION,) if entered else _AFTER_MARK:
        for one in marked.findall(tag):
            marked.remove(one)
    _mark_inserted(marked, ids)
    change = ids.mark(new, INSERTED)
    change.append(inserted_run(new, text, _look(like)))
    new.append(change)
    paragraph.addnext(new)
    return new


def _goes_on(paragraph: Element) -> bool:
    """Whether another paragraph of the same section follows at once."""
    following = paragraph.getnext()
    if following is None or following.tag != PARAGRAPH:
        return False
    return _properties(paragraph).find(SECTION) is None


def _look_alike(paragraph: Element, like: Element) -> bool:
    own, other = (
        [etree.tostring(one, method="c14n") for one in _properties(each) if one.tag != RUN_PROPERTIES]
        for each in (paragraph, like)
    )
    return own == other


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
        after = next((one for one in properties if one.tag in _AFTER_MARK), None)
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
