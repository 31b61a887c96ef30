"""Ruled tables: cells row by row, and rules that are no table."""

import pytest
from pdf_making import blocks, document, filled, text

from contract_lint.model import BlockKind

ROWS = [["Dienst", "Per maand", "Per jaar"], ["Basis", "10 euro", "100 euro"], ["Plus", "", "200 euro"]]


def table(canvas, shift=0, rows=ROWS):
    across, down = [60, 200, 340, 480], [700 - shift - 20 * at for at in range(len(rows) + 1)]
    canvas.grid(across, down)
    for y, row in zip(down, rows, strict=False):
        for x, words in zip(across, row, strict=False):
            text(canvas, [words], x=x + 4, y=y - 14)


def priced(canvas):
    text(canvas, ["De winkel rekent deze prijzen:"], y=730)
    table(canvas)
    text(canvas, ["Alle prijzen zijn met btw."], y=600)


def test_cells_stand_row_by_row_between_the_text():
    found = document(priced)
    cells = [words for row in ROWS for words in row if words]
    assert blocks(found) == ["De winkel rekent deze prijzen:", *cells, "Alle prijzen zijn met btw."]
    assert blocks(found, BlockKind.CELL) == cells


def test_a_table_on_a_rotated_page():
    def draw(canvas):
        canvas.translate(0, -200)
        priced(canvas)

    cells = [words for row in ROWS for words in row if words]
    assert blocks(document(draw, rotate=90), BlockKind.CELL) == cells


def test_one_text_object_over_two_cells_is_cut_at_the_rule():
    def draw(canvas):
        table(canvas, rows=[["", "", ""]] * 3)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(64, 686, "eigen risico" + " " * 31 + "honderd euro")
        canvas.drawString(64, 666, "dekking" + " " * 39 + "heel Europa")

    assert blocks(document(draw)) == ["eigen risico", "honderd euro", "dekking", "heel Europa"]


def test_a_cell_with_a_number_opens_the_next():
    rows = [["1.1", "De winkel leent aan elke klant", ""], ["1.2", "De klant brengt alles weer terug", ""]]
    found = document(lambda canvas: table(canvas, rows=rows))
    assert blocks(found) == ["1.1 De winkel leent aan elke klant", "1.2 De klant brengt alles weer terug"]


@pytest.mark.parametrize("frame", ["rect", "lines"])
def test_frames_and_single_rules_are_no_table(frame):
    words = "De huurder betaalt vooraf en krijgt zijn borg terug zodra de fiets heel in de winkel staat."

    def draw(canvas):
        text(canvas, filled(words))
        if frame == "rect":
            canvas.rect(40, 40, 515, 760)
            canvas.rect(50, 700, 400, 80)
        else:
            for y in (790, 700, 60):
                canvas.line(40, y, 555, y)

    assert blocks(document(draw), BlockKind.CELL) == []
    assert blocks(document(draw)) == [words]
