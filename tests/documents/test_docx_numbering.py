"""Word's automatic numbers: XML in, the labels that Word shows out."""

import pytest
from docx_builder import abstract, document, item, labels, level, lines, listed, p, style, styled

from contract_lint.model import BlockKind

LEGAL = abstract(
    level(0, "Artikel %1")
    + level(1, "%1.%2")
    + level(2, "%3.", "lowerLetter")
    + level(3, "(%4)", "lowerRoman")
)
DOTTED = level(0, "%1.") + level(1, "%1.%2.")


def _restarting(at: int | None) -> str:
    restart = "" if at is None else f'<w:lvlRestart w:val="{at}"/>'
    return abstract(DOTTED + level(2, "%1.%2.%3.", more=restart)) + listed()


def _start(at: int, first: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{first}"/></w:lvlOverride>'


def _walk(*levels: int) -> str:
    return "".join(item("woord", at) for at in levels)


CASES = {
    "levels count below each other": (
        LEGAL + listed(),
        _walk(0, 1, 2, 2, 3, 3, 2, 0, 1, 2),
        "Artikel 1|1.1|a.|b.|(i)|(ii)|c.|Artikel 2|2.1|a.",
    ),
    "a lower level first counts as one use of the level above": (
        abstract(DOTTED) + listed(),
        _walk(1, 1, 0, 1),
        "1.1.|1.2.|2.|2.1.",
    ),
    "start value": (abstract(level(0, "%1)", start=4)) + listed(), _walk(0, 0), "4)|5)"),
    "a level never used shows its start value": (
        abstract(level(0, "%1.", start=3) + level(1, "%1.%2")) + listed(),
        _walk(1),
        "3.1",
    ),
    "lists of one definition count on together": (
        abstract(level(0, "%1")) + listed(1) + listed(2),
        item("a") + item("b", listed=2) + item("c") + item("d", listed=2),
        "1|2|3|4",
    ),
    "lists of two definitions count apart": (
        abstract(level(0, "%1")) + abstract(level(0, "%1"), 2) + listed(1) + listed(2, 2),
        item("a") + item("b", listed=2) + item("c") + item("d", listed=2),
        "1|1|2|2",
    ),
    "an overridden start counts at the first use only": (
        abstract(level(0, "%1")) + listed(1) + listed(2, more=_start(0, 1)),
        item("a") + item("b") + item("c", listed=2) + item("d", listed=2) + item("e") + item("f", listed=2),
        "1|2|1|2|3|4",
    ),
    "an overridden start returns when the level starts again": (
        abstract(DOTTED) + listed(1, more=_start(1, 5)),
        _walk(0, 1, 1, 0, 1),
        "1.|1.5.|1.6.|2.|2.5.",
    ),
    "an overridden level": (
        abstract(level(0, "%1"))
        + listed(1, more=f'<w:lvlOverride w:ilvl="0">{level(0, "§%1", "upperRoman")}</w:lvlOverride>'),
        _walk(0, 0),
        "§I|§II",
    ),
    "restart after any level above": (
        _restarting(None),
        _walk(0, 1, 2, 2, 1, 2, 0, 2),
        "1.|1.1.|1.1.1.|1.1.2.|1.2.|1.2.1.|2.|2.1.1.",
    ),
    "restart never": (
        _restarting(0),
        _walk(0, 1, 2, 2, 1, 2, 0, 2),
        "1.|1.1.|1.1.1.|1.1.2.|1.2.|1.2.3.|2.|2.1.4.",
    ),
    "restart after the first level only": (
        _restarting(1),
        _walk(0, 1, 2, 2, 1, 2, 0, 2),
        "1.|1.1.|1.1.1.|1.1.2.|1.2.|1.2.3.|2.|2.1.1.",
    ),
    "legal numbers show the levels above in digits": (
        abstract(level(0, "%1.", "upperRoman") + level(1, "%1.%2", "decimalZero", "<w:isLgl/>")) + listed(),
        _walk(0, 1, 0, 1),
        "I.|1.01|II.|2.01",
    ),
    "without legal numbers each level keeps its format": (
        abstract(level(0, "%1.", "upperRoman") + level(1, "%1.%2", more='<w:isLgl w:val="0"/>')) + listed(),
        _walk(0, 1),
        "I.|I.1",
    ),
    "list 0 and unknown lists number nothing": (
        abstract(level(0, "%1")) + listed(),
        item("a", listed=0) + item("b", listed=9) + item("c"),
        "||1",
    ),
    "an unknown level numbers nothing": (abstract(level(0, "%1")) + listed(), _walk(5, 0), "|1"),
    "format none": (abstract(level(0, "Lid", "none")) + listed(), _walk(0, 0), "Lid|Lid"),
    "no text": (abstract(level(0, "")) + listed(), _walk(0), ""),
    "hidden number": (
        abstract(
            level(0, "%1", more="").replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>")
            + level(1, "%1.%2")
        )
        + listed(),
        _walk(0, 1),
        "|1.1",
    ),
    "a definition that points at a list style stands for the one it names": (
        abstract('<w:styleLink w:val="Lijst"/>' + level(0, "(%1)", "upperLetter"))
        + abstract('<w:numStyleLink w:val="Lijst"/>', 2)
        + listed(1)
        + listed(2, 2),
        item("a") + item("b", listed=2) + item("c"),
        "(A)|(B)|(C)",
    ),
    "absurd numbers are not believed": (
        abstract(level(0, "%1", "upperRoman", start=10**40)) + listed(),
        item("a") + p("b", f'<w:numPr><w:ilvl w:val="{10**30}"/><w:numId w:val="1"/></w:numPr>'),
        "I|II",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_labels(name):
    numbering, body, expected = CASES[name]
    assert "|".join(labels(document(body, numbering=numbering))) == expected


HEADINGS = (
    abstract(
        level(0, "Artikel %1", more='<w:pStyle w:val="Kop1"/>')
        + level(1, "%1.%2", more='<w:pStyle w:val="Kop2"/>')
    )
    + listed()
)
LIST = '<w:numPr><w:numId w:val="1"/></w:numPr>'
STYLE_CASES = {
    "the level tied to the style": (
        style("Kop1", LIST) + style("Kop2", LIST),
        styled("a", "Kop1") + styled("b", "Kop2") + styled("c", "Kop2") + styled("d", "Kop1"),
        "Artikel 1|1.1|1.2|Artikel 2",
    ),
    "a style based on a numbered one": (
        style("Kop1", LIST) + style("Eigen", based_on="Kop1"),
        styled("a", "Kop1") + styled("b", "Eigen"),
        "Artikel 1|Artikel 2",
    ),
    "a style that changes only the level": (
        style("Kop1", LIST) + style("Kop2", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', based_on="Kop1"),
        styled("a", "Kop1") + styled("b", "Kop2"),
        "Artikel 1|1.1",
    ),
    "a paragraph taken out of the list of its style": (
        style("Kop1", LIST),
        styled("a", "Kop1") + item("b", None, 0, '<w:pStyle w:val="Kop1"/>') + styled("c", "Kop1"),
        "Artikel 1||Artikel 2",
    ),
    "a paragraph that changes only the level of its style": (
        style("Kop1", LIST),
        styled("a", "Kop1") + item("b", 1, None, '<w:pStyle w:val="Kop1"/>'),
        "Artikel 1|1.1",
    ),
    "a level tied to another style": (style("Kop1", LIST) + style("Vreemd", LIST), styled("a", "Vreemd"), ""),
    "the default style": (style("Kop1", LIST, default=True), p("a") + p("b"), "Artikel 1|Artikel 2"),
    "styles based on each other in a circle": (
        style("Kop1", based_on="Kop2") + style("Kop2", based_on="Kop1"),
        styled("a", "Kop1"),
        "",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", STYLE_CASES)
def test_labels_by_style(name):
    styles, body, expected = STYLE_CASES[name]
    assert "|".join(labels(document(body, styles=styles, numbering=HEADINGS))) == expected


def test_numbers_stand_before_the_text_without_being_real():
    read = document(item("Betaling volgt binnen een week."), numbering=LEGAL + listed())
    assert lines(read) == ["Artikel 1 Betaling volgt binnen een week."]
    assert [segment.real for segment in read.segments] == [False, False, True]


def test_the_level_of_items_is_told():
    read = document(_walk(0, 1, 2), numbering=LEGAL + listed())
    assert [(block.kind, block.level) for block in read.blocks] == [(BlockKind.ITEM, at) for at in (1, 2, 3)]


def test_an_empty_numbered_paragraph_counts_and_an_empty_bullet_is_nothing():
    numbering = abstract(level(0, "%1.")) + abstract(level(0, "-", "bullet"), 2) + listed() + listed(2, 2)
    body = item("een") + item("<w:bookmarkStart/>") + item("<w:bookmarkStart/>", listed=2) + item("drie")
    assert lines(document(body, numbering=numbering)) == ["1. een", "2.", "3. drie"]


def test_deleted_and_hidden_paragraphs_do_not_count():
    gone = '<w:del w:id="1"><w:r><w:delText>weg</w:delText></w:r></w:del>'
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    deleted = p(gone, number + '<w:rPr><w:del w:id="2"/></w:rPr>')
    hidden = p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>stil</w:t></w:r>", number + "<w:rPr><w:vanish/></w:rPr>")
    by_style = item("ook stil", properties='<w:pStyle w:val="Stil"/>')
    body = item("een") + deleted + hidden + by_style + item("twee")
    styles, numbering = style("Stil", run="<w:vanish/>"), abstract(level(0, "%1.")) + listed()
    assert lines(document(body, styles=styles, numbering=numbering)) == ["1. een", "2. twee"]
