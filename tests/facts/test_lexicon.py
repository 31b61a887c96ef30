"""The lexicon: where a terminal can begin, and which concepts win."""

from __future__ import annotations

import pytest

from contract_lint.facts.lexicon import Lexicon, Names, Terminal
from contract_lint.facts.openings import openings, parsed


def found(text: str, *terminals: Terminal, names: dict[str, str] | None = None) -> list[tuple[str, str]]:
    ordered = tuple(sorted(terminals, key=lambda terminal: -terminal.priority))
    lexicon = Lexicon.of(ordered)
    marks = lexicon.landmarks(text, Names.of(names or {}))
    return [(mark.name, text[mark.span.start : mark.span.end]) for mark in marks]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("opzeg", {"opzeg"}),
        ("opzeggingen|u", {"opzeggin", "u"}),
        ("(?:be)?vat", {"bevat", "vat"}),
        (r"a\w*", {"a"}),
        (r"(?<=x)y", {"y"}),
        (r"y(?=z)", {"y"}),
        (r"[ab]c", {"ac", "bc"}),
        (r"a{2,3}b", {"a"}),
        (r".x", {""}),
    ],
)
def test_openings(pattern: str, expected: set[str]) -> None:
    assert openings(parsed(pattern)) == expected


def test_whole_words_only() -> None:
    assert found("opzegtermijn opzeg", Terminal("CANCEL", "opzeg")) == [("CANCEL", "opzeg")]
    assert found("niet opzegbaar", Terminal("CANCEL", "opzegbaar")) == [("CANCEL", "opzegbaar")]


def test_concepts_may_begin_together_and_lie_inside_each_other() -> None:
    early, before = (
        Terminal("EARLY", "voor het einde van de looptijd"),
        Terminal("BEFORE_END", "voor het einde"),
    )
    term = Terminal("TERM", "looptijd")
    assert found("voor het einde van de looptijd", early, before, term) == [
        ("EARLY", "voor het einde van de looptijd"),
        ("BEFORE_END", "voor het einde"),
        ("TERM", "looptijd"),
    ]


def test_higher_priority_silences_what_begins_in_its_words() -> None:
    consent, written = (
        Terminal("CONSENT", "schriftelijke toestemming", 2),
        Terminal("WRITTEN", "schriftelijke"),
    )
    consent_word = Terminal("WORD", "toestemming")
    assert found("schriftelijke toestemming", consent, written, consent_word) == [
        ("CONSENT", "schriftelijke toestemming")
    ]


def test_a_concept_is_not_found_again_inside_itself() -> None:
    assert found("een half jaar", Terminal("DURATION", "(?:een )?half jaar")) == [
        ("DURATION", "een half jaar")
    ]


def test_names_of_the_contract_stand_above_the_lexicon() -> None:
    customer = Terminal("CUSTOMER", "gebruiker")
    assert found("de gebruiker", customer, names={"gebruiker": "SUPPLIER"}) == [("SUPPLIER", "gebruiker")]
    assert found("bakkerij de boer", names={"bakkerij de boer": "SUPPLIER"}) == [
        ("SUPPLIER", "bakkerij de boer")
    ]
