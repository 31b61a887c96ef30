"""PDF files: highlights on the exact words, notes, an outline, and every byte that was there before."""

import io

import pdfplumber
import pypdf
import pytest
from pypdf.generic import RectangleObject
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from word_making import finding

from contract_lint.clauses import divide
from contract_lint.documents import Wanted, read
from contract_lint.model import Contract, Effect, Evidence, Rewrite, Severity, Span
from contract_lint.reviews import Item, Settings, Unreviewable
from contract_lint.reviews.pdf import write

LINES = [
    "1. Opzegging",
    "De klant kan deze overeenkomst alleen opzeggen met in-",
    "achtneming van een opzegtermijn van ten minste drie",
    "maanden en uitsluitend per aangetekende brief.",
]


def drawn(*columns, rotate=0, password=None):
    """A PDF with columns of lines."""
    file = io.BytesIO()
    encrypt = StandardEncryption(password) if password else None
    canvas = Canvas(file, pagesize=(595, 842), invariant=True, encrypt=encrypt)
    canvas.setPageRotation(rotate)
    canvas.setFont("Helvetica", 9)
    for x, lines in zip((50, 320), columns, strict=False):
        for at, line in enumerate(lines):
            canvas.drawString(x, 760 - 12 * at, line)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def reviewed(data, *words, **settings):
    """The PDF with a finding at each of the words; None stands for something missing."""
    contract = divide(read(data, "terms.pdf"), "nl")
    text = contract.document.text
    spans = [Span(text.index(one), text.index(one) + len(one)) if one else None for one in words]
    rewrite = Rewrite(Effect.RIGHTS, "U kunt elke dag opzeggen.")
    items = [Item(finding(span, rewrite, severity=Severity.ERROR)) for span in spans]
    return write(data, contract, items, Settings(language="nl", **settings))


def highlights(data):
    """Each highlight with the words that stand in its boxes, read by another library."""
    page = pypdf.PdfReader(io.BytesIO(data)).pages[0]
    marks = [mark.get_object() for mark in page.get("/Annots", [])]
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        chars, origin = pdf.pages[0].chars, page.mediabox.lower_left
        return [
            (mark, words_in(mark["/QuadPoints"], chars, origin))
            for mark in marks
            if mark["/Subtype"] == "/Highlight"
        ]


def words_in(quads, chars, origin):
    """The characters whose middle stands in a box; those at a line end are joined as they stand."""
    told = ""
    for at in range(0, len(quads), 8):
        left, top, right, _, _, bottom, *_ = (float(one) for one in quads[at : at + 8])
        for char in chars:
            *_, x, y = char["matrix"]
            across, up = origin[0] + x + char["adv"] * char["matrix"][0] / 2, origin[1] + y + 2
            told += char["text"] if left < across < right and bottom < up < top else ""
    return told


@pytest.mark.parametrize(
    "words",
    [
        "opzegtermijn",
        "alleen opzeggen",
        "drie maanden",
        "De klant kan",
        "aangetekende brief.",
        "inachtneming van een opzegtermijn",
    ],
)
def test_the_words_are_highlighted_and_no_others(words):
    done = reviewed(drawn(LINES), words)
    [(mark, told)] = highlights(done.content)
    assert told.replace(" ", "").replace("in-", "in") == words.replace(" ", "")
    assert mark["/AP"]["/N"].get_object()["/Subtype"] == "/Form"


def test_words_in_two_columns_are_told_apart():
    other = [
        f"{at}. Rechts {line}" for at, line in enumerate(["van toepassing", "geldig", "verder", "einde"], 2)
    ]
    done = reviewed(drawn(LINES * 3, other * 3), "drie maanden", "Rechts geldig")
    assert [told.replace(" ", "") for _, told in highlights(done.content)] == ["driemaanden", "Rechtsgeldig"]


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_rotated_pages_are_marked_where_the_words_are(rotate):
    straight, turned = (reviewed(drawn(LINES, rotate=turn), "ten minste") for turn in (0, rotate))
    quads = [
        [round(float(one)) for one in highlights(done.content)[0][0]["/QuadPoints"]]
        for done in (straight, turned)
    ]
    assert quads[0] == quads[1]


