"""Headers, footers and page numbers leave the text, and are kept once each at the end."""

from pdf_making import blocks, document, filled, page, text

from contract_lint.model import BlockKind

SENTENCE = (
    "De winkel houdt zich het recht voor om een afspraak te verzetten wanneer de monteur ziek is of wanneer "
    "een onderdeel niet op tijd is geleverd, en zij meldt dat dan zo vroeg mogelijk aan de klant."
)
CUT = SENTENCE.index("monteur")


def printed(number, *lines, header="Voorwaarden van de fietsenwinkel", footer="Pagina {} van 9"):
    def draw(canvas):
        text(canvas, [header.format(number)], y=810, size=8)
        text(canvas, lines, y=760)
        text(canvas, [footer.format(number)], y=30, size=8)

    return draw


def cut_in_two():
    return filled(SENTENCE[:CUT]), filled(SENTENCE[CUT:])


def test_a_sentence_runs_over_the_page_and_its_header():
    first, second = cut_in_two()
    found = document(printed(1, *first), printed(2, *second), printed(3, "Op zondag is de winkel dicht."))
    assert blocks(found, BlockKind.BODY) == [SENTENCE, "Op zondag is de winkel dicht."]
    assert blocks(found, BlockKind.MARGIN) == ["Voorwaarden van de fietsenwinkel", "Pagina 1 van 9"]
    assert [block.kind for block in found.blocks][-2:] == [BlockKind.MARGIN] * 2


def test_two_pages_are_enough_when_header_and_footer_are_alike():
    first, second = cut_in_two()
    found = document(printed(1, *first), printed(2, *second))
    assert blocks(found, BlockKind.BODY) == [SENTENCE]


def test_page_numbers_right_under_the_text():
    first, second = cut_in_two()

    def draw(lines, number):
        return lambda canvas: text(canvas, [f"- {number} -"], y=text(canvas, lines) - 12, x=250)

    found = document(draw(first, 4), draw(second, 5))
    assert blocks(found, BlockKind.BODY) == [SENTENCE]


def test_headings_at_the_top_of_pages_stay():
    pages = [
        page(f"Artikel {number}", "", f"De {word} staat in de hal.") for number, word in enumerate("abc", 1)
    ]
    assert blocks(document(*pages), BlockKind.MARGIN) == []


def test_page_breaks_of_an_earlier_print_inside_a_page():
    lines = []
    words = SENTENCE.split()
    for number in (1, 2, 3):
        lines += [
            *filled(" ".join(words[:14])),
            "",
            "",
            "",
            str(number),
            "",
            "",
            *filled(" ".join(words[14:])),
        ]
    found = document(page(*lines))
    assert blocks(found, BlockKind.BODY) == [SENTENCE] * 3


def test_text_aslant_or_off_the_page_is_kept_aside():
    def draw(canvas):
        text(canvas, ["De winkel is open."])
        canvas.saveState()
        canvas.translate(580, 100)
        canvas.rotate(90)
        text(canvas, ["uitgave 7"], x=0, y=0, size=6)
        canvas.restoreState()
        text(canvas, ["snijlijn"], x=60, y=870)

    found = document(draw)
    assert blocks(found, BlockKind.BODY) == ["De winkel is open."]
    assert blocks(found, BlockKind.MARGIN) == ["uitgave 7", "snijlijn"]


def test_signs_and_endless_numbers_in_headers_do_no_harm():
    headers = ["Blad #", "Blad 7", "7" * 5000]
    pages = [printed(at, f"De winkel heeft hal {at}.", header=header) for at, header in enumerate(headers, 1)]
    found = document(*pages)
    assert "Pagina 1 van 9" in blocks(found, BlockKind.MARGIN)
    assert "De winkel heeft hal 2." in blocks(found, BlockKind.BODY)
