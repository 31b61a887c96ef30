"""What PDFs do to sentences, one fragment per mechanism: each comes out whole, at its own place."""

import re

import pypdfium2
import pytest
from pdf_making import filled, page, pdf, text, with_meanings

from contract_lint.documents.pdf import read

WORDS = (
    "De huurder zegt schriftelijk of per e-mail op met een termijn van een maand, en de verhuurder betaalt "
    "de borg terug binnen tien dagen nadat de fiets in goede staat bij de winkel is ingeleverd."
)
OTHER = (
    "Wie de fiets later brengt dan is afgesproken, betaalt voor elk uur een vergoeding die op de lijst aan "
    "de balie staat, tenzij overmacht hem ophield en hij dat meldt zodra hij dat kan."
)
THIRD = (
    "De winkel onderhoudt de fiets, vervangt wat door gebruik slijt en zorgt tijdens de reparatie voor een "
    "andere fiets, zonder dat de huurder daarvoor iets betaalt."
)
TELLING = "Garantie, reparatie en actie volgen de definitie hiervoor."
LINES = filled(WORDS)


def in_columns(count, per_line, y=760):
    def draw(canvas):
        for at, words in enumerate((WORDS, OTHER, THIRD)[:count]):
            text(canvas, filled(words, per_line), x=50 + at * 510 / count, y=y)

    return [draw]


def mixed():
    def draw(canvas):
        text(canvas, filled(THIRD, 95), y=800)
        text(canvas, filled(WORDS, 44), x=50)
        text(canvas, filled(OTHER, 44), x=310)
        text(canvas, ["Tot slot geldt het recht van Nederland voor alles wat hier staat geschreven."], y=600)

    return [draw]


def with_margins():
    def draw(lines, number):
        def drawn(canvas):
            text(canvas, ["Voorwaarden van de fietsenwinkel"], y=815, size=8)
            text(canvas, lines)
            text(canvas, [f"{number} van 2"], x=280, y=25, size=8)

        return drawn

    return [draw(LINES[:2], 1), draw(LINES[2:], 2)]


def with_note():
    def first(canvas):
        text(canvas, LINES[:2], y=140)
        text(canvas, ["1 Een maand is een kalendermaand."], y=60, size=7)

    return [first, page(*LINES[2:])]


def in_table():
    def draw(canvas):
        canvas.grid([50, 200, 540], [700, 640, 600])
        for y, name, words in ((685, "Opzeggen", WORDS), (630, "Te laat", OTHER[:50])):
            text(canvas, [name], x=54, y=y)
            text(canvas, filled(words, 64), x=204, y=y)

    return [draw]


def hyphened():
    cut = WORDS.replace("schriftelijk", "schrif-|telijk").replace(
        "verhuurder betaalt", "ver-|huurder betaalt"
    )
    return [page(*cut.split("|"), size=8)]


def sideways(angle):
    def draw(canvas):
        canvas.translate(300, 400)
        canvas.rotate(angle)
        text(canvas, LINES, x=-200, y=0)

    return [draw]


def stamped():
    def draw(canvas):
        text(canvas, LINES)
        canvas.translate(150, 500)
        canvas.rotate(45)
        text(canvas, ["CONCEPT"], x=0, y=0, size=60)

    return [draw]


def shaped(**settings):
    def draw(canvas):
        words = canvas.beginText(60, 760)
        words.setFont("Helvetica", 9)
        for name, value in settings.items():
            getattr(words, name)(value)
        for line in LINES:
            words.textLine(line)
        canvas.drawText(words)

    return [draw]


def in_a_form():
    def draw(canvas):
        canvas.beginForm("inside")
        text(canvas, LINES)
        canvas.endForm()
        canvas.doForm("inside")

    return [draw]


def typed_in():
    def draw(canvas):
        field = {"fieldFlags": "multiline", "maxlen": 400, "fontSize": 8}
        canvas.acroForm.textfield(name="a", value=WORDS, x=60, y=600, width=400, height=90, **field)

    return [draw]


