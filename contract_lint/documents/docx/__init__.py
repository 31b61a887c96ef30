"""Reading Word documents (.docx): the text that Word shows, with every character's place in its run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from contract_lint.documents.assembly import Assembly
from contract_lint.documents.docx.changes import side_of
from contract_lint.documents.docx.comments import Comments
from contract_lint.documents.docx.numbering import Numbering
from contract_lint.documents.docx.package import Package
from contract_lint.documents.docx.paragraphs import Paragraphs
from contract_lint.documents.docx.stories import Stories
from contract_lint.documents.docx.styles import Styles
from contract_lint.documents.docx.tags import BODY, TEXT, WORD, Element
from contract_lint.documents.wanted import AS_USUAL, Wanted
from contract_lint.model import BlockKind, Document, Unreadable

_FEW_LETTERS = 150  # fewer, beside pictures, and the pictures are the document
_NOTES = (
    ("footnotes", "the footnotes", WORD + "footnote"),
    ("endnotes", "the endnotes", WORD + "endnote"),
)
_ORDINARY_NOTE = (None, "normal")


def read(source: Path | bytes, name: str, wanted: Wanted = AS_USUAL) -> Document:
    """Read a Word document, given as a file or its bytes; `name` becomes the document's path."""
    assembly = Assembly(name, "docx")
    try:
        package = Package(source if isinstance(source, bytes) else _file_bytes(source), wanted.limits)
        comments = _read_all(package, assembly, wanted)
    except Unreadable as fault:
        raise Unreadable(f"{name} {fault}") from None
    except RecursionError:
        raise Unreadable(f"{name} is nested deeper than can be read; save it again in Word") from None
    return comments.placed(assembly.document())


def _read_all(package: Package, assembly: Assembly, wanted: Wanted) -> Comments:
    body = package.main.find(BODY)
    if body is None:
        raise Unreadable("has no body; open it in Word and save it again")
    styles = Styles(_first(package, "styles", assembly, "the styles (headings and hidden text)"))
    numbering = Numbering(_first(package, "numbering", assembly, "the automatic numbers"))
    side = side_of(wanted.tracked)
    comments = Comments(_comments(package, assembly))
    stories = Stories(assembly, Paragraphs(styles, numbering, side), side, styles.language, comments)
    if package.has_macros():
        assembly.note("it holds macros; they are neither read nor run")
    stories.open(package.main)
    stories.read(body, BlockKind.BODY)
    _read_notes(package, assembly, stories)
    _read_margins(package, assembly, stories)
    _note_absent_text(stories, assembly)
    return comments


def _comments(package: Package, assembly: Assembly) -> Iterator[Element]:
    """The parts with comments, which are no text of the contract: a damaged one is no more than noted."""
    for name in package.related("comments"):
        try:
            yield package.root(name)
        except Unreadable as fault:
            assembly.note(f"the document {fault}; nothing in its comments is heeded")


def _read_notes(package: Package, assembly: Assembly, stories: Stories) -> None:
    for kind, what, tag in _NOTES:
        for root in _roots(package, kind, assembly, what):
            stories.open(root)
            for note in root.iterchildren(tag):
                if note.get(WORD + "type") in _ORDINARY_NOTE:  # others are the line above the notes
                    stories.read(note, BlockKind.NOTE)


def _read_margins(package: Package, assembly: Assembly, stories: Stories) -> None:
    """Headers and footers, each distinct one once: every section has its own, mostly the same."""
    seen = set[str]()
    for kind in ("header", "footer"):
        for root in _roots(package, kind, assembly, f"a {kind}"):
            stories.open(root, counts_on=bool(seen))
            words = "".join(text.text or "" for text in root.iter(TEXT)).strip()
            if not words or words not in seen:  # without words in runs there may be others
                stories.read(root, BlockKind.MARGIN)
            seen.add(words)


def _note_absent_text(stories: Stories, assembly: Assembly) -> None:
    if stories.letters < _FEW_LETTERS and stories.pictures:
        assembly.unread(
            "the pictures",
            "the document has only pictures and hardly any text; turn the pictures into text first",
        )
    elif not stories.letters:
        assembly.unread("the document", "it holds no text")
    else:
        for paragraph in dict.fromkeys(stories.scans):
            what = f"a picture as large as a page in paragraph {paragraph}"
            assembly.unread(what, "only text is read; turn the picture into text")


def _first(package: Package, kind: str, assembly: Assembly, what: str) -> Element | None:
    return next(_roots(package, kind, assembly, what), None)


def _roots(package: Package, kind: str, assembly: Assembly, what: str) -> Iterator[Element]:
    """The parts of one kind; a damaged one is noted and passed over, for the rest can be read."""
    for name in package.related(kind):
        try:
            yield package.root(name)
        except Unreadable as fault:
            assembly.unread(what, f"the document {fault}")


def _file_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise Unreadable(f"cannot be opened ({fault.strerror})") from None
