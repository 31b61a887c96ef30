"""Word's automatic numbers: counting through the lists of a document as Word does."""

from __future__ import annotations

import re
from collections.abc import Callable

from contract_lint.documents.docx.numbering import NumberedList

_PLACEHOLDER = re.compile("%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


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
        return f"{count}e" if language.lower().startswith("nl") else _english_ordinal(count)
    last = _LAST.get(number_format)
    if last is not None and not 1 <= count <= last:
        return str(count)
    return _FORMATS.get(number_format, str)(count)


def _letters(count: int) -> str:
    """a to z, then aa, bb, as Word does (not aa, ab as spreadsheets do)."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    numeral = ""
    for worth, letters in _ROMAN:
        times, count = divmod(count, worth)
        numeral += letters * times
    return numeral


def _english_ordinal(count: int) -> str:
    teen = 10 <= count % 100 <= 20
    return f"{count}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th')}"


_LAST = {"lowerLetter": 780, "upperLetter": 780, "lowerRoman": 3999, "upperRoman": 3999}
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": "{:02d}".format,
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "bullet": lambda count: "",
    "none": lambda count: "",
}
