"""Writing tracked changes: words out, words in, each with the formatting of the words around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from contract_lint.reviews.docx.cutting import Fragment
from contract_lint.reviews.docx.fields import Fields
from contract_lint.reviews.docx.ids import Ids
from contract_lint.reviews.docx.names import (
    APART,
    DELETED,
    DELETED_CODE,
    DELETED_TEXT,
    FIELD_CODE,
    ID,
    INSERTED,
    INSERTIONS,
    PARAGRAPH,
    PRESERVE,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    WORD,
    Element,
)

_TRACKED = (*INSERTIONS, DELETED)
_TRACKED_FORMATTING = [WORD + name for name in ("rPrChange", "ins", "del", "moveFrom", "moveTo")]
_SIGNS = {"\n": WORD + "br", "\t": WORD + "tab"}


def replace(
    fragments: Sequence[Fragment], behind: Sequence[Fragment], text: str, ids: Ids, fields: Fields
) -> None:
    """Take the words of the fragments out, and put the text behind some of them."""
    anchor = _weightiest(behind, fields)
    properties = anchor.find(RUN_PROPERTIES)
    runs = fields.whole([fragment.run for fragment in fragments])
    field = fields.showing.get(anchor)
    last = field.runs[-1] if field and field.runs[-1] in runs else anchor
    _delete(runs, ids)
    if text:
        _insert_after(last, text, properties, ids)


def insert(left: Fragment | None, right: Fragment | None, text: str, ids: Ids, fields: Fields) -> None:
    """Put text between two fragments, one of which may be missing, rather not into a link or field."""
    if left and not (right and _is_apart(left.run, fields) and not _is_apart(right.run, fields)):
        last = _end_of(left.run, fields)
        inside = last is left.run or not _is_apart(left.run, fields)
        outside = left.run if inside else _plain_before(left.run, fields)
        _insert_after(last, text, None if outside is None else outside.find(RUN_PROPERTIES), ids)
    elif right:
        node = before_insertions(right.run, ids)
        node.addprevious(_insertion(node, text, right.run.find(RUN_PROPERTIES), ids))


def inserted_run(like: Element, text: str, properties: Element | None) -> Element:
    """A run of this text with a copy of this formatting, to be made beside an element."""
    run = like.makeelement(RUN)
    if properties is not None:
        copy = deepcopy(properties)
        for tag in _TRACKED_FORMATTING:
            for mark in copy.findall(tag):
                copy.remove(mark)
        run.append(copy)
    for piece in re.split(r"([\n\t])", text):
        if piece in _SIGNS:
            etree.SubElement(run, _SIGNS[piece])
        elif piece:
            words = etree.SubElement(run, TEXT)
            words.text = piece
            words.set(PRESERVE, "preserve")
    return run


def before_insertions(node: Element, ids: Ids) -> Element:
    """The node that begins where this one does, outside tracked changes: these are divided before it."""
    while node.getparent().tag in _TRACKED:
        if node.getprevious() is not None:
            _divide(node.getprevious(), ids)
        node = node.getparent()
    return node


def after_insertions(node: Element, ids: Ids) -> Element:
    """The node that ends where this one does, outside tracked changes: these are divided after it."""
    while node.getparent().tag in _TRACKED:
        if node.getnext() is not None:
            _divide(node, ids)
        node = node.getparent()
    return node


def _divide(node: Element, ids: Ids) -> None:
    """Divide the tracked change that holds the node behind it; the second half gets a number of its own."""
    parent = node.getparent()
    second = parent.makeelement(parent.tag, dict(parent.attrib))
    second.extend(list(node.itersiblings()))
    second.set(ID, ids.next())
    parent.addnext(second)


def _delete(runs: Sequence[Element], ids: Ids) -> None:
    """Mark runs as deleted; neighbours share one mark."""
    mark = None
    for run in runs:
        if mark is None or mark.getnext() is not run:
            mark = ids.mark(run, DELETED)
            run.addprevious(mark)
        mark.append(run)
        for child in run:
            if child.tag == TEXT:
                child.tag = DELETED_TEXT
                child.set(PRESERVE, "preserve")
            elif child.tag == FIELD_CODE:
                child.tag = DELETED_CODE


def _insert_after(node: Element, text: str, properties: Element | None, ids: Ids) -> None:
    node = after_insertions(node, ids)
    node.addnext(_insertion(node, text, properties, ids))


def _insertion(like: Element, text: str, properties: Element | None, ids: Ids) -> Element:
    mark = ids.mark(like, INSERTED)
    mark.append(inserted_run(like, text, properties))
    return mark


def _weightiest(fragments: Sequence[Fragment], fields: Fields) -> Element:
    """The last run in the place and with the formatting of most characters; links and fields come last."""
    weights: Counter[tuple[bool, Element, bytes]] = Counter()
    last: dict[tuple[bool, Element, bytes], Element] = {}
    for fragment in fragments:
        properties = fragment.run.find(RUN_PROPERTIES)
        look = b"" if properties is None else etree.tostring(properties, method="c14n")
        key = (not _is_apart(fragment.run, fields), _home(fragment.run), look)
        weights[key] += len(fragment)
        last[key] = fragment.run
    return last[max(weights, key=lambda key: (key[0], weights[key]))]


def _home(run: Element) -> Element:
    """What holds a run, tracked changes not counted."""
    return next(one for one in run.iterancestors() if one.tag not in _TRACKED)


def _is_apart(run: Element, fields: Fields) -> bool:
    """Whether the words of a run belong to a link, a field or a content control."""
    return _home(run).tag in APART or run in fields.showing


def _end_of(run: Element, fields: Fields) -> Element:
    """The run, or the link, field or control that ends with it: what follows is not part of that."""
    node = run
    while True:
        field = fields.showing.get(node)
        if field and field.result[-1] is node:
            node = field.runs[-1]
        parent = node.getparent()
        if parent.tag == PARAGRAPH or any(one.tag in (RUN, *_TRACKED) for one in node.itersiblings()):
            return node
        node = parent


def _plain_before(run: Element, fields: Fields) -> Element | None:
    """The last run before this one that is not part of a link, field or control."""
    before = [one for one in fields.runs[: fields.runs.index(run)] if not _is_apart(one, fields)]
    return before[-1] if before else None
