"""Every character of the text can be found back in its run of the Word file."""

import unicodedata
from itertools import pairwise

from docx_builder import abstract, docx, item, level, listed, p, run, source_characters, story

from contract_lint.documents.docx import read
from contract_lint.model import Document, Place

BODY = (
    p(run("Deze   voorwaarden") + f'<w:ins w:id="1">{run(" gelden ")}</w:ins>' + run(" altijd."))
    + item("Opzeggen kan per brief.")
    + p('<w:del w:id="2"><w:r><w:delText>oud</w:delText></w:r></w:del>' + run("nieuw"))
    + p("<w:r><w:t>een</w:t><w:tab/><w:t>twee</w:t><w:noBreakHyphen/><w:t>drie</w:t></w:r>")
    + p(
        run("Anker ")
        + f"<w:r><w:pict><w:txbxContent>{p('Kader.')}</w:txbxContent></w:pict></w:r>"
        + run("verder.")
    )
    + f"<w:tbl><w:tr><w:tc>{p('cel')}</w:tc></w:tr></w:tbl>"
    + p("Geprinte\u00a0prijs: €\u00a05")
    + p(run("e\u0301e\u0301n maand, coo\u0308rdinatie") + run(" en zo voort"))
)
OTHERS = {
    "footnotes.xml": ("footnotes", story("footnotes", f'<w:footnote w:id="2">{p("Noot.")}</w:footnote>')),
    "header1.xml": ("header", story("hdr", p("Kop."))),
    "footer1.xml": ("footer", story("ftr", p("Voet."))),
}


def _file() -> tuple[bytes, Document]:
    data = docx(BODY, numbering=abstract(level(0, "%1.")) + listed(), others=OTHERS)
    return data, read(data, "terms.docx")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\u00a0", " "))


def test_every_real_segment_stands_in_its_run():
    data, document = _file()
    ends = [segment.start for segment in document.segments[1:]] + [len(document.text)]
    for segment, end in zip(document.segments, ends, strict=True):
        words = document.text[segment.start : end].rstrip("\n")
        if segment.real and words:
            length = len(words)
            held = source_characters(data, segment, 2 * length)
            assert _plain(held).startswith(words), (words, held)


def test_all_text_but_labels_is_real():
    _, document = _file()
    unreal = {
        document.text[segment.start : segment.start + 2] for segment in document.segments if not segment.real
    }
    assert unreal == {"1.", " O"}


def test_places_count_paragraphs_runs_and_columns_from_one():
    _, document = _file()
    for words, place in {
        "voorwaarden": Place(paragraph=1, run=1, column=8),
        "gelden": Place(paragraph=1, run=2, column=2),
        "per brief": Place(paragraph=2, run=1, column=14),
        "nieuw": Place(paragraph=3, run=2, column=1),
        "drie": Place(paragraph=4, run=1, column=10),
        "Kader": Place(paragraph=6, run=1, column=1),
        "verder.": Place(paragraph=5, run=4, column=1),
        "maand": Place(paragraph=9, run=1, column=7),
    }.items():
        assert document.place(document.text.index(words)) == place, words


def test_labels_have_the_place_of_their_paragraph():
    _, document = _file()
    label = next(block.label for block in document.blocks if block.label)
    assert document.place(label.start) == Place(paragraph=2)


def test_blocks_cover_the_text_with_one_newline_between():
    _, document = _file()
    spans = [block.span for block in document.blocks]
    assert spans[0].start == 0
    for before, after in pairwise(spans):
        assert document.text[before.end : after.start] == "\n"
    assert document.path == "terms.docx" and document.format == "docx"


def test_the_parts_are_named_in_the_order_in_which_paragraphs_are_counted():
    _, document = _file()
    assert document.parts == (
        "word/document.xml",
        "word/footnotes.xml",
        "word/header1.xml",
        "word/footer1.xml",
    )
