"""Tracked changes: the text with all of them accepted, and as it was before them."""

import pytest
from docx_builder import abstract, docx, item, level, lines, listed, p, run, style

from contract_lint.documents.docx import read
from contract_lint.documents.wanted import ORIGINAL, Wanted

BY = 'w:id="1" w:author="x"'
NUMBERING = abstract(level(0, "%1.")) + listed()
LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>{}</w:numPr>'


def changed(kind, content):
    return f"<w:{kind} {BY}>{content}</w:{kind}>"


def deleted(text):
    return changed("del", f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>')


def mark(kind):
    return f"<w:rPr><w:{kind} {BY}/></w:rPr>"


def table(*rows):
    cells = (f"<w:tr>{properties}<w:tc>{more}{p(text)}</w:tc></w:tr>" for properties, more, text in rows)
    return f"<w:tbl>{''.join(cells)}</w:tbl>"


def row(kind, text):
    return f"<w:trPr><w:{kind} {BY}/></w:trPr>", "", text


def cell(kind, text):
    return "", f"<w:tcPr><w:{kind} {BY}/></w:tcPr>", text


def was(name, properties):
    return f"<w:{name}Change {BY}><w:{name}>{properties}</w:{name}></w:{name}Change>"


INNER = changed("ins", run("binnen ") + changed("del", "<w:r><w:delText>nooit </w:delText></w:r>"))
MERGED = f'<w:tcPr><w:cellMerge {BY} w:vMerge="cont" w:vMergeOrig="rest"/></w:tcPr>'
HIDDEN_SINCE = f"<w:vanish/>{was('rPr', '')}"
HIDDEN_BEFORE = was("rPr", "<w:vanish/>")

# What changed: the body, the text accepted, the text before.
CASES = {
    "words added": (
        p(run("Zij betaalt") + changed("ins", run(" niet"))),
        ["Zij betaalt niet"],
        ["Zij betaalt"],
    ),
    "words deleted": (p(run("Zij betaalt") + deleted(" niet")), ["Zij betaalt"], ["Zij betaalt niet"]),
    "words replaced": (
        p(run("na ") + deleted("30") + changed("ins", run("14")) + run(" dagen")),
        ["na 14 dagen"],
        ["na 30 dagen"],
    ),
    "an addition that was deleted again": (p(INNER + run("de week")), ["binnen de week"], ["de week"]),
    "words moved": (
        p(changed("moveFrom", run("Eerst. ")) + run("Dan.")) + p(changed("moveTo", run("Eerst."))),
        ["Dan.", "Eerst."],
        ["Eerst. Dan."],
    ),
    "words moved, kept as deleted text": (
        p(run("Dan. ") + changed("moveFrom", "<w:r><w:delText>Eerst.</w:delText></w:r>")),
        ["Dan."],
        ["Dan. Eerst."],
    ),
    "a paragraph added": (
        p("Een.") + p(changed("ins", run("Twee.")), mark("ins")) + p("Drie."),
        ["Een.", "Twee.", "Drie."],
        ["Een.", "Drie."],
    ),
    "a paragraph deleted": (
        p("Een.") + p(deleted("Twee."), mark("del")) + p("Drie."),
        ["Een.", "Drie."],
        ["Een.", "Twee.", "Drie."],
    ),
    "a paragraph moved": (
        p(changed("moveFrom", run("Twee.")), mark("moveFrom"))
        + p("Een.")
        + p(changed("moveTo", run("Twee.")), mark("moveTo")),
        ["Een.", "Twee."],
        ["Twee.", "Een."],
    ),
    "a paragraph split": (
        p("De klant ", mark("ins")) + p("betaalt."),
        ["De klant", "betaalt."],
        ["De klant betaalt."],
    ),
    "paragraphs joined": (
        p("De klant ", mark("del")) + p("betaalt."),
        ["De klant betaalt."],
        ["De klant", "betaalt."],
    ),
    "a row added": (table(("", "", "vast"), row("ins", "nieuw")), ["vast", "nieuw"], ["vast"]),
    "a row deleted": (table(("", "", "vast"), row("del", "oud")), ["vast"], ["vast", "oud"]),
    "a cell added": (table(("", "", "vast"), cell("cellIns", "nieuw")), ["vast", "nieuw"], ["vast"]),
    "a cell deleted": (table(("", "", "vast"), cell("cellDel", "oud")), ["vast"], ["vast", "oud"]),
    "a cell merged": (table(("", "", "vast"), ("", MERGED, "oud")), ["vast"], ["vast", "oud"]),
    "words hidden": (
        p(run("Zij betaalt") + run(" niet", HIDDEN_SINCE)),
        ["Zij betaalt"],
        ["Zij betaalt niet"],
    ),
    "words shown": (
        p(run("Zij betaalt") + run(" niet", HIDDEN_BEFORE)),
        ["Zij betaalt niet"],
        ["Zij betaalt"],
    ),
    "a number added": (
        item("Een.") + p("Twee.", LIST.format(f"<w:ins {BY}/>")) + item("Drie."),
        ["1. Een.", "2. Twee.", "3. Drie."],
        ["1. Een.", "Twee.", "2. Drie."],
    ),
    "a number taken away": (
        item("Een.") + p("Twee.", was("pPr", LIST.format(""))) + item("Drie."),
        ["1. Een.", "Twee.", "2. Drie."],
        ["1. Een.", "2. Twee.", "3. Drie."],
    ),
    "another style": (
        p("Een.", '<w:pStyle w:val="Open"/>' + was("pPr", '<w:pStyle w:val="Stil"/>')) + p("Twee."),
        ["Een.", "Twee."],
        ["Twee."],
    ),
    "a field's code": (
        p('<w:del w:id="1"><w:r><w:delInstrText>PAGE</w:delInstrText></w:r></w:del>' + run("Slot.")),
        ["Slot."],
        ["Slot."],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_both_sides_of_a_change(name):
    body, accepted, original = CASES[name]
    data = docx(body, numbering=NUMBERING, styles=style("Stil", run="<w:vanish/>") + style("Open"))
    assert lines(read(data, "terms.docx")) == accepted
    assert lines(read(data, "terms.docx", Wanted(tracked=ORIGINAL))) == original


def test_the_paragraphs_are_counted_alike_on_both_sides():
    body = p(deleted("Weg."), mark("del")) + p(changed("ins", run("Nieuw.")), mark("ins")) + p("Slot.")
    for wanted in (Wanted(), Wanted(tracked=ORIGINAL)):
        document = read(docx(body), "terms.docx", wanted)
        assert document.place(document.text.index("Slot.")).paragraph == 3


def test_what_is_wanted_must_be_one_of_the_two():
    with pytest.raises(ValueError, match="accepted"):
        Wanted(tracked="rejected")
