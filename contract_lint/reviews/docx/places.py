"""Where the characters of the document's text stand in the XML of the Word file."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from contract_lint.model import Document, Segment, Span
from contract_lint.reviews.docx.names import DELETED, MOVED_AWAY, PARAGRAPH, RUN, Element, source_text
from contract_lint.reviews.docx.package import Package


class Unplaced(Exception):
    """Words that cannot be found back, or where Word allows no change; the text says which and why."""


class Slice(Struct, frozen=True):
    """The characters of a run from `start` up to `end`, as the reader counts them."""

    run: Element
    start: int
    end: int


class Places:
    """The paragraphs and runs of a Word file by the numbers that the reader gave them."""

    def __init__(self, document: Document, package: Package) -> None:
        self._document = document
        self._paragraphs: list[Element] = []
        self._part_ends: list[int] = []  # how many paragraphs there are up to the end of each part
        for part in document.parts:
            self._paragraphs.extend(package.root(part).iter(PARAGRAPH))
            self._part_ends.append(len(self._paragraphs))
        self._runs: dict[int, list[Element]] = {}  # of the paragraphs that were asked for
        self._segments = document.segments

    def part(self, offset: int) -> str:
        """The name of the part that holds the character."""
        paragraph = self._document.place(offset).paragraph or 1
        return self._document.parts[bisect_right(self._part_ends, paragraph - 1)]

    def slices(self, span: Span, all_of_it: bool = False) -> list[Slice]:
        """The pieces of runs that show these characters; those that no run holds have none.

        `all_of_it` takes along what the text leaves out after them: further spaces, marks of hyphenation.
        """
        found: list[Slice] = []
        for piece in self._pieces(span, all_of_it):
            last = found[-1] if found else None
            if last and last.run is piece.run and last.end == piece.start:
                found[-1] = Slice(piece.run, last.start, piece.end)
            elif piece.end > piece.start:
                found.append(piece)
        return found

    def check_words_only(self, span: Span) -> None:
        """Raise `Unplaced` where more than words stands between two places: a formula has no runs."""
        at = max(bisect_right(self._segments, span.start, key=lambda one: one.start) - 1, 0)
        while at < len(self._segments) and self._segments[at].start < span.end:
            if not self._segments[at].real and self._is_formula(at):
                raise Unplaced("a formula stands among the words")
            at += 1

    def _pieces(self, span: Span, all_of_it: bool) -> Iterator[Slice]:
        at = max(bisect_right(self._segments, span.start, key=lambda one: one.start) - 1, 0)
        while at < len(self._segments) and self._segments[at].start < span.end:
            segment = self._segments[at]
            if segment.real and segment.place.run is not None:
                yield self._piece(at, segment, span, all_of_it)
                if all_of_it and span.end - segment.start >= len(self._words(at)):
                    yield from self._left_out(at, segment)
            at += 1

    def _left_out(self, at: int, segment: Segment) -> Iterator[Slice]:
        """What the text leaves out at the beginning of the next runs, after what it took of this one."""
        following = self._segments[at + 1] if at + 1 < len(self._segments) else None
        if following is None or not following.real or following.place.run is None:
            return
        if following.place.paragraph != segment.place.paragraph or _beside(segment, following):
            return
        self._run(segment)
        runs = self._runs[segment.place.paragraph or 0]
        for run in runs[(segment.place.run or 0) : following.place.run - 1]:
            words = source_text(run)
            if words and _shows_nothing(words) and run.getparent().tag not in (DELETED, MOVED_AWAY):
                yield Slice(run, 0, len(words))
        yield Slice(runs[following.place.run - 1], 0, (following.place.column or 1) - 1)

    def _piece(self, at: int, segment: Segment, span: Span, all_of_it: bool) -> Slice:
        """What of a segment lies in the span; a letter that the file spells otherwise is kept whole."""
        words, run = self._words(at), self._run(segment)
        source = source_text(run)
        first = (segment.place.column or 1) - 1
        limit = self._limit(at, segment, len(source))
        start, end = max(span.start - segment.start, 0), min(span.end - segment.start, len(words))
        if not _alike(source[first : first + len(words)], words):
            if len(words) > _LONGEST_LETTER or not _same(source[first:limit], words):
                raise Unplaced("the words are not where they were read")
            return Slice(run, first, limit) if start < len(words) else Slice(run, limit, limit)
        if all_of_it and end == len(words) and not self._ends_block(at):
            return Slice(run, first + min(start, end), limit)
        return Slice(run, first + min(start, end), first + end)

    def _ends_block(self, at: int) -> bool:
        following = self._segments[at + 1].start if at + 1 < len(self._segments) else len(self._document.text)
        return self._document.text[following - 1 : following] == "\n"

    def _words(self, at: int) -> str:
        """The characters of a segment, without the newline between two blocks."""
        end = self._segments[at + 1].start if at + 1 < len(self._segments) else len(self._document.text)
        return self._document.text[self._segments[at].start : end].rstrip("\n")

    def _limit(self, at: int, segment: Segment, length: int) -> int:
        """Where the next characters of the run begin: what the text leaves out belongs to those before."""
        following = self._segments[at + 1] if at + 1 < len(self._segments) else None
        if following is None or not following.real or not _beside(segment, following):
            return length
        return (following.place.column or 1) - 1

    def _run(self, segment: Segment) -> Element:
        number = segment.place.paragraph or 0
        if number not in self._runs:
            self._runs[number] = list(self._paragraphs[number - 1].iter(RUN))
        return self._runs[number][(segment.place.run or 1) - 1]

    def _is_formula(self, at: int) -> bool:
        start = self._segments[at].start
        labels = (block.label for block in self._document.blocks if block.label)
        return bool(self._words(at).strip()) and not any(label.start <= start < label.end for label in labels)


def _shows_nothing(words: str) -> bool:
    """Whether they are spaces and marks of hyphenation only."""
    return not words.replace("\u00ad", "").strip()


def _beside(one: Segment, other: Segment) -> bool:
    return (one.place.paragraph, one.place.run) == (other.place.paragraph, other.place.run)


_LONGEST_LETTER = 3  # "ffi", which may be one character in the file
_OF_SYMBOL_FONTS = ("Co", "So")  # private characters and U+FFFC: the reader gives the signs they look like


def _alike(source: str, words: str) -> bool:
    """Whether the file spells these words character by character."""
    return source == words or (
        len(source) == len(words)
        and all(
            one == other or unicodedata.category(one) in _OF_SYMBOL_FONTS
            for one, other in zip(source, words, strict=True)
        )
    )


def _same(source: str, words: str) -> bool:
    """Whether the file spells these words otherwise: ligatures, loose accents, several spaces."""
    return _bare(source) in (_bare(words), "")


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))
