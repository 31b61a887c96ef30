"""Telling Dutch from English by frequent words; what is neither inherits or stays unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from contract_lint.clauses import words_en, words_nl
from contract_lint.clauses.wordlist import words

_WORD = re.compile(r"[^\W\d_]+")
_SHARED = words_nl.STOP_WORDS & words_en.STOP_WORDS
_DUTCH = words_nl.STOP_WORDS - _SHARED
_ENGLISH = words_en.STOP_WORDS - _SHARED
# Neighbours that share words with Dutch or English: they are here to win where they should.
_OTHERS = words(
    """
    der die das und ist nicht mit für von den dem des ein eine einer oder auf im zu sich bei wird
    werden nach le la les et est un une des du dans pour par sur avec ne pas que qui aux au ce cette
    vous nous sont el los las y es por para con una del se su lo il della che per non sono gli
    """
)
_ENOUGH_WORDS = 4
_SAMPLE = 1200  # characters of a clause that are looked at


def of(text: str) -> str:
    """The language of a text: "nl", "en", "other", or "unknown" when it is too short to tell."""
    found = _WORD.findall(text[:_SAMPLE].lower())
    dutch = english = others = 0
    for word in found:
        dutch += word in _DUTCH
        english += word in _ENGLISH
        others += word in _OTHERS
    best = max(dutch, english)
    if len(found) < _ENOUGH_WORDS or max(best, others) < 2:
        return "unknown"
    if others > best * 1.5 and others >= 3:
        return "other"
    return "unknown" if dutch == english else "nl" if dutch > english else "en"


def majority(found: Iterable[tuple[str, int]]) -> str:
    """The language of most of the text, given languages with the lengths of their clauses."""
    total = {"nl": 0, "en": 0, "other": 0}
    for language, length in found:
        if language in total:
            total[language] += length
    best = max(total, key=lambda language: total[language])
    return best if total[best] and best != "other" else "unknown"
