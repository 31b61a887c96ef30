"""The letters a terminal can begin with, derived from its regular expression, to try it only there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

LENGTH = 8  # letters looked at; longer openings do not cut the candidates much further
_FEW = 16  # a class of more letters is as good as any letter
_Prefixes = set[tuple[str, bool]]  # (letters, closed): a closed prefix is not followed by more


def openings(pattern: str) -> frozenset[str]:
    """The shortest set of strings, at most LENGTH letters each, one of which begins every match."""
    found = _sequence(list(_parsed(pattern)), {("", False)})
    return frozenset(text for text, _ in found)


def _parsed(pattern: str) -> Any:  # noqa: ANN401 - the parser of `re` has no public type
    from re import _parser  # the parser that `re` itself uses

    return _parser.parse(pattern)


def _sequence(items: Sequence[tuple[Any, Any]], prefixes: _Prefixes) -> _Prefixes:
    for kind, argument in items:
        if all(closed for _, closed in prefixes):
            break
        prefixes = {(text, True) for text, closed in prefixes if closed} | _extend(
            str(kind), argument, {text for text, closed in prefixes if not closed}
        )
    return prefixes


def _extend(kind: str, argument: Any, texts: set[str]) -> _Prefixes:  # noqa: ANN401
    """Continue every text by one item of a parsed expression."""
    if kind == "LITERAL":
        return _grown(texts, {chr(argument)})
    if kind == "IN":
        letters = _letters(argument)
        return _grown(texts, letters) if letters else {(text, True) for text in texts}
    if kind == "SUBPATTERN":
        return _sequence(list(argument[3]), {(text, False) for text in texts})
    if kind == "BRANCH":
        start = {(text, False) for text in texts}
        return set().union(*(_sequence(list(branch), start) for branch in argument[1]))
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        least, _, repeated = argument
        once = _sequence(list(repeated), {(text, False) for text in texts})
        more = {(text, True) for text, _ in once} if _ > 1 else once
        return more if least else more | {(text, False) for text in texts}
    if kind in ("ASSERT", "ASSERT_NOT", "AT"):
        return {(text, False) for text in texts}
    return {(text, True) for text in texts}  # any character, a group reference: nothing is known


def _grown(texts: set[str], letters: set[str]) -> _Prefixes:
    grown = {text + letter for text in texts for letter in letters}
    return {(text, len(text) >= LENGTH) for text in grown}


def _letters(members: Sequence[tuple[Any, Any]]) -> set[str]:
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
