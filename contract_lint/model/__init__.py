"""The words every room shares: frozen values without behaviour of their own trade.

A position is a `Span` of half-open offsets into `Document.text` from the first byte to the last
renderer; pages, lines and columns exist for people only and come from `Document.place`.
"""

from contract_lint.model.contract import Clause, Contract, PartyName, Role, Sentence
from contract_lint.model.document import Block, BlockKind, Document, Place, Segment, Span, Unread
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
    Muted,
    Profile,
    Report,
    Rewrite,
    Severity,
    Standing,
    Trait,
)

__all__ = [
    "DAYS",
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
    "Money",
    "Muted",
    "Number",
    "PartyName",
    "Percentage",
    "Place",
    "Profile",
    "Report",
    "Rewrite",
    "Role",
    "Rule",
    "Segment",
    "Sentence",
    "Severity",
    "Span",
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
    "raise_together",
]
