"""PDFium's answers about the characters of one text page, by character index."""

from __future__ import annotations

import ctypes
import math
import re

import pypdfium2
import pypdfium2.raw as pdfium

from contract_lint.documents.pdf.lines import Box, tame

_HEAVY = re.compile(rb"bold|black|heavy|demi(?!um)", re.IGNORECASE)
_NAME_LENGTH = 128
_MOST_SIZE = 1000.0
_SAMPLE = 60
_LETTERS = re.compile("[A-Za-z]")


class Glyphs:
    """The characters of a text page; `text[i]` is always the character with PDFium's index `i`."""

    def __init__(self, textpage: pypdfium2.PdfTextPage) -> None:
        self._raw = textpage.raw
        self.text = self._characters(textpage)
        self._doubles = tuple(ctypes.c_double() for _ in range(4))
        self._refs = tuple(ctypes.byref(double) for double in self._doubles)
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(_NAME_LENGTH)
        self._flags = ctypes.c_int()

    def _characters(self, textpage: pypdfium2.PdfTextPage) -> str:
        count = textpage.count_chars()
        text = str(textpage.get_text_range()) if count > 0 else ""
        if len(text) == count and text.isprintable():
            return text
        if len(text) == count and all(char < "\ud800" or "\ue000" <= char <= "\uffff" for char in text):
            return text
        # PDFium leaves unmappable characters out of its text: only their codes keep the index.
        return "".join(map(chr, (pdfium.FPDFText_GetUnicode(self._raw, at) for at in range(count))))

    def boxes(self, start: int, count: int) -> list[Box]:
        """One box for each text object that the characters belong to."""
        found = []
        for at in range(pdfium.FPDFText_CountRects(self._raw, start, count)):
            pdfium.FPDFText_GetRect(self._raw, at, *self._refs)
            left, top, right, bottom = (tame(double.value) for double in self._doubles)
            found.append((left, bottom, right, top))
        return found

    def box(self, at: int) -> Box | None:
        """The box of one character; None for spaces that PDFium made up."""
        if not pdfium.FPDFText_GetCharBox(self._raw, at, *self._refs):
            return None
        left, right, bottom, top = (tame(double.value) for double in self._doubles)
        return (left, bottom, right, top) if right > left else None

    def origin(self, at: int) -> tuple[float, float]:
        """Where the character stands on its baseline."""
        pdfium.FPDFText_GetCharOrigin(self._raw, at, *self._refs[:2])
        return tame(self._doubles[0].value), tame(self._doubles[1].value)

    def size(self, at: int) -> tuple[float, int | None]:
        """Font size in points, and the direction of reading in degrees (None when it is slanting)."""
        size = pdfium.FPDFText_GetFontSize(self._raw, at)
        if not pdfium.FPDFText_GetMatrix(self._raw, at, ctypes.byref(self._matrix)):
            return max(0.1, min(_MOST_SIZE, abs(size))), 0
        matrix = self._matrix
        scaled = abs(size) * math.hypot(matrix.c, matrix.d)
        angle = math.degrees(math.atan2(tame(matrix.b), tame(matrix.a))) % 360
        turn = round(angle / 90) * 90
        return max(0.1, min(_MOST_SIZE, scaled)), turn % 360 if abs(angle - turn) < 3 else None

    def is_garbled(self) -> bool:
        """Whether PDFium had to guess the characters, and the guess does not read like a language."""
        step = max(1, len(self.text) // _SAMPLE)
        sample = [at for at in range(0, len(self.text), step) if not self.text[at].isspace()]
        guessed = sum(pdfium.FPDFText_HasUnicodeMapError(self._raw, at) == 1 for at in sample)
        if not sample or guessed < 0.3 * len(sample):
            return False
        letters = _LETTERS.findall(self.text)
        vowels = sum(letter in "aeiouyAEIOUY" for letter in letters)
        return len(letters) < 0.5 * len(self.text) or not 0.25 < vowels / len(letters) < 0.6

    def bold(self, at: int) -> bool:
        """Whether the name of the character's font says that it is bold."""
        pdfium.FPDFText_GetFontInfo(self._raw, at, self._name, _NAME_LENGTH, ctypes.byref(self._flags))
        return _HEAVY.search(self._name.value) is not None
