"""What a sentence says with what it leans on: its list's lead-in, heading, sentence before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from contract_lint.facts.lexicon import Landmark
from contract_lint.model import Clause, Sentence, Span

_LONG_LIST = 400  # marks of a list that its items see of each other: keeps long lists linear
_TITLE, _WHOLE = 30, 60  # characters: a lead-in no longer than a title, an item as long as a sentence
ABOVE, BEFORE = "_ABOVE", "_BEFORE"  # landmarks of the heading, and of the sentence before
LEANS = "IN_THAT_CASE"  # a sentence with it leans on what goes before, two sentences or a clause back


@dataclass(frozen=True, slots=True)
class Mark:
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


@dataclass(frozen=True, slots=True)
class Window:
    """One sentence to be read, with the marks of its context first."""

    sentence: Sentence
    marks: tuple[Mark, ...]
    siblings: tuple[Mark, ...] = ()  # marks of all items of the same list

    @property
    def names(self) -> frozenset[str]:
        """The concepts in the window."""
        return frozenset(mark.name for mark in self.marks)


def windows(
    clause: Clause,
    landmarks: Sequence[Landmark],
    headings: Sequence[Landmark],
    previous: Sequence[Landmark] = (),
) -> Iterator[Window]:
    """The sentences of a clause, each with its context: lead-in, heading, the sentence before.

    `previous` are the landmarks of the clause before, for a sentence that leans on it.
    """
    starts = [landmark.span.start for landmark in landmarks]

    def within(span: Span) -> Sequence[Landmark]:
        return landmarks[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    lists = _lists(clause, within)
    before: Sequence[Landmark] = ()
    earlier = previous
    for sentence in clause.sentences:
        own = within(sentence.span)
        if own:
            leant = (*earlier, *before) if any(found.name == LEANS for found in own) else before
            context = [*_context(headings, ABOVE, sentence), *_context(leant, BEFORE, sentence)]
            led = _lead_in(within(sentence.lead_in), sentence) if sentence.lead_in else []
            marks = (*context, *led, *(_mark(found, found.span.start) for found in own))
            siblings = () if _stands_alone(sentence) else lists.get(sentence.lead_in, ())
            yield Window(sentence, marks, siblings)
        before, earlier = own, before


def _lists(
    clause: Clause, within: Callable[[Span], Sequence[Landmark]]
) -> dict[Span | None, tuple[Mark, ...]]:
    """The marks of all items of each list, by the list's lead-in."""
    items: dict[Span | None, list[Mark]] = {}
    for sentence in clause.sentences:
        if sentence.lead_in is not None:
            marks = (_mark(found, found.span.start, own=False) for found in within(sentence.span))
            items.setdefault(sentence.lead_in, []).extend(marks)
    return {lead_in: tuple(marks[:_LONG_LIST]) for lead_in, marks in items.items()}


def _stands_alone(sentence: Sentence) -> bool:
    """Whether an item is a sentence of its own under a mere title ("House rules:")."""
    lead_in = sentence.lead_in
    return lead_in is None or (len(lead_in) <= _TITLE and len(sentence.span) >= _WHOLE)


def _mark(found: Landmark, at: int, own: bool = True, suffix: str = "") -> Mark:
    return Mark(found.name + suffix, found.span, at, own, found.relation)


def _context(landmarks: Sequence[Landmark], suffix: str, sentence: Sentence) -> list[Mark]:
    """Marks that lend their meaning but stand elsewhere: without length, right before the sentence."""
    at = sentence.span.start
    return [Mark(found.name + suffix, Span(at, at), at, False, found.relation) for found in landmarks]


def _lead_in(landmarks: Sequence[Landmark], sentence: Sentence) -> list[Mark]:
    assert sentence.lead_in is not None
    shift = sentence.span.start - sentence.lead_in.end - 1
    return [_mark(found, found.span.start + shift, own=False) for found in landmarks]
