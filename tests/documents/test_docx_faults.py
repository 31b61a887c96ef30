"""Files that cannot be read, or not wholly: one clear sentence, never a traceback."""

import random

import pytest
from docx_builder import (
    NAMESPACES,
    declare_size,
    document,
    docx,
    lines,
    p,
    parts,
    relationships,
    run,
    story,
    zipped,
)

from contract_lint.documents.docx import read
from contract_lint.model import Unreadable

GOOD = parts(p("Tekst."))


def _with(**changed: str | bytes) -> bytes:
    names = {"main": "word/document.xml", "links": "word/_rels/document.xml.rels", "root": "_rels/.rels"}
    return zipped(GOOD | {names[key]: value for key, value in changed.items()})


def _without(name: str) -> bytes:
    return zipped({part: xml for part, xml in GOOD.items() if part != name})


ENTITIES = "".join(f'<!ENTITY e{at + 1} "{f"&e{at};" * 10}">' for at in range(10))
BOMB = (
    f'<!DOCTYPE a [<!ENTITY e0 "bbbbbbbbbb">{ENTITIES}]>'
    f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&e10;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = (
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)
HUGE = story("document", f"<w:body>{p('x' * 10_100_000)}</w:body>")
DEEP = story("document", "<w:body>" + "<w:sdt>" * 3000 + "</w:sdt>" * 3000 + "</w:body>")
UNREADABLE = {
    "empty": (b"", "is empty"),
    "no zip": (b"{\\rtf1 hallo}", "is not a Word document"),
    "cut short": (docx(p("Tekst."))[:300], "is cut short"),
    "other zip": (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "without a Word document"),
    "other Office file": (_with(main="<workbook/>"), "not a Word document"),
    "document part missing": (_without("word/document.xml"), "without a Word document"),
    "damaged document": (_with(main="<w:document"), "damaged part word/document.xml"),
    "damaged links": (_with(links="<Relat"), "part word/_rels/document.xml.rels"),
    "no XML at all": (_with(main=b"\x00\xff" * 40), "damaged part"),
    "no body": (_with(main=story("document", "")), "has no body"),
    "entity bomb": (_with(main=BOMB), "word/document.xml"),
    "entity from outside": (_with(main=OUTSIDE), "declares entities"),
    "text node beyond reason": (_with(main=HUGE), "more than 10 MB of text in one piece"),
    "nested beyond reason": (_with(main=DEEP), "terms.docx"),
    "zip bomb": (declare_size(docx(p("a")), "word/document.xml", 2**32 - 2), "would unpack to 4096 MB"),
    "one huge part": (declare_size(docx(p("a")), "word/document.xml", 201 * 2**20), "would unpack to 201 MB"),
    "absurd ratio": (declare_size(docx(p("a")), "word/document.xml", 60 * 2**20), "would unpack to 60 MB"),
}  # fmt: skip


@pytest.mark.parametrize("name", UNREADABLE)
def test_unreadable_files(name):
    data, words = UNREADABLE[name]
    with pytest.raises(Unreadable) as fault:
        read(data, "terms.docx")
    message = str(fault.value)
    assert message.startswith("terms.docx ") and words in message and "\n" not in message


def test_a_part_is_never_unpacked_beyond_its_declared_size():
    data = declare_size(docx(p("a" * 100_000)), "word/document.xml", 500)
    with pytest.raises(Unreadable, match="damaged part"):
        read(data, "terms.docx")


def test_a_missing_file_says_so(tmp_path):
    with pytest.raises(Unreadable, match="cannot be opened"):
        read(tmp_path / "weg.docx", "weg.docx")


def test_a_file_is_read_like_its_bytes(tmp_path):
    path = tmp_path / "terms.docx"
    path.write_bytes(docx(p("Tekst.")))
    assert read(path, "terms.docx") == read(path.read_bytes(), "terms.docx")


def test_links_out_of_the_file_are_never_followed():
    content = GOOD | {
        "word/_rels/document.xml.rels": relationships(
            [("header", "file:///etc/passwd"), ("styles", "http://example.invalid/s.xml")],
            ' TargetMode="External"',
        )
    }
    found = read(zipped(content), "terms.docx")
    assert lines(found) == ["Tekst."] and not found.unread


LONG = p("De klant betaalt binnen dertig dagen na de datum van de factuur, zonder korting. " * 3)
PICTURE = "<w:r><w:drawing><a:blip/></w:drawing></w:r>"
OBJECT = '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
DIAGRAM = "<w:r><w:drawing><dgm:relIds/></w:drawing></w:r>"
PARTLY = {
    "damaged footnotes": (LONG, {"footnotes.xml": ("footnotes", "<w:foot")}, "the footnotes"),
    "damaged styles": (LONG, {"styles.xml": ("styles", "")}, "the styles"),
    "damaged numbering": (LONG, {"numbering.xml": ("numbering", "<a><b></a>")}, "the automatic numbers"),
    "damaged header": (LONG, {"header1.xml": ("header", "?")}, "a header"),
    "imported document": (LONG + '<w:altChunk r:id="r1"/>', {}, "an imported document"),
    "embedded object": (LONG + p(OBJECT), {}, "an embedded object (Excel.Sheet.12) in par"),
    "diagram": (LONG + p(DIAGRAM), {}, "SmartArt in paragraph"),
    "only pictures": (p(PICTURE) + p(PICTURE), {}, "the pictures"),
    "nothing": (p(""), {}, "the document"),
}  # fmt: skip


@pytest.mark.parametrize("name", PARTLY)
def test_what_is_not_read_is_told(name):
    body, others, what = PARTLY[name]
    found = document(body, others=others)
    assert [unread.what.startswith(what) for unread in found.unread] == [True]
    assert body is not LONG or len(lines(found)) == 1


def test_a_missing_part_is_told():
    content = parts(LONG, others={"endnotes.xml": ("endnotes", "")})
    del content["word/endnotes.xml"]
    assert [unread.what for unread in read(zipped(content), "x").unread] == ["the endnotes"]


def test_ordinary_pictures_are_no_trouble():
    header = {"header1.xml": ("header", story("hdr", p(PICTURE)))}
    assert not document(LONG + p(run("Getekend") + PICTURE), others=header).unread
    assert not document(p("Kort."), others=header).unread


@pytest.mark.parametrize("seed", range(40))
def test_random_damage_never_gives_a_traceback(seed):
    chance = random.Random(seed)
    data = bytearray(docx(LONG, others={"header1.xml": ("header", story("hdr", p("Kop")))}))
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        read(bytes(data), "terms.docx")
    except Unreadable as fault:
        assert str(fault)
