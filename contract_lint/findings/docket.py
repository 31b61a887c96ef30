"""The docket: a contract's facts filed by kind, by clause and by article, so that asking stays linear."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from contract_lint.model import Contract, Fact, Span

_Key = tuple[str, str, int]  # (scope, kind, number of the clause or article; 0 for the document)


@dataclass(frozen=True, slots=True)
class Docket:
    """Facts by scope: "here" (the same clause), "near" (the same article), "present" (the document)."""

    articles: Sequence[int]  # of each clause
    filed: Mapping[_Key, tuple[Fact, ...]]
    answers: dict[int, bool] = field(default_factory=dict)  # of questions about the whole document

    @classmethod
    def of(cls, contract: Contract, facts: Iterable[Fact]) -> Docket:
        """File the facts of a contract."""
        articles = [clause.article for clause in contract.clauses]
        filed: dict[_Key, list[Fact]] = {}
        for fact in facts:
            for key in _keys(fact, articles):
                filed.setdefault(key, []).append(fact)
        return cls(articles, {key: tuple(found) for key, found in filed.items()})

    def facts(self, kind: str) -> tuple[Fact, ...]:
        """All facts of a kind."""
        return self.filed.get(("present", kind, 0), ())

    def reached(self, scope: str, kind: str, clause: int | None) -> tuple[Fact, ...]:
        """The facts of a kind that a question of this scope reaches from a clause."""
        if clause is None or scope not in ("here", "near"):
            return self.facts(kind)
        number = clause if scope == "here" else self.articles[clause]
        return self.filed.get((scope, kind, number), ())

    def answer(self, question: object, ask: Callable[[], bool]) -> bool:
        """The answer to a question that is the same wherever it is asked from, asked once."""
        known = self.answers.get(id(question))
        if known is None:
            known = self.answers[id(question)] = ask()
        return known

    def revised(self, clause: int, gone: Collection[Span], facts: Sequence[Fact]) -> Docket:
        """The docket with the facts of some sentences of one clause replaced by others."""
        kinds = {fact.kind for fact in facts}
        for scope, kind, number in self.filed:
            if scope == "here" and number == clause:
                kinds.add(kind)
        filed = dict(self.filed)
        for kind in kinds:
            new = [fact for fact in facts if fact.kind == kind]
            for key in (("here", kind, clause), ("near", kind, self.articles[clause]), ("present", kind, 0)):
                kept = (
                    fact for fact in filed.get(key, ()) if fact.clause != clause or fact.sentence not in gone
                )
                filed[key] = (*kept, *new)
        return Docket(self.articles, filed)


def _keys(fact: Fact, articles: Sequence[int]) -> tuple[_Key, ...]:
    return (
        ("present", fact.kind, 0),
        ("near", fact.kind, articles[fact.clause]),
        ("here", fact.kind, fact.clause),
    )
