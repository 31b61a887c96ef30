"""What one Word paragraph holds: the visible text of its runs, its text boxes, and what cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from contract_lint.documents.docx.tags import (
    ALTERNATIVES,
    BOX,
    DIAGRAM,
    EMBEDDED,
    FIELD_MARK,
    FORMULA_TEXT,
    HIDDEN,
    PICTURES,
    RUN,
    RUN_PROPERTIES,
    RUN_STYLE,
    SILENT,
    SYMBOL,
    TEXT,
    WORD,
    Element,
    chosen,
    switch,
    value,
)

# Elements of a run that stand for one character; the assembly makes these characters plain.
_SIGNS = {
    WORD + "tab": "\t", WORD + "ptab": "\t", WORD + "br": "\n", WORD + "cr": "\n",
    WORD + "noBreakHyphen": "\u2011", WORD + "softHyphen": "\u00ad",
}  # fmt: skip
_NOTHING = "\u200b"  # one character in the run, none in the text
# Symbol fonts: the signs that appear in contracts (bullets, ticks, boxes, comparisons).
_SYMBOLS = {
    0xF0B7: "•", 0xF0A7: "•", 0xF0D8: "•", 0xF076: "•", 0xF0A8: "☐", 0xF06F: "☐", 0xF0FE: "☑", 0xF0FD: "☒",
    0xF078: "☒", 0xF0FC: "✓", 0xF0A3: "≤", 0xF0B3: "≥", 0xF0B1: "±", 0xF0B4: "×", 0xF0B0: "°", 0xF0E0: "→",
    0xF0AE: "→", 0xF02D: "-", 0xF0BE: "-",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """The visible text of one run, the `run`-th of its paragraph; None for a formula, which has none."""

    run: int | None
    text: str


@dataclass(slots=True)
class Content:
    """What a paragraph holds. `objects` names the kinds of embedded object found in it."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    objects: list[str] = field(default_factory=list)
    pictures: int = 0


def content(paragraph: Element, hidden: Callable[[str | None], bool]) -> Content:
    """Read a paragraph; `hidden` tells whether a run style hides text in it."""
    reading = _Reading(paragraph, hidden)
    reading.inside(paragraph)
    return reading.content


class _Reading:
    """One pass over a paragraph, keeping the runs counted and the fields open."""

    def __init__(self, paragraph: Element, hidden: Callable[[str | None], bool]) -> None:
        self.content = Content()
        self._hidden = hidden
        self._ordinals = {run: at for at, run in enumerate(paragraph.iter(RUN), 1)}
        self._fields: list[bool] = []  # the open fields, True while in their code

    def inside(self, parent: Element) -> None:
        """Everything under an element that may hold runs."""
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._run(child)
            elif tag == FORMULA_TEXT:
                self.content.pieces.append(Piece(None, child.text or ""))
            elif tag == ALTERNATIVES:
                self._alternatives(child, self.inside)
            elif tag not in SILENT:
                self.inside(child)

    def _run(self, run: Element) -> None:
        if not self._is_hidden(run.find(RUN_PROPERTIES)):
            text = self._read_run(run)
            if text and not any(self._fields[:-1]):
                self.content.pieces.append(Piece(self._ordinals[run], text))

    def _read_run(self, run: Element) -> str:
        """The text of a run; its field marks and graphics are taken up on the way."""
        text = []
        for child in run:
            tag = child.tag
            if tag == TEXT:
                text.append(child.text or "")
            elif tag in _SIGNS:
                text.append(_SIGNS[tag])
            elif tag == SYMBOL:
                text.append(_symbol(child))
            elif tag == FIELD_MARK:
                self._field(child.get(WORD + "fldCharType"))
            elif tag not in SILENT:
                self._rest_of_run(child)
        return "".join(text)

    def _is_hidden(self, properties: Element | None) -> bool:
        style = None
        for child in () if properties is None else properties:
            if child.tag == HIDDEN:
                return bool(switch(child))
            if child.tag == RUN_STYLE:
                style = value(child)
        return self._hidden(style)

    def _field(self, mark: str | None) -> None:
        """Follow a field mark: code itself is never text, but results inside code look as if they were."""
        if mark == "begin":
            self._fields.append(True)
        elif self._fields and mark == "separate":
            self._fields[-1] = False
        elif self._fields and mark == "end":
            self._fields.pop()

    def _rest_of_run(self, element: Element) -> None:
        """Drawings, pictures and objects, and ruby text, which holds runs of its own."""
        if element.tag == ALTERNATIVES:
            self._alternatives(element, self._graphic)
        elif element.tag == WORD + "ruby":
            self.inside(element)
        else:
            self._graphic(element)

    def _graphic(self, element: Element) -> None:
        tag = element.tag
        if tag == BOX:
            self.content.boxes.append(element)
        elif tag == ALTERNATIVES:
            self._alternatives(element, self._graphic)
        elif tag in PICTURES:
            self.content.pictures += 1
        elif tag == EMBEDDED:
            self.content.objects.append(element.get("ProgID") or "unknown kind")
        elif tag == DIAGRAM:
            self.content.objects.append("SmartArt")
        for child in () if tag in (BOX, ALTERNATIVES) else element:
            self._graphic(child)

    def _alternatives(self, alternatives: Element, read: Callable[[Element], None]) -> None:
        branch = chosen(alternatives)
        if branch is not None:
            read(branch)


def _symbol(symbol: Element) -> str:
    """The character of a symbol that was inserted by its number in a font."""
    try:
        code = int(symbol.get(WORD + "char") or "", 16)
    except ValueError:
        return _NOTHING
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    private, surrogate = 0xE000 <= code <= 0xF8FF, 0xD800 <= code <= 0xDFFF
    return chr(code) if 0x20 <= code <= 0xFFFF and not private and not surrogate else _NOTHING