def noted():
    return [lambda canvas: canvas.freeTextAnnotation(WORDS, DA="/Helv 8 Tf", Rect=[60, 600, 500, 690])]


MECHANISMS = {
    "one column": lambda: pdf(page(*LINES)),
    "two columns": lambda: pdf(*in_columns(2, 44)),
    "three columns": lambda: pdf(*in_columns(3, 30)),
    "full width, columns, full width": lambda: pdf(*mixed()),
    "a header and a page number in the sentence": lambda: pdf(*with_margins()),
    "a page break in the sentence": lambda: pdf(page(*LINES[:2]), page(*LINES[2:])),
    "a footnote in the sentence": lambda: pdf(*with_note()),
    "a ruled table": lambda: pdf(*in_table()),
    "hyphens at line ends": lambda: pdf(*hyphened()),
    "text upwards": lambda: pdf(*sideways(90)),
    "text downwards": lambda: pdf(*sideways(270)),
    "text upside down": lambda: pdf(*sideways(180)),
    "a stamp across": lambda: pdf(*stamped()),
    "letters set apart": lambda: pdf(*shaped(setCharSpace=1.5)),
    "words set apart": lambda: pdf(*shaped(setWordSpace=6)),
    "letters stretched": lambda: pdf(*shaped(setHorizScale=160)),
    "raised text": lambda: pdf(*shaped(setRise=4)),
    "text of an OCR layer": lambda: pdf(*shaped(setTextRenderMode=3)),
    "text in a drawing": lambda: pdf(*in_a_form()),
    "a filled-in field": lambda: pdf(*typed_in()),
    "a typed note": lambda: pdf(*noted()),
    "letters without Unicode": lambda: with_meanings(
        [line.replace("ft", "#").replace("ti", "~") for line in (*LINES, "", TELLING)],
        {"#": b"0000", "~": b"E002"},
    ),
    **{
        f"a page turned {turn}": lambda turn=turn: pdf(page(*LINES, y=500), rotate=turn)
        for turn in (90, 180, 270)
    },
    **{
        f"columns on a page turned {turn}": lambda turn=turn: pdf(*in_columns(2, 44, y=500), rotate=turn)
        for turn in (90, 180, 270)
    },
}


@pytest.mark.parametrize("mechanism", MECHANISMS)
def test_the_sentence_comes_out_whole(mechanism):
    found = read(MECHANISMS[mechanism](), "terms.pdf")
    assert WORDS in found.text
    assert found.unread == ()


# What is not in the text of the page itself, so that no box of it can be asked for its words.
ELSEWHERE = {"a filled-in field", "a typed note", "letters without Unicode", "text upside down"}


@pytest.mark.parametrize("mechanism", sorted(MECHANISMS.keys() - ELSEWHERE))
def test_every_word_stands_in_the_box_of_its_place(mechanism):
    data = MECHANISMS[mechanism]()
    found, source = read(data, "terms.pdf"), pypdfium2.PdfDocument(data)
    start = found.text.index(WORDS)
    for word in re.finditer(r"[\w-]+", WORDS):
        first, last = (found.place(start + at) for at in (word.start(), word.end() - 1))
        if first.box == last.box:  # else a line end cuts it
            assert word[0] in within(source, first)


def within(source, place):
    """The text in the box of a place, as PDFium finds it."""
    opened = source[place.page - 1]
    opened.set_rotation(0)
    left, bottom, right, top = place.box
    return opened.get_textpage().get_text_bounded(left - 1, bottom - 1, right + 1, top + 1)


def test_lines_are_counted_in_the_order_of_reading():
    found = read(MECHANISMS["full width, columns, full width"](), "terms.pdf")
    places = [found.place(found.text.index(part)) for part in ("De winkel onder", WORDS, OTHER, "Tot slot")]
    assert [place.line for place in places] == sorted({place.line for place in places})
    assert places[1].box[2] < places[2].box[0]
