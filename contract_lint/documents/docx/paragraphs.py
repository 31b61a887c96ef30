"""What a Word paragraph is: its style, heading level, list, and the state of the mark that ends it."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from contract_lint.documents.docx import tags
from contract_lint.documents.docx.changes import Side
from contract_lint.documents.docx.numbering import NumberedList, Numbering
from contract_lint.documents.docx.runs import Content, content
from contract_lint.documents.docx.styles import Membership, Styles, heading_level, membership
from contract_lint.documents.docx.tags import Element


class Properties(Struct, frozen=True):
    """What a paragraph is; `heading` is its level, 0 for none."""

    style: str | None
    heading: int
    listed: tuple[NumberedList, int] | None
    runs_on: bool  # the mark is not there: the text goes on in the next paragraph
    mark_hidden: bool


class Paragraphs:
    """Reads one side of the paragraphs of a document, by its styles and lists."""

    def __init__(self, styles: Styles, numbering: Numbering, side: Side) -> None:
        self._styles, self._numbering, self._side = styles, numbering, side
        self._listed = cache(self._membership)

    def properties(self, paragraph: Element) -> Properties:
        """What this paragraph is."""
        found = paragraph.find(tags.PARAGRAPH_PROPERTIES)
        own = {child.tag: child for child in self._side.properties(found)}
        mark_properties = None if found is None else found.find(tags.RUN_PROPERTIES)
        marks = () if mark_properties is None else (child.tag for child in mark_properties)
        style = tags.value(own.get(tags.PARAGRAPH_STYLE))
        outline = tags.number(own.get(tags.OUTLINE_LEVEL))
        return Properties(
            style=style,
            heading=self._styles.heading(style) if outline is None else heading_level(outline),
            listed=self._listed(style, membership(self._side.numbered(own.get(tags.NUMBERED)))),
            runs_on=not self._side.absent.isdisjoint(marks),
            mark_hidden=self._mark_hidden(style, mark_properties),
        )

    def content(self, paragraph: Element, properties: Properties) -> Content:
        """What it holds."""
        return content(paragraph, lambda run: self._styles.hidden(properties.style, run), self._side)

    def _membership(self, style: str | None, own: Membership) -> tuple[NumberedList, int] | None:
        return self._numbering.find(own, self._styles.lineage(style))

    def _mark_hidden(self, style: str | None, mark: Element | None) -> bool:
        for child in self._side.properties(mark):
            if child.tag == tags.HIDDEN:
                return bool(tags.switch(child))
        return self._styles.hidden(style, None)
