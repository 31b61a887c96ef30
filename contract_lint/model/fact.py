"""A fact: what the contract says, as values that can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from contract_lint.model.document import Span

DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4375, "quarter": 91.3125, "year": 365.25}


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as written; compared in days, a month being an average month."""

    count: float
    unit: str  # a key of DAYS
    span: Span
    business: bool = False  # counted in business days

    @property
    def days(self) -> float:
        """Calendar days, five business days making a week."""
        return self.count * DAYS[self.unit] * (1.4 if self.business else 1.0)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount as written; `currency` is an ISO 4217 code."""

    amount: float
    currency: str
    span: Span


@dataclass(frozen=True, slots=True)
class Percentage:
    """A percentage as written, 15.0 for "15%"."""

    amount: float
    span: Span


@dataclass(frozen=True, slots=True)
class Number:
    """A plain number that was measured or counted; `span` is what it was counted in."""

    amount: float
    span: Span


@dataclass(frozen=True, slots=True)
class Term:
    """A concept of the lexicon by its terminal's name in lower case ("registered_letter", "customer")."""

    name: str
    span: Span


Value = Duration | Money | Percentage | Number | Term


@dataclass(frozen=True, slots=True)
class Fact:
    """What the contract says, without opinion. `clause` indexes `Contract.clauses`."""

    kind: str
    span: Span
    sentence: Span
    clause: int
    values: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
