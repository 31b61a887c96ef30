"""One page as it lies before us: its pieces of text, its tables, and whether it holds pictures."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
from msgspec import Struct

from contract_lint.documents.limits import Limits
from contract_lint.documents.pdf.drawings import drawing
from contract_lint.documents.pdf.glyphs import Glyphs, Signs
from contract_lint.documents.pdf.hanging import hung_on
from contract_lint.documents.pdf.lines import Line
from contract_lint.documents.pdf.pieces import Pieces, pieces, turned
from contract_lint.documents.pdf.tables import grid
from contract_lint.documents.pdf.unruled import with_tables


class Recognition(Struct, frozen=True):
    """How sure OCR is of a page: 0 to 100 on average, and how many of its words it doubts."""

    confidence: float
    words: int
    doubtful: int


class Sheet(Struct, frozen=True):
    """A page that was read. `aside` stands aslant of the text or outside the page; `filled` was typed in
    and `attached` names the files that hang on the page.

    `recognition` is there when OCR read the page, `unrecognised` tells why it could not. `rotation` is by
    how many degrees viewers turn the page clockwise.
    """

    number: int
    foot: float = 0.0
    head: float = 0.0
    flow: tuple[Line, ...] = ()
    aside: tuple[Line, ...] = ()
    filled: tuple[Line, ...] = ()
    attached: tuple[str, ...] = ()
    pictured: bool = False
    covered: bool = False
    garbled: bool = False
    rotation: int = 0
    recognition: Recognition | None = None
    unrecognised: str = ""
    fault: str = ""


def sheets(document: pypdfium2.PdfDocument, limits: Limits) -> Iterator[Sheet]:
    """The pages of a document, one that cannot be read with the reason."""
    signs, characters = Signs(), 0
    for index in range(min(len(document), limits.pages)):
        if characters > limits.characters:
            yield Sheet(index + 1, fault=f"lies behind {characters} characters; split the document")
            continue
        try:
            page = document[index]
        except (pypdfium2.PdfiumError, IndexError):
            yield Sheet(index + 1, fault="is damaged; save the document again as PDF from its source")
            continue
        try:
            sheet = _sheet(page, index + 1, limits, signs)
            characters += sum(len(line.text) for line in sheet.flow)
            yield sheet
        except pypdfium2.PdfiumError:
            yield Sheet(index + 1, fault="has text that PDFium cannot read; print it to PDF again")
        finally:
            page.close()


def _sheet(page: pypdfium2.PdfPage, number: int, limits: Limits, signs: Signs) -> Sheet:
    rotation = page.get_rotation()
    page.set_rotation(0)  # PDFium puts the lines of a rotated page in the wrong order
    width, height = page.get_size()
    drawn = drawing(page)
    cells = grid(drawn)
    textpage = page.get_textpage()
    try:
        if textpage.count_chars() > limits.page_characters:
            return Sheet(number, fault="holds more text than a page of terms can; it was skipped")
        glyphs = Glyphs(textpage, signs)
        found, garbled = pieces(glyphs, number, cells), glyphs.is_garbled()
    finally:
        textpage.close()
    hung = hung_on(page, number)
    inside, outside = _visible(found, page.get_bbox())
    _, foot, _, head = turned(page.get_bbox(), found.turn)
    return Sheet(
        number,
        foot,
        head,
        tuple(with_tables(cells.gather(inside, found.turn))),
        (*found.aslant, *outside),
        hung.filled,
        hung.attached,
        drawn.pictured(width, height),
        drawn.covered(width, height),
        garbled,
        rotation,
    )


def _visible(found: Pieces, page: tuple[float, float, float, float]) -> tuple[list[Line], list[Line]]:
    """Part what stands on the page from what lies outside it, such as a printer's marks."""
    inside: list[Line] = []
    outside: list[Line] = []
    for line in found.upright:
        x, y = line.middle
        on_page = page[0] <= x <= page[2] and page[1] <= y <= page[3]
        (inside if on_page else outside).append(line)
    return inside, outside
