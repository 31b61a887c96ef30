"""Scanned pages: named without OCR, read with it, and the rest of the document unharmed either way."""

import os
import shutil
import sys

import pypdfium2
import pytest
from pdf_making import HEIGHT, WIDTH, blocks, filled, page, pdf
from reportlab.lib.utils import ImageReader

from contract_lint.documents import Limits, Wanted
from contract_lint.documents.pdf import read
from contract_lint.model import BlockKind

WORDS = (
    "De huurder brengt de fiets schoon terug op de afgesproken dag en meldt elke schade die tijdens de rit "
    "is ontstaan. De verhuurder controleert de fiets binnen twee werkdagen en stuurt een rekening."
)
OCR = Wanted(ocr=True)
real = pytest.mark.skipif(not shutil.which("tesseract"), reason="tesseract is not installed")


def picture(*lines, rotate=0, **place):
    """A page with a picture of these lines, as a scanner makes it."""
    page_ = pypdfium2.PdfDocument(pdf(page(*lines, **place)))[0]
    return page_.render(scale=200 / 72, rotation=rotate, grayscale=True).to_pil().convert("L")


def scan(*lines, rotate=0, **place):
    image = picture(*lines, rotate=rotate, **place)
    size = (HEIGHT, WIDTH) if rotate in (90, 270) else (WIDTH, HEIGHT)

    def draw(canvas):
        # reportlab wants the size of a page as it is shown, turned.
        canvas.setPageSize(size[::-1] if canvas._pageRotation % 180 else size)
        canvas.drawImage(ImageReader(image), 0, 0, *size)

    return draw


def test_without_ocr_the_page_is_named_with_what_to_do():
    found = read(pdf(page("Eerste blad."), scan(WORDS)), "terms.pdf")
    assert found.text == "Eerste blad.\n"
    [unread] = found.unread
    assert (unread.what, unread.page) == ("page 2", 2)
    assert "--ocr" in unread.reason


@real
def test_scanned_pages_are_read_between_the_others():
    told = []
    data = pdf(page("Eerste blad."), scan("Artikel 1", "", *filled(WORDS), y=700), page("Derde blad."))
    found = read(data, "terms.pdf", Wanted(ocr=True, progress=told.append))
    assert blocks(found) == ["Eerste blad.", "Artikel 1", WORDS, "Derde blad."]
    assert found.unread == ()
    assert told == ["terms.pdf: recognising page 2 (1 of 1)"]
    [note] = found.notes
    assert note.startswith("page 2: read by OCR, confidence 9")


@real
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_words_keep_their_place_on_pages_that_are_shown_turned(rotate):
    """The picture stands upright only once the viewer turns the page."""
    found = read(pdf(scan(*filled(WORDS), rotate=-rotate % 360, y=600), rotate=rotate), "terms.pdf", OCR)
    assert blocks(found) == [WORDS]
    left, bottom, right, top = found.place(found.text.index("schoon")).box
    across, down = 60 / WIDTH, 1 - 608 / HEIGHT
    near = {
        0: (left / WIDTH, 1 - top / HEIGHT),
        90: (bottom / WIDTH, left / HEIGHT),
        180: (1 - right / WIDTH, bottom / HEIGHT),
        270: (1 - top / WIDTH, 1 - right / HEIGHT),
    }[rotate]
    assert near == pytest.approx((across, down), abs=0.02)


@real
@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_picture_on_its_side_is_turned(rotate):
    found = read(pdf(scan(*filled(WORDS * 4), rotate=rotate)), "terms.pdf", OCR)
    assert "De huurder brengt de fiets schoon terug" in found.text


@real
def test_a_line_of_the_scanner_at_the_edge_is_no_text():
    def draw(canvas):
        scan(*filled(WORDS))(canvas)
        page("Gescand met FIETS 9000", y=10)(canvas)

    assert read(pdf(draw), "terms.pdf").unread
    assert WORDS in read(pdf(draw), "terms.pdf", OCR).text


@real
def test_columns_and_numbers_are_kept():
    def draw(canvas):
        for at in range(2):
            page(*filled(WORDS, 40), x=60 + 250 * at, size=9)(canvas)

    image = pypdfium2.PdfDocument(pdf(draw))[0].render(scale=200 / 72).to_pil().convert("L")
    found = read(pdf(lambda canvas: canvas.drawImage(ImageReader(image), 0, 0, 595, 842)), "terms.pdf", OCR)
    assert blocks(found, BlockKind.BODY) == [WORDS, WORDS]


@real
def test_a_photo_holds_no_words():
    found = read(pdf(scan(""), page("Tweede blad.")), "terms.pdf", OCR)
    assert found.unread == ()
    assert found.notes == ("page 1: pictures in which OCR finds no words",)


@pytest.fixture
def tesseract(tmp_path, monkeypatch):
    """A program of that name that does what a test wants."""
    if os.name != "posix":
        pytest.skip("needs a shell")

    def install(*lines):
        program = tmp_path / "tesseract"
        program.write_text("\n".join((f"#!{sys.executable}", "import sys, time", *lines)))
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))

    return install


LISTED = 'if "--list-langs" in sys.argv: print("nld\\neng"); sys.exit()'


def scanned(wanted=OCR):
    found = read(pdf(page("Eerste blad."), scan(WORDS)), "terms.pdf", wanted)
    assert found.text.startswith("Eerste blad.\n")
    return found


def reason(found):
    [unread] = found.unread
    assert unread.page == 2
    return unread.reason


def test_without_tesseract_it_is_said_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "tesseract, which is not installed (Debian: tesseract-ocr and" in reason(scanned())


def test_a_missing_language_is_named(tesseract):
    tesseract('print("List of available languages (1):\\neng")')
    assert "tesseract's data for nld (Debian: tesseract-ocr-nld)" in reason(scanned())


def test_a_tesseract_that_fails_costs_its_page_only(tesseract):
    tesseract(LISTED, "sys.exit(1)")
    assert "could not be read by tesseract" in reason(scanned())


def test_a_tesseract_that_hangs_costs_its_page_only(tesseract):
    tesseract(LISTED, "time.sleep(60)")
    assert "longer than 1 seconds" in reason(scanned(Wanted(ocr=True, limits=Limits(recognition=1))))


@pytest.mark.parametrize("table", ["", "5\\t1", "\\xff\\xfe", "5" + "\\t1" * 10 + "\\t"])
def test_a_table_that_says_nothing_gives_no_words(tesseract, table):
    tesseract(LISTED, f'print("{table}")')
    assert scanned().text == "Eerste blad.\n"


def test_doubtful_words_are_told(tesseract):
    rows = [f"5 1 1 1 {at} 1 100 {100 * at} 90 40 {40 if at < 3 else 95} woord" for at in range(1, 30)]
    tesseract(LISTED, *(f'print("{row}".replace(" ", chr(9)))' for row in rows))
    found = scanned()
    assert "OCR doubts 2 of its 29 words" in reason(found)
    assert found.text.count("woord") == 29
