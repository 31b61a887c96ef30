"""A pattern: one Lark grammar over the landmarks of a sentence, and the one driver of Lark's LALR parser.

A pattern file holds `start`, the landmarks of a clause in their order, and named rules, its fields.
It may hold three more starts: `also`, fields found anywhere in the sentence; `stop`, landmarks that
the match never passes; `unless`, landmarks that deny the fact anywhere in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lark import Lark, Token, Tree
from lark.exceptions import LarkError
from lark.lexer import Lexer
from lark.parsers.lalr_analysis import Shift

from contract_lint.facts.windows import Mark
from contract_lint.kinds import GAP

_STARTS = ("start", "also", "stop", "unless")
_Group = frozenset[str]
_TRIES = 4  # landmarks passed over at most before a pattern gives up


class Given(Lexer):
    """Stands in for Lark's lexer: patterns are fed landmarks, never text."""

    def __init__(self, conf: object) -> None:
        pass

    def lex(self, lexer_state: object, parser_state: object) -> Iterator[Token]:
        """Nothing: the tokens are fed by `Pattern`."""
        yield from ()


@dataclass(frozen=True, slots=True)
class Match:
    """The marks that a pattern took, and those among them that fill a named field."""

    marks: tuple[Mark, ...]
    fields: dict[str, tuple[Mark, ...]]


def compile_pattern(rules: str, names: Sequence[str]) -> Lark:
    """Compile one pattern over the given terminals. Raises `LarkError` for a fault in it."""
    starts = [start for start in _STARTS if f"\n{start}:" in f"\n{rules}"]
    grammar = f"{rules}\n%declare {' '.join(names)}\n"
    return Lark(grammar, parser="lalr", lexer=Given, start=starts, maybe_placeholders=False)


