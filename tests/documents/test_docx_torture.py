"""One clause in every corner of a Word file: each is found, named as unread, or rightly not there."""

import pytest
from docx_builder import NAMESPACES, document, docx, p, parts, r, relationships, run, story, style, zipped

from contract_lint.documents.docx import read

MARK = "Zwaluwstaart"  # stands in the fragment, and must be found
DRAWN = "xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'"
CHART = "xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'"


def field(code, result="", more=""):
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{more}</w:fldChar></w:r>'
    middle = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}' if result else ""
    end = r('<w:fldChar w:fldCharType="end"/>')
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{middle}{end}"


def box(text):
    return f"<w:txbxContent>{p(text)}</w:txbxContent>"


def table(content):
    return f"<w:tbl><w:tr><w:tc>{content}</w:tc></w:tr></w:tbl>"


def wrapped(name, content):
    return f"<w:{name}>{content}</w:{name}>"


def control(content):
    return wrapped("sdt", wrapped("sdtContent", content))


def picture(width, height):
    extent = f"<wp:extent cx='{width}' cy='{height}'/>"
    return r(f"<w:drawing><wp:inline {DRAWN}>{extent}<a:blip/></wp:inline></w:drawing>")


def choice(*entries):
    listed = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in entries)
    return f'<w:ffData><w:ddList><w:result w:val="1"/>{listed}</w:ddList></w:ffData>'


def old_box(content):
    shape = f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
    return r(f"<w:pict><v:shape>{shape}</v:shape></w:pict>")


def lines_of(*lines):
    return p(r("<w:br/>".join(f"<w:t>{line}</w:t>" for line in lines)))


BOTH = r(
    f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box(MARK)}</wps:txbx></w:drawing>'
    f"</mc:Choice><mc:Fallback><w:pict>{box(MARK)}</w:pict></mc:Fallback></mc:AlternateContent>"
)

FOUND = {
    "a paragraph": p(MARK),
    "many runs": p("".join(map(run, MARK))),
    "a table": table(p(MARK)),
    "a table in a table": table(table(table(p(MARK)))),
    "a merged cell": table(f"<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>{p(MARK)}"),
    "a text box, once": p(BOTH),
    "a text box of older programs": p(old_box(p(MARK))),
    "a text box in a table in a text box": p(old_box(table(p(BOTH)))),
    "a content control around paragraphs": control(p(MARK)),
    "a content control in a line": p(control(run(MARK))),
    "a content control around a cell": f"<w:tbl><w:tr>{control(f'<w:tc>{p(MARK)}</w:tc>')}</w:tr></w:tbl>",
    "a content control around a row": f"<w:tbl>{control(f'<w:tr><w:tc>{p(MARK)}</w:tc></w:tr>')}</w:tbl>",
    "a hyperlink": p(f'<w:hyperlink r:id="r9">{run(MARK)}</w:hyperlink>'),
    "a smart tag": p(f"<w:smartTag w:element='x'>{run(MARK)}</w:smartTag>"),
    "custom XML": f"<w:customXml w:element='x'>{p(MARK)}</w:customXml>",
    "a simple field": p(f"<w:fldSimple w:instr='REF x'>{run(MARK)}</w:fldSimple>"),
    "the result of a field": p(field("REF x", MARK)),
    "a choice from a list": p(field("FORMDROPDOWN", more=choice("niets", MARK))),
    "words from right to left": p(f"<w:bdo w:val='rtl'>{run(MARK)}</w:bdo>"),
    "word art": p(r(f"<w:pict><v:shape><v:textpath string='{MARK}'/></v:shape></w:pict>")),
    "a formula": p(f"<m:oMathPara><m:oMath><m:r><m:t>{MARK}</m:t></m:r></m:oMath></m:oMathPara>"),
    "soft hyphens": p(r("<w:t>Zwaluw</w:t><w:softHyphen/><w:t>st\u00ada\u200bart</w:t>")),
    "a tab and a break around it": p(r(f"<w:tab/><w:t>{MARK}</w:t><w:br w:type='page'/>")),
    "below a manual break": lines_of("1.1 De klant betaalt.", f"1.2 {MARK}."),
    "a permission or bookmark around it": p(f"<w:bookmarkStart/><w:permStart/>{run(MARK)}<w:permEnd/>"),
    "a proofing mark in the word": p(run("Zwaluw") + "<w:proofErr w:type='spellStart'/>" + run("staart")),
    "an embedded font or language": p(run(MARK, "<w:rFonts w:ascii='Onbekend'/><w:lang w:val='xx'/>")),
}  # fmt: skip

NAMED = {
    "SmartArt": (p(r("<w:drawing><dgm:relIds/></w:drawing>")), "SmartArt in paragraph 2"),
    "a chart": (p(r(f"<w:drawing><c:chart {CHART} r:id='r1'/></w:drawing>")), "a chart in paragraph 2"),
    "a locked drawing": (p(r(f"<w:drawing><a:p><a:t>{MARK}</a:t></a:p></w:drawing>")), "words in a drawing"),
    "an embedded sheet": (
        p(r("<w:object><o:OLEObject ProgID='Excel.Sheet.12'/></w:object>")),
        "an embedded object (Excel.Sheet.12) in paragraph 2",
    ),
    "a form control": (p(r("<w:object><w:control r:id='r1'/></w:object>")), "a form control in paragraph 2"),
    "an imported document": ("<w:altChunk r:id='r1'/>", "an imported document"),
    "a subdocument": (p("<w:subDoc r:id='r1'/>"), "a subdocument"),
    "a number that only Word computes": (p(field("AUTONUMLGL")), "a number from a field (AUTONUMLGL)"),
    "a picture as large as a page": (p(picture(7_560_000, 10_690_000)), "a picture as large as a page"),
}  # fmt: skip

