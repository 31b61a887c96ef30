"""Files made to do harm, or by broken programs: a right reading or a clear sentence, and soon."""

import zlib

import pytest
from pdf_making import by_hand, page, pdf, stream

from contract_lint.documents import Limits, Wanted
from contract_lint.documents.pdf import read
from contract_lint.model import Unreadable

WORDS = "De huurder betaalt."
SHOWN = b"BT /F1 10 Tf 60 700 Td (De huurder betaalt.) Tj ET"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R %s /Resources << %s >> >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
USED = b"/Font << /F1 5 0 R >> /XObject << /X1 6 0 R >>"


def made(
    content=SHOWN, *, pages=PAGES, box=b"[0 0 595 842]", other=b"null", catalog=b"", on_page=b"", more=()
):
    content = content if content.startswith(b"<<") else stream(content)
    start = b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog
    return by_hand(start, pages, PAGE % (box, on_page, USED), content, FONT, other, *more)


def packed(content, filters=b"/FlateDecode"):
    return stream(content, b"/Filter " + filters)


def nested(depth):
    tree = [
        b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (n - 1, n + 1) for n in range(7, depth)
    ]
    return made(pages=b"<< /Type /Pages /Kids [7 0 R] /Count 1 >>", more=tree)


READ_RIGHT = {
    "a count of 2^31 pages": made(pages=b"<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>"),
    "a tree that holds itself": made(pages=b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"),
    "a page as large as a country": made(box=b"[0 0 1e9 1e9]"),
    "a page without size": made(box=b"[0 0 0 0]"),
    "a page upside down": made(box=b"[595 842 0 0]"),
    "arrays in arrays": made(catalog=b"/X " + b"[" * 100_000 + b"]" * 100_000),
    "states in states": made(b"q " * 200_000 + SHOWN),
    "a drawing that draws itself": made(
        b"/X1 Do " + SHOWN,
        other=stream(b"/X1 Do", b"/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 6 0 R >> >>"),
    ),
    "a script": made(catalog=b"/OpenAction << /S /JavaScript /JS (while (1) {}) >>"),
    "a script on the page": made(on_page=b"/AA << /O << /S /JavaScript /JS (while (1) {}) >> >>"),
    "NUL between all": made().replace(b"\n", b"\n\0"),
    "garbage before the objects": b"%PDF-1.4\n" + b"garbage " * 1000 + made()[9:],
    "a table of contents that is wrong": made() + b"\nstartxref\n99999999\n%%EOF",
    "a table before that is itself": made() + b"xref\n0 0\ntrailer << /Prev 9 >>\nstartxref\n9\n%%EOF",
    "a stream of blanks": made(packed(zlib.compress(SHOWN + b" " * 50_000_000))),
    "a hundred thousand lines": made(packed(zlib.compress(b"0 0 9 9 re S " * 100_000 + SHOWN))),
}


@pytest.mark.parametrize("name", READ_RIGHT)
def test_it_is_read_right(name):
    assert read(READ_RIGHT[name], "terms.pdf").text == f"{WORDS}\n"


def test_a_file_starts_no_program(tmp_path):
    mark = tmp_path / "mark"
    action = (
        b"/OpenAction << /S /Launch /F (/usr/bin/touch) /Win << /F (touch) /P (%s) >> >>" % str(mark).encode()
    )
    assert read(made(catalog=action), "terms.pdf").text == f"{WORDS}\n"
    assert not mark.exists()


def test_a_million_pages_are_named_not_read():
    found = read(made(pages=b"<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>"), "terms.pdf")
    assert found.text == f"{WORDS}\n"
    assert [note.what for note in found.unread] == ["pages 5001 to 1000000", "pages 2 to 5000"]


def test_a_tree_deeper_than_any_writer_makes_is_told():
    with pytest.raises(Unreadable, match="has no page that can be read"):
        read(nested(3000), "terms.pdf")


def test_a_huge_picture_is_named():
    huge = b"/Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    data = made(b"q 595 0 0 842 0 0 cm /X1 Do Q", other=stream(b"", huge))
    assert "--ocr" in read(data, "terms.pdf").unread[0].reason


@pytest.mark.parametrize(
    "content", [b"", b"\0\0\0", packed(b"no deflate"), packed(b"", b"[/JBIG2Decode /X]")]
)
def test_a_page_without_text_is_no_silence(content):
    found = read(made(content), "terms.pdf")
    assert (found.text, [note.what for note in found.unread]) == ("", ["the document"])


def test_limits_hold_and_are_named():
    data = pdf(*[page(f"Dit is blad {word}.") for word in ("een", "twee", "drie", "vier")])
    few = read(data, "terms.pdf", Wanted(limits=Limits(pages=2)))
    assert [note.what for note in few.unread] == ["pages 3 to 4"]
    assert few.text.count("blad") == 2
    short = read(data, "terms.pdf", Wanted(limits=Limits(characters=20)))
    assert [note.what for note in short.unread] == ["pages 3 to 4"]
    dense = read(data, "terms.pdf", Wanted(limits=Limits(page_characters=16)))
    assert [note.what for note in dense.unread] == ["pages 2 to 4"]
    assert dense.text == "Dit is blad een.\n"


def test_attachments_are_named_and_not_opened():
    held = b"<< /Type /Filespec /F (prijzen.xlsx) /UF (prijzen.xlsx) /EF << /F 4 0 R >> >>"
    note = b"<< /Subtype /FileAttachment /Rect [9 9 20 20] /FS %s >>" % held.replace(b"prijzen", b"bijlage")
    data = made(
        catalog=b"/Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> >>",
        on_page=b"/Annots [8 0 R]",
        more=(held, note),
    )
    found = read(data, "terms.pdf")
    assert [unread.what for unread in found.unread] == ['the attachment "prijzen.xlsx"', "page 1"]
    assert 'the attachment "bijlage.xlsx"' in found.unread[1].reason
    assert found.text == f"{WORDS}\n"


def test_an_xfa_form_is_named():
    form = b"/AcroForm << /Fields [] /XFA [(template) 6 0 R] >>"
    found = read(made(catalog=form, other=stream(b"<template/>")), "terms.pdf")
    assert [unread.what for unread in found.unread] == ["the form"]
