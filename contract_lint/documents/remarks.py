"""Remarks in a text: comments for this program alone, taken out before the text is read.

    <!-- contract-lint: accept exit-fee: covers the handset -->

Plain text has no comments; there they stand in square brackets, as drafters write notes, or as above.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain

from msgspec import Struct
from msgspec.structs import replace

from contract_lint.documents.limits import REMARKS
from contract_lint.documents.text_decoding import LINE_END
from contract_lint.model import Document, Place, Remark, Segment, Span, Unread

_NAMES = ("ontract-lint", "ontract-Lint", "ONTRACT-LINT")  # as people begin a line; to be found at once
OURS = re.compile(r"\s{0,99}contract-lint\s{0,9}:", re.IGNORECASE)
_BRACKET = r"\[(?=\s{0,9}contract-lint\s{0,9}:)"
_COMMENTS = re.compile("<!--")
_BOTH = re.compile(f"<!--|{_BRACKET}", re.IGNORECASE)
_IN_BRACKETS = re.compile(rf"(?P<end>{_BRACKET}|\n[ \t]*\r?\n)|[\[\]]", re.IGNORECASE)
LONGEST = 2000  # characters of a remark that are kept; a reason is a sentence
_BLANK, _QUOTED = " \t", " \t>"  # what may stand before a remark on a line of its own, the latter in Markdown

Numbers = tuple[int, int]


class _Found(Struct, frozen=True):
    """A remark in the source; one without an end goes on to the end of its line."""

    start: int
    end: int
    words: str
    closing: str  # what ends it
    closed: bool = True


class _Cut(Struct, frozen=True):
    """A part of the source that is taken out, with the remarks in it."""

    start: int
    end: int
    alone: bool  # on a line of its own
    remarks: tuple[_Found, ...]


def with_remarks(document: Document, remarks: Sequence[Remark]) -> Document:
    """The document with its remarks, or with as many as people write."""
    if len(remarks) <= REMARKS:
        return replace(document, remarks=tuple(remarks))
    told = f"there are {len(remarks)} remarks to contract-lint, and only {REMARKS} are heeded"
    unread = (*document.unread, Unread("remarks", told))
    return replace(document, remarks=tuple(remarks[:REMARKS]), unread=unread)


def pieces(document: Document) -> Iterator[tuple[Segment, int]]:
    """The segments, each with the end of its words."""
    ends = chain((segment.start for segment in document.segments[1:]), [len(document.text)])
    for segment, end in zip(document.segments, ends, strict=False):
        yield segment, segment.start + len(document.text[segment.start : end].rstrip("\n"))


class Parted:
    """A text without the remarks in it, and where what is left stood before."""

    def __init__(self, source: str, brackets: bool = False, quoted: bool = False) -> None:
        self._cuts = list(_cuts(source, list(_found(source, brackets)), _QUOTED if quoted else _BLANK))
        starts = [0, *(cut.end for cut in self._cuts)]
        ends = [*(cut.start for cut in self._cuts), len(source)]
        self.text = "".join(source[start:end] for start, end in zip(starts, ends, strict=True))
        self._gone = [0, *accumulate(cut.end - cut.start for cut in self._cuts)]  # before each kept part
        self._at = [cut.start - gone for cut, gone in zip(self._cuts, self._gone, strict=False)]
        if self._cuts:
            self._before, self._after = _line_starts(source), _line_starts(self.text)

    def line(self, number: int) -> int:
        """The line of the source that is the `number`-th of what is left."""
        return self._original(self._after[number - 1])[0] if self._cuts else number

    def placed(self, document: Document) -> Document:
        """The document that was read from what is left, with its places in the source, and the remarks."""
        if not self._cuts:
            return document
        about = _Lines(document)
        found = [
            (one, about.span(*_place(self._after, at), cut.alone))
            for at, cut in zip(self._at, self._cuts, strict=True)
            for one in cut.remarks
        ]
        remarks = [
            Remark(one.words[:LONGEST], self._place_of(one), span) for one, span in found if one.closed
        ]
        unread = [self._unread(one) for one, _ in found if not one.closed][:REMARKS]
        placed = replace(
            document, segments=tuple(self._segments(document)), unread=(*document.unread, *unread)
        )
        return with_remarks(placed, remarks)

    def _place_of(self, found: _Found) -> Place:
        line, column = _place(self._before, found.start)
        return Place(line=line, column=column)

    def _unread(self, found: _Found) -> Unread:
        line, _ = _place(self._before, found.start)
        return Unread(f"a remark at line {line}", f"it has no end; close it with {found.closing}")

    def _segments(self, document: Document) -> Iterator[Segment]:
        """The segments by the source; what stood around a remark stands no longer side by side."""
        for segment, end in pieces(document):
            start = self._after[(segment.place.line or 1) - 1] + (segment.place.column or 1) - 1
            yield replace(segment, place=self._moved(start))
            if segment.real:
                last = start + end - segment.start
                for at in self._at[bisect_right(self._at, start) : bisect_left(self._at, last)]:
                    yield Segment(segment.start + at - start, self._moved(at))

    def _moved(self, at: int) -> Place:
        line, column = self._original(at)
        return Place(line=line, column=column)

    def _original(self, at: int) -> tuple[int, int]:
        """Line and column in the source of a character that is left."""
        return _place(self._before, at + self._gone[bisect_right(self._at, at)])


def shelved(document: Document, number: Callable[[Place], Numbers]) -> list[tuple[Numbers, int, int]]:
    """The words that stand in the source, by the numbers of their places: each with its start and end."""
    return sorted(
        (number(segment.place), segment.start, end) for segment, end in pieces(document) if segment.real
    )


class _Lines:
    """The characters of a document by line and column."""

    def __init__(self, document: Document) -> None:
        self._told = shelved(document, lambda place: (place.line or 0, place.column or 0))
        self._keys = [key for key, _, _ in self._told]
        self._length = len(document.text)

    def span(self, line: int, column: int, alone: bool) -> Span:
        """What a remark here is about: the character before it in its line, else the one after it."""
        after = bisect_left(self._keys, (line, column))
        if after and not alone and self._keys[after - 1][0] == line:
            (_, start_column), start, end = self._told[after - 1]
            at = min(start + column - start_column, end) - 1
        elif after < len(self._told):
            at = self._told[after][1]
        else:
            return Span(self._length, self._length)
        return Span(at, at + 1)


def _found(source: str, brackets: bool) -> Iterator[_Found]:
    """The remarks in their order; a comment of somebody else is passed over, with what stands in it."""
    if not any(name in source for name in _NAMES):
        return
    at, closes = 0, True
    while opening := (_BOTH if brackets else _COMMENTS).search(source, at):
        start, begin = opening.span()
        if opening[0] == "[":
            found = _in_brackets(source, start)
        else:
            end = source.find("-->", start + 2) if closes else -1
            closes = end >= 0
            found = _until(source, start, begin, end, "-->")
        at = found.end
        if OURS.match(found.words):
            yield replace(found, words=OURS.sub("", found.words, count=1))


def _in_brackets(source: str, start: int) -> _Found:
    depth = 0
    for sign in _IN_BRACKETS.finditer(source, start + 1, start + LONGEST):
        if sign["end"]:
            break
        if sign[0] == "]" and not depth:
            return _until(source, start, start + 1, sign.start(), "]")
        depth += 1 if sign[0] == "[" else -1
    return _until(source, start, start + 1, -1, "]")


def _until(source: str, start: int, begin: int, end: int, closing: str) -> _Found:
    """What stands between the signs around it; without an end it is what the line holds."""
    if end >= 0:
        return _Found(start, end + len(closing), source[begin:end], closing)
    line_end = LINE_END.search(source, begin)
    stop = line_end.start() if line_end else len(source)
    return _Found(start, stop, source[begin:stop], closing, closed=False)


def _cuts(source: str, found: Sequence[_Found], margin: str) -> Iterator[_Cut]:
    """What to take out: the remarks, those beside each other as one, each line that holds nothing else."""
    at = 0
    while at < len(found):
        last = at
        while last + 1 < len(found) and not source[found[last].end : found[last + 1].start].strip(_BLANK):
            last += 1
        yield _cut(source, found[at : last + 1], margin)
        at = last + 1


def _cut(source: str, found: Sequence[_Found], margin: str) -> _Cut:
    start, end = found[0].start, found[-1].end
    edge, after = start, end
    while edge and source[edge - 1] in margin:
        edge -= 1
    while after < len(source) and source[after] in _BLANK:
        after += 1
    opens = edge == 0 or source[edge - 1] in "\r\n"
    closes = LINE_END.match(source, after)
    if opens and (closes or after == len(source)):
        return _Cut(edge, closes.end() if closes else after, True, tuple(found))
    spaced = opens and edge == start and after == end + 1  # as one writes before words: no indent
    return _Cut(start, after if spaced else end, False, tuple(found))


def _line_starts(text: str) -> list[int]:
    return [0, *(end.end() for end in LINE_END.finditer(text))]


def _place(starts: Sequence[int], at: int) -> tuple[int, int]:
    """Line and column of an offset, counted from 1."""
    line = bisect_right(starts, at)
    return line, at - starts[line - 1] + 1
