"""A trial: an example of a rule, executed, with all that helps its author where it went wrong."""

from __future__ import annotations

from msgspec import Struct

from contract_lint.model.contract import Contract
from contract_lint.model.fact import Fact, Term
from contract_lint.model.rule import Rule
from contract_lint.model.verdict import Finding


class Trail(Struct, frozen=True):
    """How far a pattern got in a text: the landmarks it took, what it wanted next, and what it met instead.

    `met` is "match", "end" (of the sentence), "before" (`at` is wanted, but stands before what was taken),
    "far" (`at`, beyond the gap of `gap` characters), "stop" (`at`, which it never passes) or "denied" (by
    `at`, anywhere in the sentence).
    """

    kind: str
    taken: tuple[Term, ...]
    wanted: tuple[str, ...]
    met: str
    at: Term | None = None
    gap: int = 0


class Trial(Struct, frozen=True):
    """An executed example. `failure` is empty when it went as its author says.

    Else it is "not found", "found", "elsewhere" (the marked words are not underlined) or "kept back".
    """

    rule: Rule
    language: str
    unfair: bool
    number: int
    contract: Contract
    findings: tuple[Finding, ...] = ()
    failure: str = ""
    reason: str = ""  # why it was kept back
    landmarks: tuple[Term, ...] = ()
    facts: tuple[Fact, ...] = ()
    trails: tuple[Trail, ...] = ()
    unmet: tuple[str, ...] = ()  # the parts of the rule's condition that do not hold