ABSENT = {
    "deleted words": p(f"<w:del w:id='1'><w:r><w:delText>{MARK}</w:delText></w:r></w:del>"),
    "hidden words": p(run(MARK, "<w:vanish/>")),
    "words hidden by a style": p(run(MARK, "<w:rStyle w:val='Stil'/>")),
    "a hidden row": f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{p(MARK)}</w:tc></w:tr></w:tbl>",
    "the code of a field": p(field(f"MERGEFIELD {MARK}", "Naam")),
    "words below a merged cell": table(f"<w:tcPr><w:vMerge/></w:tcPr>{p(MARK)}"),
    "a name of a control": p(f"<w:sdt><w:sdtPr><w:alias w:val='{MARK}'/></w:sdtPr></w:sdt>"),
    "a picture of ordinary size": p(picture(900_000, 900_000)),
}  # fmt: skip

LONG = p("De klant betaalt binnen dertig dagen na de datum van de factuur, zonder korting. " * 3)
STYLES = style("Stil", run="<w:vanish/>", kind="character")


@pytest.mark.parametrize("name", FOUND)
def test_it_is_found(name):
    found = document(LONG + FOUND[name], styles=STYLES)
    assert found.text.count(MARK) == 1
    assert not found.unread


@pytest.mark.parametrize("name", NAMED)
def test_it_is_named(name):
    body, what = NAMED[name]
    (unread,) = document(LONG + body).unread
    assert unread.what.startswith(what) and unread.reason


@pytest.mark.parametrize("name", ABSENT)
def test_it_is_rightly_not_there(name):
    found = document(LONG + ABSENT[name], styles=STYLES)
    assert MARK not in found.text and not found.unread


@pytest.mark.parametrize("kind", ["footnotes", "endnotes", "header", "footer"])
@pytest.mark.parametrize("name", FOUND)
def test_it_is_found_in_every_story(name, kind):
    body = FOUND[name]
    note = f'<w:{kind[:-1]} w:id="2">{body}</w:{kind[:-1]}>'
    root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
    part = story(root, note if kind.endswith("notes") else body)
    assert document(LONG, others={f"{kind}.xml": (kind, part)}, styles=STYLES).text.count(MARK) == 1


def test_comments_are_no_text():
    comments = {"comments.xml": ("comments", story("comments", f"<w:comment w:id='1'>{p(MARK)}</w:comment>"))}
    body = p('<w:commentRangeStart w:id="1"/>' + run("tekst") + r('<w:commentReference w:id="1"/>'))
    assert document(body, others=comments).text == "tekst\n"


def test_ticked_boxes_are_shown():
    ticked = "<w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData>"
    open_box = "<w:ffData><w:checkBox><w:default w:val='0'/></w:checkBox></w:ffData>"
    body = p(
        field("FORMCHECKBOX", more=ticked) + run(" ja ") + field("FORMCHECKBOX", more=open_box) + run(" nee")
    )
    assert document(body).text == "☒ ja ☐ nee\n"


def test_signs_of_symbol_fonts_are_shown():
    greek = "<w:sym w:font='Symbol' w:char='F061'/><w:sym w:font='Symbol' w:char='0032'/>"
    assert document(p(r(f"<w:t>\uf0fe akkoord </w:t>{greek}"))).text == "☑ akkoord α2\n"


def test_a_manual_break_begins_a_paragraph_only_before_a_number():
    found = document(lines_of("Bootje Varen", "Kade 1", "1. De huur.", "2. De prijs."))
    shown = ["Bootje Varen Kade 1", "1. De huur.", "2. De prijs."]
    assert [found.quote(block.span) for block in found.blocks] == shown
    place = found.place(found.text.index("De prijs"))
    assert (place.paragraph, place.run, place.column) == (1, 1, 36)


def test_a_file_with_macros_is_read_and_says_so():
    content = parts(p(MARK), others={"vbaProject.bin": ("vbaProject", "x")})
    found = read(zipped(content), "terms.docm")
    assert found.text == f"{MARK}\n" and not found.unread
    assert found.notes == ("it holds macros; they are neither read nor run",)


def test_a_strict_file_is_read():
    content = parts(p(BOTH), styles=STYLES)
    for kind in ("wordprocessingml", "officeDocument"):
        usual, strict = f"schemas.openxmlformats.org/{kind}/2006/", f"purl.oclc.org/ooxml/{kind}/"
        content = {name: xml.replace(usual, strict) for name, xml in content.items()}
    assert read(zipped(content), "terms.docx").text == f"{MARK}\n"


def test_a_template_from_elsewhere_is_never_followed():
    content = parts(p(MARK))
    content["word/_rels/settings.xml.rels"] = relationships(
        [("attachedTemplate", "http://example.invalid/evil.dotm")], ' TargetMode="External"'
    )
    content["word/settings.xml"] = f"<w:settings {NAMESPACES}><w:attachedTemplate r:id='r0'/></w:settings>"
    assert read(zipped(content), "terms.docx").text == f"{MARK}\n"


def test_names_in_the_archive_that_lead_outside_it_are_no_trouble():
    content = parts(p(MARK)) | {"../../etc/passwd": "x", "/abs/file": "x", "C:\\x": "x"}
    content["word/_rels/document.xml.rels"] = relationships([("header", "../../../../etc/passwd")])
    found = read(zipped(content), "terms.docx")
    assert found.text == f"{MARK}\n" and [unread.what for unread in found.unread] == ["a header"]


def test_a_huge_picture_is_never_unpacked():
    data = docx(p(MARK), others={"media.png": ("image", "\x89PNG" + "\0" * 3_000_000)})
    assert read(data, "terms.docx").text == f"{MARK}\n"
