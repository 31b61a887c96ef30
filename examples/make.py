"""Make the Word and PDF contracts in this folder from their plain texts, always the same bytes.

    python examples/make.py

`sportschool.txt` and `hosting.txt` are the sources: a title, a version, and articles with numbered clauses,
lettered items and definitions. In Word the numbers are Word's own; the PDF has two columns.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

FOLDER = Path(__file__).parent
SOURCES = ("hosting.txt", "sportschool.txt")
WRITTEN = datetime(2026, 3, 1)

_KINDS = {
    "article": re.compile(r"(?P<number>(?:Artikel|Article) \d+\.) (?P<words>.+)"),
    "clause": re.compile(r"(?P<number>\d+\.\d+\.) (?P<words>.+)"),
    "item": re.compile(r"(?P<number>[a-z]\.) (?P<words>.+)"),
    "definition": re.compile(r"(?P<number>[A-Z][\w ]{1,30}): (?P<words>.+)"),
}


class Line(NamedTuple):
    """A paragraph: what it is, its number or the name it defines, and its words."""

    kind: str
    number: str
    words: str


def parse(source: str) -> list[Line]:
    """The paragraphs of a source, title and version first."""
    title, version, *rest = [line for line in source.splitlines() if line.strip()]
    return [Line("title", "", title), Line("version", "", version), *map(_line, rest)]


def _line(text: str) -> Line:
    found = ((kind, pattern.fullmatch(text)) for kind, pattern in _KINDS.items())
    kind, match = next((kind, match) for kind, match in found if match)
    return Line(kind, match["number"], match["words"])


def as_markdown(lines: Iterable[Line]) -> str:
    """The contract as Markdown, its definitions in a table."""
    shapes = {
        "title": "# {words}\n",
        "version": "{words}\n",
        "article": "\n## {number} {words}\n",
        "clause": "\n{number} {words}\n",
        "item": "\n{number} {words}\n",
        "definition": "| {number} | {words} |",
    }
    told, before = list[str](), ""
    for line in lines:
        if line.kind == "definition" != before:
            told.append("| | |\n|---|---|")
        told.append(shapes[line.kind].format(**line._asdict()))
        before = line.kind
    return "\n".join(told) + "\n"


def as_html(lines: Iterable[Line]) -> str:
    """The contract as a page of a site: a menu and a footer around it, its definitions in a list."""
    shapes = {
        "title": "<h1>{words}</h1>",
        "version": "<p>{words}</p>",
        "article": "<h2>{number} {words}</h2>",
        "clause": "<p>{number} {words}</p>",
        "item": "<p>{number} {words}</p>",
        "definition": "<dl><dt>{number}</dt><dd>{words}</dd></dl>",
    }
    menu = '<nav><a href="/">Home</a> <a href="/contact">Contact</a></nav>'
    told = (shapes[line.kind].format(number=escape(line.number), words=escape(line.words)) for line in lines)
    text = "\n".join(told)
    return f"<!DOCTYPE html>\n<html><body>{menu}\n<main>\n{text}\n</main>{menu}</body></html>\n"


def as_docx(lines: Sequence[Line]) -> bytes:
    """The contract as Word keeps it: automatic numbers, a table of definitions, header and footer."""
    from docx import Document
    from docx.shared import Cm, Pt

    document = Document()
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(10.5)
    number = _add_numbering(document, "Artikel" if lines[2].number.startswith("Artikel") else "Article")
    table = None
    for kind, name, words in lines:
        if kind == "definition":
            table = table or document.add_table(0, 2, "Table Grid")
            cells = table.add_row().cells
            for column, text, width in zip((0, 1), (name, words), (Cm(3.5), Cm(11.7)), strict=True):
                cells[column].text, cells[column].width = text, width
                table.columns[column].width = width
        else:
            style = {"title": "Title", "version": "Subtitle", "article": "Heading 2"}.get(kind)
            paragraph = document.add_paragraph(words, style)
            if kind in _LEVELS:
                _number(paragraph, number, _LEVELS[kind])
    _add_margins(document, f"{lines[0].words} · {lines[1].words}")
    properties = document.core_properties
    properties.title, properties.author, properties.comments = lines[0].words, "", ""
    properties.created = properties.modified = WRITTEN
    file = io.BytesIO()
    document.save(file)
    return _without_dates(file.getvalue())


_LEVELS = {"article": 0, "clause": 1, "item": 2}
_NUMBERING = """<w:abstractNum xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>{}</w:abstractNum>"""
_LEVEL = """<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/>
<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{}" w:hanging="{}"/></w:pPr></w:lvl>"""


