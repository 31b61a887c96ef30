"""What contract this is: given, or inferred from the text with the reason."""

from __future__ import annotations

import pytest

from contract_lint.clauses import divide
from contract_lint.documents import read
from contract_lint.findings import AUDIENCES, CONCLUDED, infer_profile, sectors
from contract_lint.model import Fault, Profile


def profile(text: str, **given: str) -> Profile:
    contract = divide(read(text.encode(), name="terms.txt"), "nl")
    return infer_profile(contract, **given)


def test_what_is_given_stands():
    told = profile("De consument, de consument.", audience="business", sector="energy", concluded="paper")
    values = [(trait.value, trait.reason) for trait in (told.audience, told.sector, told.concluded)]
    assert values == [("business", "given"), ("energy", "given"), ("paper", "given")]


def test_a_silent_text_is_for_consumers_and_nothing_else_is_assumed():
    told = profile("De overeenkomst eindigt op de einddatum.")
    assert (told.audience.value, told.sector.value, told.concluded.value) == (
        "consumer",
        "unknown",
        "unknown",
    )
    assert told.sector.reason == "assumed: the text does not say"


@pytest.mark.parametrize(
    ("text", "trait", "value"),
    [
        ("De consument belt. Elke consument mag bellen.", "audience", "consumer"),
        ("De zakelijke klant, een zakelijke klant, elke zakelijke klant.", "audience", "business"),
        ("U bestelt in onze webshop.", "concluded", "online"),
        ("Voor een telefonisch afgesloten contract geldt dit.", "concluded", "phone"),
        ("Aldus overeengekomen te Utrecht.", "concluded", "paper"),
        ("De verzekeraar " * 6, "sector", "insurance"),
        ("De kredietnemer en de kredietgever; de kredietnemer.", "sector", "credit"),
        ("De hypotheek, een hypotheek, elke hypotheek.", "sector", "mortgage"),
        ("Sportschool en fitness, fitness en sportschool.", "sector", "gym"),
        ("Fitness: één keer genoemd.", "sector", "unknown"),
        ("De kinderopvang en de kinderopvang; kinderopvang, kinderopvang.", "sector", "childcare"),
    ],
)
def test_signs_in_the_text(text, trait, value):
    assert getattr(profile(text), trait).value == value


def test_the_value_with_the_most_signs_wins():
    assert profile("hypotheek " * 3 + "kredietnemer " * 5).sector.value == "credit"


def test_the_reason_names_the_signs_and_their_number():
    assert profile("hypotheek " * 3).sector.reason == 'inferred: "hypotheek" (3 times)'


def test_the_reason_speaks_the_reports_language():
    assert profile("hypotheek " * 3, language="nl").sector.reason == 'afgeleid: "hypotheek" (3 keer)'


def test_signs_begin_words():
    assert profile("Dit is geen megahypotheek, superhypotheek of hyperhypotheek.").sector.value == "unknown"


def test_an_unknown_sector_is_a_fault_with_the_nearest_names():
    with pytest.raises(Fault, match='no sector is called "telecoms"; did you mean telecom'):
        profile("Artikel 1", sector="telecoms")


def test_the_names_that_options_offer():
    assert AUDIENCES == ("consumer", "small-business", "business")
    assert CONCLUDED == ("online", "phone", "paper")
    assert {"telecom", "energy", "cloud", "residential-rent"} <= set(sectors())
