"""Comments: their texts in parts of their own, and the marks around the words that they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from contract_lint.reviews.docx.names import (
    ID,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    PRESERVE,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    WORD,
    WORD_SPACE,
    Element,
    value,
)
from contract_lint.reviews.docx.package import Package
from contract_lint.reviews.remarks import Line

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
_IDS = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
_PARAGRAPH_ID = f"{{{_WORD_2010}}}paraId"
_THREAD_ID = f"{{{_WORD_2012}}}paraId"
_LARGEST_PARAGRAPH_ID = 0x7FFFFFFF
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in XML
_STYLE_NAMES = {"CommentReference": "annotation reference", "CommentText": "annotation text"}


class Comments:
    """The comments of a Word file, old and new."""

    def __init__(self, package: Package, author: str, initials: str, date: str) -> None:
        self._package = package
        self._signature = {"author": author, "date": date, "initials": initials}
        self._root = _comments_root(package)
        self._next = max((int(one.get(ID, "-1")) for one in self._root), default=-1) + 1
        self._styles = _styles(package)
        self._threads = _part(package, "commentsExtended")
        self._kept_ids = _part(package, "commentsIds")
        self._paragraph_ids = _paragraph_ids(package) if self._threads is not None else set()

    def add(self, lines: Sequence[Line]) -> str:
        """Write a comment; gives the number that marks its place."""
        number = str(self._next)
        self._next += 1
        comment = etree.SubElement(self._root, WORD + "comment")
        comment.set(ID, number)
        for name, given in self._signature.items():
            comment.set(WORD + name, given)
        for at, line in enumerate(lines):
            self._paragraph(comment, line, first=at == 0)
        if self._threads is not None:
            self._note_thread(comment[-1])
        return number

    def reference(self, number: str, like: Element) -> Element:
        """The run that ties a comment to its place."""
        run = like.makeelement(RUN)
        self._style(run, RUN_PROPERTIES, "rStyle", "CommentReference")
        etree.SubElement(run, WORD + "commentReference").set(ID, number)
        return run

    def _paragraph(self, comment: Element, line: Line, first: bool) -> None:
        paragraph = etree.SubElement(comment, PARAGRAPH)
        self._style(paragraph, PARAGRAPH_PROPERTIES, "pStyle", "CommentText")
        if first:
            mark = etree.SubElement(paragraph, RUN)
            self._style(mark, RUN_PROPERTIES, "rStyle", "CommentReference")
            etree.SubElement(mark, WORD + "annotationRef")
        run = etree.SubElement(paragraph, RUN)
        if line.strong:
            etree.SubElement(etree.SubElement(run, RUN_PROPERTIES), WORD + "b")
        words = etree.SubElement(run, TEXT)
        words.text = _ILLEGAL.sub("\ufffd", line.text)
        words.set(PRESERVE, "preserve")

    def _style(self, parent: Element, properties: str, tag: str, style: str) -> None:
        """Use a style of Word's for comments, if the document has it."""
        if style in self._styles:
            named = etree.SubElement(etree.SubElement(parent, properties), WORD + tag)
            named.set(WORD + "val", self._styles[style])

    def _note_thread(self, paragraph: Element) -> None:
        """Enter the comment where newer versions of Word keep replies and their own numbers."""
        number = next(one for one in range(1, _LARGEST_PARAGRAPH_ID) if one not in self._paragraph_ids)
        self._paragraph_ids.add(number)
        paragraph.set(_PARAGRAPH_ID, f"{number:08X}")
        entry = etree.SubElement(self._threads, f"{{{_WORD_2012}}}commentEx")
        entry.set(_THREAD_ID, f"{number:08X}")
        entry.set(f"{{{_WORD_2012}}}done", "0")
        if self._kept_ids is not None:
            kept = etree.SubElement(self._kept_ids, f"{{{_IDS}}}commentId")
            kept.set(f"{{{_IDS}}}paraId", f"{number:08X}")
            kept.set(f"{{{_IDS}}}durableId", f"{number:08X}")


def mark_range(first: Element, last: Element, number: str, reference: Element) -> None:
    """Mark the nodes from the first to the last as what a comment is about."""
    start, end = first.makeelement(WORD + "commentRangeStart"), last.makeelement(WORD + "commentRangeEnd")
    start.set(ID, number)
    end.set(ID, number)
    first.addprevious(start)
    last.addnext(end)
    end.addnext(reference)


def _comments_root(package: Package) -> Element:
    name = package.related("comments")
    if name is None:
        root = etree.Element(WORD + "comments", nsmap={"w": WORD_SPACE})
        package.add("comments", _CONTENT_TYPE, root)
        return root
    return package.change(name)


def _part(package: Package, kind: str) -> Element | None:
    name = package.related(kind)
    return None if name is None else package.change(name)


def _styles(package: Package) -> dict[str, str]:
    """The ids that the document gives to Word's styles for comments."""
    name = package.related("styles")
    named = {} if name is None else {
        (value(style.find(WORD + "name")) or "").lower(): style.get(WORD + "styleId")
        for style in package.root(name).iterchildren(WORD + "style")
    }  # fmt: skip
    return {style: named[called] for style, called in _STYLE_NAMES.items() if called in named}


def _paragraph_ids(package: Package) -> set[int]:
    """The numbers that paragraphs of the document and of comments have, also of those that are gone."""
    names = (package.main, package.related("comments"))
    found = [one.get(_PARAGRAPH_ID) for name in names if name for one in package.root(name).iter(PARAGRAPH)]
    if threads := package.related("commentsExtended"):
        found += [one.get(_THREAD_ID) for one in package.root(threads)]
    return {int(one, 16) for one in found if one}
