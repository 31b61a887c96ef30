"""Where sentences end and where they do not, in Dutch and English; "|" marks the ends."""

import pytest

from contract_lint.clauses import sentences

TEXTS = [
    "De zaal is dicht.|Kom morgen terug.",
    "Is de zaal dicht?|Kom dan morgen terug!|Tot dan.",
    "Zie art. 5 lid 2 van de huisregels.|De rest volgt.",
    "Het tarief is excl. btw, d.w.z. zonder belasting, o.a. voor groepen.",
    "Bel dhr. De Wit of mevr. Jansen op nr. 12.",
    "De zaal van Feestzaal B.V. ligt aan zee.",
    "Huur bij Feestzaal B.V. De zaal ligt aan zee.".replace("B.V. De", "B.V.|De"),
    "Wij leveren stoelen, tafels, enz.|Indien u meer wenst, bel ons.",
    "Stoelen, tafels e.d. worden niet verhuurd.",
    "De prijs is 3.10 euro.|Of 1.250,50 per dag.",
    "Het feest is op 12.05.2024.|Daarna sluit de zaal.",
    "Schrijf naar zaal@feest.nl of kijk op www.feest.nl/zaal.html.|De rest volgt.",
    "Dit staat in lid 3.|De huurder tekent.",
    "J. de Vries tekent namens A. B. Jansen.",
    "De borg vervalt (zie ook art. 4).|De huurder betaalt.",
    "Hij zei: “De zaal is dicht.”|Daarna ging hij weg.",
    "Roken mag niet; zingen ook niet.|Dansen wel.",
    "The hall is closed.|Please return tomorrow.",
    "Hall Rentals Inc. may close the hall, e.g. for repairs, i.e. without notice.",
    "We rent to Mr. Smith and St. Mary's in the U.S. and the U.K.|You pay first.",
    "Rented by Hall Rentals Ltd.|The guest pays.",
    "See No. 5 and Sec. 3 of these rules.",
    "The hall opens at 9 a.m. and closes at 5 p.m.|We lock the door.",
    "The fee is due... and stays due.",
    "eDutch sluit om vijf uur.|eBay ook.",
    "De zaal is dicht.De huurder wacht buiten.".replace("dicht.De", "dicht.|De"),
]


@pytest.mark.parametrize("marked", TEXTS)
def test_a_text_falls_into_its_sentences(marked):
    parts = [part.strip() for part in marked.split("|")]
    text = marked.replace("dicht.|De huurder wacht", "dicht.De huurder wacht").replace("|", " ")
    spans = sentences.split(text, 0, len(text))
    assert [text[span.start : span.end] for span in spans] == parts


@pytest.mark.parametrize(
    ("words", "complete"), [("Ja.", True), ("(Ja.)", True), ("Ja:", False), ("ja", False)]
)
def test_a_sentence_is_complete_when_it_ends_as_one(words, complete):
    span = sentences.split(words, 0, len(words))[0]
    assert sentences.is_complete(words, span) is complete