@dataclass(slots=True)
class Pattern:
    """A compiled pattern of one fact kind in one language."""

    kind: str
    lark: Lark
    gap: int = GAP
    _required: list[list[_Group]] = field(default_factory=list)
    _table: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    _initial: int = 0
    _end: int = 0
    _first: _Group = frozenset()
    _used: _Group = frozenset()
    _also: dict[str, str] = field(default_factory=dict)
    _stop: _Group = frozenset()
    _unless: _Group = frozenset()

    def __post_init__(self) -> None:
        rules = _rules_of(self.lark)
        self._required = [_needs(expansion, rules) for expansion in rules["start"]]
        state = self._begin().parser_state
        self._table, self._initial = state.parse_conf.parse_table.states, state.position
        self._end = state.parse_conf.end_state
        self._first = frozenset(self._table[self._initial])
        self._used = _reachable("start", rules)
        self._stop, self._unless = _reachable("stop", rules), _reachable("unless", rules)
        fields = {name for (name,) in rules.get("also", ()) if name in rules}
        self._also = {terminal: name for name in sorted(fields) for terminal in _reachable(name, rules)}

    @property
    def landmarks(self) -> frozenset[str]:
        """The landmarks that a match can take."""
        return self._used

    @property
    def stops(self) -> frozenset[str]:
        """The landmarks that a match never passes."""
        return self._stop

    @property
    def denials(self) -> frozenset[str]:
        """The landmarks that deny the fact anywhere in the sentence."""
        return self._unless

    @property
    def anchors(self) -> frozenset[str]:
        """Landmarks without any of which the pattern cannot match: the rarest group of each alternative."""
        return frozenset[str]().union(*(min(need, key=len) for need in self._required))

    def possible(self, names: frozenset[str] | set[str]) -> bool:
        """Whether a sentence with these landmarks can hold the fact at all."""
        if not self._unless.isdisjoint(names):
            return False
        return any(all(not group.isdisjoint(names) for group in need) for need in self._required)

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

    def _begin(self) -> Any:  # noqa: ANN401 - Lark's interactive parser
        return self.lark.parse_interactive("", start="start")

    def _longest(self, tokens: Sequence[Mark], at: int) -> list[Mark]:
        """The longest run of landmarks from this one on that the grammar accepts, skipping foreign ones.

        A landmark that the grammar took but could not finish with is passed over in a next try.
        """
        best: list[Mark] = []
        passed: list[Mark] = []
        for _ in range(_TRIES):
            fed, complete = self._run(tokens[at:], passed)
            if complete > len(best):
                best = fed[:complete]
            if len(fed) in (1, complete):
                break
            passed.append(fed[max(complete, 1)])
        return best

    def _run(self, tokens: Sequence[Mark], passed: Sequence[Mark]) -> tuple[list[Mark], int]:
        """The landmarks taken one after another, and how many of them the grammar accepts."""
        stack, fed, complete = [self._initial], list[Mark](), 0
        for mark in tokens:
            if fed and (mark.at - fed[-1].after > self.gap or mark.name in self._stop):
                break
            if mark in passed or (fed and mark.own and mark.at < fed[-1].after):
                continue  # tried in vain, or inside the words just taken
            shifted = self._shift(stack, mark.name)
            if shifted is None:
                if fed and mark.name == fed[-1].name and complete < len(fed):
                    fed[-1] = mark  # of two alike, the one nearer to what follows
                continue
            stack = shifted
            fed.append(mark)
            if self._complete(stack):
                complete = len(fed)
        return fed, complete

    def _shift(self, stack: list[int], name: str) -> list[int] | None:
        """The parser's states after this terminal; None when it cannot follow.

        Asked of the LALR table itself: Lark's own `accepts` tries every terminal on a copy.
        """
        stack, action = self._reduced(stack, name)
        return [*stack, action[1]] if action else None

    def _complete(self, stack: list[int]) -> bool:
        """Whether the grammar is satisfied here."""
        return self._reduced(stack, "$END")[0][-1] == self._end

    def _reduced(self, stack: list[int], name: str) -> tuple[list[int], Any]:
        """The states after all reductions that this lookahead asks for, and the shift that follows."""
        stack = list(stack)
        while (action := self._table[stack[-1]].get(name)) and action[0] is not Shift:
            rule = action[1]
            del stack[len(stack) - len(rule.expansion) :]
            stack.append(self._table[stack[-1]][rule.origin.name][1])
        return stack, action

    def _match(self, taken: Sequence[Mark], marks: Sequence[Mark]) -> Match | None:
        parser = self._begin()
        try:
            for number, mark in enumerate(taken):
                parser.feed_token(Token(mark.name, str(number)))
            tree: Tree[Token] = parser.feed_eof()
        except LarkError:
            return None
        fields: dict[str, tuple[Mark, ...]] = {}
        for part in tree.iter_subtrees_topdown():  # type: ignore[no-untyped-call]
            if part.data != "start":
                numbers = [int(token) for token in part.scan_values(lambda value: isinstance(value, Token))]
                fields[str(part.data)] = fields.get(str(part.data), ()) + tuple(taken[n] for n in numbers)
        told = {(name, mark.span) for name, named in fields.items() for mark in named}
        for mark in marks:
            name = self._also.get(mark.name)
            if name and (name, mark.span) not in told:
                told.add((name, mark.span))
                fields[name] = (*fields.get(name, ()), mark)
        return Match(tuple(taken), fields)


def _rules_of(lark: Lark) -> dict[str, list[tuple[str, ...]]]:
    rules: dict[str, list[tuple[str, ...]]] = {}
    for rule in lark.rules:
        names = tuple(str(symbol.name) for symbol in rule.expansion)
        rules.setdefault(str(rule.origin.name), []).append(names)
    return rules


def _needs(expansion: Sequence[str], rules: dict[str, list[tuple[str, ...]]]) -> list[_Group]:
    """Groups of terminals: every match of the expansion holds one of each group."""
    return [_reachable(name, rules) for name in expansion]


def _reachable(name: str, rules: dict[str, list[tuple[str, ...]]]) -> _Group:
    """The terminals that a rule can hold; of a terminal, itself; of an unknown rule, none."""
    if name not in rules:
        return frozenset() if name in _STARTS else frozenset({name})
    seen, found, open_names = {name}, set[str](), [name]
    while open_names:
        for symbol in (symbol for expansion in rules[open_names.pop()] for symbol in expansion):
            if symbol not in rules:
                found.add(symbol)
            elif symbol not in seen:
                seen.add(symbol)
                open_names.append(symbol)
    return frozenset(found)


def fields_of(lark: Lark) -> frozenset[str]:
    """The named fields of a compiled pattern: its rules that are not structure."""
    names = {str(rule.origin.name) for rule in lark.rules}
    return frozenset(name for name in names if name not in _STARTS and not name.startswith("_"))
