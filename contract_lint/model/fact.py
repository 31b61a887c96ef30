"""A fact: what the contract says, as values that can be compared."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from contract_lint.model.document import Span

DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4375, "quarter": 91.3125, "year": 365.25}


class Duration(Struct, frozen=True):
    """A length of time as written; compared in days, a month being an average month."""

    count: float
    unit: str  # a key of DAYS
    span: Span
    business: bool = False  # counted in business days

    @property
    def days(self) -> float:
        """Calendar days, five business days making a week."""
        return self.count * DAYS[self.unit] * (1.4 if self.business else 1.0)


class Money(Struct, frozen=True):
    """An amount as written; `currency` is an ISO 4217 code."""

    amount: float
    currency: str
    span: Span


class Percentage(Struct, frozen=True):
    """A percentage as written, 15.0 for "15%"."""

    amount: float
    span: Span


class Number(Struct, frozen=True):
    """A plain number that was measured or counted; `span` is what it was counted in."""

    amount: float
    span: Span


class Term(Struct, frozen=True):
    """A concept of the lexicon by its terminal's name in lower case ("registered_letter", "customer")."""

    name: str
    span: Span


Value = Duration | Money | Percentage | Number | Term


class Fact(Struct, frozen=True):
    """What the contract says, without opinion. `clause` indexes `Contract.clauses`."""

    kind: str
    span: Span
    sentence: Span
    clause: int
    values: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
