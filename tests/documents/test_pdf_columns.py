"""Reading order: one, two and three columns, mixed pages, and pages that lie on their side."""

import pytest
from pdf_making import blocks, document, filled, page, text

from contract_lint.model import BlockKind

FIRST = (
    "De huurder brengt de fiets schoon terug op de afgesproken dag en meldt elke schade die tijdens de rit "
    "is ontstaan, ook wanneer een ander die schade heeft veroorzaakt of wanneer de oorzaak onbekend is."
)
SECOND = (
    "De verhuurder controleert de fiets binnen twee werkdagen en stuurt daarna een rekening waarop elke post "
    "afzonderlijk staat, zodat de huurder kan nagaan wat hij betaalt en waarom hij dat betaalt."
)
THIRD = (
    "Wie te laat terugkomt betaalt een vergoeding voor elk uur, tenzij overmacht de oorzaak is en de huurder "
    "dat aannemelijk maakt met een bericht van de vervoerder of met een ander stuk."
)


def columns(*texts, per_line, width):
    def draw(canvas):
        for at, words in enumerate(texts):
            text(canvas, filled(words, per_line), x=50 + at * width)

    return draw


def painted_row_by_row(canvas):
    left, right = filled(FIRST, 44), filled(SECOND, 44)
    canvas.setFont("Helvetica", 10)
    for at, (one, two) in enumerate(zip(left, right, strict=False)):
        canvas.drawString(50, 760 - 12 * at, one)
        canvas.drawString(310, 760 - 12 * at, two)


def test_one_column():
    assert blocks(document(page(*filled(FIRST)))) == [FIRST]


def test_two_columns():
    assert blocks(document(columns(FIRST, SECOND, per_line=44, width=260))) == [FIRST, SECOND]


def test_two_columns_painted_row_by_row():
    found = document(painted_row_by_row)
    assert blocks(found)[0] == FIRST
    assert SECOND.startswith(blocks(found)[1])


def test_three_columns():
    found = document(columns(FIRST, SECOND, THIRD, per_line=30, width=170))
    assert blocks(found) == [FIRST, SECOND, THIRD]


def test_a_sentence_runs_on_in_the_next_column():
    words = FIRST.split()
    halves = " ".join(words[:17]), " ".join(words[17:])
    assert blocks(document(columns(*halves, per_line=44, width=260))) == [FIRST]


def test_full_width_text_above_and_below_columns():
    above = "Deze regels gelden voor elke fiets die wij verhuren en voor alles wat erbij hoort, zonder meer."
    below = "Voor vragen kan de huurder elke werkdag bellen met de balie waar hij de fiets ophaalde."

    def draw(canvas):
        text(canvas, [above], y=790)
        columns(FIRST, SECOND, per_line=44, width=260)(canvas)
        text(canvas, [below], y=640)

    assert blocks(document(draw)) == [above, FIRST, SECOND, below]


def test_numbers_stay_with_their_text():
    def draw(canvas):
        for at, words in enumerate((FIRST, SECOND)):
            text(canvas, ["4.1", "4.2"][at : at + 1], x=50 + at * 260)
            text(canvas, filled(words, 40), x=80 + at * 260)

    assert blocks(document(draw)) == [f"4.1 {FIRST}", f"4.2 {SECOND}"]


MEANING = "een rijwiel met of zonder motor dat wij aan een ander ter beschikking stellen tegen betaling."


def terms(canvas, names):
    """Names at the left, each beside the first of the two lines of its text."""
    text(canvas, [line for name in names for line in (name, "")], x=50)
    text(canvas, filled(MEANING, 70)[:2] * len(names), x=200)


def test_terms_and_their_meanings_are_cells():
    found = document(lambda canvas: terms(canvas, ["Fiets", "Huurder", "Balie"]))
    pairs = [words for name in ("Fiets", "Huurder", "Balie") for words in (name, MEANING)]
    assert blocks(found, BlockKind.CELL) == blocks(found) == pairs


@pytest.mark.parametrize("numbers", [["I", "II", "III"], ["a.", "b.", "c."], ["1.1", "1.2", "1.3"]])
def test_numbers_beside_text_are_no_terms(numbers):
    found = document(lambda canvas: terms(canvas, numbers))
    assert blocks(found) == [f"{number} {MEANING}" for number in numbers]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_rotated_pages(rotate):
    assert blocks(document(page(*filled(FIRST), y=500), rotate=rotate)) == [FIRST]


@pytest.mark.parametrize("angle", [90, 270])
def test_text_drawn_sideways(angle):
    def draw(canvas):
        canvas.translate(300, 400)
        canvas.rotate(angle)
        text(canvas, filled(FIRST), x=-200, y=0)

    assert blocks(document(draw, rotate=angle)) == [FIRST]


def test_places_are_page_line_and_box():
    found = document(page("Eerste blad."), page("", *filled(FIRST)))
    place = found.place(found.text.index("schoon"))
    assert (place.page, place.line, place.column) == (2, 1, 1 + FIRST.index("schoon"))
    left, bottom, right, top = place.box
    assert 59 < left < 62 and 740 < bottom < 748 < top < 760 and 250 < right < 400
