"""A contract: a document divided into clauses, with its parties."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from contract_lint.model.document import Document, Span


class Role(Enum):
    """Who drafted the terms, and who signs them."""

    CUSTOMER = "customer"
    SUPPLIER = "supplier"


class PartyName(Struct, frozen=True):
    """A name that this contract itself gives to a party ("hierna: het Lid", "'Provider' means")."""

    name: str
    role: Role
    span: Span


class Sentence(Struct, frozen=True):
    """A sentence or list item; `lead_in` is the text that introduces the list it stands in."""

    span: Span
    lead_in: Span | None = None


class Clause(Struct, frozen=True):
    """The smallest numbered unit ("5.2"), or an article or section that has no numbers inside.

    `span` covers number and heading too; spans of clauses follow each other and cover the text.
    `article` counts the top-level articles: clauses with the same `article` belong together.
    `exception_to` are the indexes of clauses that this one softens or hardens, as one of them says.
    """

    number: str
    heading: str
    path: tuple[str, ...]
    span: Span
    sentences: tuple[Sentence, ...]
    article: int
    language: str
    exception_to: tuple[int, ...] = ()


class Contract(Struct, frozen=True):
    """A document divided into clauses, with its language ("nl", "en" or "unknown") and party names.

    `statutes` are the quoted words of a law: no terms of the contract.
    """

    document: Document
    language: str
    clauses: tuple[Clause, ...]
    parties: tuple[PartyName, ...] = ()
    statutes: tuple[Span, ...] = ()
