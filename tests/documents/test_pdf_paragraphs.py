"""Lines become paragraphs: wrapping, hyphens, numbers, gaps, headings and notes."""

import pytest
from pdf_making import blocks, document, filled, page, text

from contract_lint.model import BlockKind


def read(*lines, **place):
    return blocks(document(page(*lines, **place)))


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["De klant houdt zich aan de opzeg-", "termijn van een maand."], "opzegtermijn van"),
        (["De nota vermeldt altijd een btw-", "nummer en een datum."], "btw-nummer en"),
        (["De klant stuurt zijn vraag per e-", "mail naar de balie."], "e-mail naar"),
        (["De nota vermeldt altijd het KvK-", "nummer van de winkel."], "KvK-nummer van"),
        (["Deze regels gelden voor de in-", "en verkoop van rijwielen."], "in- en verkoop"),
        (
            ["Een service-abonnement loopt af. Elk service-", "abonnement kost geld."],
            "Elk service-abonnement",
        ),
        (["Een omzetdrempel is laag. Boven de omzet-", "drempel geldt korting."], "de omzetdrempel geldt"),
        (["De winkel levert in Nederland en/", "of in Vlaanderen."], "en/of in"),
        (["De winkel staat in Zuid-", "Holland aan het water."], "Zuid-Holland aan"),
    ],
)
def test_hyphens_at_line_ends(lines, joined):
    (found,) = read(*lines)
    assert joined in found


@pytest.mark.parametrize(
    "number", ["Artikel 5", "5.2", "5.2.", "§ 5", "b.", "b)", "(ii)", "(b)", "\u2022", "-", "o", "12."]
)
def test_a_number_begins_a_paragraph(number):
    first = "De huurder betaalt de rekening binnen dertig dagen;"
    second = f"{number} De verhuurder stuurt daarna nog een enkele herinnering."
    assert read(first, second) == [first, second]


@pytest.mark.parametrize(
    "lines",
    [
        ["Wie te laat betaalt is rente verschuldigd zoals bedoeld in artikel", "5.2 van deze voorwaarden."],
        [
            "The customer pays interest over the sum as set out in clause",
            "5.2 of this agreement and no more.",
        ],
        ["De huurder betaalt de rekening van de winkel altijd binnen ten hoogste", "30 dagen na de factuur."],
        [
            "The customer pays the whole sum to the shop within a term of thirty",
            "(30) days after the invoice.",
        ],
        ["De winkel mag dit bedrag elk jaar verhogen volgens de regeling van", "Artikel 7 en de bijlage."],
    ],
)
def test_a_number_in_mid_sentence_does_not(lines):
    assert read(*lines) == [" ".join(lines)]


def test_items_with_a_hanging_indent():
    def draw(canvas):
        y = 760
        for number, words in (("a.", "een fiets die niet is gestolen of"), ("b.", "een helm die past")):
            text(canvas, [number], x=60, y=y)
            y = text(canvas, [words, "en die wordt geleend van de winkel"], x=80, y=y)

    assert blocks(document(draw)) == [
        "a. een fiets die niet is gestolen of en die wordt geleend van de winkel",
        "b. een helm die past en die wordt geleend van de winkel",
    ]


def test_a_gap_and_a_short_last_line_end_a_paragraph():
    wide = "De winkel is elke werkdag open van negen tot zes uur, behalve op een feestdag en"
    assert read(wide, "op maandag.", wide, "op dinsdag.", "", "Op zondag is de winkel gesloten.") == [
        f"{wide} op maandag.",
        f"{wide} op dinsdag.",
        "Op zondag is de winkel gesloten.",
    ]


def test_a_first_line_indent_begins_a_paragraph():
    def draw(canvas):
        text(canvas, ["De winkel leent aan iedere klant een helm uit zolang de voorraad strekt."], x=60)
        text(canvas, ["Een helm gaat terug naar de winkel aan het einde van de dag en wel"], x=80, y=748)
        text(canvas, ["schoon en heel."], x=60, y=736)

    assert blocks(document(draw)) == [
        "De winkel leent aan iedere klant een helm uit zolang de voorraad strekt.",
        "Een helm gaat terug naar de winkel aan het einde van de dag en wel schoon en heel.",
    ]


def test_headings_by_size_and_weight():
    def draw(canvas):
        text(canvas, ["Voorwaarden van de winkel"], size=18)
        text(canvas, ["Artikel 1 Huur"], y=730, size=13)
        text(canvas, ["Duur van de huur"], y=710, font="Helvetica-Bold")
        text(canvas, filled("De huur duurt een dag en eindigt om zes uur. " * 3), y=698)

    found = document(draw)
    kinds = [(block.kind, block.level) for block in found.blocks]
    heading = BlockKind.HEADING
    assert kinds == [(heading, 1), (heading, 2), (heading, 3), (BlockKind.BODY, 0)]


def test_a_footnote_does_not_cut_the_sentence_that_runs_over_the_page():
    first = filled(
        "De huurder die de fiets beschadigt betaalt het herstel tot ten hoogste het eigen risico dat is"
    )
    second = "vermeld in de overeenkomst die hij aan de balie heeft getekend."

    def draw(canvas):
        y = text(canvas, first, y=200)
        text(canvas, ["1 Zie de lijst aan de balie."], y=y - 100, size=7)

    found = document(draw, page(second))
    assert blocks(found, BlockKind.BODY) == [" ".join([*first, second])]
    assert blocks(found, BlockKind.NOTE) == ["1 Zie de lijst aan de balie."]


def test_a_filled_in_field_is_read():
    def draw(canvas):
        text(canvas, ["Naam van de huurder:"])
        canvas.acroForm.textfield(name="huurder", value="J. de Vries", x=200, y=750, width=100, height=14)

    assert blocks(document(draw), BlockKind.BOX) == ["J. de Vries"]


def test_the_same_bytes_give_the_same_document():
    pages = [page(*filled("De huur duurt een dag en eindigt om zes uur. " * 9)) for _ in range(3)]
    assert document(*pages) == document(*pages)
