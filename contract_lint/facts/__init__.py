"""What the contract says: facts, made only by the grammars in `grammars/`."""

from __future__ import annotations

from collections.abc import Iterable

from contract_lint.facts.catalogue import languages
from contract_lint.facts.lexicon import Landmark
from contract_lint.facts.reading import Reading
from contract_lint.model import Contract, Fact

__all__ = ["find", "landmarks", "languages"]


def find(contract: Contract, clauses: Iterable[int] | None = None) -> tuple[Fact, ...]:
    """The facts of a contract, or of the clauses with these indexes, in reading order.

    Raises `Fault` for what is wrong in a grammar.
    """
    reading = Reading.of(contract)
    indexes = range(len(contract.clauses)) if clauses is None else clauses
    return tuple(fact for index in indexes for fact in reading.facts(index))


def landmarks(contract: Contract, clause: int) -> tuple[Landmark, ...]:
    """The concepts of one clause: what a pattern gets to see. For authors of grammars."""
    return Reading.of(contract).landmarks(contract.clauses[clause])
