"""The names of WordprocessingML that a review meets and writes."""

from __future__ import annotations

from typing import Any

Element = Any  # lxml's element; lxml ships no types

WORD_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD = f"{{{WORD_SPACE}}}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"

BODY, PARAGRAPH, RUN, TEXT = WORD + "body", WORD + "p", WORD + "r", WORD + "t"
PARAGRAPH_PROPERTIES, RUN_PROPERTIES = WORD + "pPr", WORD + "rPr"
SECTION = WORD + "sectPr"
HYPERLINK, SIMPLE_FIELD, CONTROL = WORD + "hyperlink", WORD + "fldSimple", WORD + "sdt"
CONTROL_PROPERTIES, CONTROL_CONTENT = WORD + "sdtPr", WORD + "sdtContent"
BOX = WORD + "txbxContent"
FIELD_MARK, FIELD_CODE, DELETED_CODE = WORD + "fldChar", WORD + "instrText", WORD + "delInstrText"
INSERTED, DELETED, DELETED_TEXT = WORD + "ins", WORD + "del", WORD + "delText"
MOVED_HERE, MOVED_AWAY = WORD + "moveTo", WORD + "moveFrom"
ALTERNATIVES, CHOICE = COMPATIBILITY + "AlternateContent", COMPATIBILITY + "Choice"
FALLBACK = COMPATIBILITY + "Fallback"
ID = WORD + "id"

# Elements of a run that a reader counts as one character.
SIGNS = {
    WORD + "tab": "\t", WORD + "ptab": "\t", WORD + "br": "\n", WORD + "cr": "\n",
    WORD + "noBreakHyphen": "-", WORD + "softHyphen": "\u00ad", WORD + "sym": "\ufffc",
}  # fmt: skip
# Tracked insertions of somebody: our own never stands inside them.
INSERTIONS = (INSERTED, MOVED_HERE)
# What may stand between a paragraph and a run in which words can be changed with tracking.
PASSABLE = frozenset(
    {PARAGRAPH, HYPERLINK, SIMPLE_FIELD, CONTROL, CONTROL_CONTENT, INSERTED, MOVED_HERE}
    | {WORD + name for name in ("smartTag", "customXml", "dir", "bdo")}
)
# What words are part of without being only words of the paragraph.
APART = frozenset({HYPERLINK, SIMPLE_FIELD, CONTROL_CONTENT})


def value(element: Element | None) -> str | None:
    """The `w:val` of an element that may be missing."""
    return None if element is None else element.get(WORD + "val")


def width(child: Element) -> int:
    """How many characters a child of a run counts for."""
    if child.tag == TEXT:
        return len(child.text or "")
    return 1 if child.tag in SIGNS else 0


def source_text(run: Element) -> str:
    """The characters of a run; a symbol of some font is U+FFFC."""
    return "".join((child.text or "") if child.tag == TEXT else SIGNS.get(child.tag, "") for child in run)
