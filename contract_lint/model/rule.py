"""A rule: what a law or a norm wants, as plain data; what to write instead; and what shows it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from contract_lint.model.verdict import Basis, Effect, Severity

Texts = Mapping[str, str]  # language -> words
Condition = tuple[object, ...]  # a parsed `when`: see findings/conditions.py


class Template(Struct, frozen=True):
    """How to write the fair words; of those given the smallest edit that clears the finding is taken.

    `of` names the field whose words `to` replaces, where these begin with one of the words in `begins`, or
    with any when it is empty; `sentence` replaces the whole sentence; `insert`
    is a sentence to add after it, or a clause to add where something is missing. "[...]" marks a
    blank for the author to fill in.
    """

    effect: Effect
    of: str = ""
    to: Texts = field(default_factory=dict)
    begins: Texts = field(default_factory=dict)
    sentence: Texts = field(default_factory=dict)
    insert: Texts = field(default_factory=dict)


class Gate(Struct, frozen=True):
    """For which contracts a rule speaks; an empty tuple means for all."""

    audience: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    not_sector: tuple[str, ...] = ()
    concluded: tuple[str, ...] = ()
    jurisdiction: tuple[str, ...] = ()
    since: str = ""  # the ISO date from which the law is in force


class Examples(Struct, frozen=True):
    """Texts that a rule must find unfair, its evidence marked by [[ ]], and texts it must pass."""

    unfair: tuple[str, ...] = ()
    fair: tuple[str, ...] = ()


class Rule(Struct, frozen=True):
    """One rule file. `given` names the facts by the names that `when` uses; "" is the only fact's name."""

    id: str
    ruleset: str
    family: str
    title: Texts
    given: Mapping[str, str]
    when: Condition
    applies: Gate
    severity: tuple[tuple[Condition, Severity], ...]  # the first that holds; the last always holds
    basis: tuple[Basis, ...]
    message: Texts
    why: Texts
    rewrite: Template | None = None
    examples: Mapping[str, Examples] = field(default_factory=dict)
    example_profile: Mapping[str, str] = field(default_factory=dict)
    source: Mapping[str, str] = field(default_factory=dict)  # "when" and severities as written, and "path"
