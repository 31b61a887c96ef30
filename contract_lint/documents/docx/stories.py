"""Walking through one story of a Word document (body, notes, header, footer), paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from contract_lint.documents.assembly import Assembly
from contract_lint.documents.docx import tags
from contract_lint.documents.docx.changes import Side
from contract_lint.documents.docx.comments import Comments
from contract_lint.documents.docx.labels import Counters
from contract_lint.documents.docx.numbering import NumberedList
from contract_lint.documents.docx.paragraphs import Paragraphs, Properties
from contract_lint.documents.docx.runs import BREAK, Content, Piece
from contract_lint.documents.docx.tags import Element
from contract_lint.documents.text_wrapping import begins_with_label
from contract_lint.model import BlockKind, Place

_APART = (BlockKind.NOTE, BlockKind.MARGIN)  # stories in which tables and headings are nothing more


class Stories:
    """Reads stories one after another into an assembly.

    Paragraphs are counted over all stories, every `w:p` of a part in document order, read or not; runs
    likewise in `w:p`; columns count each character of `w:t` and one for each sign of `runs`.
    """

    def __init__(
        self, assembly: Assembly, paragraphs: Paragraphs, side: Side, language: str, comments: Comments
    ) -> None:
        self._assembly, self._paragraphs, self._side, self._language = assembly, paragraphs, side, language
        self._comments = comments
        self._counters = Counters()
        self._ordinals: dict[Element, int] = {}
        self._counted = 0
        self._running_on: list[tuple[Element, Properties]] = []
        self.letters = 0  # read outside the margins
        self.pictures = 0
        self.scans: list[int] = []  # the paragraphs of pictures as large as a page

    def open(self, root: Element, counts_on: bool = False) -> None:
        """Turn to the next part; its lists start again, but a footer counts on from the header."""
        self._ordinals = {one: at for at, one in enumerate(root.iter(tags.PARAGRAPH), self._counted + 1)}
        self._counted += len(self._ordinals)
        self._assembly.part(root.getroottree().docinfo.URL)
        self._comments.open(root, self._ordinals)
        if not counts_on:
            self._counters = Counters(self._language)

    def read(self, parent: Element, kind: BlockKind) -> None:
        """Read all blocks under an element of the part that was opened last."""
        self._blocks(parent, kind)
        self._end_of_flow(kind)

    def _blocks(self, parent: Element, kind: BlockKind) -> None:
        for child in parent:
            tag = child.tag
            if tag == tags.PARAGRAPH:
                self._paragraph(child, kind)
            elif tag == tags.TABLE:
                self._end_of_flow(kind)
                self._blocks(child, kind if kind in _APART else BlockKind.CELL)
            elif tag == tags.CELL:
                if self._side.shows_cell(child.find(tags.CELL_PROPERTIES)):
                    self.read(child, kind)
            elif tag == tags.IMPORTED:
                reason = "save the document again in Word to take its text in"
                self._assembly.unread("an imported document", reason)
            elif self._is_shown(child):
                branch = tags.chosen(child) if tag == tags.ALTERNATIVES else child
                self._blocks(() if branch is None else branch, kind)

    def _is_shown(self, element: Element) -> bool:
        if element.tag == tags.ROW:
            return self._side.shows_row(element.find(tags.ROW_PROPERTIES))
        return element.tag not in self._side.silent

    def _paragraph(self, paragraph: Element, kind: BlockKind) -> None:
        properties = self._paragraphs.properties(paragraph)
        self._running_on.append((paragraph, properties))
        if not properties.runs_on:
            joined, self._running_on = self._running_on, []
            self._block(joined, kind)

    def _end_of_flow(self, kind: BlockKind) -> None:
        """An absent mark at the end of a cell or story has no paragraph to run on into."""
        joined, self._running_on = self._running_on, []
        if joined:
            self._block(joined, kind)

    def _block(self, joined: list[tuple[Element, Properties]], kind: BlockKind) -> None:
        """One block of the paragraphs that Word shows as one; the last mark decides what it is."""
        properties = joined[-1][1]
        contents = [(self._ordinals[one], self._paragraphs.content(one, own)) for one, own in joined]
        text = "".join(piece.text for _, held in contents for piece in held.pieces)
        unmarked = properties.runs_on or properties.mark_hidden
        if properties.listed and (text.strip() or not unmarked):
            self._label(properties.listed, contents[-1][0], bool(text.strip()))
        block = _kind(properties, kind)
        cuts = list(_cuts(text)) if BREAK in text else []
        for ordinal, held in contents:
            cuts = self._text(ordinal, held.pieces, cuts, block)
        self._assembly.paragraph(*block)
        if kind is not BlockKind.MARGIN:
            self._count(text, contents)
        for ordinal, held in contents:
            self._beside_the_text(ordinal, held, kind)

    def _count(self, text: str, contents: list[tuple[int, Content]]) -> None:
        self.letters += len(text)
        self.pictures += sum(held.pictures for _, held in contents)
        self.scans += [ordinal for ordinal, held in contents for _ in range(held.large)]

    def _label(self, listed: tuple[NumberedList, int], ordinal: int, has_text: bool) -> None:
        label = self._counters.label(*listed)
        bullet = listed[0].levels[listed[1]].format == "bullet"
        if label and (has_text or not bullet):  # an empty cell may be there for its number alone
            self._assembly.label(label, Place(paragraph=ordinal))

    def _text(
        self, ordinal: int, pieces: list[Piece], cuts: list[int], block: tuple[BlockKind, int]
    ) -> list[int]:
        """Add the words; `cuts` are the characters from here on at which a new block begins."""
        for piece in pieces:
            at = 0
            while cuts and cuts[0] < len(piece.text):
                self._piece(ordinal, piece, at, cuts[0])
                self._assembly.paragraph(*block)
                at, cuts = cuts[0], cuts[1:]
            self._piece(ordinal, piece, at, len(piece.text))
            cuts = [cut - len(piece.text) for cut in cuts]
        return cuts

    def _piece(self, ordinal: int, piece: Piece, start: int, end: int) -> None:
        if piece.run is None:
            self._assembly.add(piece.text[start:end], Place(paragraph=ordinal), real=False)
        else:
            place = Place(paragraph=ordinal, run=piece.run, column=start + 1)
            self._assembly.add(piece.text[start:end], place)

    def _beside_the_text(self, ordinal: int, held: Content, kind: BlockKind) -> None:
        for box in held.boxes:
            outside, self._counters = self._counters, Counters(self._language)
            self.read(box, kind if kind in _APART else BlockKind.BOX)
            self._counters = outside
        for name in held.objects:
            self._assembly.unread(
                f"{name} in paragraph {ordinal}",
                "only text is read; write its words into the document",
            )


def _kind(properties: Properties, kind: BlockKind) -> tuple[BlockKind, int]:
    """The kind and level of a block; tables that lay out the page keep their headings."""
    level = properties.listed[1] + 1 if properties.listed else 0
    if kind in _APART:
        return kind, level
    if properties.heading:
        return BlockKind.HEADING, properties.heading
    return (BlockKind.ITEM if level and kind is BlockKind.BODY else kind), level


def _cuts(text: str) -> Iterator[int]:
    """Where a manual line break begins what reads as a paragraph: a line with a number of its own."""
    at = 0
    for line, following in pairwise(text.split(BREAK)):
        at += len(line) + 1
        if following.strip() and begins_with_label(line.rstrip(), following.strip(), filled=False):
            yield at
