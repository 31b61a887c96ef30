"""Walking through one story of a Word document (body, notes, header, footer), paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from contract_lint.documents.assembly import Assembly
from contract_lint.documents.docx import tags
from contract_lint.documents.docx.labels import Counters
from contract_lint.documents.docx.numbering import NumberedList, Numbering
from contract_lint.documents.docx.runs import Content, content
from contract_lint.documents.docx.styles import Styles, heading_level, membership
from contract_lint.documents.docx.tags import Element
from contract_lint.model import BlockKind, Place

_APART = (BlockKind.NOTE, BlockKind.MARGIN)  # stories in which tables and headings are nothing more
_UNSHOWN_ROW = (tags.DELETED, tags.WORD + "hidden")
_MERGED = (tags.WORD + "vMerge", tags.WORD + "hMerge")


@dataclass(frozen=True, slots=True)
class _Properties:
    """What a paragraph is: its style, heading level (0 for none), list, and the state of its mark."""

    style: str | None
    heading: int
    listed: tuple[NumberedList, int] | None
    runs_on: bool  # the mark is deleted: the text goes on in the next paragraph
    mark_hidden: bool


class Stories:
    """Reads stories one after another into an assembly.

    Paragraphs are counted over all stories, every `w:p` of a part in document order, read or not; runs
    likewise in `w:p`; columns count each character of `w:t` and one for each sign of `runs`.
    """

    def __init__(self, assembly: Assembly, styles: Styles, numbering: Numbering) -> None:
        self._assembly, self._styles, self._numbering = assembly, styles, numbering
        self._counters = Counters()
        self._ordinals: dict[Element, int] = {}
        self._counted = 0
        self._running_on: list[tuple[Element, _Properties]] = []
        self.letters = 0  # read outside the margins
        self.pictures = 0

    def open(self, root: Element, counts_on: bool = False) -> None:
        """Turn to the next part; its lists start again, but a footer counts on from the header."""
        self._ordinals = {one: at for at, one in enumerate(root.iter(tags.PARAGRAPH), self._counted + 1)}
        self._counted += len(self._ordinals)
        self._assembly.part(root.getroottree().docinfo.URL)
        if not counts_on:
            self._counters = Counters(self._styles.language)

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
                if not _merged_or_deleted(child):
                    self.read(child, kind)
            elif tag in (tags.IMPORTED, tags.SUBDOCUMENT):
                self._assembly.unread(
                    "an imported document", "save the document again in Word to take its text in"
                )
            elif tag not in tags.SILENT and not _unshown_row(child):
                branch = tags.chosen(child) if tag == tags.ALTERNATIVES else child
                self._blocks(() if branch is None else branch, kind)

    def _paragraph(self, paragraph: Element, kind: BlockKind) -> None:
        properties = self._properties(paragraph)
        self._running_on.append((paragraph, properties))
        if not properties.runs_on:
            joined, self._running_on = self._running_on, []
            self._block(joined, kind)

    def _end_of_flow(self, kind: BlockKind) -> None:
        """A deleted mark at the end of a cell or story has no paragraph to run on into."""
        joined, self._running_on = self._running_on, []
        if joined:
            self._block(joined, kind)

    def _block(self, joined: list[tuple[Element, _Properties]], kind: BlockKind) -> None:
        """One block of the paragraphs that Word shows as one; the last mark decides what it is."""
        properties = joined[-1][1]
        contents = [(self._ordinals[one], self._content(one, own)) for one, own in joined]
        text = "".join(piece.text for _, held in contents for piece in held.pieces)
        unmarked = properties.runs_on or properties.mark_hidden
        if properties.listed and (text.strip() or not unmarked):
            self._label(properties.listed, contents[-1][0], bool(text.strip()))
        for ordinal, held in contents:
            self._text(ordinal, held)
        self._assembly.paragraph(*_kind(properties, kind))
        if kind is not BlockKind.MARGIN:
            self.letters += len(text)
            self.pictures += sum(held.pictures for _, held in contents)
        for ordinal, held in contents:
            self._beside_the_text(ordinal, held, kind)

    def _label(self, listed: tuple[NumberedList, int], ordinal: int, has_text: bool) -> None:
        label = self._counters.label(*listed)
        bullet = listed[0].levels[listed[1]].format == "bullet"
        if label and (has_text or not bullet):  # an empty cell may be there for its number alone
            self._assembly.label(label, Place(paragraph=ordinal))

    def _content(self, paragraph: Element, properties: _Properties) -> Content:
        return content(paragraph, lambda run_style: self._styles.hidden(properties.style, run_style))

    def _text(self, ordinal: int, held: Content) -> None:
        for piece in held.pieces:
            if piece.run is None:
                self._assembly.add(piece.text, Place(paragraph=ordinal), real=False)
                continue
            self._assembly.add(piece.text, Place(paragraph=ordinal, run=piece.run, column=1))

    def _beside_the_text(self, ordinal: int, held: Content, kind: BlockKind) -> None:
        for box in held.boxes:
            outside, self._counters = self._counters, Counters(self._styles.language)
            self.read(box, kind if kind in _APART else BlockKind.BOX)
            self._counters = outside
        for name in held.objects:
            self._assembly.unread(
                f"an embedded object ({name}) in paragraph {ordinal}",
                "only text is read; paste the words of the object into the document",
            )

    def _properties(self, paragraph: Element) -> _Properties:
        found = paragraph.find(tags.PARAGRAPH_PROPERTIES)
        if found is None:
            found = ()
        own = {child.tag: child for child in found}
        style = tags.value(own.get(tags.PARAGRAPH_STYLE))
        outline = tags.number(own.get(tags.OUTLINE_LEVEL))
        mark = {child.tag: child for child in own.get(tags.RUN_PROPERTIES, ())}
        hidden = tags.switch(mark.get(tags.HIDDEN))
        return _Properties(
            style=style,
            heading=self._styles.heading(style) if outline is None else heading_level(outline),
            listed=self._numbering.find(membership(own.get(tags.NUMBERED)), self._styles.lineage(style)),
            runs_on=tags.DELETED in mark or tags.MOVED_AWAY in mark,
            mark_hidden=self._styles.hidden(style, None) if hidden is None else hidden,
        )


def _kind(properties: _Properties, kind: BlockKind) -> tuple[BlockKind, int]:
    """The kind and level of a block; tables that lay out the page keep their headings."""
    level = properties.listed[1] + 1 if properties.listed else 0
    if kind in _APART:
        return kind, level
    if properties.heading:
        return BlockKind.HEADING, properties.heading
    return (BlockKind.ITEM if level and kind is BlockKind.BODY else kind), level


def _unshown_row(element: Element) -> bool:
    """Whether this is a table row that is deleted or hidden."""
    found = element.find(tags.ROW_PROPERTIES) if element.tag == tags.ROW else None
    return found is not None and any(child.tag in _UNSHOWN_ROW for child in found)


def _merged_or_deleted(cell: Element) -> bool:
    """Whether a cell only continues the one before or above it, or is deleted."""
    found = cell.find(tags.CELL_PROPERTIES)
    return found is not None and any(
        child.tag == tags.WORD + "cellDel"
        or (child.tag in _MERGED and (tags.value(child) or "continue") == "continue")
        for child in found
    )
