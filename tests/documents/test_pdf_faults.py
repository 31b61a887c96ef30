"""What cannot be read: said in one sentence, or noted in the document, never a crash."""

import random

import pytest
from pdf_making import document, filled, page, pdf
from PIL import Image
from reportlab.lib.utils import ImageReader

from contract_lint.documents.pdf import read
from contract_lint.documents.wanted import AS_USUAL, Wanted
from contract_lint.model import Document, Unreadable

WORDS = "De huurder brengt de fiets terug op de afgesproken dag en meldt elke schade. " * 5


def scan(canvas):
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)


def fault(data, wanted=AS_USUAL):
    with pytest.raises(Unreadable) as raised:
        read(data, "terms.pdf", wanted)
    return str(raised.value)


def test_a_scanned_page_is_named():
    found = document(page("Eerste blad."), scan, lambda canvas: None)
    assert [(note.what, note.page) for note in found.unread] == [("page 2", 2)]
    assert found.text == "Eerste blad.\n"


def test_a_scan_with_nothing_but_a_page_number_is_named():
    def draw(number):
        return lambda canvas: (scan(canvas), page(f"Pagina {number}", y=30)(canvas))

    found = document(*(draw(number) for number in (1, 2, 3)))
    assert [note.what for note in found.unread] == ["pages 1 to 3"]


def test_encrypted_files_want_their_password():
    data = pdf(page("Geheime voorwaarden."), password="fiets")
    assert fault(data) == (
        "terms.pdf is encrypted. Give its password with --password-file, or save a copy without one."
    )
    assert "does not open it" in fault(data, Wanted(password="auto"))
    assert read(data, "terms.pdf", Wanted(password="fiets")).text == "Geheime voorwaarden.\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"Beste klant,", "is not a PDF"),
        (b"PK\x03\x04" + b"\0" * 400, "is not a PDF"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0", "git lfs pull"),
        (b"%PDF-1.7\n" + b"x" * 400, "is cut off"),
        (b"%PDF-1.7\n" + b"x" * 400 + b"\n%%EOF", "is damaged"),
    ],
)
def test_no_pdf_at_all(data, reason):
    said = fault(data)
    assert reason in said and said.startswith("terms.pdf ") and said.endswith((".", "first."))


def test_a_missing_file_and_a_folder(tmp_path):
    for path in (tmp_path / "none.pdf", tmp_path):
        with pytest.raises(Unreadable, match="cannot be opened"):
            read(path, "none.pdf")


def test_a_file_on_disk(tmp_path):
    path = tmp_path / "terms.pdf"
    path.write_bytes(pdf(page("De winkel is open.")))
    assert read(path, "terms.pdf").text == "De winkel is open.\n"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.95])
def test_a_file_cut_off_is_never_taken_for_whole(share):
    data = pdf(*[page(*filled(WORDS))] * 3)
    try:
        found = read(data[: int(share * len(data))], "terms.pdf")
    except Unreadable as unreadable:
        assert "cut off" in str(unreadable)
    else:
        assert found.unread


@pytest.mark.parametrize("seed", range(60))
def test_damaged_bytes_end_in_a_document_or_a_sentence(seed):
    chance = random.Random(seed)
    data = bytearray(pdf(*[page(*filled(WORDS))] * 2))
    for _ in range(chance.randrange(1, 60)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        assert isinstance(read(bytes(data), "terms.pdf"), Document)
    except Unreadable as unreadable:
        assert str(unreadable).startswith("terms.pdf ")


def by_hand(content):
    """A PDF with a font F2 whose glyphs have no meaning, for contents that reportlab does not write."""
    glyph = b"600 0 0 0 500 700 d1 0 0 500 700 re f"
    letters = b" ".join(b"/g%d 7 0 R" % at for at in range(26))
    names = b" ".join(b"/g%d" % at for at in range(26))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 700 700] /FontMatrix [0.001 0 0 0.001 0 0] "
        b"/CharProcs << %s >> /Encoding << /Type /Encoding /Differences [97 %s] >> "
        b"/FirstChar 97 /LastChar 122 /Widths [%s] >>" % (letters, names, b"600 " * 26),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(glyph), glyph),
    ]
    data = b"%PDF-1.4\n"
    for number, body in enumerate(objects, 1):
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    return data + b"trailer << /Root 1 0 R /Size 8 >>\n%%EOF"


@pytest.mark.parametrize(
    ("words", "garbled"), [(b"gh kxxugghu ehwdddow gh qrwd", True), (b"de huurder betaalt de nota", False)]
)
def test_letters_without_meaning_are_named(words, garbled):
    found = read(by_hand(b"BT /F2 10 Tf 60 700 Td (%s) Tj ET" % words), "terms.pdf")
    assert found.text.strip() == words.decode()
    assert [note.page for note in found.unread] == [1] * garbled


def test_characters_that_say_nothing_keep_their_place():
    content = b"BT /F1 10 Tf 60 700 Td (De huurder is ac\\001ef in de win\\001kel.) Tj ET"
    found = read(by_hand(content), "terms.pdf")
    assert found.text.startswith("De huurder is ac") and found.text.endswith("kel.\n")


def test_infinite_measures_do_no_harm():
    content = b"BT /F1 1e38 Tf 1e38 0 0 1e38 1e38 700 Tm (De) Tj /F1 0 Tf 60 700 Td (huur) Tj ET"
    assert isinstance(read(by_hand(content), "terms.pdf"), Document)
