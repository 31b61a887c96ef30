"""Plain text: encodings, places, and which lines are one paragraph."""

import re

import pytest

from contract_lint.documents import text


def blocks(source):
    document = text.read(source.encode(), "terms.txt")
    return [document.quote(block.span) for block in document.blocks]


@pytest.mark.parametrize(
    "data",
    [
        "Één café".encode(),
        "Één café".encode("utf-8-sig"),
        "Één café".encode("utf-16"),
        "\ufeffÉén café".encode("utf-16-be"),
        "Één café".encode("cp1252"),
    ],
)
def test_encodings_are_told_apart(data):
    assert text.read(data, "terms.txt").text == "Één café\n"


def test_text_encoded_twice_is_put_right_at_its_own_place():
    document = text.read("Â§ 1 de gast\u00e2\u0080\u0099s kamer".encode(), "terms.txt")
    assert document.text == "§ 1 de gast’s kamer\n"
    assert document.place(document.text.index("kamer")).column == 18


WRAPPED = """Artikel 1 Het huren van een boot op een van onze meren
De huurder haalt de boot op in de haven en brengt hem voor het einde
van de dag terug. Wie te laat is, betaalt voor elk uur een vaste ver-
goeding. Op de boot zijn een zwem- en een reddingsvest aanwezig voor
iedereen die meevaart. Zie voor de hoogte van de vergoeding artikel
3.2 van deze regels en de lijst die bij de kassa hangt. Een btw-
nummer staat op elke rekening die de huurder na het varen van Bootje
Varen ontvangt.
De huurder mag niet:
a. met de boot buiten de tonnen varen, ook niet wanneer het water
daar rustig is;
b. vissen.
• Honden mogen mee als zij een vest dragen en de huurder de kosten
van de schoonmaak betaalt.
"""


def test_a_wrapped_paragraph_is_one_block():
    assert blocks(WRAPPED) == [
        "Artikel 1 Het huren van een boot op een van onze meren",
        "De huurder haalt de boot op in de haven en brengt hem voor het einde van de dag terug. Wie te laat "
        "is, betaalt voor elk uur een vaste vergoeding. Op de boot zijn een zwem- en een reddingsvest "
        "aanwezig voor iedereen die meevaart. Zie voor de hoogte van de vergoeding artikel 3.2 van deze "
        "regels en de lijst die bij de kassa hangt. Een btw-nummer staat op elke rekening die de huurder na "
        "het varen van Bootje Varen ontvangt.",
        "De huurder mag niet:",
        "a. met de boot buiten de tonnen varen, ook niet wanneer het water daar rustig is;",
        "b. vissen.",
        "• Honden mogen mee als zij een vest dragen en de huurder de kosten van de schoonmaak betaalt.",
    ]


def test_a_page_break_in_a_sentence_does_not_end_it():
    assert blocks(WRAPPED.replace("water\ndaar", "water\n\n\ndaar")) == blocks(WRAPPED)


def test_lines_that_stand_by_themselves_stay_apart():
    lines = [
        "Bootje Varen",
        "De haven is open van mei tot oktober.",
        "Wie komt, die vaart.",
        "zeilen",
        "roeien",
        "Slot",
    ]
    assert blocks("\n".join(lines)) == lines


def test_particulars_stand_apart_however_long_their_lines_are():
    lines = [
        "Overeenkomst voor een ligplaats in de haven",
        "Naam van de haven: Bootje Varen, aan het meer",
        "Opzegtermijn: twee maanden, per brief of e-mail",
        "Looptijd: van het begin tot het eind van mei",
        "Betaling: vooraf, in de eerste week van het jaar",
        "Huisdieren: welkom, mits zij niet in het water gaan",
    ]
    assert blocks("\n".join(lines)) == lines


def test_a_line_broken_in_mid_sentence_is_joined_in_any_text():
    first, second = "De huurder betaalt de boot en het vest bij de", "kassa van de haven."
    assert blocks(f"{first}\n{second}\n\nDank u.") == [f"{first} {second}", "Dank u."]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("opzeg-", "termijn", "opzegtermijn"),
        ("btw-", "nummer", "btw-nummer"),
        ("in-", "en uitvoer", "in- en uitvoer"),
        ("SEPA-", "incasso", "SEPA-incasso"),
        ("auto-", "ongeluk", "auto-ongeluk"),
        ("third-", "party", "third-party"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_is_judged(first, second, joined):
    assert blocks(f"De huurder leest hier iets over de {first}\n{second} van de boot.") == [
        f"De huurder leest hier iets over de {joined} van de boot."
    ]


def test_a_hyphen_that_the_document_writes_itself_stays():
    source = "Het vaar-bewijs ligt aan boord.\n\nDe huurder toont bij de kassa het vaar-\nbewijs aan."
    assert blocks(source)[1].endswith("het vaar-bewijs aan.")


def test_every_word_is_placed_where_it_stands():
    document = text.read(WRAPPED.encode(), "terms.txt")
    lines = WRAPPED.splitlines()
    for word in re.finditer(r"[^\W\d_]{3,}", document.text):
        place = document.place(word.start())
        there = lines[place.line - 1][place.column - 1 :]
        assert there.startswith(word.group()[: len(there.rstrip("-"))])


def test_text_that_is_evidently_markdown_is_read_as_such():
    document = text.read(b"# Regels\n\n## Slot\n\nDe *gast* betaalt.", "terms.txt")
    assert document.format == "text"
    assert [document.quote(block.span) for block in document.blocks] == ["Regels", "Slot", "De gast betaalt."]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32"])
def test_wide_characters_are_told_without_a_mark(encoding):
    assert (
        text.read("De klant betaalt één keer.".encode(encoding), "a.txt").text
        == "De klant betaalt één keer.\n"
    )


def test_broken_bytes_in_a_text_are_named_and_harm_nothing_else():
    document = text.read("Één café".encode() + b"\xff" + b" in Gent", "terms.txt")
    assert document.text == "Één café\ufffd in Gent\n"
    assert [note.what for note in document.unread] == ["damaged characters"]


DAMAGE = {
    "ligatures": ("\ufb01nanciële o\ufb00erte, a\ufb02open, \u0132s", "financiële offerte, aflopen, IJs"),
    "hyphens": ("op\u00adzeg\u00adtermijn, btw\u2011nummer, e\u2010mail", "opzegtermijn, btw-nummer, e-mail"),
    "spaces": ("30\u00a0dagen\u2009en\u3000meer", "30 dagen en meer"),
    "what shows nothing": (
        "be\u200bta\u200dalt \u200f\u202eniet\u202c \u2066ooit\u2069\ufeff",
        "betaalt niet ooit",
    ),
    "controls": ("be\x00taalt\x07 niet\x1b", "betaalt niet"),
    "loose accents": ("e\u0301e\u0301n", "één"),
    "tags and variants": ("ja\U000e0041\ufe0f", "ja"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_typographic_damage_is_made_plain_and_words_keep_their_place(name):
    source, expected = DAMAGE[name]
    document = text.read(f"{source} slot".encode(), "terms.txt")
    assert document.text == f"{expected} slot\n"
    assert document.place(document.text.index("slot")).column == len(source) + 2


def test_lines_are_counted_as_editors_count_them():
    document = text.read("een.\u2028\x0c\x85\rTwee.\r\nDrie.\n".encode(), "terms.txt")
    assert [document.place(document.text.index(word)).line for word in ("een", "Twee", "Drie")] == [1, 2, 3]
