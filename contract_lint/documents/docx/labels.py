"""Word's automatic numbers: counting through the lists of a document as Word does."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import ascii_lowercase, ascii_uppercase

from contract_lint.documents.docx.number_words import LAST, cardinal, ordinal, short_ordinal
from contract_lint.documents.docx.numbering import NumberedList
from contract_lint.documents.numerals import LARGEST_ROMAN, roman

_PLACEHOLDER = re.compile("%([1-9])")


class Counters:
    """The numbers reached so far in one story; `language` ("nl-NL") decides how ordinals look."""

    def __init__(self, language: str = "") -> None:
        self._language = language
        self._counts: dict[str, dict[int, int]] = {}
        self._used: set[tuple[str, int]] = set()

    def label(self, listed: NumberedList, level: int) -> str:
        """Count one paragraph at this level and give the number that Word shows before it."""
        counts = self._advance(listed, level)
        shown = listed.levels[level]
        if shown.hidden:
            return ""
        if shown.format == "bullet":
            return shown.text

        def number(placeholder: re.Match[str]) -> str:
            at = int(placeholder[1]) - 1
            number_format = listed.levels[at].format if at in listed.levels else "decimal"
            if shown.legal and at < level and number_format != "decimalZero":
                number_format = "decimal"
            return formatted(counts.get(at, listed.start(at)), number_format, self._language)

        return _PLACEHOLDER.sub(number, shown.text).strip()

    def _advance(self, listed: NumberedList, level: int) -> dict[int, int]:
        counts = self._counts.setdefault(listed.counter, {})
        first_use = (listed.id, level) not in self._used
        self._used.add((listed.id, level))
        if level not in counts or (first_use and level in listed.starts):
            counts[level] = listed.start(level)
        else:
            counts[level] += 1
        for above in range(level):  # never used, yet Word numbers as if each had been used once
            counts.setdefault(above, listed.start(above))
        for below in [at for at in counts if at > level]:
            restart = listed.levels[below].restart if below in listed.levels else None
            if restart is None or level < restart:
                del counts[below]
        return counts


def formatted(count: int, number_format: str, language: str = "") -> str:
    """A number in one of Word's formats; in digits where the format is not known or has no such number."""
    if number_format == "ordinal":
        return short_ordinal(count, language)
    last = _LAST.get(number_format)
    if last is not None and not 1 <= count <= last:
        return str(count)
    if number_format in _WORDS:
        return _WORDS[number_format](count, language)
    return _FORMATS.get(number_format, str)(count)


def _repeated(signs: str) -> Callable[[int], str]:
    """Through the signs, then doubled, then tripled: a to z, aa, bb (not aa, ab as spreadsheets do)."""
    return lambda count: signs[(count - 1) % len(signs)] * ((count - 1) // len(signs) + 1)


def _in_turn(first: str) -> Callable[[int], str]:
    """The signs that Unicode has in a row from the first on."""
    return lambda count: chr(ord(first) + count - 1)


_WORDS = {"cardinalText": cardinal, "ordinalText": ordinal}
_LAST = {
    "lowerLetter": 780, "upperLetter": 780, "lowerRoman": LARGEST_ROMAN,
    "upperRoman": LARGEST_ROMAN, "chicago": 40,
    "cardinalText": LAST, "ordinalText": LAST, "decimalEnclosedCircle": 20, "decimalEnclosedFullstop": 20,
    "decimalEnclosedParen": 20, "hex": 2**31, "russianLower": 870, "russianUpper": 870,
}  # fmt: skip
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": "{:02d}".format,
    "hex": "{:X}".format,
    "numberInDash": "- {} -".format,
    "decimalFullWidth": lambda count: str(count).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda count: str(count).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _in_turn("①"),
    "decimalEnclosedFullstop": _in_turn("⒈"),
    "decimalEnclosedParen": _in_turn("⑴"),
    "chicago": _repeated("*†‡§"),
    "lowerLetter": _repeated(ascii_lowercase),
    "upperLetter": _repeated(ascii_uppercase),
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": _repeated(_RUSSIAN.upper()),
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "bullet": lambda count: "",
    "none": lambda count: "",
}
