"""Where words stand on the pages of a PDF: boxes line by line, as exact as the characters themselves."""

from __future__ import annotations

import ctypes
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from difflib import SequenceMatcher

import pypdfium2
import pypdfium2.raw as pdfium
from msgspec import Struct

from contract_lint.model import Document, Span

Box = tuple[float, float, float, float]  # left, bottom, right, top in PDF points

_STRAY = 1.5  # points that a character may stand outside the box of its line
_CLOSING = ".,;:)!?”’\"'"


class _Glyph(Struct, frozen=True):
    """A character of a page: its letters, in plain spelling, and its box."""

    letters: str
    sign: str
    box: Box


class _Part(Struct, frozen=True):
    """The characters from `start` up to `end` of the words of one line."""

    page: int
    line: Box
    words: str
    start: int
    end: int


class Words:
    """Finds words of a document on the pages of its PDF."""

    def __init__(self, document: Document, pdf: pypdfium2.PdfDocument) -> None:
        self._document, self._pdf = document, pdf
        self._pages: dict[int, list[_Glyph]] = {}

    def boxes(self, span: Span) -> dict[int, list[Box]]:
        """The boxes around these words, line by line, by page (from 1)."""
        found: dict[int, list[Box]] = {}
        for part in self._parts(span):
            found.setdefault(part.page, []).append(self._box(part))
        return found

    def _parts(self, span: Span) -> Iterator[_Part]:
        """What of each line lies in the span."""
        segments = self._document.segments
        at = max(bisect_right(segments, span.start, key=lambda one: one.start) - 1, 0)
        while at < len(segments) and segments[at].start < span.end:
            place = segments[at].place
            first = at
            while first and segments[first - 1].place.box == place.box and self._in_block(first):
                first -= 1
            while (
                at < len(segments)
                and segments[at].place.box == place.box
                and (at == first or self._in_block(at))
            ):
                at += 1
            start = segments[first].start
            end = segments[at].start if at < len(segments) else len(self._document.text)
            if place.page is not None and place.box is not None:
                words = self._document.text[start:end].rstrip("\n")
                inside = max(span.start - start, 0), min(span.end - start, len(words))
                if words[inside[0] : inside[1]].strip():
                    yield _Part(place.page, place.box, words, *inside)

    def _in_block(self, at: int) -> bool:
        """Whether a segment goes on with the paragraph of the one before it."""
        return self._document.text[self._document.segments[at].start - 1] != "\n"

    def _box(self, part: _Part) -> Box:
        """The box around the part of a line: by its letters on the page, else by its share of the line."""
        left, bottom, right, top = part.line
        sideways = top - bottom > right - left and len(part.words) > 2
        if part.start == 0 and part.end == len(part.words):
            return part.line
        glyphs = [one for one in self._glyphs(part.page) if _inside(one.box, part.line)]
        boxes = [one.box for one in _share(glyphs, part)]
        if sideways:
            return _around(boxes) if boxes else part.line
        if not boxes:
            wide = (right - left) / len(part.words)
            return left + part.start * wide, bottom, left + part.end * wide, top
        found = _around(boxes)
        return found[0], min(bottom, found[1]), found[2], max(top, found[3])

    def _glyphs(self, number: int) -> list[_Glyph]:
        if number not in self._pages:
            self._pages[number] = list(_read(self._pdf, number))
        return self._pages[number]


def _share(glyphs: list[_Glyph], part: _Part) -> list[_Glyph]:
    """The characters of a line that are the part of its words, found by their letters alone."""
    letters = [(letter, at) for at, one in enumerate(glyphs) for letter in one.letters]
    before, wanted = _letters(part.words[: part.start]), _letters(part.words[part.start : part.end])
    whole = before + wanted + _letters(part.words[part.end :])
    match = SequenceMatcher(None, whole, "".join(letter for letter, _ in letters), autojunk=False)
    held = {
        block.b + step
        for block in match.get_matching_blocks()
        for step in range(block.size)
        if len(before) <= block.a + step < len(before) + len(wanted)
    }
    if not held:
        return []
    first, last = letters[min(held)][1], letters[max(held)][1]
    ending = part.words[part.start : part.end].rstrip()[-1:]
    if ending in _CLOSING and last + 1 < len(glyphs) and glyphs[last + 1].sign == ending:
        last += 1
    return glyphs[first : last + 1]


def _read(pdf: pypdfium2.PdfDocument, number: int) -> Iterator[_Glyph]:
    page = pdf[number - 1]
    page.set_rotation(0)  # PDFium would turn the lines of a rotated page around
    text = page.get_textpage()
    try:
        sides = [ctypes.c_double() for _ in range(4)]
        for at in range(text.count_chars()):
            code = pdfium.FPDFText_GetUnicode(text.raw, at)
            if code <= 32 or not pdfium.FPDFText_GetCharBox(text.raw, at, *map(ctypes.byref, sides)):
                continue
            left, right, bottom, top = (side.value for side in sides)
            yield _Glyph(_letters(chr(code)), chr(code), (left, bottom, right, top))
    finally:
        text.close()
        page.close()


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def _inside(box: Box, line: Box) -> bool:
    across, up = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    beside = line[0] - _STRAY <= across <= line[2] + _STRAY
    return beside and line[1] - _STRAY <= up <= line[3] + _STRAY


def _around(boxes: list[Box]) -> Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
