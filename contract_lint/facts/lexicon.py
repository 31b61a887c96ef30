"""The concepts of a language: terminals of `grammars/<language>/lexicon`, found in one pass over a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from contract_lint.facts.expressions import pattern_of, whole_words
from contract_lint.facts.openings import LENGTH, openings
from contract_lint.model import Span

_Try = Callable[[str, int], re.Match[str] | None]
_OWN = 9  # the priority of a contract's own names
_WORD_START = re.compile(r"(?<!\w)\w|[€$£]")


@dataclass(frozen=True, slots=True)
class Terminal:
    """A concept by its name in the grammar, and the regular expression of its words in lower case."""

    name: str
    pattern: str
    priority: int = 0
    code: bytes = b""  # see `expressions.code_of`


@dataclass(frozen=True, slots=True)
class Landmark:
    """A concept found in a text; of a party also what it does there (see `parties.related`)."""

    name: str
    span: Span
    relation: str = ""


@dataclass(slots=True)
class Lexicon:
    """Terminals, those of high priority first, filed under the letters they can begin with.

    So the time to read a text does not grow with the number of terminals.
    """

    terminals: tuple[Terminal, ...]
    filed: Mapping[str, tuple[int, ...]]
    _compiled: dict[int, re.Pattern[str]] = field(default_factory=dict)
    _tried: dict[str, tuple[tuple[int, _Try], ...]] = field(default_factory=dict)

    def landmarks(self, lowered: str, names: Mapping[str, str] | None = None) -> Iterator[Landmark]:
        """The concepts in a text in lower case, in the order of their first letters.

        Concepts may begin at one word or inside each other ("voor het einde van de looptijd" is an early
        moment, a term for notice and a term); one of higher priority silences the others that begin
        in its words, and no concept is found again inside itself. `names` are further words of
        one contract (lower case) with the terminal they stand for, above all others.
        """
        names = names or {}
        named = _names_pattern(names)
        opened = self._opened(lowered)
        silent_until, floor = 0, 0
        open_until: dict[str, int] = {}
        for word in _WORD_START.finditer(lowered):
            at = word.start()
            if at >= silent_until:
                floor = 0
            found = self._beginning(lowered, at, floor, opened.get(at, ()))
            own = named.match(lowered, at) if named else None
            if own and all(end <= own.end() for _, end, _ in found):  # "Customer Data" is no party
                found = [(names[own.group()], own.end(), _OWN)]
            for name, end, priority in found:
                if priority > floor:
                    silent_until, floor = end, priority
                if end > open_until.get(name, 0):
                    open_until[name] = end
                    yield Landmark(name, Span(at, end))

    def _beginning(
        self, lowered: str, at: int, floor: int, opened: Sequence[tuple[int, int]]
    ) -> list[tuple[str, int, int]]:
        """The concepts of the highest priority that begin here, none below the floor: name, end, priority."""
        ends = [
            (index, found.end())
            for index, match in self._at(lowered[at : at + LENGTH])
            if (found := match(lowered, at))
        ]
        ends += opened
        if not ends:
            return []
        terminals = [(self.terminals[index], end) for index, end in sorted(ends)]
        floor = max(floor, terminals[0][0].priority)
        return [(found.name, end, found.priority) for found, end in terminals if found.priority >= floor]

    def _opened(self, lowered: str) -> dict[int, list[tuple[int, int]]]:
        """Where the concepts stand that can begin with any letter (compounds): searched for, not tried."""
        opened: dict[int, list[tuple[int, int]]] = {}
        for index in self.filed.get("", ()):
            for found in self._pattern(index).finditer(lowered):
                opened.setdefault(found.start(), []).append((index, found.end()))
        return opened

    def _pattern(self, index: int) -> re.Pattern[str]:
        pattern = self._compiled.get(index)
        if pattern is None:
            terminal = self.terminals[index]
            pattern = self._compiled[index] = pattern_of(whole_words(terminal.pattern), terminal.code)
        return pattern

    def _at(self, opening: str) -> tuple[tuple[int, _Try], ...]:
        """The terminals to try at these letters."""
        known = self._tried.get(opening)
        if known is None:
            sizes = range(1, len(opening) + 1)
            filed = sorted({index for size in sizes for index in self.filed.get(opening[:size], ())})
            known = self._tried[opening] = tuple((index, self._pattern(index).match) for index in filed)
        return known


def filing(terminals: tuple[Terminal, ...]) -> dict[str, tuple[int, ...]]:
    """The positions of the terminals by the letters they can begin with."""
    filed: dict[str, list[int]] = {}
    for index, terminal in enumerate(terminals):
        for opening in openings(terminal.pattern):
            filed.setdefault(opening, []).append(index)
    return {opening: tuple(indexes) for opening, indexes in filed.items()}


def _names_pattern(names: Mapping[str, str]) -> re.Pattern[str] | None:
    return _any_of(tuple(names)) if names else None


@lru_cache(maxsize=8)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile("(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w'’])(?! \d)")
