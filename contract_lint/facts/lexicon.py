"""The concepts of a language: terminals of `grammars/<language>/lexicon`, found in one pass over a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from contract_lint.facts.expressions import pattern_of, whole_words
from contract_lint.facts.memory import Memory
from contract_lint.facts.needs import LEAST, SIGNS, needs
from contract_lint.facts.openings import LENGTH, openings, parsed
from contract_lint.model import Span

_OWN = 9  # the priority of a contract's own names
_HEAD = 2  # letters by which a name is looked for
_WORD = re.compile(r"\w+|[€$£]")
_REACH = 600  # characters that a terminal sees from where it begins: what no prose asks for costs no time
_LONGEST = 4000  # characters of a text that is read in one piece
_WORDS_KEPT = 1 << 15  # of which is remembered which terminals begin with them, and which need them
_Ends = list[tuple[int, int]]  # terminals by number, and where each ends
Filed = Mapping[str, int]  # letters -> terminals, as a set of bits: the first terminal is the lowest bit


class Terminal(Struct, frozen=True):
    """A concept by its name in the grammar, and the regular expression of its words in lower case."""

    name: str
    pattern: str
    priority: int = 0
    code: bytes = b""  # see `expressions.code_of`


class Landmark(Struct, frozen=True):
    """A concept found in a text; of a party also what it does there (see `parties.related`)."""

    name: str
    span: Span
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Words of one contract, in lower case, each with the terminal that it stands for."""

    pairs: tuple[tuple[str, str], ...]
    terminals: Mapping[str, str] = field(compare=False)
    pattern: re.Pattern[str] = field(compare=False)
    heads: frozenset[str] = field(compare=False)  # the first letters of each

    @classmethod
    def of(cls, terminals: Mapping[str, str]) -> Names:
        """The names as they are looked for: whole words, the longest first; one letter is no name."""
        known = sorted(
            (name for name in terminals if len(name) >= _HEAD), key=lambda name: (-len(name), name)
        )
        either = "|".join(map(re.escape, known)) or r"(?!)"
        pattern = re.compile(rf"(?:{either})(?![\w'’])(?! \d)")
        return cls(tuple(terminals.items()), terminals, pattern, frozenset(name[:_HEAD] for name in known))


_NO_NAMES = Names.of({})


