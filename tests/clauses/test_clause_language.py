"""Dutch, English, neither, and what is too short to tell."""

import pytest

from contract_lint.clauses import divide, language
from contract_lint.documents import read


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("De gast betaalt de kamer bij aankomst aan de balie.", "nl"),
        ("Wij zijn niet aansprakelijk voor schade aan uw fiets.", "nl"),
        ("The guest shall pay for the room at the front desk.", "en"),
        ("You may not bring any animals into the pool.", "en"),
        ("Der Gast zahlt das Zimmer bei der Ankunft und nicht nach der Abreise.", "other"),
        ("Le client paie la chambre avec les taxes dans les deux jours et par virement.", "other"),
        ("Force majeure", "unknown"),
        ("", "unknown"),
        ("1234 5678 9101 1121", "unknown"),
    ],
)
def test_a_text_has_its_language(words, expected):
    assert language.of(words) == expected


TWO = """Artikel 1 Kamer
De gast betaalt de kamer bij aankomst en krijgt dan van ons de sleutel.
Artikel 2 Overmacht
Force majeure.
Artikel 3 Pool
The guest may use the pool when it is open and must leave it by nine.
Artikel 4 Slot
Op deze regels is het recht van Nederland van toepassing, zoals u van ons mag verwachten.
Artikel 5 Zahlung
Der Gast zahlt das Zimmer bei der Ankunft und nicht nach der Abreise mit dem Auto.
"""


def test_a_short_clause_inherits_and_a_foreign_one_does_not():
    contract = divide(read(TWO.encode(), "terms.txt"))
    assert contract.language == "nl"
    assert [clause.language for clause in contract.clauses] == ["nl", "nl", "en", "nl", "unknown"]


def test_a_given_language_holds_for_all():
    contract = divide(read(TWO.encode(), "terms.txt"), "en")
    assert contract.language == "en"
    assert {clause.language for clause in contract.clauses} == {"en"}


def test_a_document_of_numbers_has_no_language():
    assert divide(read(b"12345", "terms.txt")).language == "unknown"
