"""The names of WordprocessingML, and the two kinds of value that its elements carry."""

from __future__ import annotations

from typing import Any

Element = Any  # lxml's element; lxml ships no types

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

DOCUMENT, BODY = WORD + "document", WORD + "body"
PARAGRAPH, RUN, TEXT = WORD + "p", WORD + "r", WORD + "t"
PARAGRAPH_PROPERTIES, RUN_PROPERTIES = WORD + "pPr", WORD + "rPr"
PARAGRAPH_STYLE, RUN_STYLE = WORD + "pStyle", WORD + "rStyle"
OUTLINE_LEVEL, HIDDEN = WORD + "outlineLvl", WORD + "vanish"
NUMBERED, NUMBER_ID, NUMBER_LEVEL = WORD + "numPr", WORD + "numId", WORD + "ilvl"

TABLE, ROW, CELL = WORD + "tbl", WORD + "tr", WORD + "tc"
ROW_PROPERTIES, CELL_PROPERTIES = WORD + "trPr", WORD + "tcPr"
BOX = WORD + "txbxContent"
IMPORTED, SUBDOCUMENT = WORD + "altChunk", WORD + "subDoc"

SYMBOL, FIELD_MARK, INSTRUCTION = WORD + "sym", WORD + "fldChar", WORD + "instrText"
FORM_FIELD, CONTROL = WORD + "ffData", WORD + "control"
FORMULA_TEXT = _MATH + "t"

ALTERNATIVES, CHOICE = _COMPATIBILITY + "AlternateContent", _COMPATIBILITY + "Choice"
EMBEDDED = "{urn:schemas-microsoft-com:office:office}OLEObject"
PICTURES = frozenset({_DRAWING + "blip", "{urn:schemas-microsoft-com:vml}imagedata"})
DIAGRAM, CHART = _DIAGRAM + "relIds", _CHART + "chart"
DRAWN_TEXT, WORD_ART = _DRAWING + "t", "{urn:schemas-microsoft-com:vml}textpath"
EXTENT = _PLACED + "extent"

# Subtrees that hold no text, whatever becomes of tracked changes.
_WITHOUT_TEXT = (
    "instrText", "delInstrText", "fldData", "rt", "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblPrEx",
    "tblGrid", "trPr", "tcPr", "sectPr", "customXmlPr", "smartTagPr",
)  # fmt: skip
SILENT = frozenset(
    {*(WORD + name for name in _WITHOUT_TEXT), _MATH + "oMathParaPr", _MATH + "rPr", _MATH + "ctrlPr"}
)

_VALUE = WORD + "val"
_LARGEST = 32767  # of any number that Word itself would show


def value(element: Element | None) -> str | None:
    """The `w:val` of an element that may be missing."""
    return None if element is None else element.get(_VALUE)


def number(element: Element | None) -> int | None:
    """The `w:val` as a number; None where it is missing or no number that Word would take."""
    try:
        count = int(value(element) or "")
    except ValueError:
        return None
    return count if -_LARGEST <= count <= _LARGEST else None


def switch(element: Element | None) -> bool | None:
    """Whether an on/off property is on; None where it is not given."""
    return None if element is None else element.get(_VALUE, "1") not in ("0", "false", "off")


def chosen(alternatives: Element) -> Element | None:
    """The one branch of `mc:AlternateContent` to read: the others say the same for older programs."""
    branches = list(alternatives)
    return next((branch for branch in branches if branch.tag == CHOICE), branches[0] if branches else None)
