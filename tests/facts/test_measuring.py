"""How hard a clause is to read: the published formulas, and the sentence that is told."""

from __future__ import annotations

import time

import pytest

from contract_lint.clauses import divide
from contract_lint.documents import read
from contract_lint.facts import find
from contract_lint.facts.measuring import KIND, measure, measured
from contract_lint.model import Contract, Fact, Number


def contract_of(text: str, language: str) -> Contract:
    return divide(read(text.encode(), name="terms.txt"), language)


def hardest(text: str, language: str) -> list[dict[str, object]]:
    contract = contract_of(text, language)
    return [told(contract, fact) for fact in find(contract) if fact.kind == KIND]


def told(contract: Contract, fact: Fact) -> dict[str, object]:
    values = {
        name: value.amount if isinstance(value, Number) else contract.document.quote(value.span)
        for name, (value,) in fact.values.items()
    }
    return {"sentence": contract.document.quote(fact.span), **values}


@pytest.mark.parametrize(
    ("language", "word", "count"),
    [
        ("nl", "opzegtermijn", 4),
        ("nl", "beëindigen", 4),
        ("nl", "situatie", 4),
        ("nl", "leeuw", 1),
        ("nl", "bijeenkomst", 3),
        ("nl", "financiële", 5),
        ("nl", "12.3", 1),
        ("en", "terminate", 3),
        ("en", "table", 2),
        ("en", "the", 1),
        ("en", "services", 3),
        ("en", "renewed", 2),
        ("en", "changes", 2),
        ("en", "fees", 1),
        ("en", "rhythm", 1),
    ],
)
def test_syllables(language: str, word: str, count: int) -> None:
    assert measure(language).syllables(word) == count


@pytest.mark.parametrize(
    ("language", "words", "score"),
    [
        ("nl", "de kat zit op bedden", 206.84 - 77.0 * 6 / 5 - 0.93 * 5),
        ("en", "the cat sat on windows", 206.835 - 84.6 * 6 / 5 - 1.015 * 5),
    ],
)
def test_the_formulas(language: str, words: str, score: float) -> None:
    assert measure(language).score([words.split()]) == pytest.approx(score)


def test_the_hardest_sentence_is_told_once_for_a_clause() -> None:
    long = "De klant betaalt " + "en de leverancier levert " * 11 + "waarbij de klant tekent."
    (found,) = hardest(f"1. De klant betaalt. {long} De klant tekent.", "nl")
    assert found["sentence"] == long
    assert found["words"] == 51
    assert found["total"] == 57
    assert found["joint"] == "waarbij de klant tekent"
    assert "references" not in found


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("nl", "Dit volgt uit de artikelen 3, 4.1 en 7 en uit art. 9.2.", 4),
        ("nl", "Dit volgt uit artikel 3 lid 2, artikel 6:237 en artikel 12.", 3),
        ("en", "This follows from Sections 3.1, 4 and 7 through 9.", 4),
        ("en", "This follows from clause 2, clause 3 and Schedule 4.", 3),
    ],
)
def test_a_chain_of_references(language: str, text: str, count: int) -> None:
    (found,) = hardest(f"1. {text}", language)
    assert found["references"] == count


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "1. U kunt op elk moment opzeggen. U betaalt dan niets meer. Wij storten het geld terug."),
        ("en", "1. You can cancel at any time. You then pay nothing more. We pay the money back."),
        ("unknown", "1. " + "alpha beta gamma " * 40),
        ("nl", "1. ---"),
    ],
)
def test_what_is_no_trouble_is_not_told(language: str, text: str) -> None:
    assert hardest(text, language) == []


def test_measuring_is_fast_and_linear() -> None:
    clause = (
        "1. De klant betaalt de prijs, en de leverancier levert, tenzij artikel 3 of 4 iets anders zegt.\n"
    )
    contract = contract_of(clause * 1500, "nl")
    lowered = contract.document.text.lower()
    start = time.perf_counter()
    for index in range(len(contract.clauses)):
        list(measured(contract, lowered, index))
    assert time.perf_counter() - start < 0.5  # some 25,000 words; a slow machine may take its time
