"""What a sentence says with what it leans on: its list's lead-in, heading, sentence before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from contract_lint.facts.lexicon import Landmark
from contract_lint.model import Clause, Sentence, Span

_MOST = 400  # marks of a list, of a context, and of what is read at once: keeps what is absurdly long linear
_TITLE, _WHOLE = 30, 60  # characters: a lead-in no longer than a title, an item as long as a sentence
ABOVE, BEFORE = "_ABOVE", "_BEFORE"  # landmarks of the heading, and of the sentence before
LEANS = "IN_THAT_CASE"  # a sentence with it leans on what goes before, two sentences or a clause back


class Mark(Struct, frozen=True):
    """A landmark in a window; `at` is its place as if the lead-in stood right before the sentence."""

    name: str
    span: Span
    at: int
    own: bool = True  # stands in the sentence itself
    relation: str = ""  # of a party: see `parties.related`

    @property
    def after(self) -> int:
        """The place right after it."""
        return self.at + len(self.span)


# The bits of a landmark's name: in the sentence itself, in its heading, in the sentence before.
Bits = Mapping[str, tuple[int, int, int]]
_NO_BITS = (0, 0, 0)


class Said(Struct, frozen=True):
    """What one text says: its landmarks, placed from its start.

    `names` are the names that patterns know among them, as a set of bits; `above` and `before` are
    the names that they have as a heading, and as a sentence before.
    """

    landmarks: tuple[Landmark, ...]
    names: int
    above: int
    before: int

    @classmethod
    def of(cls, landmarks: Iterable[Landmark], bits: Bits) -> Said:
        """Landmarks, with the bits of the names that patterns know."""
        found = tuple(landmarks)
        names = above = before = 0
        for landmark in found:
            own, as_heading, as_before = bits.get(landmark.name, _NO_BITS)
            names, above, before = names | own, above | as_heading, before | as_before
        return cls(found, names, above, before)

    @property
    def leans(self) -> bool:
        """Whether it leans on more than the one sentence before it."""
        return any(found.name == LEANS for found in self.landmarks)


NOTHING = Said((), 0, 0, 0)
_Hear = Callable[[Span], Said]


class Siblings:
    """The marks of all items of each list of a clause, by its lead-in: made when they are asked for."""

    def __init__(self, clause: Clause, hear: _Hear) -> None:
        self._clause, self._hear = clause, hear
        self._items: dict[Span, list[Mark]] | None = None

    def of(self, lead_in: Span | None) -> tuple[Mark, ...]:
        """The marks of the list with this lead-in."""
        if lead_in is None:
            return ()
        if self._items is None:
            self._items = {}
            for sentence in self._clause.sentences:
                marks = self._items.setdefault(sentence.lead_in, []) if sentence.lead_in else []
                if sentence.lead_in and len(marks) < _MOST:
                    marks += _marks(self._hear(sentence.span), sentence.span.start, own=False)
        return tuple(self._items[lead_in][:_MOST])


class Window(Struct):
    """One sentence to be read, with its context. Marks are made only when a pattern asks for them."""

    sentence: Sentence
    own: Said
    led: Said  # the lead-in
    heading: Said
    leant: tuple[Said, ...]  # the sentences before
    lists: Siblings
    _marks: tuple[Mark, ...] = ()

    @property
    def names(self) -> int:
        """The names of the concepts in the window that patterns know, as a set of bits."""
        names = self.own.names | self.led.names | self.heading.above
        for said in self.leant:
            names |= said.before
        return names

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of its context, then its own."""
        if not self._marks:
            start = self.sentence.span.start
            context = _context(self.heading, ABOVE, start)
            for said in self.leant:
                context += _context(said, BEFORE, start)
            led = _lead_in(self.led, self.sentence)
            self._marks = (*context, *led, *_marks(self.own, start))
        return self._marks

    @property
    def siblings(self) -> tuple[Mark, ...]:
        """The marks of all items of the same list."""
        return () if _stands_alone(self.sentence) else self.lists.of(self.sentence.lead_in)


def windows(clause: Clause, hear: _Hear, heading: Said, previous: Said = NOTHING) -> Iterator[Window]:
    """The sentences of a clause that say something, each with its context.

    `hear` tells what the words of a span say; `previous` is what the last sentence of the clause before
    says, for a sentence that leans on it.
    """
    lists = Siblings(clause, hear)
    earlier, before = previous, NOTHING
    for sentence in clause.sentences:
        own = hear(sentence.span)
        if own.landmarks:
            led = hear(sentence.lead_in) if sentence.lead_in else NOTHING
            leant = (earlier, before) if own.leans else (before,)
            for said in _parts(own):
                yield Window(sentence, said, led, heading, leant, lists)
        earlier, before = before, own


def _parts(said: Said) -> Iterator[Said]:
    """What a sentence says; one that says more than any prose does is read in parts."""
    if len(said.landmarks) <= _MOST:
        yield said
        return
    for start in range(0, len(said.landmarks), _MOST):
        yield replace(said, landmarks=said.landmarks[start : start + _MOST])


def _marks(said: Said, start: int, own: bool = True) -> list[Mark]:
    """The marks of a text that begins at `start`."""
    marks = list[Mark]()
    for found in said.landmarks:
        at = start + found.span.start
        marks.append(Mark(found.name, Span(at, start + found.span.end), at, own, found.relation))
    return marks


def _stands_alone(sentence: Sentence) -> bool:
    """Whether an item is a sentence of its own under a mere title ("House rules:")."""
    lead_in = sentence.lead_in
    return lead_in is None or (len(lead_in) <= _TITLE and len(sentence.span) >= _WHOLE)


def _context(said: Said, suffix: str, at: int) -> list[Mark]:
    """Marks that lend their meaning but stand elsewhere: without length, right before the sentence."""
    here = Span(at, at)
    return [Mark(found.name + suffix, here, at, False, found.relation) for found in said.landmarks[-_MOST:]]


def _lead_in(said: Said, sentence: Sentence) -> list[Mark]:
    """The marks of the lead-in, as near as if it stood right before the sentence."""
    if sentence.lead_in is None:
        return []
    start, end = sentence.lead_in.start, sentence.lead_in.end
    shift = sentence.span.start - end - 1
    return [replace(mark, at=mark.at + shift) for mark in _marks(said, start, own=False)[-_MOST:]]
