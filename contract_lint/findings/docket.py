"""The docket: a contract's facts filed by kind, by clause and by article, so that asking stays linear."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Union

from msgspec import Struct, field

from contract_lint.model import Condition, Contract, Fact, Span

_Key = tuple[str, str, int]  # (scope, kind, number of the clause or article; 0 for the document)
AnyDocket = Union["Docket", "Revised"]
Test = Callable[[Condition, Fact, AnyDocket], bool]


class Docket(Struct, frozen=True):
    """Facts by scope: "here" (the same clause), "near" (the same article), "present" (the document).

    What a clause says is also here and near to the clauses that it makes an exception to.
    """

    articles: Sequence[int]  # of each clause
    filed: Mapping[_Key, tuple[Fact, ...]]
    answers: dict[tuple[int, _Key], tuple[Fact, ...]] = field(default_factory=dict)  # by question

    @classmethod
    def of(cls, contract: Contract, facts: Iterable[Fact]) -> Docket:
        """File the facts of a contract."""
        articles = [clause.article for clause in contract.clauses]
        filed: dict[_Key, list[Fact]] = {}
        for fact in facts:
            said_of = (fact.clause, *contract.clauses[fact.clause].exception_to)
            keys = (
                _key(scope, fact.kind, c, articles) for scope in ("present", "near", "here") for c in said_of
            )
            for key in dict.fromkeys(keys):
                filed.setdefault(key, []).append(fact)
        return cls(articles, {key: tuple(found) for key, found in filed.items()})

    def facts(self, kind: str) -> tuple[Fact, ...]:
        """All facts of a kind."""
        return self.filed.get(("present", kind, 0), ())

    def has(self, kind: str, clause: int) -> bool:
        """Whether a clause says something of this kind."""
        return ("here", kind, clause) in self.filed

    def reached(
        self, scope: str, kind: str, clause: int | None, question: Condition | None, test: Test
    ) -> tuple[Fact, ...]:
        """The facts of a kind, in this scope of a clause, for which the question tests true.

        That is the same for a whole clause, article or document: each is asked once.
        """
        key = _key(scope, kind, clause, self.articles)
        reached = self.filed.get(key, ())
        if question is None or not reached:
            return reached
        known = self.answers.get((id(question), key))
        if known is None:
            known = tuple(fact for fact in reached if test(question, fact, self))
            self.answers[id(question), key] = known
        return known


class Revised(Struct, frozen=True):
    """A docket in which some sentences of one clause say something else; it shares all the rest."""

    before: Docket
    clause: int
    gone: Collection[Span]  # the sentences that no longer stand
    new: Sequence[Fact]  # what stands there instead

    def facts(self, kind: str) -> Iterator[Fact]:
        """All facts of a kind."""
        yield from filter(self._stands, self.before.facts(kind))
        yield from (fact for fact in self.new if fact.kind == kind)

    def reached(
        self, scope: str, kind: str, clause: int | None, question: Condition | None, test: Test
    ) -> Iterator[Fact]:
        """As in `Docket`; only the new facts have not been asked before."""
        yield from filter(self._stands, self.before.reached(scope, kind, clause, question, test))
        articles = self.before.articles
        if _key(scope, kind, clause, articles) == _key(scope, kind, self.clause, articles):
            for fact in self.new:
                if fact.kind == kind and (question is None or test(question, fact, self)):
                    yield fact

    def _stands(self, fact: Fact) -> bool:
        return fact.clause != self.clause or fact.sentence not in self.gone


def _key(scope: str, kind: str, clause: int | None, articles: Sequence[int]) -> _Key:
    """Where the facts are filed that a question of this scope reaches from a clause."""
    if clause is None or scope not in ("here", "near"):
        return "present", kind, 0
    return scope, kind, clause if scope == "here" else articles[clause]
