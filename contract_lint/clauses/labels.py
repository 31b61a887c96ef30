"""Recognising the number, letter or bullet that a line of a contract begins with."""

from __future__ import annotations

import re
from enum import Enum

from msgspec import Struct

from contract_lint.clauses import words_en, words_nl


class Style(Enum):
    """The ways of numbering that contracts use."""

    CHAPTER = "chapter"  # "Hoofdstuk 2", "Annex A"
    ARTICLE = "article"  # "Artikel 5", "§ 5"
    DECIMAL = "decimal"  # "5.2"
    INTEGER = "integer"  # "5.", "5)", "(5)", "5 Title"
    UPPER_ROMAN = "upper-roman"  # "IV."
    UPPER = "upper"  # "A."
    ROMAN = "roman"  # "iv.", "(iv)"
    LETTER = "letter"  # "a.", "(a)"
    BULLET = "bullet"


class Label(Struct, frozen=True):
    """A label at the start of a line: `number` as a reader would cite it, `value` to count with.

    `end` is the offset of the first character after the label and its white space. `close` is the
    punctuation around it, which tells lists of one style apart; `bare` has none and needs a title.
    """

    style: Style
    number: str
    value: tuple[int, ...]
    close: str
    end: int

    @property
    def bare(self) -> bool:
        """Whether nothing but its place shows that this is a label."""
        return self.style is Style.INTEGER and not self.close


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in words)


_DASH = "\u2013\u2014-"
_ARTICLES = _either(words_nl.ARTICLE_WORDS + words_en.ARTICLE_WORDS)
_CHAPTERS = _either(words_nl.CHAPTER_WORDS + words_en.CHAPTER_WORDS)
_AFTER = rf"\s*(?:[.:){_DASH}]\s*){{0,3}}"
_ARTICLE = re.compile(
    rf"(?:(?i:{_ARTICLES})\b\.?\s*|§\s*)(\d{{1,3}}(?:\.\d{{1,2}}){{0,3}}[a-z]?|[IVXL]{{1,6}})(?![\w,/]|[:.]\d){_AFTER}"
)
_CHAPTER = re.compile(rf"(?i:{_CHAPTERS})\s+(\d{{1,2}}|[IVXL]{{1,5}}|[A-Z])(?![\w,/]|[:.]\d){_AFTER}")
_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{1,2}){1,4})(?:[.):]?(?=\s|$)|\.(?=[^\W\d_])|(?=[A-Z][a-z]))\s*")
_INTEGER = re.compile(
    rf"(?:\((\d{{1,3}})\)|(\d{{1,3}}[a-z]?)(\.\)|[.)](?=\s|$|[^\W\d_a-z])|\s?[:{_DASH}](?=\s)|(?=\s+[A-ZÀ-Þ\"“'‘])))\s*"
)
_LETTER = re.compile(r"(?:\(([a-z])\1?\)|([a-z])\2?(\.\)|[.)])(?=\s|$|[A-Z]))\s*")
_ROMAN = re.compile(r"(?:\(([ivxl]{1,6})\)|([ivxl]{1,6})([.)])(?=\s|$))\s*")
_UPPER = re.compile(r"(?:\(([A-Z])\)|([A-Z])([.)])(?=\s|$))\s*")
_UPPER_ROMAN = re.compile(r"([IVXL]{1,6})([.):]|\s?[\u2013\u2014-])(?=\s|$)\s*")
_BULLET = re.compile(r"(?:[•●▪▫◦‣⁃·∙○■□►▶➢➤✓✔»\ue000-\uf8ff*–—-]|o(?=\s))(?:\s+|$|(?=[•●▪◦·A-ZÀ-Þ]))")
_NUMBERS = (Style.ARTICLE, Style.DECIMAL, Style.INTEGER)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_LAW = words_nl.LAW_WORDS | words_en.LAW_WORDS
_WORD = re.compile(r"[^\W\d_]+")


def roman(text: str) -> int:
    """The value of a Roman number below ninety, 0 when it is none."""
    values = [_ROMAN_VALUES.get(letter, 0) for letter in text.lower()]
    if not values or 0 in values:
        return 0
    total = 0
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return total if written_roman(total) == text.lower() else 0


