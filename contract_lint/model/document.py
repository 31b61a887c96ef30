"""A document: its final text, and where in the source every character stands."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

_START = attrgetter("start")


class Span(Struct, frozen=True, order=True):
    """Half-open offsets into `Document.text`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


class Place(Struct, frozen=True):
    """Where a character stands in the source; counts start at 1, None where a format has no such thing.

    `box` is (left, bottom, right, top) of the line in PDF points, origin at the bottom left.
    """

    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    paragraph: int | None = None
    run: int | None = None
    line: int | None = None
    column: int | None = None


class Segment(Struct, frozen=True):
    """Characters of `Document.text` from `start` on that stand side by side in the source from `place` on.

    `real` is False for text that the source shows but does not hold (Word's automatic numbers).
    """

    start: int
    place: Place
    real: bool = True


class BlockKind(Enum):
    """What a paragraph is in its source, as far as the format itself says so."""

    BODY = "body"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"
    NOTE = "note"
    MARGIN = "margin"  # header, footer
    BOX = "box"  # text box


class Block(Struct, frozen=True):
    """One paragraph. `level` is the heading or list depth (1 = outermost, 0 = unknown).

    `label` spans an automatic number or bullet that the reader placed before the text.
    """

    span: Span
    kind: BlockKind = BlockKind.BODY
    level: int = 0
    label: Span | None = None


class Unread(Struct, frozen=True):
    """Something that could not be read or judged: named in the report and in the exit code."""

    what: str
    reason: str
    page: int | None = None


class Remark(Struct, frozen=True):
    """Words in the source that are for this program alone ("accept RULE: reason"), and no text.

    They stand at `place` and are about the characters of `about`, which is empty where there are none.
    `author` is who signed them, where the format tells.
    """

    words: str
    place: Place
    about: Span
    author: str = ""


class Document(Struct, frozen=True):
    """A document's final text: paragraphs (`blocks`) separated by one newline, every character placed.

    `notes` tell how it was read where that is not as usual (converted, repaired); nothing is amiss.
    `parts` names the parts of a Word file in the order in which `Place.paragraph` counts through them.
    """

    path: str
    format: str  # "pdf", "docx", "html", "markdown", "text"
    text: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    unread: tuple[Unread, ...] = ()
    notes: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def quote(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]

    def place(self, offset: int) -> Place:
        """Where the character at this offset stands in the source."""
        at = bisect_right(self.segments, offset, key=_START) - 1
        if at < 0:
            return Place()
        segment = self.segments[at]
        column = segment.place.column
        if column is None or not segment.real:
            return segment.place
        return replace(segment.place, column=column + offset - segment.start)
