"""What a terminal cannot do without, derived from its regular expression, to try it only near that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any

from contract_lint.facts.openings import begun, letters_of, parsed

SIGNS = "@%€$£"  # each as telling as letters
LEAST, _MOST = (
    3,
    6,
)  # letters looked at: fewer stand in too many words, more hardly cut the candidates further
_MANY = 64  # beginnings of a sequence from which on they are told less finely


def needs(pattern: str) -> frozenset[str]:
    """Letters side by side in one word, or signs, one of which stands in every match or after it.

    Empty when there are none, or when they would tell too little.
    """
    return _of_sequence(list(parsed(pattern)))


def _of_sequence(items: Sequence[tuple[Any, Any]]) -> frozenset[str]:
    """All items of a sequence must match: the most telling of what they need, alone or from there on."""
    alone = [_of_item(str(kind), argument) for kind, argument in items]
    inside = [str(kind) == "LITERAL" and _in_word(chr(argument)) for kind, argument in items]
    starts = [at for at in range(len(items)) if not (at and inside[at - 1])]
    return _most_telling((*alone, *(_run(items[at:]) for at in starts)))


def _of_item(kind: str, argument: Any) -> frozenset[str]:  # noqa: ANN401 - the parser of `re` has no types
    if kind == "LITERAL":
        return frozenset(chr(argument)) & frozenset(SIGNS)
    if kind == "IN":
        letters = letters_of(argument)
        return frozenset(letters) if letters <= set(SIGNS) else frozenset()
    if kind == "SUBPATTERN":
        return _of_sequence(list(argument[3]))
    if kind == "BRANCH":
        branches = [_of_sequence(list(branch)) for branch in argument[1]]
        return frozenset[str]().union(*branches) if all(branches) else frozenset()
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, repeated = argument
        return _of_sequence(list(repeated)) if least else frozenset()
    if kind == "ASSERT" and argument[0] > 0:  # looking ahead
        return _of_sequence(list(argument[1]))
    return frozenset()


def _run(items: Sequence[tuple[Any, Any]]) -> frozenset[str]:
    """The letters that a sequence begins with, as far as they stand in one word."""
    found = frozenset(_in_one_word(text)[:_MOST] for text in begun(items, _MANY))
    return found if len(found) <= _MANY and all(len(text) >= LEAST for text in found) else frozenset()


def _in_one_word(text: str) -> str:
    return "".join(takewhile(_in_word, text))


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _most_telling(found: Iterable[frozenset[str]]) -> frozenset[str]:
    """Longer letters stand in fewer words; then, the fewer kinds the better."""
    return max(filter(None, found), key=_telling, default=frozenset())


def _telling(needed: frozenset[str]) -> tuple[int, int]:
    return min(_MOST if letters in SIGNS else len(letters) for letters in needed), -len(needed)