@dataclass(slots=True)
class Lexicon:
    """Terminals, those of high priority first, filed under the letters they can begin with, and need.

    So the time to read a text does not grow with the number of terminals.
    """

    terminals: tuple[Terminal, ...]
    begun: Filed  # "" for those that can begin with any letter
    needed: Filed  # "" for those of which no needs are known
    _heads: dict[str, list[tuple[str, int]]] = field(default_factory=dict)  # the needs by their first letters
    _beginning: Memory[str, int] = field(init=False)
    _met: Memory[str, int] = field(init=False)
    _compiled: Memory[int, tuple[int, re.Pattern[str]]] = field(init=False)

    def __post_init__(self) -> None:
        self._beginning = Memory(self._begin_with, _WORDS_KEPT)
        self._met = Memory(self._need_of, _WORDS_KEPT)
        self._compiled = Memory(self._compile, len(self.terminals))
        for letters, filed in self.needed.items():
            self._heads.setdefault(letters[:LEAST], []).append((letters, filed))

    @classmethod
    def of(cls, terminals: tuple[Terminal, ...]) -> Lexicon:
        """File terminals that stand in the order of their priority."""
        begun, needed = dict[str, int](), dict[str, int]()
        for index, terminal in enumerate(terminals):
            expression = parsed(terminal.pattern)
            for letters in openings(expression):
                begun[letters] = begun.get(letters, 0) | 1 << index
            for letters in needs(expression) or ("",):
                needed[letters] = needed.get(letters, 0) | 1 << index
        return cls(terminals, begun, needed)

    def landmarks(self, lowered: str, names: Names = _NO_NAMES) -> Iterator[Landmark]:
        """The concepts in a text in lower case, in the order of their first letters.

        Concepts may begin at one word or inside each other ("voor het einde van de looptijd" is an early
        moment, a term for notice and a term); one of higher priority silences the others that begin
        in its words, and no concept is found again inside itself. A contract's own names stand above all.
        A text longer than any sentence is read in pieces.
        """
        at = 0
        while at < len(lowered):
            end = _piece_end(lowered, at)
            for found in self._landmarks(lowered[at:end], names):
                span = found.span
                yield Landmark(found.name, Span(span.start + at, span.end + at)) if at else found
            at = end

    def _landmarks(self, lowered: str, names: Names) -> Iterator[Landmark]:
        silent_until, floor = 0, 0
        open_until: dict[str, int] = {}
        for at, ends, own in self._begun(lowered, names):
            if at >= silent_until:
                floor = 0
            found = self._found(ends, floor)
            if own and all(end <= own.end() for _, end, _ in found):  # "Customer Data" is no party
                found = [(names.terminals[own.group()], own.end(), _OWN)]
            for name, end, priority in found:
                if priority > floor:
                    silent_until, floor = end, priority
                if end > open_until.get(name, 0):
                    open_until[name] = end
                    yield Landmark(name, Span(at, end))

    def _begun(self, lowered: str, names: Names) -> Iterator[tuple[int, _Ends, re.Match[str] | None]]:
        """Where concepts begin, with the ends of their terminals, and the name that begins there."""
        words = [(found.start(), found.group()) for found in _WORD.finditer(lowered)]
        needed = self._needed_from(lowered, words)
        opened = self._opened(lowered, needed[0]) if words else {}
        for (at, _), possible in zip(words, needed, strict=True):
            letters = lowered[at : at + LENGTH]
            tried = self._beginning[letters] & possible
            ends = self._ends(lowered, at, tried) if tried else []
            if at in opened:
                ends = sorted(ends + opened[at])
            own = names.pattern.match(lowered, at) if letters[:_HEAD] in names.heads else None
            if ends or own:
                yield at, ends, own

    def _ends(self, lowered: str, at: int, tried: int) -> _Ends:
        """The terminals that match here among those tried, a set of bits, and where each ends."""
        ends: _Ends = []
        while tried:
            bit = tried & -tried
            index, pattern = self._compiled[bit]
            found = pattern.match(lowered, at, at + _REACH)
            if found:
                ends.append((index, found.end()))
            tried ^= bit
        return ends

    def _found(self, ends: _Ends, floor: int) -> list[tuple[str, int, int]]:
        """The concepts of the highest priority, none below the floor: name, end, priority."""
        terminals = [(self.terminals[index], end) for index, end in ends]
        floor = max(floor, terminals[0][0].priority) if terminals else floor
        return [(found.name, end, found.priority) for found, end in terminals if found.priority >= floor]

    def _opened(self, lowered: str, possible: int) -> dict[int, _Ends]:
        """Where the concepts stand that can begin with any letter (compounds): searched for, not tried."""
        opened: dict[int, _Ends] = {}
        searched = self.begun.get("", 0) & possible
        while searched:
            bit = searched & -searched
            index, pattern = self._compiled[bit]
            for found in pattern.finditer(lowered):
                opened.setdefault(found.start(), []).append((index, found.end()))
            searched ^= bit
        return opened

    def _compile(self, bit: int) -> tuple[int, re.Pattern[str]]:
        """A terminal by its bit: its number, and its expression for whole words."""
        index = bit.bit_length() - 1
        terminal = self.terminals[index]
        return index, pattern_of(whole_words(terminal.pattern), terminal.code)

    def _needed_from(self, lowered: str, words: Sequence[tuple[int, str]]) -> list[int]:
        """For each word the terminals that find what they need there or further on."""
        met, needed = self.needed.get("", 0), list[int]()
        for sign in SIGNS:
            if sign in lowered:
                met |= self.needed.get(sign, 0)
        for _, word in reversed(words):
            met |= self._met[word]
            needed.append(met)
        needed.reverse()
        return needed

    def _begin_with(self, letters: str) -> int:
        """The terminals that can begin with these letters."""
        filed = 0
        for size in range(1, len(letters) + 1):
            filed |= self.begun.get(letters[:size], 0)
        return filed

    def _need_of(self, word: str) -> int:
        """The terminals that find in this word what they need."""
        filed = 0
        for start in range(len(word) - LEAST + 1):
            for letters, terminals in self._heads.get(word[start : start + LEAST], ()):
                if word.startswith(letters, start):
                    filed |= terminals
        return filed


def _piece_end(text: str, start: int) -> int:
    """The end of the piece that begins here: that of the text, or a space before it grows too long."""
    end = start + _LONGEST
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", start, end)
    return space + 1 if space > start else end
