"""The lists that a Word document defines: their levels, overrides and the styles tied to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from contract_lint.documents.docx.styles import Membership, Style
from contract_lint.documents.docx.tags import HIDDEN, RUN_PROPERTIES, WORD, Element, number, switch, value

_SYMBOL_FONTS = ("symbol", "wingdings", "webdings")
_BULLET = "•"


class Level(Struct, frozen=True):
    """How one level of a list is numbered.

    `restart` is the level (counted from 1) whose use starts this one again: None for any above, 0 for
    never. `style` is the paragraph style tied to the level.
    """

    start: int
    format: str
    text: str
    legal: bool
    restart: int | None
    style: str | None
    hidden: bool


class NumberedList(Struct, frozen=True):
    """A list as paragraphs refer to it; lists with the same `counter` count on together."""

    id: str
    counter: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]

    def start(self, level: int) -> int:
        """The first number of a level in this list."""
        return self.starts.get(level, self.levels[level].start if level in self.levels else 1)


class Numbering:
    """All lists of a document."""

    def __init__(self, root: Element | None = None) -> None:
        self._lists: dict[str, NumberedList] = {}
        if root is None:
            return
        abstract = _abstract_lists(root)
        for listed in root.iterchildren(WORD + "num"):
            counter, levels = abstract.get(value(listed.find(WORD + "abstractNumId")) or "", ("", {}))
            if counter:
                changed, starts = _overrides(listed)
                list_id = listed.get(WORD + "numId") or ""
                self._lists[list_id] = NumberedList(list_id, counter, levels | changed, starts)

    def find(self, own: Membership, lineage: Iterable[Style]) -> tuple[NumberedList, int] | None:
        """The list and level of a paragraph, by its own membership and those of its styles."""
        styles = list(lineage)
        asked = [own.list_id, *(style.membership.list_id for style in styles)]
        # A list id that does not exist, such as 0, takes the paragraph out of the list of its style.
        found = self._lists.get(next((list_id for list_id in asked if list_id), ""))
        if found is None:
            return None
        level = own.level if own.level is not None else _style_level(found, styles)
        if level not in found.levels:
            return None
        tied = found.levels[level].style
        by_style = own.list_id is None and own.level is None
        # Word shows no number where a style asks for a level that is tied to another style.
        if by_style and tied and all(style.id != tied for style in styles):
            return None
        return found, level


def _style_level(listed: NumberedList, styles: list[Style]) -> int:
    """The level of a paragraph that names none: the one tied to its nearest style, or that style's own."""
    tied = {level.style: at for at, level in listed.levels.items() if level.style}
    for style in styles:
        at = tied.get(style.id, style.membership.level)
        if at is not None:
            return at
    return 0


def _abstract_lists(root: Element) -> dict[str, tuple[str, dict[int, Level]]]:
    """By id: the counter and levels. A definition that points at a list style stands for the one it names."""
    own, by_style, pointers = {}, {}, {}
    for abstract in root.iterchildren(WORD + "abstractNum"):
        listed = abstract.get(WORD + "abstractNumId") or ""
        own[listed] = (listed, _levels(abstract))
        if style := value(abstract.find(WORD + "styleLink")):
            by_style[style] = listed
        if style := value(abstract.find(WORD + "numStyleLink")):
            pointers[listed] = style
    return own | {listed: own[by_style[style]] for listed, style in pointers.items() if style in by_style}


def _levels(parent: Element) -> dict[int, Level]:
    found = ((_index(level), level) for level in parent.iterchildren(WORD + "lvl"))
    return {index: _level(level) for index, level in found if index is not None}


def _overrides(listed: Element) -> tuple[dict[int, Level], dict[int, int]]:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in listed.iterchildren(WORD + "lvlOverride"):
        levels |= _levels(override)
        index, start = _index(override), number(override.find(WORD + "startOverride"))
        if index is not None and start is not None:
            starts[index] = start
    return levels, starts


def _index(element: Element) -> int | None:
    index = element.get(WORD + "ilvl", "")
    return int(index) if index in tuple("012345678") else None


def _level(level: Element) -> Level:
    start = number(level.find(WORD + "start"))
    number_format = value(level.find(WORD + "numFmt")) or "decimal"
    text = value(level.find(WORD + "lvlText")) or ""
    properties = level.find(RUN_PROPERTIES)
    if number_format == "bullet":
        text = _bullet(level, text, properties)
    return Level(
        start=1 if start is None else start,
        format=number_format,
        text=text,
        legal=bool(switch(level.find(WORD + "isLgl"))),
        restart=number(level.find(WORD + "lvlRestart")),
        style=value(level.find(WORD + "pStyle")),
        hidden=properties is not None and bool(switch(properties.find(HIDDEN))),
    )


def _bullet(level: Element, text: str, properties: Element | None) -> str:
    """The bullet itself where it is an ordinary character, a dot for signs of symbol fonts and pictures."""
    fonts = None if properties is None else properties.find(WORD + "rFonts")
    font = "" if fonts is None else (fonts.get(WORD + "ascii") or "").lower()
    if level.find(WORD + "lvlPicBulletId") is not None:
        return _BULLET
    if not text.strip():
        return ""
    strange = text.isalnum() or any("\ue000" <= sign <= "\uf8ff" for sign in text)
    return _BULLET if strange or font.startswith(_SYMBOL_FONTS) else text
