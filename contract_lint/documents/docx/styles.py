"""What the named styles of a Word document say: heading levels, hidden text, list membership."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from contract_lint.documents.docx.tags import (
    HIDDEN,
    NUMBER_ID,
    NUMBER_LEVEL,
    NUMBERED,
    OUTLINE_LEVEL,
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    WORD,
    Element,
    number,
    switch,
    value,
)

# Word writes the names of its own styles in English whatever its language; "kop" is for other programs.
_HEADING = re.compile(r"(?:heading|kop) ?([1-9])", re.IGNORECASE)
_BODY_TEXT = 9  # the outline level that says "not a heading"


class Membership(Struct, frozen=True):
    """The list and level that a paragraph or style asks for; None where it leaves that open."""

    list_id: str | None = None
    level: int | None = None


class Style(Struct, frozen=True):
    """What one style says itself; None where it leaves that to the style it is based on."""

    id: str
    name: str
    based_on: str | None
    outline: int | None
    membership: Membership
    hidden: bool | None


class Styles:
    """All styles of a document, with what they inherit."""

    def __init__(self, root: Element | None = None) -> None:
        found = [] if root is None else list(root.iterchildren(WORD + "style"))
        self._styles = {style.id: style for style in map(_style, found)}
        self._default = next((_id(style) for style in found if _is_default(style)), "")
        self.language = _language(root)
        # Inheritance is asked for every paragraph and run, of which there are far more than styles.
        self.heading = cache(self._heading)
        self.hidden = cache(self._hidden)

    def lineage(self, style_id: str | None) -> Iterator[Style]:
        """A paragraph style and those it is based on, nearest first; the default style for none."""
        seen = set()
        at: str | None = style_id if style_id in self._styles else self._default
        while at in self._styles and at not in seen:
            seen.add(at)
            yield self._styles[at]
            at = self._styles[at].based_on

    def _heading(self, style_id: str | None) -> int:
        """The heading level of a paragraph style, 0 for none."""
        if style_id and style_id not in self._styles:
            return _named_level(style_id)
        for style in self.lineage(style_id):
            if style.outline is not None:
                return heading_level(style.outline)
            if level := _named_level(style.name):
                return level
        return 0

    def _hidden(self, paragraph_style: str | None, run_style: str | None) -> bool:
        """Whether the styles hide the text: "hidden" in both paragraph and run style cancels out."""
        return self._hides(paragraph_style) != (run_style in self._styles and self._hides(run_style))

    def _hides(self, style_id: str | None) -> bool:
        return next((style.hidden for style in self.lineage(style_id) if style.hidden is not None), False)


def heading_level(outline: int) -> int:
    """The heading level of an outline level, 0 for none."""
    return outline + 1 if 0 <= outline < _BODY_TEXT else 0


def membership(numbered: Element | None) -> Membership:
    """The list membership that a `w:numPr` asks for."""
    if numbered is None:
        return Membership()
    return Membership(value(numbered.find(NUMBER_ID)), number(numbered.find(NUMBER_LEVEL)))


def _style(style: Element) -> Style:
    paragraph, run = style.find(PARAGRAPH_PROPERTIES), style.find(RUN_PROPERTIES)
    return Style(
        id=_id(style),
        name=value(style.find(WORD + "name")) or "",
        based_on=value(style.find(WORD + "basedOn")),
        outline=None if paragraph is None else number(paragraph.find(OUTLINE_LEVEL)),
        membership=Membership() if paragraph is None else membership(paragraph.find(NUMBERED)),
        hidden=None if run is None else switch(run.find(HIDDEN)),
    )


def _id(style: Element) -> str:
    return style.get(WORD + "styleId") or ""


def _is_default(style: Element) -> bool:
    return style.get(WORD + "type") == "paragraph" and style.get(WORD + "default") in ("1", "true", "on")


def _named_level(name: str) -> int:
    named = _HEADING.fullmatch(name)
    return int(named[1]) if named else 0


def _language(root: Element | None) -> str:
    """The language of the document's defaults, as in "nl-NL"."""
    path = "/".join(WORD + step for step in ("docDefaults", "rPrDefault", "rPr", "lang"))
    return "" if root is None else value(root.find(path)) or ""
