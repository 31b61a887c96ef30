"""The words every room shares: frozen values without behaviour of their own trade.

A position is a `Span` of half-open offsets into `Document.text` from the first byte to the last
renderer; pages, lines and columns exist for people only and come from `Document.place`.
"""

from contract_lint.model.contract import Clause, Contract, PartyName, Role, Sentence
from contract_lint.model.dates import NO_DATE, is_date
from contract_lint.model.document import (
    Block,
    BlockKind,
    Document,
    Place,
    Remark,
    Segment,
    Span,
    Unread,
)
from contract_lint.model.fact import DAYS, Duration, Fact, Money, Number, Percentage, Term, Value
from contract_lint.model.faults import Fault, Unreadable, gather, raise_together
from contract_lint.model.rule import Condition, Examples, Gate, Rule, Template, Texts
from contract_lint.model.trial import Trail, Trial
from contract_lint.model.verdict import (
    Acceptance,
    Accepted,
    Basis,
    Comparison,
    Edit,
    Effect,
    Evidence,
    Finding,
    Lapse,
    Muted,
    Profile,
    Report,
    Rewrite,
    Severity,
    Stale,
    Standing,
    Trait,
)

__all__ = [
    "DAYS",
    "NO_DATE",
    "Acceptance",
    "Accepted",
    "Basis",
    "Block",
    "BlockKind",
    "Clause",
    "Comparison",
    "Condition",
    "Contract",
    "Document",
    "Duration",
    "Edit",
    "Effect",
    "Evidence",
    "Examples",
    "Fact",
    "Fault",
    "Finding",
    "Gate",
    "Lapse",
    "Money",
    "Muted",
    "Number",
    "PartyName",
    "Percentage",
    "Place",
    "Profile",
    "Remark",
    "Report",
    "Rewrite",
    "Role",
    "Rule",
    "Segment",
    "Sentence",
    "Severity",
    "Span",
    "Stale",
    "Standing",
    "Template",
    "Term",
    "Texts",
    "Trail",
    "Trait",
    "Trial",
    "Unread",
    "Unreadable",
    "Value",
    "gather",
    "is_date",
    "raise_together",
]
