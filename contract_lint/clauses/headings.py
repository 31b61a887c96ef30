"""Telling headings from sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from contract_lint.clauses import words_en, words_nl
from contract_lint.clauses.labels import Label, Style
from contract_lint.clauses.lines import Line
from contract_lint.model import BlockKind

_VERBS = words_nl.VERBS | words_en.VERBS
_ASKING = words_nl.ASKING | words_en.ASKING
_CONDITIONS = frozenset(("if", "unless", "indien", "als", "tenzij", "door", "by"))
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LONGEST_TITLE = 100
_MOST_WORDS, _MOST_PLAIN_WORDS = 14, 10
_PROSE_LENGTH = 80
_NO_TITLE = re.compile(r"[@{}\[\]=|€$£%*;]|https?:|www\.|\d{3}|[?!]\s")
_COLON = re.compile(r":\s*\S")
_DANGLING = re.compile(r"\s(?:de|het|een|van|voor|met|via|op|te|the|an?|of|to|and|for|with|by|en|or|is)$")
# "4.1 Betaling. De klant ..." and "2. Licence - You may ...": a title run into its text.
_RUN_IN = re.compile(r"([A-ZÀ-Þ][^.:;?!\u2013\u2014]{2,60}?)(?:\.|\s+[\u2013\u2014-])\s+(?=[A-ZÀ-Þ\"“])")
_RUN_IN_WORDS = 6
_FREE = (BlockKind.BODY, BlockKind.HEADING, BlockKind.ITEM)
_TOP = (Style.ARTICLE, Style.CHAPTER)


class Title(Struct, frozen=True):
    """The words of a heading, and where the text after it begins (the end of the line when none)."""

    text: str
    after: int


def is_title(words: str) -> bool:
    """Whether words are short and shaped as a heading, not as a sentence."""
    if not _is_short(words) or _NO_TITLE.search(words) or _DANGLING.search(words):
        return False
    found = _WORD.findall(words)
    if not found or len(found) > _MOST_WORDS:
        return False
    if words.isupper() or words[-1] == "?" or found[0].lower() in _ASKING or _is_title_case(found):
        return True
    if len(found) > _MOST_PLAIN_WORDS or found[0].lower() in _CONDITIONS:
        return False
    return not any(word.lower() in _VERBS for word in found)


def _is_short(words: str) -> bool:
    """Whether words begin with a capital or number and break off without a full stop."""
    if not words or len(words) > _LONGEST_TITLE or words[-1] in ".;,:":
        return False
    first = next((letter for letter in words if letter.isalnum()), "")
    return first.isupper() or first.isdigit()


def _is_title_case(found: list[str]) -> bool:
    """Whether nearly all words of some length have a capital: "Restrictions You Must Observe"."""
    long = [word for word in found if len(word) > 3]
    return len(long) > 1 and all(word[0].isupper() for word in long)


def _is_run_in(found: list[str]) -> bool:
    """Whether words before a full stop can only be a title; anything like a sentence must stay one."""
    if not 0 < len(found) <= _RUN_IN_WORDS or any(word.lower() in _VERBS for word in found):
        return False
    joined = len(found) == 3 and found[1].lower() in ("en", "of", "and", "or")
    return len(found) == 1 or joined or all(word.isupper() for word in found) or _is_title_case(found)


class Headings:
    """Judges the lines of one document."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self._text, self._lines = text, lines
        direct = [self._stands_above_text(index) for index in range(len(lines))]
        self._plain = [
            is_direct or (self._is_plain_title(index) and index + 1 < len(lines) and direct[index + 1])
            for index, is_direct in enumerate(direct)
        ]

    def of(self, index: int, label: Label | None) -> Title | None:
        """The heading that a line is or begins with, if any, when it has this label."""
        line = self._lines[index]
        if label is not None and label.style is Style.BULLET:
            return None
        if line.kind not in _FREE and not (label and self._is_cell_title(index)):
            return None
        start = label.end if label else line.start
        words = self._text[start : line.end]
        if label is None:
            whole = self._plain[index] or self._is_marked(line, words)
        else:
            whole = self._is_labelled_title(index, label, words)
        if whole:
            return Title(words.strip(" :.\u2013\u2014-") or words, line.end)
        return self._run_in(start, line, label) if label else None

    def _is_cell_title(self, index: int) -> bool:
        """Whether a cell with a number stands before a cell with the text."""
        line, following = self._lines[index], self._following(index)
        if line.kind is not BlockKind.CELL or following is None or following.kind is not BlockKind.CELL:
            return False
        return not following.readings and following.end - following.start > line.end - line.start

    def _is_marked(self, line: Line, words: str) -> bool:
        """Whether the source marks a heading; writers also mark whole paragraphs as one."""
        if line.kind is not BlockKind.HEADING:
            return False
        return not words.endswith((".", ";", ":")) or len(words) <= _LONGEST_TITLE

    def _is_labelled_title(self, index: int, label: Label, words: str) -> bool:
        line = self._lines[index]
        if label.style in _TOP:
            return not words or _is_short(words.rstrip(": "))
        if self._is_marked(line, words):
            return len(words.split()) <= _RUN_IN_WORDS or not words.endswith(".")
        following = self._following(index)
        if following is None or self._is_sibling(label, following) or self._is_higher(index + 1):
            return False
        below = self._text[following.body : following.body + 1]
        if words.endswith(".") and _is_run_in(_WORD.findall(words)) and not following.readings:
            words = words[:-1]
        return is_title(words) and not below.islower()

    def _following(self, index: int) -> Line | None:
        return self._lines[index + 1] if index + 1 < len(self._lines) else None

    def _is_sibling(self, label: Label, following: Line) -> bool:
        """Whether the next line counts on from this label, so that no text stands below it."""
        for reading in following.readings:
            if reading.style is label.style and len(reading.value) == len(label.value):
                return True
            if label.style is Style.DECIMAL and reading.style is Style.INTEGER:
                return reading.value[0] == label.value[0] + 1
        return False

    def _is_higher(self, index: int) -> bool:
        """Whether a line begins something at least as high as any numbered heading."""
        line = self._lines[index]
        return self._plain[index] or any(reading.style in _TOP for reading in line.readings)

    def _is_plain_title(self, index: int) -> bool:
        line = self._lines[index]
        if line.kind is not BlockKind.BODY or line.readings:
            return False
        words = self._text[line.start : line.end]
        if words.endswith(":"):
            return is_title(words[:-1]) and self._is_above_sentence(index)
        return is_title(words) and not _COLON.search(words)

    def _is_above_sentence(self, index: int) -> bool:
        """Whether a whole sentence follows, so that a colon does not introduce a list."""
        following = self._following(index)
        if following is None or following.readings or following.kind is not BlockKind.BODY:
            return False
        words = self._text[following.start : following.end]
        return words[:1].isupper() and words[-1:] in ".!?" and len(words.split()) > _RUN_IN_WORDS

    def _stands_above_text(self, index: int) -> bool:
        """Whether the line is a title without number, and the next one is text or begins a list."""
        following = self._following(index)
        if following is None or not self._is_plain_title(index):
            return False
        if following.readings or following.kind in (BlockKind.HEADING, BlockKind.ITEM):
            return self._text[self._lines[index].end - 1] != ":"
        length = following.end - following.start
        return length >= _PROSE_LENGTH or self._text[following.end - 1] in ".:;?!,"

    def _run_in(self, start: int, line: Line, label: Label) -> Title | None:
        """A title at the beginning of a numbered line, before the sentence."""
        if label.style in (Style.LETTER, Style.ROMAN):
            return None
        match = _RUN_IN.match(self._text, start, line.end)
        if not match or not _is_run_in(_WORD.findall(match[1])):
            return None
        return Title(match[1].strip(), match.end())
