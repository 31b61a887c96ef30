"""The letters a terminal can begin with, derived from its regular expression, to try it only there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

LENGTH = 8  # letters looked at; longer openings do not cut the candidates much further
_FEW = 16  # a class of more letters is as good as any letter
_MOST = 1 << 10  # strings kept for one terminal
_Prefixes = set[tuple[str, bool]]  # (letters, closed): a closed prefix is not followed by more
# A part of an expression by kind: TEXT with its letters, IN with those of a class, else what is in it.
Part = tuple[str, Any]


def openings(expression: Sequence[Part]) -> frozenset[str]:
    """The shortest set of strings, at most LENGTH letters each, one of which begins every match."""
    return begun(expression, _MOST)


def begun(parts: Sequence[Part], most: int) -> frozenset[str]:
    """The same of a sequence of parts; from `most` strings on, they are not made longer."""
    return frozenset(text for text, _ in _sequence(parts, {("", False)}, most))


def parsed(pattern: str) -> list[Part]:
    """An expression part by part, as `re` reads it; letters side by side are one part."""
    return _parts(_read(pattern))


def shortest(pattern: str) -> int:
    """The characters that a match has at least. Raises `re.error` for what is no expression."""
    least: int = _read(pattern).getwidth()[0]
    return least


def _read(pattern: str) -> Any:  # noqa: ANN401 - the parser of `re` has no public types
    from re import _parser  # the parser that `re` itself uses

    return _parser.parse(pattern)


def _parts(items: Iterable[tuple[Any, Any]]) -> list[Part]:
    parts: list[Part] = []
    for kind, argument in items:
        if str(kind) != "LITERAL":
            parts.append((str(kind), _inside(str(kind), argument)))
        elif parts and parts[-1][0] == "TEXT":
            parts[-1] = ("TEXT", parts[-1][1] + chr(argument))
        else:
            parts.append(("TEXT", chr(argument)))
    return parts


def _inside(kind: str, argument: Any) -> Any:  # noqa: ANN401 - by kind, see `Part`
    match kind:
        case "IN":
            return _letters_of(argument)
        case "SUBPATTERN":
            return _parts(argument[3])
        case "BRANCH":
            return [_parts(branch) for branch in argument[1]]
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return argument[0], argument[1], _parts(argument[2])
        case "ASSERT":
            return argument[0], _parts(argument[1])
    return None


def _sequence(parts: Sequence[Part], prefixes: _Prefixes, most: int) -> _Prefixes:
    for kind, inside in parts:
        texts = {text for text, closed in prefixes if not closed}
        if not texts or len(prefixes) > most:
            break
        extended = _extend(kind, inside, texts, most)
        prefixes = {(text, True) for text, closed in prefixes if closed} | extended
    return prefixes if len(prefixes) <= most else {(text, True) for text, _ in prefixes}


def _extend(kind: str, inside: Any, texts: set[str], most: int) -> _Prefixes:  # noqa: ANN401
    """Continue every text by one part of an expression."""
    start = {(text, False) for text in texts}
    if kind == "TEXT":
        return _grown(texts, {inside})
    if kind == "IN" and inside:
        return _grown(texts, inside)
    if kind == "SUBPATTERN":
        return _sequence(inside, start, most)
    if kind == "BRANCH":
        return set().union(*(_sequence(branch, start, most) for branch in inside))
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        least, greatest, repeated = inside
        once = _sequence(repeated, start, most)
        more = {(text, True) for text, _ in once} if greatest > 1 else once
        return more if least else more | start
    if kind in ("ASSERT", "ASSERT_NOT", "AT"):
        return start
    return {(text, True) for text in texts}  # any character, a group reference: nothing is known


def _grown(texts: Iterable[str], endings: Iterable[str]) -> _Prefixes:
    grown = {(text + ending)[:LENGTH] for text in texts for ending in endings}
    return {(text, len(text) >= LENGTH) for text in grown}


def _letters_of(members: Sequence[tuple[Any, Any]]) -> set[str]:
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
