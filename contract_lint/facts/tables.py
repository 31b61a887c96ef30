"""The LALR table that Lark makes of a pattern, as plain data: what the driver runs on.

Lark's own parser cannot leave out foreign landmarks, and asks a copy of itself what may follow; the
table answers both at once, and is read from a cache without Lark.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Any

END = "$END"
STARTS = ("start", "also", "stop", "unless")


@dataclass(frozen=True, slots=True)
class Table:
    """States by number: for each symbol the next state, or the reduction as -1 - its number.

    `reductions` are (rule, number of symbols); `rules` the alternatives of every rule by name.
    """

    states: Sequence[Mapping[str, int]]
    reductions: Sequence[tuple[str, int]]
    rules: Mapping[str, Sequence[Sequence[str]]]
    initial: int
    final: int

    def shift(self, stack: Sequence[int], name: str) -> list[int] | None:
        """The states after this terminal; None when it cannot follow."""
        reduced, state = self._reduced(stack, name)
        return None if state is None else [*reduced, state]

    def complete(self, stack: Sequence[int]) -> bool:
        """Whether the grammar is satisfied here."""
        return self._reduced(stack, END)[0][-1] == self.final

    def expected(self, stack: Sequence[int]) -> frozenset[str]:
        """The terminals that may follow."""
        named = (name for name in self.states[stack[-1]] if name != END and name not in self.rules)
        return frozenset(name for name in named if self.shift(stack, name) is not None)

    def fields(self, names: Sequence[str]) -> dict[str, list[int]]:
        """Of a complete run of terminals: the numbers of those that stand in each named field."""
        found: dict[str, list[int]] = {}
        states, held = [self.initial], list[list[int]]()
        for number, name in enumerate((*names, END)):
            while (action := self.states[states[-1]].get(name)) is not None and action < 0:
                rule, size = self.reductions[-1 - action]
                inside = [taken for part in held[len(held) - size :] for taken in part]
                del states[len(states) - size :], held[len(held) - size :]
                states.append(self.states[states[-1]][rule])
                held.append(inside)
                if is_field(rule):
                    found.setdefault(rule, []).extend(inside)
            if action is not None:
                states.append(action)
                held.append([number])
        return {rule: sorted(set(taken)) for rule, taken in found.items()}

    def _reduced(self, stack: Sequence[int], name: str) -> tuple[list[int], int | None]:
        """The states after all reductions that this lookahead asks for, and the state that follows."""
        states = list(stack)
        while (action := self.states[states[-1]].get(name)) is not None and action < 0:
            rule, size = self.reductions[-1 - action]
            del states[len(states) - size :]
            states.append(self.states[states[-1]][rule])
        return states, action

    def reachable(self, name: str) -> frozenset[str]:
        """The terminals that a rule can hold; of a terminal, itself; of a missing start, none."""
        if name not in self.rules:
            return frozenset() if name in STARTS else frozenset({name})
        seen, found, waiting = {name}, set[str](), [name]
        while waiting:
            for symbol in (symbol for expansion in self.rules[waiting.pop()] for symbol in expansion):
                if symbol not in self.rules:
                    found.add(symbol)
                elif symbol not in seen:
                    seen.add(symbol)
                    waiting.append(symbol)
        return frozenset(found)

    def as_rows(self) -> tuple[Any, ...]:
        """As nested lists, to be kept; `Table(*rows)` makes it again."""
        return astuple(self)


def is_field(rule: str) -> bool:
    """Whether a rule is a named field: not a start, not structure."""
    return rule not in STARTS and not rule.startswith("_")
