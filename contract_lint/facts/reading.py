"""Reading a contract: every sentence's landmarks against every pattern of its language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from contract_lint.facts.catalogue import Catalogue, catalogue, languages
from contract_lint.facts.lexicon import Landmark
from contract_lint.facts.parties import actor, names, prepositions_of, related
from contract_lint.facts.patterns import Match
from contract_lint.facts.values import value
from contract_lint.facts.windows import LEANS, Mark, Window, windows
from contract_lint.kinds import FactKind, kinds
from contract_lint.model import Clause, Contract, Fact, Span, Term, Value

_FALLBACK = "nl"  # the grammars tried where the language is unknown
_known_languages = cache(languages)


@dataclass(frozen=True)
class Reading:
    """One contract being read, with its own party names."""

    contract: Contract
    names: Mapping[str, str]

    @classmethod
    def of(cls, contract: Contract) -> Reading:
        """Prepare a contract."""
        return cls(contract, names(contract))

    @cached_property
    def lowered(self) -> str:
        """The whole text in lower case, of equal length: for measuring, which reads it all."""
        return _lower(self.contract.document.text)

    def landmarks(self, clause: Clause) -> tuple[Landmark, ...]:
        """The concepts of a clause and of the lead-ins it stands under."""
        leads = [sentence.lead_in.start for sentence in clause.sentences if sentence.lead_in]
        start = min([clause.span.start, *leads])
        text = self.contract.document.text[start : clause.span.end]
        found = self._landmarks_of(_lower(text), clause)
        return tuple(_moved(landmark, start) for landmark in found)

    def facts(self, index: int) -> Iterator[Fact]:
        """The facts of the clause with this index."""
        known = _grammars(self.contract.clauses[index])
        for window in self.windows(index):
            for pattern in known.possible(window.names):
                matches = filter(_owned, pattern.scan(window.marks, window.siblings))
                yield from (self._fact(index, window, kinds()[pattern.kind], match) for match in matches)

    def windows(self, index: int) -> Iterator[Window]:
        """The sentences of the clause with this index, each with the landmarks of its context."""
        clause = self.contract.clauses[index]
        heading = "\n".join(dict.fromkeys((*clause.path[-1:], clause.heading)))
        above = tuple(self._landmarks_of(_lower(heading), clause)) if heading else ()
        landmarks = self.landmarks(clause)
        leans = any(found.name == LEANS for found in landmarks)
        return windows(clause, landmarks, above, self._previous(index) if leans else ())

    def _previous(self, index: int) -> tuple[Landmark, ...]:
        """The concepts in the last sentence of the clause before, where it is of the same article."""
        clauses = self.contract.clauses
        before = clauses[index - 1] if index else None
        if before is None or before.article != clauses[index].article or not before.sentences:
            return ()
        start = before.sentences[-1].span.start
        return tuple(found for found in self.landmarks(before) if found.span.start >= start)

    def _landmarks_of(self, lowered: str, clause: Clause) -> Iterator[Landmark]:
        known = _grammars(clause)
        return related(known.lexicon.landmarks(lowered, self.names), lowered, prepositions_of(known.words))

    def _fact(self, index: int, window: Window, kind: FactKind, match: Match) -> Fact:
        words = _grammars(self.contract.clauses[index]).words
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


def _grammars(clause: Clause) -> Catalogue:
    return catalogue(clause.language if clause.language in _known_languages() else _FALLBACK)


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
