"""The source of a text file: its characters, and where the characters of the document stand among them."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from contract_lint.model import Document, Place, Segment, Span
from contract_lint.reviews.result import Unreviewable

_LINE_END = re.compile("\r\n|\r|\n")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = ("utf-8", "cp1252")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});")
_LONGEST_LETTER = 3  # "ffi", which may be one character in the source
_CLOSING = "*_`~"  # marks of Markdown that may close behind a word


class Unplaced(Exception):
    """Words that are not found back in the source, or cannot be changed there; the text says why."""


class Encoded(Struct, frozen=True):
    """The text of a file, and how it was stored."""

    text: str
    mark: bytes
    encoding: str

    def bytes_of(self, text: str) -> bytes:
        """Another text stored likewise."""
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError:
            return text.encode("utf-8")  # a character that the old encoding lacks


def decoded(data: bytes) -> Encoded:
    """The characters of a text file."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Encoded(data.removeprefix(mark).decode(encoding, "surrogatepass"), mark, encoding)
    for encoding in _UNMARKED:
        try:
            return Encoded(data.decode(encoding), b"", encoding)
        except UnicodeDecodeError:
            continue
    raise Unreviewable("its characters cannot be told for certain; save the file as UTF-8 and review that")


class Source:
    """Finds characters of a document in the text that it was read from."""

    def __init__(self, document: Document, text: str) -> None:
        self._document, self._text = document, text
        self._lines = [0, *(end.end() for end in _LINE_END.finditer(text))]
        self._remarks = [self._offset(remark.place) for remark in document.remarks]

    def ends(self, span: Span) -> tuple[int, int]:
        """The part of the source that shows these characters; an empty span is the place after the last."""
        if not len(span):
            after = self.end_of(Span(span.start - 1, span.start)) if span.start else 0
            return after, after
        pieces = [piece for piece in self._pieces(span) if piece[1] > piece[0]]
        if not pieces:
            raise Unplaced("the words are not in the source as they were read")
        return pieces[0][0], pieces[-1][1]

    def end_of(self, span: Span) -> int:
        """The place after these characters, and after the Markdown marks that close there."""
        at = self.ends(span)[1]
        while at < len(self._text) and self._text[at] in _CLOSING:
            at += 1
        return at

    def marks(self, span: Span) -> str:
        """What stands among these characters in a line of the source and is not read: marks of Markdown."""
        pieces = list(self._pieces(span))
        between = (self._text[one[1] : two[0]] for one, two in pairwise(pieces))
        return "".join(text.strip() for text in between if not _LINE_END.search(text))

    def has_remark(self, start: int, end: int) -> bool:
        """Whether a remark to this program, which is nobody's words to change, stands between two places."""
        return any(start <= at < end for at in self._remarks)

    def line_start(self, offset: int) -> int:
        """Where the line of a place in the source begins."""
        return self._lines[bisect_right(self._lines, offset) - 1]

    def above_remarks(self, offset: int) -> int:
        """The beginning of the remarks on the lines right above a line, else of the line itself."""
        while offset and self.has_remark(above := self.line_start(offset - 1), offset):
            offset = above
        return offset

    def line_end(self, offset: int) -> int:
        """Where the line of a place in the source ends, before what ends it."""
        found = _LINE_END.search(self._text, offset)
        return found.start() if found else len(self._text)

    def _pieces(self, span: Span) -> Iterator[tuple[int, int]]:
        segments = self._document.segments
        at = max(bisect_right(segments, span.start, key=lambda one: one.start) - 1, 0)
        while at < len(segments) and segments[at].start < span.end:
            if segments[at].real and segments[at].place.line is not None:
                yield self._piece(at, segments[at], span)
            at += 1

    def _piece(self, at: int, segment: Segment, span: Span) -> tuple[int, int]:
        """What of a segment lies in the span; a character that the source spells otherwise is kept whole."""
        segments, place = self._document.segments, segment.place
        following = segments[at + 1].start if at + 1 < len(segments) else len(self._document.text)
        words = self._document.text[segment.start : following].rstrip("\n")
        begin = self._offset(place)
        start, end = max(span.start - segment.start, 0), min(span.end - segment.start, len(words))
        entity = _ENTITY.match(self._text, begin) if len(words) == 1 else None
        if entity and self._document.format == "markdown":
            return begin, entity.end()
        if self._text[begin : begin + len(words)] == words:
            return begin + min(start, end), begin + end
        limit = self._limit(at, begin + len(words))
        if self._text[begin : begin + len(words) - 1] == words[:-1]:  # the last one is spelt otherwise
            return begin + min(start, end), limit if end == len(words) else begin + end
        if len(words) > _LONGEST_LETTER:
            raise Unplaced("the words are not in the source as they were read")
        return begin, limit

    def _limit(self, at: int, otherwise: int) -> int:
        """Where the next words of the line begin; after the last ones there is nothing to tell it by."""
        one, other = (self._document.segments[index : index + 1] for index in (at, at + 1))
        if not other or not other[0].real or other[0].place.line != one[0].place.line:
            return otherwise
        return self._offset(other[0].place)

    def _offset(self, place: Place) -> int:
        return self._lines[(place.line or 1) - 1] + (place.column or 1) - 1
