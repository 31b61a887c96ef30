"""What a terminal cannot do without, derived from its regular expression, to try it only near that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Any

from contract_lint.facts.openings import Part, begun

SIGNS = "@%€$£"  # each as telling as letters
# Letters looked at: fewer stand in too many words, more hardly cut the candidates further.
LEAST, _MOST = 3, 6
_MANY = 64  # beginnings of a sequence from which on they are told less finely


def needs(expression: Sequence[Part]) -> frozenset[str]:
    """Letters side by side in one word, or signs, one of which stands in every match or after it.

    Empty when there are none, or when they would tell too little.
    """
    return _of_sequence(expression)


def _of_sequence(parts: Sequence[Part]) -> frozenset[str]:
    """All parts of a sequence must match: the most telling of what they need, alone or from there on."""
    alone = [_of_part(kind, inside) for kind, inside in parts]
    return _most_telling((*alone, *map(_run, _from_words(parts))))


def _from_words(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """The sequence from each place on where a word may begin."""
    after = False  # whether the letter before is known to stand in the word
    for at, (kind, inside) in enumerate(parts):
        if kind != "TEXT":
            if not after:
                yield list(parts[at:])
            after = False
            continue
        for start, letter in enumerate(inside):
            if not after:
                yield [("TEXT", inside[start:]), *parts[at + 1 :]]
            after = _in_word(letter)


def _of_part(kind: str, inside: Any) -> frozenset[str]:  # noqa: ANN401 - by kind, see `Part`
    if kind == "TEXT":
        return frozenset(sign for sign in SIGNS if sign in inside)
    if kind == "IN":
        return frozenset(inside) if inside <= set(SIGNS) else frozenset()
    if kind == "SUBPATTERN":
        return _of_sequence(inside)
    if kind == "BRANCH":
        branches = [_of_sequence(branch) for branch in inside]
        return frozenset[str]().union(*branches) if all(branches) else frozenset()
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, repeated = inside
        return _of_sequence(repeated) if least else frozenset()
    if kind == "ASSERT" and inside[0] > 0:  # looking ahead
        return _of_sequence(inside[1])
    return frozenset()


def _run(parts: Sequence[Part]) -> frozenset[str]:
    """The letters that a sequence begins with, as far as they stand in one word."""
    found = frozenset(_in_one_word(text)[:_MOST] for text in begun(parts, _MANY))
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
