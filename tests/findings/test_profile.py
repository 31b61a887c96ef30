"""What contract this is: given, or inferred from the text with the reason."""

from __future__ import annotations

import pytest

from contract_lint.clauses import divide
from contract_lint.documents import read
from contract_lint.findings import AUDIENCES, CONCLUDED, infer_profile, sectors
from contract_lint.model import Fault, Profile, Report, Severity, Trait
from contract_lint.pipeline import Options, lint


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


@pytest.mark.parametrize(
    ("text", "trait", "value"),
    [
        ("Op de overeenkomst is Nederlands recht van toepassing.", "jurisdiction", "nl"),
        ("Ingeschreven bij de Kamer van Koophandel onder 12345678.", "jurisdiction", "nl"),
        ("Het Belgisch recht geldt. De ondernemingsrechtbank te Gent.", "jurisdiction", "be"),
        ("These terms are governed by the laws of England.", "jurisdiction", "other"),
        ("De overeenkomst eindigt.", "jurisdiction", "unknown"),
        ("Algemene voorwaarden. Versie 3 maart 2024.", "date", "2024-03-03"),
        ("Terms. Last updated: May 1st, 2025.", "date", "2025-05-01"),
        ("Geldig vanaf 01-02-2023.", "date", "2023-02-01"),
        ("Versie 2.1, oktober 2022", "date", "2022-10"),
        ("Versie 45-99-2022.", "date", "2022"),
        ("Betaling binnen 14 dagen na de factuurdatum; sinds 2019 zijn wij er.", "date", "unknown"),
    ],
)
def test_law_and_date_are_read_from_the_text(text, trait, value):
    assert getattr(profile(text), trait).value == value


def test_a_given_law_and_date_stand_and_a_wrong_date_is_told():
    told = profile("Nederlands recht. Versie 2020.", jurisdiction="be", date="2026-01-31")
    assert (told.jurisdiction.reason, told.date) == ("given", Trait("2026-01-31", "given"))
    with pytest.raises(Fault, match="write it as 2026-01-31"):
        profile("Tekst.", date="31-1-2026")


def judged(text: str, **given: str) -> Report:
    return lint(text.encode(), Options(language="nl", report_language="en", **given), "terms.txt")


RENEWAL = "1. De overeenkomst wordt telkens stilzwijgend verlengd met een jaar.\n"


def test_law_of_later_than_the_given_date_is_kept_back():
    assert any(finding.rule == "tacit-renewal-fixed" for finding in judged(RENEWAL).findings)
    old = judged(RENEWAL, date="2010-01-01")
    assert ("tacit-renewal-fixed", "the law is in force from 2011-12-01") in [
        (m.rule, m.reason) for m in old.muted
    ]


def test_an_old_date_in_the_text_mutes_nothing():
    assert any(
        finding.rule == "tacit-renewal-fixed" for finding in judged("Versie 2010.\n" + RENEWAL).findings
    )


def test_dutch_lists_are_a_yardstick_in_belgium_and_silent_between_businesses_elsewhere():
    finding = next(f for f in judged(RENEWAL, jurisdiction="be").findings if f.rule == "tacit-renewal-fixed")
    assert finding.severity is Severity.WARNING
    assert "Belgian law" in finding.lowered
    abroad = judged(RENEWAL, jurisdiction="other", audience="business")
    assert any("6:247(2)" in muted.reason for muted in abroad.muted)
    at_home = judged(RENEWAL, jurisdiction="other", audience="consumer")
    assert any(finding.severity is Severity.ERROR for finding in at_home.findings)
