"""Reading HTML: the main text of a page as a browser shows it, with lines and columns of the source.

Nothing is loaded and nothing is run: no scripts, styles, pictures or frames.
"""

from __future__ import annotations

import re
from pathlib import Path

from contract_lint.documents.assembly import Assembly
from contract_lint.documents.html.furniture import is_edge, left_out, main_text, mark, measure
from contract_lint.documents.html.scanning import Lost
from contract_lint.documents.html.tree import Element, parse
from contract_lint.documents.html.writing import Writer
from contract_lint.documents.remarks import Parted
from contract_lint.documents.text_decoding import LINE_END, decode, note_lost
from contract_lint.documents.wanted import AS_USUAL, Wanted
from contract_lint.model import BlockKind, Document

_HEAD = 4096  # bytes in which a page tells its encoding; the standard says 1024
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
_ENCODINGS = re.compile(
    r"(?:utf-?8|iso-?8859-?\d{1,2}|latin-?\d|windows-?125\d|cp125\d|us-ascii|macintosh|koi8-[ru]|gb\w+|big5|euc-\w+)$",
    re.IGNORECASE,
)
_LATIN = re.compile(r"(?:iso-?8859-?1|latin-?1|us-ascii)$", re.IGNORECASE)
_COUNTED = re.compile(r"counter-increment\s*:")
_FEW_WORDS = 25


def read(source: Path | bytes, name: str, wanted: Wanted = AS_USUAL) -> Document:
    """Read a page; what is left out as furniture is told in the notes, what cannot be read as unread."""
    data = source if isinstance(source, bytes) else source.read_bytes()
    parted = Parted(decode(data, declared(data)))
    text = parted.text
    assembly = Assembly(name, "html")
    note_lost(text, assembly)
    page, lost = parse(text)
    measure(page, text)
    pieces = mark(page)
    main, edges = main_text(page, pieces), tuple(filter(is_edge, pieces))
    writer = Writer(text, assembly, wanted.tracked, parted.line)
    writer.write(main)
    for edge in edges:
        writer.write(edge, BlockKind.MARGIN)
    _note_end(text, lost, parted, assembly)
    aside = page.words - main.words + left_out(main) - sum(edge.words for edge in edges)
    _note(page, main, aside, writer.pictures, assembly)
    return parted.placed(assembly.document())


def declared(data: bytes) -> str:
    """The encoding that the page says it has, or nothing; Latin-1 means Windows-1252, as in browsers."""
    found = _CHARSET.search(data[:_HEAD])
    label = found[1].decode("ascii") if found else ""
    if _LATIN.match(label):
        return "cp1252"
    return label if _ENCODINGS.match(label) else ""


def _note_end(text: str, lost: Lost | None, parted: Parted, assembly: Assembly) -> None:
    if lost:
        reason = "a tag, comment or script that begins there has no end; no browser shows the rest"
        line = parted.line(len(LINE_END.findall(text, 0, lost.start)) + 1)
        assembly.unread(f"all after line {line}", reason)


def _note(page: Element, main: Element, aside: int, pictures: int, assembly: Assembly) -> None:
    if aside > 0:
        assembly.note(f"only the main text of the page is read; words left out as menus and such: {aside}")
    if any(_COUNTED.search(style.tag.content) for style in page.named("style")):
        assembly.note("its style sheet may number paragraphs; such numbers are not in the text")
    if page.words < _FEW_WORDS and pictures:
        assembly.unread("the pictures", "the page is pictures and hardly any text; turn them into text first")
    elif not main.words:
        assembly.unread("the document", "it shows no text; save a page that scripts fill from a browser")
