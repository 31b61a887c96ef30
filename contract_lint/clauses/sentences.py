"""Splitting a line of a contract into sentences, with the abbreviations of Dutch and English."""

from __future__ import annotations

import re

from contract_lint.clauses import words_en, words_nl
from contract_lint.model import Span

_ABBREVIATIONS = words_nl.ABBREVIATIONS | words_en.ABBREVIATIONS
_SOFT = words_nl.SOFT_ABBREVIATIONS | words_en.SOFT_ABBREVIATIONS
_STARTERS = words_nl.STOP_WORDS | words_en.STOP_WORDS | words_nl.STARTERS | words_en.STARTERS
_GLUED = "De|Het|Een|Indien|Als|Bij|Wij|Deze|Dit|In|Op|The|If|We|You|Your|This|These|In"

# A stop with what closes after it; or a stop that the writer forgot to put a space behind.
_STOP = re.compile(rf"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s)|(?<=[a-z)])[.!?](?=(?:{_GLUED})\s)")
_OPENING = "\"'“‘«([„"
_TOKEN_BREAKS = re.compile(r"[\s(\[\"'“‘«/]")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_TOKEN = 40


def split(text: str, start: int, end: int) -> list[Span]:
    """The sentences between two offsets, without white space around them."""
    spans: list[Span] = []
    at = start
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, stop.start(), stop.end(), at, end):
            _append(spans, text, at, stop.end())
            at = stop.end()
    _append(spans, text, at, end)
    return spans


def is_complete(text: str, span: Span) -> bool:
    """Whether the span ends the way a sentence ends."""
    ending = text[max(span.start, span.end - 4) : span.end].rstrip("\"'”’»)] ")
    return ending[-1:] in (".", "!", "?", "…")


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    if spans and not any(map(str.isalnum, text[start:end])):
        spans[-1] = Span(spans[-1].start, end)  # stray punctuation stays with its sentence
    else:
        spans.append(Span(start, end))


def _ends(text: str, stop: int, after: int, floor: int, end: int) -> bool:
    """Whether a sentence ends at this stop, judged by the word before and the character after."""
    following = after
    while following < end and text[following].isspace():
        following += 1
    if following >= end:
        return True
    if not _can_begin(text, following, end):
        return False
    if text[stop] != "." or after - stop > 1:
        # "..." and ".)" and "!" have no abbreviation before them, but "(excl. btw, etc.) De" has.
        return text[stop] != "." or text[stop : stop + 2] != ".)" or text[following].isupper()
    return not _abbreviated(text, stop, following, floor, end)


def _can_begin(text: str, at: int, end: int) -> bool:
    """Whether a sentence may begin here: a capital, a number, a quote, or a name such as eBay."""
    while at < end and text[at] in _OPENING:
        at += 1
    if at >= end:
        return False
    first = text[at]
    if first.isupper() or first.isdigit() or not first.isalpha():
        return True
    return at + 1 < end and text[at + 1].isupper()


def _abbreviated(text: str, stop: int, following: int, floor: int, end: int) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation or an initial."""
    left = max(floor, stop - _LONGEST_TOKEN)
    token = _TOKEN_BREAKS.split(text[left:stop])[-1]
    word = token.lower()
    if word in _ABBREVIATIONS:
        return True
    if len(token) == 1 and token.isupper():
        return text[following].isupper() and not _starts(text, following, end)
    if word in _SOFT or _is_dotted(word):
        return not _starts(text, following, end)
    return False


def _is_dotted(word: str) -> bool:
    """Whether the word is letters with full stops between them: "h.o.d.n", "u.s"."""
    return len(word) > 2 and all(len(part) == 1 and part.isalpha() for part in word.split("."))


def _starts(text: str, following: int, end: int) -> bool:
    """Whether the next word is one that often begins a sentence."""
    while following < end and text[following] in _OPENING:
        following += 1
    word = _NEXT_WORD.match(text, following, end)
    return word is not None and word.group()[0].isupper() and word.group().lower() in _STARTERS
