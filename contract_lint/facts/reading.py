"""Reading a contract: every sentence's landmarks against every pattern of its language."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from contract_lint.facts.catalogue import catalogue, hearing, languages
from contract_lint.facts.lexicon import Landmark, Names
from contract_lint.facts.memory import Memory
from contract_lint.facts.parties import actor, names
from contract_lint.facts.patterns import Match
from contract_lint.facts.values import value
from contract_lint.facts.windows import NOTHING, Mark, Said, Window, windows
from contract_lint.kinds import FactKind, kinds
from contract_lint.model import Clause, Contract, Fact, Span, Term, Value

_FALLBACK = "nl"  # the grammars tried where the language is unknown
_known_languages = cache(languages)


@dataclass(frozen=True)
class Reading:
    """One contract being read, with its own party names."""

    contract: Contract
    names: Names
    _said: dict[str, Memory[str, Said]] = field(default_factory=dict)  # by language

    @classmethod
    def of(cls, contract: Contract) -> Reading:
        """Prepare a contract."""
        return cls(contract, names(contract))

    @cached_property
    def lowered(self) -> str:
        """The whole text in lower case, of equal length: for measuring, which reads it all."""
        return _lower(self.contract.document.text)

    def landmarks(self, clause: Clause) -> tuple[Landmark, ...]:
        """The concepts in the sentences of a clause."""
        return tuple(
            _moved(landmark, sentence.span.start)
            for sentence in clause.sentences
            for landmark in self._hear(sentence.span, clause).landmarks
        )

    def facts(self, index: int) -> Iterator[Fact]:
        """The facts of the clause with this index."""
        known = catalogue(_read_as(self.contract.clauses[index]))
        for window in self.windows(index):
            for pattern in known.possible(window.names):
                matches = filter(_owned, pattern.scan(window.marks, window.siblings))
                facts = (self._fact(index, window, kinds()[pattern.kind], match) for match in matches)
                yield from (fact for fact in facts if not self._is_quoted(fact.span))

    def _is_quoted(self, span: Span) -> bool:
        """Whether the words are a statute's, not the contract's."""
        statutes = self.contract.statutes  # which follow each other
        at = bisect_right(statutes, span.start, key=lambda statute: statute.start) - 1
        return at >= 0 and statutes[at].holds(span)

    def windows(self, index: int) -> Iterator[Window]:
        """The sentences of the clause with this index, each with the landmarks of its context."""
        clause = self.contract.clauses[index]
        heading = "\n".join(dict.fromkeys((*clause.path[-1:], clause.heading)))
        above = self._memory(clause)[_lower(heading)]
        return windows(clause, lambda span: self._hear(span, clause), above, self._previous(index))

    def _previous(self, index: int) -> Said:
        """What the last sentence of the clause before says: of its article, or if neither has a heading."""
        clauses = self.contract.clauses
        clause, before = clauses[index], clauses[index - 1] if index else None
        if before is None or not before.sentences:
            return NOTHING
        if before.article != clause.article and (before.heading or clause.heading):
            return NOTHING
        return self._hear(before.sentences[-1].span, before)

    def _hear(self, span: Span, clause: Clause) -> Said:
        """What the words of a span in this clause say."""
        return self._memory(clause)[_lower(self.contract.document.quote(span))]

    def _memory(self, clause: Clause) -> Memory[str, Said]:
        memory = self._said.get(clause.language)
        if memory is None:
            memory = self._said[clause.language] = hearing(_read_as(clause), self.names)
        return memory

    def _fact(self, index: int, window: Window, kind: FactKind, match: Match) -> Fact:
        words = catalogue(_read_as(self.contract.clauses[index])).words
        values: dict[str, tuple[Value, ...]] = {
            name: tuple(
                value(mark.name, _lower(self.contract.document.quote(mark.span)), mark.span, words)
                for mark in marks
            )
            for name, marks in match.fields.items()
        }
        if "party" in kind.fields and "party" not in values:
            party = actor(window.marks, match.marks)
            values |= {"party": (party,)} if party else {}
        if "exception" in kind.fields and (exceptions := _exceptions(window)):
            values["exception"] = exceptions
        own = [mark.span for mark in match.marks if mark.own]
        span = Span(min(span.start for span in own), max(span.end for span in own))
        return Fact(kind.name, span, window.sentence.span, index, values)


def _read_as(clause: Clause) -> str:
    """The language whose grammars read a clause."""
    return clause.language if clause.language in _known_languages() else _FALLBACK


def _lower(text: str) -> str:
    """In lower case, of equal length."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _moved(landmark: Landmark, by: int) -> Landmark:
    return Landmark(landmark.name, Span(landmark.span.start + by, landmark.span.end + by), landmark.relation)


def _owned(match: Match) -> bool:
    """Whether a match stands at least partly in the sentence itself; else its context already told it."""
    return any(mark.own for mark in match.marks)


def _exceptions(window: Window) -> tuple[Value, ...]:
    marks: Iterator[Mark] = (mark for mark in window.marks if mark.name == "EXCEPT" and mark.own)
    return tuple(Term("exception", mark.span) for mark in marks)
