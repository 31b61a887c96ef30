"""A pattern: one Lark grammar over the landmarks of a sentence, and the one driver of Lark's LALR tables.

A pattern file holds `start`, the landmarks of a clause in their order, and named rules, its fields.
It may hold three more starts: `also`, fields found anywhere in the sentence; `stop`, landmarks that
the match never passes; `unless`, landmarks that deny the fact anywhere in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from msgspec import Struct

from contract_lint.facts.tables import Table
from contract_lint.facts.windows import Mark
from contract_lint.kinds import GAP

_Group = frozenset[str]
_TRIES = 4  # landmarks passed over at most before a pattern gives up


class Match(Struct, frozen=True):
    """The marks that a pattern took, and those among them that fill a named field."""

    marks: tuple[Mark, ...]
    fields: dict[str, tuple[Mark, ...]]


class Needed(Struct, frozen=True):
    """What the names in a sentence must be, as sets of bits, for a pattern to match."""

    anchors: int  # something of these: most sentences have nothing of them
    without: int  # nothing of these
    either: tuple[tuple[int, ...], ...]  # of one of these, something of every set

    def by(self, names: int) -> bool:
        """Whether a sentence with these names can hold the fact at all."""
        if names & self.without:
            return False
        for needed in self.either:
            for group in needed:
                if not names & group:
                    break
            else:
                return True
        return False


@dataclass(slots=True)
class Pattern:
    """A compiled pattern of one fact kind in one language."""

    kind: str
    table: Table
    gap: int = GAP
    _required: list[list[_Group]] = field(default_factory=list)
    _first: _Group = frozenset()
    _used: _Group = frozenset()
    _also: dict[str, str] = field(default_factory=dict)
    _stop: _Group = frozenset()
    _unless: _Group = frozenset()

    def __post_init__(self) -> None:
        table = self.table
        self._required = [list(map(table.reachable, expansion)) for expansion in table.rules["start"]]
        self._first = table.expected([table.initial])
        self._used = table.reachable("start")
        self._stop, self._unless = table.reachable("stop"), table.reachable("unless")
        fields = sorted(name for (name,) in table.rules.get("also", ()) if name in table.rules)
        self._also = {terminal: name for name in fields for terminal in table.reachable(name)}

    @property
    def landmarks(self) -> frozenset[str]:
        """The landmarks that a match can take."""
        return self._used

    @property
    def names(self) -> frozenset[str]:
        """All landmarks that it knows."""
        return self._used | self._stop | self._unless

    @property
    def stops(self) -> frozenset[str]:
        """The landmarks that a match never passes."""
        return self._stop

    @property
    def denials(self) -> frozenset[str]:
        """The landmarks that deny the fact anywhere in the sentence."""
        return self._unless

    def needed(self, bits: Mapping[str, int]) -> Needed:
        """What a sentence must have for this pattern to match, its names as sets of bits."""

        def names(group: Iterable[str]) -> int:
            return reduce(or_, (bits[name] for name in group), 0)

        either = tuple(tuple(names(group) for group in sorted(need, key=len)) for need in self._required)
        return Needed(reduce(or_, (rarest for rarest, *_ in either)), names(self._unless), either)

    def scan(self, marks: Sequence[Mark], siblings: Sequence[Mark] = ()) -> Iterator[Match]:
        """The matches in one sentence, leftmost and longest first, not overlapping.

        Fields of `also` are looked for in the `siblings` of a list item too.
        """
        known = self._used | self._stop
        tokens = [mark for mark in marks if mark.name in known]
        at = 0
        while at < len(tokens):
            taken = self._longest(tokens, at) if tokens[at].name in self._first else []
            match = self._match(taken, (*marks, *siblings)) if taken else None
            if match:
                yield match
                at = tokens.index(match.marks[-1], at)
            at += 1

    def _longest(self, tokens: Sequence[Mark], at: int) -> list[Mark]:
        """The longest run of landmarks from this one on that the grammar accepts, skipping foreign ones.

        A landmark that the grammar took but could not finish with is passed over in a next try; the
        last one first, where nothing is complete: of two at one place it may be the wrong one.
        """
        best: list[Mark] = []
        passed: list[Mark] = []
        for _ in range(_TRIES):
            fed, complete = self._run(tokens[at:], passed)
            if complete > len(best):
                best = fed[:complete]
            if len(fed) in (1, complete):
                break
            if not best:
                again, finished = self._run(tokens[at:], [*passed, fed[-1]])
                best = again[:finished]
            passed.append(fed[max(complete, 1)])
        return best

    def _run(self, tokens: Sequence[Mark], passed: Sequence[Mark]) -> tuple[list[Mark], int]:
        """The landmarks taken one after another, and how many of them the grammar accepts."""
        stack, fed, complete = [self.table.initial], list[Mark](), 0
        for mark in tokens:
            if fed and (mark.at - fed[-1].after > self.gap or mark.name in self._stop):
                break
            if mark in passed or (fed and mark.own and mark.at < fed[-1].after):
                continue  # tried in vain, or inside the words just taken
            shifted = self.table.shift(stack, mark.name)
            if shifted is None:
                if fed and mark.name == fed[-1].name and complete < len(fed):
                    fed[-1] = mark  # of two alike, the one nearer to what follows
                continue
            stack = shifted
            fed.append(mark)
            if self.table.complete(stack):
                complete = len(fed)
        return fed, complete

    def _match(self, taken: Sequence[Mark], marks: Sequence[Mark]) -> Match:
        numbered = self.table.fields([mark.name for mark in taken])
        fields = {name: tuple(taken[number] for number in numbers) for name, numbers in numbered.items()}
        told = {(name, mark.span) for name, named in fields.items() for mark in named}
        for mark in marks:
            name = self._also.get(mark.name)
            if name and (name, mark.span) not in told:
                told.add((name, mark.span))
                fields[name] = (*fields.get(name, ()), mark)
        return Match(tuple(taken), fields)
