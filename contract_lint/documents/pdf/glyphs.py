"""PDFium's answers about the characters of one text page, by character index."""

from __future__ import annotations

import ctypes
import math
import re

import pypdfium2
import pypdfium2.raw as pdfium

from contract_lint.documents.pdf.lines import LINE_END, Box, tame

_HEAVY = re.compile(rb"bold|black|heavy|demi(?!um)", re.IGNORECASE)
_NAME_LENGTH = 128
_MOST_SIZE = 1000.0
_SAMPLE = 60
_LETTERS = re.compile("[A-Za-z]")
_ASTRAL = re.compile("[\ud800-\udfff\U00010000-\U0010ffff]")
# Characters that mean nothing; PDFium writes U+FFFE for a hyphen at a line end, too.
_SILENT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd-\uffff]")
_BETWEEN = re.compile("(?<=[a-z]) (?=[a-z])")
_HYPHEN = 2  # the code of such a hyphen
_FIRST_SIGN, _MOST_SIGNS = 0xF0000, 0xFFFD
_MOST_INKED = 0.3  # of the spaces of a page


class Signs:
    """A sign of its own for every shape in a document that has no Unicode value, the same on all pages."""

    def __init__(self) -> None:
        self._signs: dict[tuple[object, ...], str] = {}

    def sign(self, *shape: object) -> str:
        """The sign for a shape, told by its font and width."""
        return self._signs.setdefault(shape, chr(_FIRST_SIGN + len(self._signs) % _MOST_SIGNS))


class Glyphs:
    """The characters of a text page; `text[i]` is always the character with PDFium's index `i`."""

    def __init__(self, textpage: pypdfium2.PdfTextPage, signs: Signs | None = None) -> None:
        self._raw = textpage.raw
        self._doubles = tuple(ctypes.c_double() for _ in range(4))
        self._refs = tuple(ctypes.byref(double) for double in self._doubles)
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(_NAME_LENGTH)
        self._flags = ctypes.c_int()
        self._flags_ref = ctypes.byref(self._flags)
        self._matrix_ref = ctypes.byref(self._matrix)
        self._bold: dict[bytes, bool] = {}
        self.text = self._with_signs(self._characters(textpage), signs or Signs())

    def _characters(self, textpage: pypdfium2.PdfTextPage) -> str:
        count = textpage.count_chars()
        text = str(textpage.get_text_range()) if count > 0 else ""
        if len(text) == count and _ASTRAL.search(text) is None:
            return text
        # PDFium leaves unmappable characters out of its text: only their codes keep the index.
        return "".join(map(chr, (pdfium.FPDFText_GetUnicode(self._raw, at) for at in range(count))))

    def _with_signs(self, text: str, signs: Signs) -> str:
        """The text with a sign for every shape that says nothing, and one mark for a hyphen at a line end."""
        places = [found.start() for found in _SILENT.finditer(text)]
        inked = self._inked_spaces(text) if _lacks_ligatures(text) else []
        self._gapped = bool(inked)
        places = sorted(places + inked)
        if not places:
            return text
        characters = list(text)
        for at in places:
            code = pdfium.FPDFText_GetUnicode(self._raw, at)
            characters[at] = LINE_END if code == _HYPHEN else signs.sign(*self._shape(at), code)
        return "".join(characters)

    def _inked_spaces(self, text: str) -> list[int]:
        """Spaces that show something, unless all of them seem to."""
        spaces = [found.start() for found in _BETWEEN.finditer(text)]
        inked = [at for at in spaces if self._has_ink(at)]
        return inked if len(inked) < _MOST_INKED * len(spaces) else []

    def _has_ink(self, at: int) -> bool:
        box = self.box(at)
        return box is not None and box[3] - box[1] > 1

    def _shape(self, at: int) -> tuple[object, ...]:
        """The font of a character, and its width and the extent of its ink in font sizes."""
        bounds = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self._raw, at, ctypes.byref(bounds))
        left, bottom, right, top = self.box(at) or (0.0, 0.0, 0.0, 0.0)
        size, _ = self.size(at)
        self.bold(at)  # fills in the name of the font
        measures = (tame(bounds.right - bounds.left), right - left, top - bottom)
        return self._name.value, *(round(20 * measure / size) for measure in measures)

    def boxes(self, start: int, count: int) -> list[Box]:
        """One box for each text object that the characters belong to."""
        left, top, right, bottom = self._doubles
        found = []
        for at in range(pdfium.FPDFText_CountRects(self._raw, start, count)):
            pdfium.FPDFText_GetRect(self._raw, at, *self._refs)
            found.append((tame(left.value), tame(bottom.value), tame(right.value), tame(top.value)))
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
        if not pdfium.FPDFText_GetMatrix(self._raw, at, self._matrix_ref):
            return max(0.1, min(_MOST_SIZE, abs(size))), 0
        matrix = self._matrix
        if matrix.b == 0 == matrix.c and matrix.a > 0 < matrix.d:  # upright, as nearly always
            return max(0.1, min(_MOST_SIZE, abs(size) * matrix.d)), 0
        scaled = abs(size) * math.hypot(matrix.c, matrix.d)
        angle = math.degrees(math.atan2(tame(matrix.b), tame(matrix.a))) % 360
        turn = round(angle / 90) * 90
        return max(0.1, min(_MOST_SIZE, scaled)), turn % 360 if abs(angle - turn) < 3 else None

    def is_garbled(self) -> bool:
        """Whether letters are given as spaces, or had to be guessed and do not read like a language."""
        if self._gapped:
            return True
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
        pdfium.FPDFText_GetFontInfo(self._raw, at, self._name, _NAME_LENGTH, self._flags_ref)
        name = self._name.value
        found = self._bold.get(name)
        if found is None:
            found = self._bold[name] = _HEAVY.search(name) is not None
        return found


def _lacks_ligatures(text: str) -> bool:
    """Whether letters that go together in every Dutch and English text never do in this one."""
    return (len(text) > 400 and "ti" not in text) or (
        len(text) > 2500 and not any(pair in text for pair in ("ff", "fi", "fl"))
    )