def written_roman(value: int) -> str:
    """The Roman number of a value below ninety."""
    digits = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    written = ""
    for amount, letters in digits:
        while value >= amount:
            written += letters
            value -= amount
    return written


def find(text: str, start: int, end: int, given: bool = False) -> tuple[Label, ...]:
    """The readings of the label at `start`, likeliest first; empty where no label stands.

    `given` says that the source itself marked a label here, so that no title need follow it.
    """
    if start >= end:
        return ()
    first = text[start]
    if first.isdigit() or first == "(" or first == "§" or first.isalpha():
        return _numbered(text, start, end)
    mark = _BULLET.match(text, start, end)
    if mark:
        inner = _numbered(text, mark.end(), end) if mark.end() < end else ()
        if inner and inner[0].style in _NUMBERS and not inner[0].bare:
            return inner  # "* 1. Accounts": some pages put a bullet before every number
        return (Label(Style.BULLET, "", (), text[start], mark.end()),)
    return (Label(Style.BULLET, "", (), "given", start),) if given else ()


def _numbered(text: str, start: int, end: int) -> tuple[Label, ...]:
    if text[start].isdigit():
        return _digits(text, start, end)
    worded = _article(text, start, end)
    if worded:
        return worded
    mark = _BULLET.match(text, start, end) if text.startswith("o ", start) else None
    if mark:
        return (Label(Style.BULLET, "", (), "o", mark.end()),)
    return _letters(text, start, end)


def _article(text: str, start: int, end: int) -> tuple[Label, ...]:
    chapter = _CHAPTER.match(text, start, end)
    match = chapter or _ARTICLE.match(text, start, end)
    if not match or not (text[start].isupper() or text[start] == "§") or _is_reference(text, match, end):
        return ()
    number = match[1]
    if chapter:
        return (Label(Style.CHAPTER, number, (_counted(number),), "", match.end()),)
    parts = tuple(_counted(part) for part in number.split("."))
    style = Style.DECIMAL if len(parts) > 1 else Style.ARTICLE
    return (Label(style, number, parts, "", match.end()),)


def _is_reference(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the sentence speaks about an article ("Artikel 5 is niet van toepassing")."""
    after = match.end()
    if after >= end:
        return False
    separated = text[match.end(1) : after].strip() != ""
    if text[after].islower() and not (separated and text[match.end(1)] in ":.-–—"):
        return True
    word = _WORD.match(text, after, end)
    return bool(word) and not separated and word is not None and word.group().lower() in _LAW


def _counted(number: str) -> int:
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyz")
    if digits.isdigit():
        return int(digits)
    return roman(number) or (ord(number[0].lower()) - 96 if number[:1].isalpha() else 0)


def _digits(text: str, start: int, end: int) -> tuple[Label, ...]:
    match = _DECIMAL.match(text, start, end)
    if match:
        parts = tuple(int(part) for part in match[1].split("."))
        return (Label(Style.DECIMAL, match[1], parts, "", match.end()),)
    match = _INTEGER.match(text, start, end)
    if not match:
        return ()
    number = match[1] or match[2]
    close = "()" if match[1] else match[3].strip()
    return (Label(Style.INTEGER, number.lstrip("0") or "0", (_counted(number),), close, match.end()),)


def _letters(text: str, start: int, end: int) -> tuple[Label, ...]:
    """A letter may be a Roman number as well; the list it stands in decides."""
    readings: list[Label] = []
    for pattern, style in _LETTERED:
        match = pattern.match(text, start, end)
        if not match:
            continue
        number = next(group for group in match.groups() if group)
        value = roman(number) if style in (Style.ROMAN, Style.UPPER_ROMAN) else ord(number.lower()) - 96
        if style is Style.LETTER and match.end() - start > 3 and text[start : start + 2] == number * 2:
            value += 26
        if value:
            close = "()" if text[start] == "(" else match.group(match.lastindex or 0)
            readings.append(Label(style, number, (value,), close.strip(), match.end()))
    return tuple(readings)


_LETTERED = (
    (_ROMAN, Style.ROMAN),
    (_LETTER, Style.LETTER),
    (_UPPER_ROMAN, Style.UPPER_ROMAN),
    (_UPPER, Style.UPPER),
)
