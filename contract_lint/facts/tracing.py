"""Tracing: how far the patterns of a fact kind got in a text, for who writes a pattern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from contract_lint.facts.catalogue import catalogue
from contract_lint.facts.patterns import Pattern
from contract_lint.facts.reading import Reading
from contract_lint.facts.windows import Mark, Window
from contract_lint.model import Contract, Term, Trail


def trails(contract: Contract, kinds: Iterable[str]) -> Iterator[Trail]:
    """The furthest trail of every pattern of these kinds that finds nothing in any sentence."""
    reading, asked = Reading.of(contract), frozenset(kinds)
    indexes: dict[str, list[int]] = {}
    for index, clause in enumerate(contract.clauses):
        indexes.setdefault(clause.language, []).append(index)
    for language, here in indexes.items():
        windows = [window for index in here for window in reading.windows(index)]
        for pattern in catalogue(language).patterns:
            if pattern.kind in asked and windows:
                found = [trail(pattern, window) for window in windows]
                if not any(one.met == "match" for one in found):
                    yield max(found, key=lambda one: len(one.taken))


def trail(pattern: Pattern, window: Window) -> Trail:
    """How far a pattern gets in the marks of one sentence, from its best start."""
    marks = window.marks
    denied = next((mark for mark in marks if mark.name in pattern.denials), None)
    if denied:
        return Trail(pattern.kind, (), (), "denied", _term(denied))
    if next(pattern.scan(marks, window.siblings), None):
        return Trail(pattern.kind, (), (), "match")
    known = [mark for mark in marks if mark.name in pattern.landmarks | pattern.stops]
    walks = [_walk(pattern, known[at:]) for at in range(len(known))]
    best = max(walks, key=lambda walk: len(walk.taken), default=_walk(pattern, ()))
    earlier = next((mark for mark in known if mark.name in best.wanted), None)
    return replace(best, met="before", at=_term(earlier)) if earlier and best.met == "end" else best


def _walk(pattern: Pattern, marks: Sequence[Mark]) -> Trail:
    """What is taken one after another from the first mark on, and what is met where it ends."""
    table = pattern.table
    stack = [table.initial]
    taken, met, at = list[Mark](), "end", None
    for mark in marks:
        if taken and mark.name in pattern.stops:
            met, at = "stop", mark
            break
        shifted = table.shift(stack, mark.name)
        if shifted is None or (taken and mark.own and mark.at < taken[-1].after):
            continue
        if taken and mark.at - taken[-1].after > pattern.gap:
            met, at = "far", mark
            break
        stack = shifted
        taken.append(mark)
    wanted = tuple(sorted(table.expected(stack)))
    return Trail(pattern.kind, tuple(map(_term, taken)), wanted, met, _term(at) if at else None, pattern.gap)


def _term(mark: Mark) -> Term:
    return Term(mark.name, mark.span)
