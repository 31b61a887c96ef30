"""Clauses that make an exception to another one know which."""

import pytest

from contract_lint.clauses import divide
from contract_lint.documents import read
from contract_lint.pipeline import Options, lint

DUTCH = """Artikel 3 Duur
3.1 De overeenkomst wordt aangegaan voor een jaar.
3.2 De overeenkomst wordt telkens stilzwijgend verlengd met een jaar.
Artikel 7 Opzegging
7.1 {}
7.2 Opzeggen kan per e-mail.
"""


def exceptions(text: str, language: str = "nl") -> dict[str, list[str]]:
    contract = divide(read(text.encode(), name="terms.txt"), language)
    numbers = [clause.number for clause in contract.clauses]
    return {c.number: [numbers[i] for i in c.exception_to] for c in contract.clauses if c.exception_to}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In afwijking van artikel 3.2 kan de klant na een jaar elke dag opzeggen.", {"7.1": ["3.2"]}),
        ("In afwijking van het bepaalde in artikel 3.2 kan de klant opzeggen.", {"7.1": ["3.2"]}),
        ("Anders dan artikel 3 bepaalt, kan de klant opzeggen.", {"7.1": ["3.1", "3.2"]}),
        ("De klant kan niet opzeggen, behoudens artikel 3.1.", {"3.1": ["7.1"]}),
        ("De klant kan niet opzeggen, behoudens lid 2.", {"7.2": ["7.1"]}),
        ("In afwijking van artikel 7:408 BW kan de klant niet opzeggen.", {}),
        ("In afwijking van artikel 3 van de Wet koop op afstand geldt dit.", {}),
        ("Zie ook artikel 3.2.", {}),
    ],
)
def test_what_a_dutch_clause_makes_an_exception_to(sentence, expected):
    assert exceptions(DUTCH.format(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Notwithstanding clause 1, the customer may leave at any time.", {"2": ["1"]}),
        ("Subject to section 1, the customer may not leave.", {"1": ["2"]}),
        ("Notwithstanding Article 1 of the Consumer Act, this holds.", {}),
        ("Notwithstanding the foregoing, the customer may leave.", {}),
    ],
)
def test_what_an_english_clause_makes_an_exception_to(sentence, expected):
    text = f"1. Term\nThe contract runs for one year.\n2. Leaving\n{sentence}\n"
    assert exceptions(text, "en") == expected


def test_the_preceding_paragraph_is_the_one_before_in_the_same_article():
    text = DUTCH.format("Dit geldt.").replace("Opzeggen kan", "In afwijking van het vorige lid kan opzeggen")
    assert exceptions(text) == {"7.2": ["7.1"]}


def test_what_the_exception_says_counts_where_the_rule_stands():
    free = "{} kan de klant na het eerste jaar op elk moment opzeggen met een opzegtermijn van een maand."
    severe = lint(DUTCH.format("Dit artikel geldt.").encode(), Options(language="nl"))
    soft = lint(DUTCH.format(free.format("In afwijking van artikel 3.2")).encode(), Options(language="nl"))
    levels = [
        {f.rule: str(f.severity) for f in r.findings}.get("tacit-renewal-fixed") for r in (severe, soft)
    ]
    assert levels == ["error", "warning"]
