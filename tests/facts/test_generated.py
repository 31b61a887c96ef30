"""Whatever a pattern grammar can say, the driver finds again, also with foreign landmarks in between."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from lark import Lark

from contract_lint.facts.catalogue import catalogue, languages
from contract_lint.facts.compiling import Given
from contract_lint.facts.patterns import Pattern
from contract_lint.facts.windows import Mark
from contract_lint.model import Span
from contract_lint.shipped import shipped

PATTERNS = [
    pytest.param(language, pattern, id=f"{language}-{pattern.kind}")
    for language in languages()
    for pattern in catalogue(language).patterns
]


def laid_out(names: list[str], step: int = 9) -> list[Mark]:
    """Marks for these landmarks, one after the other in a text."""
    return [Mark(name, Span(at * step, at * step + 5), at * step) for at, name in enumerate(names)]


def grammar_of(language: str, pattern: Pattern) -> tuple[Lark, list[str]]:
    """The grammar as a generator reads it: landmarks are words."""
    text = (shipped("grammars") / language / f"{pattern.kind}.lark").read_text("utf-8")
    rules = pattern.table.rules
    named = {name for expansions in rules.values() for expansion in expansions for name in expansion}
    declared = " ".join(sorted(named - set(rules)))
    grammar = Lark(f"{text}\n%declare {declared}\n", start="start", parser="lalr", lexer=Given)
    return grammar, sorted(pattern.landmarks)


@pytest.mark.parametrize(("language", "pattern"), PATTERNS)
def test_what_a_grammar_says_is_found(language: str, pattern: Pattern) -> None:
    grammar, names = grammar_of(language, pattern)
    words = {name: st.just(f"{name} ") for name in names}

    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(said=from_lark(grammar, start="start", explicit=words), noise=st.booleans())
    def found(said: str, noise: bool) -> None:
        landmarks = said.split()
        told = [name for word in landmarks for name in ([word, "FOREIGN"] if noise else [word])]
        match = next(iter(pattern.scan(laid_out(told))), None)
        assert match is not None
        assert [mark.name for mark in match.marks] == landmarks

    found()


@pytest.mark.parametrize(("language", "pattern"), PATTERNS)
def test_a_pattern_never_reaches_over_its_gap(language: str, pattern: Pattern) -> None:
    grammar, names = grammar_of(language, pattern)
    words = {name: st.just(f"{name} ") for name in names}

    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(said=from_lark(grammar, start="start", explicit=words))
    def apart(said: str) -> None:
        marks = laid_out(said.split(), step=pattern.gap + 50)
        assert all(len(match.marks) == 1 for match in pattern.scan(marks))

    apart()
