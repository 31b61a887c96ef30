"""Which text of a Word file is read, in which order, and as what kind of block."""

import pytest
from docx_builder import (
    abstract,
    document,
    item,
    labels,
    level,
    lines,
    listed,
    p,
    parts,
    r,
    relationships,
    run,
    story,
    style,
    styled,
    zipped,
)

from contract_lint.documents.docx import read as read_docx
from contract_lint.model import BlockKind


def _field(code: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>" if not code.startswith("<") else code
    return mark("begin") + instruction + mark("separate") + result + mark("end")


def _box(text: str) -> str:
    return f"<w:txbxContent>{p(text)}</w:txbxContent>"


def _shape(text: str) -> str:
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{_box(text)}</wps:txbx>'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{_box(text)}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _sdt(content: str) -> str:
    return f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _changed(kind: str, content: str) -> str:
    return f'<w:{kind} w:id="1" w:author="x">{content}</w:{kind}>'


TABS = r("<w:t>een</w:t><w:tab/><w:t>twee</w:t><w:br/><w:t>drie</w:t><w:cr/><w:t>vier</w:t>")
HYPHENS = r("<w:t>btw</w:t><w:noBreakHyphen/><w:t>num</w:t><w:softHyphen/><w:t>mer</w:t>")
DELETED = _changed("del", r("<w:delText> acht</w:delText>"))
OPEN_FIELD = r('<w:fldChar w:fldCharType="begin"/>')
INNER_FIELD = r("<w:instrText>IF </w:instrText>") + _field("MERGEFIELD Soort", run("A"))
TICK = r('<w:sym w:font="Wingdings" w:char="F0FE"/><w:t>akkoord</w:t><w:sym w:font="Eigen" w:char="F012"/>')
SENSELESS = r('<w:sym w:char="D800"/><w:sym w:char="zz"/><w:sym/><w:t>ja</w:t>')
COMMENT = '<w:commentRangeStart w:id="1"/>' + run("tekst") + r('<w:commentReference w:id="1"/>')
RUBY = r(f"<w:ruby><w:rt>{run('uitspraak')}</w:rt><w:rubyBase>{run('woord')}</w:rubyBase></w:ruby>")

VISIBLE = [
    (run("De huur") + run("der bet") + run("aalt."), "De huurder betaalt."),
    (TABS, "een twee drie vier"),
    (HYPHENS, "btw-nummer"),
    (run("binnen ") + _changed("ins", run("dertig")) + run(" dagen"), "binnen dertig dagen"),
    (run("binnen") + DELETED + run(" dagen"), "binnen dagen"),
    (run("nu") + _changed("ins", _changed("del", run(" niet"))), "nu"),
    (_changed("moveFrom", run("oud")) + _changed("moveTo", run("nieuw")), "nieuw"),
    (f'<w:hyperlink r:id="rId9">{run("onze site")}</w:hyperlink>', "onze site"),
    (run("Naam: ") + _sdt(run("Jansen")), "Naam: Jansen"),
    (f'<w:smartTag w:element="place">{run("Gouda")}</w:smartTag>', "Gouda"),
    (f'<w:fldSimple w:instr=" REF x ">{run("artikel 4")}</w:fldSimple>', "artikel 4"),
    (run("zie ") + _field(" REF _Ref12 ", run("lid 3")), "zie lid 3"),
    (_field(INNER_FIELD, run("zakelijk")), "zakelijk"),
    (OPEN_FIELD + run("blijft staan"), "blijft staan"),
    (TICK, "☑akkoord"),
    (SENSELESS, "ja"),
    (run("zicht") + run("baar", "<w:vanish/>") + run("!", '<w:vanish w:val="0"/>'), "zicht!"),
    (COMMENT, "tekst"),
    (run("rente") + r('<w:footnoteReference w:id="2"/>') + run(" loopt"), "rente loopt"),
    (run("boete ") + "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "boete a+b"),
    (RUBY, "woord"),
]


@pytest.mark.parametrize(("xml", "expected"), VISIBLE)
def test_visible_text_of_a_paragraph(xml, expected):
    assert lines(document(p(xml))) == [expected]


def test_styles_hide_text_and_hiding_twice_shows_it():
    styles = style("Stil", run="<w:vanish/>") + style("Geheim", run="<w:vanish/>", kind="character")
    styles += style("Ook", based_on="Stil")
    secret = run("wel", '<w:rStyle w:val="Geheim"/>')
    body = p(run("open ") + secret) + styled("niets", "Ook") + styled(secret, "Stil")
    assert lines(document(body, styles=styles)) == ["open", "wel"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    body = p("De koper ", '<w:rPr><w:del w:id="1"/></w:rPr>') + p("betaalt.") + p("Los.")
    assert lines(document(body)) == ["De koper betaalt.", "Los."]


def test_a_deleted_last_mark_loses_no_text():
    body = p("Slot.", '<w:rPr><w:del w:id="1"/></w:rPr>')
    assert lines(document(body)) == ["Slot."]


def test_block_content_controls_and_custom_xml():
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('een')}<w:sdt><w:sdtContent>{p('twee')}</w:sdtContent></w:sdt>"
    body += f"</w:sdtContent></w:sdt><w:customXml>{p('drie')}</w:customXml>"
    assert lines(document(body)) == ["een", "twee", "drie"]


def _cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _table(*rows: str) -> str:
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def test_tables_are_read_by_row_with_nested_tables_and_merged_cells_once():
    inner = _table(_cell(p("binnen")))
    start, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = p("voor") + _table(
        _cell(p("a1") + p("a1 vervolg")) + _cell(p("b1") + inner),
        _cell(p("hoog"), start) + _cell(p("b2")),
        _cell(p(""), more) + _cell(p("b3")),
        _cell(p("breed"), '<w:gridSpan w:val="2"/>'),
    )
    read = document(body + p("na"))
    assert lines(read) == ["voor", "a1", "a1 vervolg", "b1", "binnen", "hoog", "b2", "b3", "breed", "na"]
    assert {block.kind for block in read.blocks[1:-1]} == {BlockKind.CELL}


def test_deleted_and_hidden_rows_are_skipped_and_controls_around_rows_are_not():
    row = f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{_cell(p('weg'))}</w:tr>"
    row += f"<w:tr><w:trPr><w:hidden/></w:trPr>{_cell(p('stil'))}</w:tr>"
    row += f"<w:sdt><w:sdtContent><w:tr>{_cell(p('blijft'))}</w:tr></w:sdtContent></w:sdt>"
    assert lines(document(f"<w:tbl>{row}</w:tbl>")) == ["blijft"]


def test_text_boxes_are_read_once_after_their_paragraph():
    read = document(p(run("Anker ") + _shape("in het kader") + run("loopt door.")) + p("Verder."))
    assert lines(read) == ["Anker loopt door.", "in het kader", "Verder."]
    assert [block.kind for block in read.blocks] == [BlockKind.BODY, BlockKind.BOX, BlockKind.BODY]


def test_old_text_boxes_and_alternatives_without_choice():
    old = f"<w:r><w:pict><v:textbox>{_box('oud kader')}</v:textbox></w:pict></w:r>"
    only = f"<mc:AlternateContent><mc:Fallback>{p('reserve')}</mc:Fallback></mc:AlternateContent>"
    assert lines(document(p(old) + only + "<mc:AlternateContent/>")) == ["oud kader", "reserve"]


def test_headings_by_style_name_outline_level_and_inheritance():
    styles = (
        style("Kop1", name="heading 1")
        + style("Kop2", name="heading 2")
        + style("Eigen", based_on="Kop2")
        + style("Tussenkop", '<w:outlineLvl w:val="2"/>')
        + style("Inhoudskop", '<w:outlineLvl w:val="9"/>', based_on="Kop1")
        + style("Gewoon", default=True)
    )
    body = styled("een", "Kop1") + styled("twee", "Eigen") + styled("drie", "Tussenkop")
    body += styled("geen", "Inhoudskop") + p("vier", '<w:outlineLvl w:val="3"/>')
    body += styled("toch niet", "Kop1", '<w:outlineLvl w:val="9"/>') + styled("geen", "Gewoon")
    read = document(body, styles=styles)
    found = [
        (block.level, read.quote(block.span)) for block in read.blocks if block.kind is BlockKind.HEADING
    ]
    assert found == [(1, "een"), (2, "twee"), (3, "drie"), (4, "vier")]


def test_headings_without_style_definitions_and_in_layout_tables():
    read = document(styled("Titel", "Heading1") + _table(_cell(styled("Kop", "Kop2"))))
    assert [(block.kind, block.level) for block in read.blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
    ]


def test_numbered_headings_are_headings():
    numbering = abstract(level(0, "Artikel %1")) + listed()
    read = document(item("Prijs", properties='<w:pStyle w:val="Heading3"/>'), numbering=numbering)
    assert (read.blocks[0].kind, read.blocks[0].level, labels(read)) == (BlockKind.HEADING, 3, ["Artikel 1"])


NOTES = (
    f'<w:footnote w:type="separator" w:id="-1">{p("streep")}</w:footnote>'
    f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{run(" Zie de prijslijst.")}</w:p></w:footnote>'
)


def test_notes_follow_the_body_and_margins_come_last_each_distinct_one_once():
    others = {
        "header1.xml": ("header", story("hdr", p("Versie 3"))),
        "header2.xml": ("header", story("hdr", p("Versie 3"))),
        "header3.xml": ("header", story("hdr", p(""))),
        "footer1.xml": ("footer", story("ftr", _table(_cell(p("KvK 1234"))) + p(_shape("kader")))),
        "footnotes.xml": ("footnotes", story("footnotes", NOTES)),
        "endnotes.xml": ("endnotes", story("endnotes", f'<w:endnote w:id="3">{p("Eindnoot.")}</w:endnote>')),
    }
    read = document(p("Tekst."), others=others)
    assert lines(read) == ["Tekst.", "Zie de prijslijst.", "Eindnoot.", "Versie 3", "KvK 1234", "kader"]
    kinds = [block.kind for block in read.blocks]
    assert kinds == [BlockKind.BODY] + [BlockKind.NOTE] * 2 + [BlockKind.MARGIN] * 3


def test_every_story_numbers_for_itself_but_header_and_footer_together():
    three = item("x") + item("y")
    others = {
        "header1.xml": ("header", story("hdr", item("kop") + item("kop"))),
        "footer1.xml": ("footer", story("ftr", item("voet"))),
        "footnotes.xml": (
            "footnotes",
            story("footnotes", f'<w:footnote w:id="2">{item("noot")}</w:footnote>'),
        ),
    }
    boxed = p(run("anker") + f"<w:r><w:pict><w:txbxContent>{three}</w:txbxContent></w:pict></w:r>")
    read = document(three + boxed + item("z"), numbering=abstract(level(0, "%1")) + listed(), others=others)
    assert [label for label in labels(read) if label] == ["1", "2", "1", "2", "3", "1", "1", "2", "3"]


def test_templates_and_unusual_names_of_parts_are_read():
    content = parts(p("Uit een sjabloon."))
    content["DOCS/Hoofd stuk.xml"] = content.pop("word/document.xml")
    content["_rels/.rels"] = relationships([("officeDocument", "/docs/Hoofd%20stuk.xml")])
    assert lines(read_docx(zipped(content), "sjabloon.dotx")) == ["Uit een sjabloon."]
