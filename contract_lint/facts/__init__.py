"""What the contract says: facts, made by the grammars in `grammars/`; and what it measures."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from contract_lint.facts.catalogue import catalogue, languages
from contract_lint.facts.lexicon import Landmark
from contract_lint.facts.measuring import measured
from contract_lint.facts.reading import Reading
from contract_lint.facts.tracing import trails
from contract_lint.model import Contract, Fact, gather

__all__ = ["check", "find", "landmarks", "languages", "trails"]


def find(contract: Contract, clauses: Iterable[int] | None = None) -> tuple[Fact, ...]:
    """The facts of a contract in reading order, or what the clauses with these indexes say, unmeasured.

    Raises `Fault` for what is wrong in a grammar.
    """
    reading = Reading.of(contract)
    if clauses is not None:
        return tuple(fact for index in clauses for fact in reading.facts(index))
    return tuple(
        fact
        for index in range(len(contract.clauses))
        for fact in (*reading.facts(index), *measured(contract, reading.lowered, index))
    )


def check() -> None:
    """Raise `Fault` with all that is wrong in the grammars of any language."""
    gather(*(partial(catalogue, language) for language in languages()))


def landmarks(contract: Contract, clause: int) -> tuple[Landmark, ...]:
    """The concepts of one clause: what a pattern gets to see. For authors of grammars."""
    return Reading.of(contract).landmarks(contract.clauses[clause])