def _add_numbering(document: Any, word: str) -> int:  # noqa: ANN401 - a python-docx document
    """A numbering of three levels, "Artikel 1.", "1.1." and "a."; gives its id."""
    from docx.oxml import parse_xml

    rows = (
        ("decimal", f"{word} %1.", 0, 0),
        ("decimal", "%1.%2.", 600, 600),
        ("lowerLetter", "%3.", 960, 360),
    )
    levels = "".join(_LEVEL.format(depth, *row) for depth, row in enumerate(rows))
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(_NUMBERING.format(levels)))
    return int(numbering.add_num(90).numId)


def _number(paragraph: Any, number: int, level: int) -> None:  # noqa: ANN401
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def _add_margins(document: Any, header: str) -> None:  # noqa: ANN401
    """The running header, and a footer with the number of the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    section = document.sections[0]
    section.header.paragraphs[0].text = header
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    section.footer.paragraphs[0].alignment = 1
    section.footer.paragraphs[0]._p.append(field)


def _without_dates(content: bytes) -> bytes:
    """The same package with the same date on every part."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, WRITTEN.timetuple()[:6]), old.read(name), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def as_pdf(lines: Sequence[Line]) -> bytes:
    """The contract as a printer gives it: two columns, a running header, numbered pages."""
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import BaseDocTemplate, FrameBreak, NextPageTemplate

    file = io.BytesIO()
    pages = BaseDocTemplate(file, pagesize=A4, invariant=1, title=lines[0].words, author="", lang=None)
    pages.addPageTemplates(_templates(*A4, f"{lines[0].words} · {lines[1].words}"))
    styles = _styles()
    story = [_paragraph(line, styles) for line in lines[:2]]
    story += [NextPageTemplate("further"), FrameBreak(), *_flowing(lines[2:], styles)]
    pages.build(story)
    return file.getvalue()


def _templates(width: float, height: float, header: str) -> list[Any]:
    """The first page, with a frame for the title above its columns, and the pages after it."""
    from reportlab.platypus import Frame, PageTemplate

    edge, column, top = 54, (width - 2 * 54 - 24) / 2, height - 72

    def frames(top: float) -> list[Any]:
        lefts = (edge, edge + column + 24)
        return [Frame(left, 60, column, top - 60, 0, 0, 0, 0) for left in lefts]

    def margins(canvas: Any, pages: Any) -> None:  # noqa: ANN401
        canvas.setFont("Helvetica", 7.5)
        canvas.drawString(edge, height - 42, header)
        canvas.drawCentredString(width / 2, 36, str(pages.page))

    title = Frame(edge, top - 60, width - 2 * edge, 60, 0, 0, 0, 0)
    first = PageTemplate("first", [title, *frames(top - 70)], onPage=margins)
    return [first, PageTemplate("further", frames(top), onPage=margins)]


def _styles() -> dict[str, Any]:
    from reportlab.lib.styles import ParagraphStyle as Style

    body = Style("body", fontName="Helvetica", fontSize=10, leading=13.5, spaceAfter=6)
    bold = Style("bold", body, fontName="Helvetica-Bold")
    return {
        "title": Style("title", bold, fontSize=17, leading=22),
        "version": Style("version", body, textColor="#555555"),
        "article": Style("article", bold, fontSize=11, spaceBefore=8, keepWithNext=1),
        "clause": Style("clause", body, leftIndent=26),
        "item": Style("item", body, leftIndent=42, bulletIndent=26, spaceAfter=4),
        "name": Style("name", bold, spaceAfter=0),
        "definition": Style("definition", body, spaceAfter=0),
    }


def _paragraph(line: Line, styles: dict[str, Any]) -> Any:  # noqa: ANN401 - a flowable
    from reportlab.platypus import Paragraph

    if line.kind in ("clause", "item"):
        return Paragraph(escape(line.words), styles[line.kind], bulletText=line.number)
    return Paragraph(escape(f"{line.number} {line.words}".strip()), styles[line.kind])


def _flowing(lines: Sequence[Line], styles: dict[str, Any]) -> list[Any]:
    from reportlab.platypus import Paragraph, Table

    defined = [
        [Paragraph(escape(name), styles["name"]), Paragraph(escape(words), styles["definition"])]
        for kind, name, words in lines
        if kind == "definition"
    ]
    ruled = [("LINEBELOW", (0, 0), (-1, -1), 0.4, "#bbbbbb"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    table = Table(defined, colWidths=(82, 149), style=ruled, hAlign="LEFT", spaceAfter=6)
    story = [None if line.kind == "definition" else _paragraph(line, styles) for line in lines]
    first = story.index(None)
    return [*story[:first], table, *(part for part in story[first:] if part)]


def main() -> None:
    """Write the DOCX and the PDF beside every source."""
    for name in SOURCES:
        lines = parse((FOLDER / name).read_text("utf-8"))
        for suffix, make in ((".docx", as_docx), (".pdf", as_pdf)):
            path = (FOLDER / name).with_suffix(suffix)
            path.write_bytes(make(lines))
            sys.stdout.write(f"{path.name}\n")


if __name__ == "__main__":
    main()
