"""The letters a terminal can begin with, derived from its regular expression, to try it only there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

LENGTH = 8  # letters looked at; longer openings do not cut the candidates much further
_FEW = 16  # a class of more letters is as good as any letter
_MOST = 1 << 10  # strings kept for one terminal
_Prefixes = set[tuple[str, bool]]  # (letters, closed): a closed prefix is not followed by more


def openings(pattern: str) -> frozenset[str]:
    """The shortest set of strings, at most LENGTH letters each, one of which begins every match."""
    return begun(list(parsed(pattern)), _MOST)


def begun(items: Sequence[tuple[Any, Any]], most: int) -> frozenset[str]:
    """The same of a sequence of parsed items; from `most` strings on, they are not made longer."""
    return frozenset(text for text, _ in _sequence(items, {("", False)}, most))


def parsed(pattern: str) -> Any:  # noqa: ANN401 - the parser of `re` has no public type
    """An expression as `re` reads it, item by item."""
    from re import _parser  # the parser that `re` itself uses

    return _parser.parse(pattern)


def _sequence(items: Sequence[tuple[Any, Any]], prefixes: _Prefixes, most: int) -> _Prefixes:
    for kind, argument in items:
        texts = {text for text, closed in prefixes if not closed}
        if not texts or len(prefixes) > most:
            break
        extended = _extend(str(kind), argument, texts, most)
        prefixes = {(text, True) for text, closed in prefixes if closed} | extended
    return prefixes if len(prefixes) <= most else {(text, True) for text, _ in prefixes}


def _extend(kind: str, argument: Any, texts: set[str], most: int) -> _Prefixes:  # noqa: ANN401
    """Continue every text by one item of a parsed expression."""
    start = {(text, False) for text in texts}
    if kind == "LITERAL":
        return _grown(texts, {chr(argument)})
    if kind == "IN" and (letters := letters_of(argument)):
        return _grown(texts, letters)
    if kind == "SUBPATTERN":
        return _sequence(list(argument[3]), start, most)
    if kind == "BRANCH":
        return set().union(*(_sequence(list(branch), start, most) for branch in argument[1]))
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        least, greatest, repeated = argument
        once = _sequence(list(repeated), start, most)
        more = {(text, True) for text, _ in once} if greatest > 1 else once
        return more if least else more | start
    if kind in ("ASSERT", "ASSERT_NOT", "AT"):
        return start
    return {(text, True) for text in texts}  # any character, a group reference: nothing is known


def _grown(texts: set[str], letters: set[str]) -> _Prefixes:
    grown = {text + letter for text in texts for letter in letters}
    return {(text, len(text) >= LENGTH) for text in grown}


def letters_of(members: Sequence[tuple[Any, Any]]) -> set[str]:
    """The characters of a class; empty when it holds a category wider than the digits."""
    letters: set[str] = set()
    for kind, argument in members:
        match str(kind):
            case "LITERAL":
                letters.add(chr(argument))
            case "RANGE" if argument[1] - argument[0] < _FEW:
                letters |= {chr(code) for code in range(argument[0], argument[1] + 1)}
            case "CATEGORY" if str(argument) == "CATEGORY_DIGIT":
                letters |= set("0123456789")
            case _:
                return set()
    return letters
