"""What one Word paragraph holds: the visible text of its runs, its text boxes, and what cannot be read."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field

from contract_lint.documents.docx import tags
from contract_lint.documents.docx.changes import Side
from contract_lint.documents.docx.symbols import SIGNS, sign
from contract_lint.documents.docx.tags import RUN, WORD, Element, number, switch, value

BREAK = "\v"  # a manual line break; XML itself cannot hold this character
# Elements of a run that stand for one character; the assembly makes these characters plain.
_SIGNS = {
    WORD + "tab": "\t", WORD + "ptab": "\t", WORD + "br": BREAK, WORD + "cr": BREAK,
    WORD + "noBreakHyphen": "\u2011", WORD + "softHyphen": "\u00ad",
}  # fmt: skip
_OBJECTS = {
    tags.DIAGRAM: "SmartArt",
    tags.CHART: "a chart",
    tags.CONTROL: "a form control",
    tags.SUBDOCUMENT: "a subdocument",
    tags.DRAWN_TEXT: "words in a drawing",
}
_PAGE = 3e13  # square EMU: about half of an A4 page
_COMPUTED = ("AUTONUM", "LISTNUM")  # fields that show a number which is nowhere in the file


class Piece(Struct, frozen=True):
    """The visible text of one run, the `run`-th of its paragraph; None for what is in no run's text."""

    run: int | None
    text: str


class Content(Struct):
    """What a paragraph holds.

    `objects` names what is seen there and cannot be read; `large` of the `pictures` fill a page.
    """

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    objects: list[str] = field(default_factory=list)
    pictures: int = 0
    large: int = 0


def content(paragraph: Element, hidden: Callable[[str | None], bool], side: Side) -> Content:
    """Read one side of a paragraph; `hidden` tells whether a run style hides text in it."""
    reading = _Reading(paragraph, hidden, side)
    reading.inside(paragraph)
    return reading.content


class _Reading:
    """One pass over a paragraph, keeping the runs counted and the fields open."""

    def __init__(self, paragraph: Element, hidden: Callable[[str | None], bool], side: Side) -> None:
        self.content = Content()
        self._hidden = hidden
        self._side, self._silent, self._text = side, side.silent, side.text
        self._ordinals = {run: at for at, run in enumerate(paragraph.iter(RUN), 1)}
        self._page_sized = False  # the drawing that was opened last
        self._fields: list[bool] = []  # the open fields, True while in their code

    def inside(self, parent: Element) -> None:
        """Everything under an element that may hold runs."""
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._run(child)
            elif tag == tags.FORMULA_TEXT:
                self._shown(child.text)
            elif tag == tags.ALTERNATIVES:
                self._alternatives(child, self.inside)
            elif tag not in self._silent:
                self._seen(child, tag)
                self.inside(child)

    def _shown(self, text: str | None) -> None:
        """Words that are shown but are in no run's text."""
        if text:
            self.content.pieces.append(Piece(None, text))

    def _run(self, run: Element) -> None:
        if not self._is_hidden(run.find(tags.RUN_PROPERTIES)):
            text = self._read_run(run)
            if text and not any(self._fields[:-1]):
                plain = text if text.isascii() else text.translate(SIGNS)
                self.content.pieces.append(Piece(self._ordinals[run], plain))

    def _read_run(self, run: Element) -> str:
        """The text of a run; its field marks and graphics are taken up on the way."""
        text = []
        for child in run:
            tag = child.tag
            if tag in self._text:
                text.append(child.text or "")
            elif tag in _SIGNS:
                text.append(_SIGNS[tag])
            elif tag == tags.SYMBOL:
                text.append(sign(child))
            elif tag == tags.FIELD_MARK:
                self._field(child)
            elif tag == tags.INSTRUCTION:
                self._code(child.text or "")
            elif tag not in self._silent:
                self._rest_of_run(child)
        return "".join(text)

    def _is_hidden(self, properties: Element | None) -> bool:
        style = None
        for child in self._side.properties(properties):
            if child.tag == tags.HIDDEN:
                return bool(switch(child))
            if child.tag == tags.RUN_STYLE:
                style = value(child)
        return self._hidden(style)

    def _field(self, mark: Element) -> None:
        """Follow a field mark: code itself is never text, but results inside code look as if they were."""
        kind = mark.get(WORD + "fldCharType")
        if kind == "begin":
            self._fields.append(True)
            self._shown(_entered(mark.find(tags.FORM_FIELD)))
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()

    def _code(self, code: str) -> None:
        kind = code.split(maxsplit=1)[0].upper() if code.strip() else ""
        if kind.startswith(_COMPUTED):
            self.content.objects.append(f"a number from a field ({kind})")

    def _rest_of_run(self, element: Element) -> None:
        """Drawings, pictures and objects, and ruby text, which holds runs of its own."""
        if element.tag == tags.ALTERNATIVES:
            self._alternatives(element, self._graphic)
        elif element.tag == WORD + "ruby":
            self.inside(element)
        else:
            self._graphic(element)

    def _graphic(self, element: Element) -> None:
        tag = element.tag
        if tag == tags.BOX:
            self.content.boxes.append(element)
        elif tag == tags.ALTERNATIVES:
            self._alternatives(element, self._graphic)
        else:
            self._seen(element, tag)
            for child in element:
                self._graphic(child)

    def _seen(self, element: Element, tag: str) -> None:
        if tag in tags.PICTURES:
            self.content.pictures += 1
            self.content.large += self._page_sized
        elif tag == tags.EXTENT:
            self._page_sized = _area(element) > _PAGE
        elif tag == tags.WORD_ART:
            self._shown(element.get("string"))
        elif tag == tags.EMBEDDED:
            self.content.objects.append(f"an embedded object ({element.get('ProgID') or 'unknown kind'})")
        elif tag in _OBJECTS and _OBJECTS[tag] not in self.content.objects:
            self.content.objects.append(_OBJECTS[tag])

    def _alternatives(self, alternatives: Element, read: Callable[[Element], None]) -> None:
        branch = tags.chosen(alternatives)
        if branch is not None:
            read(branch)


def _entered(form_field: Element | None) -> str:
    """What stands in a form field that keeps it in its properties: a box that is ticked, a choice made."""
    if form_field is None:
        return ""
    box, choice = form_field.find(WORD + "checkBox"), form_field.find(WORD + "ddList")
    if box is not None:
        ticked = switch(box.find(WORD + "checked"))
        return "☒" if (switch(box.find(WORD + "default")) if ticked is None else ticked) else "☐"
    if choice is not None:
        entries = [value(entry) or "" for entry in choice.iterchildren(WORD + "listEntry")]
        made = number(choice.find(WORD + "result")) or number(choice.find(WORD + "default")) or 0
        return entries[made] if 0 <= made < len(entries) else ""
    return ""


def _area(extent: Element) -> float:
    try:
        return float(extent.get("cx", "")) * float(extent.get("cy", ""))
    except ValueError:
        return 0.0
