"""The names that a contract itself gives to its parties."""

from __future__ import annotations

from contract_lint.model import Clause, Document, PartyName


def named(document: Document, clauses: tuple[Clause, ...]) -> tuple[PartyName, ...]:
    """The names with their roles, in order of appearance."""
    return ()