def test_pages_that_do_not_begin_at_zero_are_marked_where_the_words_are():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(drawn(LINES)))
    page = writer.pages[0]
    page.mediabox = page.cropbox = RectangleObject((-30, -40, 565, 802))
    file = io.BytesIO()
    writer.write(file)
    done = reviewed(file.getvalue(), "drie maanden")
    assert highlights(done.content)[0][1].replace(" ", "") == "driemaanden"


def test_the_note_says_why_and_what_instead():
    done = reviewed(drawn(LINES), "drie maanden", author="Jo", epoch=0)
    mark = highlights(done.content)[0][0]
    assert mark["/Contents"].split("\n\n")[:3] == ["A title", "A message.", "Waarom: A reason."]
    assert "Liever: U kunt elke dag opzeggen." in mark["/Contents"].replace("Toe te voegen", "Liever")
    assert (mark["/T"], mark["/M"]) == ("Jo", "D:19700101000000Z")


def test_every_place_of_a_finding_is_marked():
    data = drawn(LINES)
    contract = divide(read(data, "terms.pdf"), "nl")
    at = [contract.document.text.index(one) for one in ("alleen", "uitsluitend")]
    places = [Evidence(Span(one, one + 6), Span(one, one + 6)) for one in at]
    done = write(
        data, contract, [Item(finding(None, evidence=places[0], also=(places[1],), clause=0))], Settings()
    )
    assert [told for _, told in highlights(done.content)] == ["alleen", "uitslu"]


def test_what_is_missing_is_a_note_on_the_first_page():
    done = reviewed(drawn(LINES), None, None)
    marks = [one.get_object() for one in pypdf.PdfReader(io.BytesIO(done.content)).pages[0]["/Annots"]]
    assert [one["/Subtype"] for one in marks] == ["/Text", "/Text"]
    assert "Toe te voegen: U kunt elke dag opzeggen." in marks[0]["/Contents"]
    assert marks[0]["/Rect"] != marks[1]["/Rect"]


def test_the_outline_names_the_findings_behind_what_it_named_before():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(drawn(LINES)))
    writer.add_outline_item(title="Begin", page_number=0)
    file = io.BytesIO()
    writer.write(file)
    outline = pypdf.PdfReader(io.BytesIO(reviewed(file.getvalue(), "drie maanden", None).content)).outline
    assert [one["/Title"] for one in outline[:2]] == ["Begin", "contract-lint (2)"]
    assert [one["/Title"] for one in outline[2]] == ["1  A title", "A title"]


def test_the_original_bytes_stay_and_the_result_is_always_the_same():
    data = drawn(LINES)
    first, again = (reviewed(data, "drie maanden", None).content for _ in range(2))
    assert first == again
    assert first.startswith(data)


def test_marks_that_are_there_stay():
    data = reviewed(drawn(LINES), "drie maanden").content
    assert len(highlights(reviewed(data, "opzegtermijn").content)) == 2


def test_an_encrypted_file_is_refused_in_a_sentence():
    data = drawn(LINES, password="geheim")
    contract = divide(read(data, "terms.pdf", Wanted(password="geheim")), "nl")
    with pytest.raises(Unreviewable, match="is encrypted"):
        write(data, contract, [Item(finding(Span(0, 3)))], Settings())


def test_a_damaged_file_is_refused_in_a_sentence():
    data = drawn(LINES)
    contract = divide(read(data, "terms.pdf"), "nl")
    with pytest.raises(Unreviewable, match="is damaged"):
        write(data[:300], contract, [Item(finding(Span(0, 3)))], Settings())


def test_words_without_a_place_are_told():
    data = drawn(LINES)
    document = read(data, "terms.pdf")
    unplaced = Contract(type(document)("x.pdf", "pdf", document.text, document.blocks, ()), "nl", ())
    done = write(data, unplaced, [Item(finding(Span(0, 3)))], Settings())
    assert [one.why for one in done.troubles] == ["the words have no place on a page"]
