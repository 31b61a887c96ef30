"""Reading PDF: PDFium's lines are put in reading order and joined into paragraphs."""

from __future__ import annotations

from pathlib import Path

from contract_lint.documents.assembly import Assembly
from contract_lint.documents.pdf.opening import contents, is_cut_off, opened
from contract_lint.documents.pdf.scans import recognised
from contract_lint.documents.pdf.sheets import sheets
from contract_lint.documents.pdf.writing import write
from contract_lint.documents.wanted import AS_USUAL, Wanted
from contract_lint.model import Document, Unreadable


def read(source: Path | bytes, name: str, wanted: Wanted = AS_USUAL) -> Document:
    """The text of a PDF in reading order; `Unreadable` when nothing at all can be read."""
    data, most = contents(source, name), wanted.limits.pages
    assembly = Assembly(name, "pdf")
    with opened(data, name, wanted.password) as document:
        pages = list(sheets(document, wanted.limits))
        total = len(document)
        if wanted.ocr:
            pages = recognised(document, pages, wanted, name)
    if not pages or all(page.fault for page in pages):
        raise Unreadable(f"{name} has no page that can be read. Save it again as PDF from its source.")
    if total > most:
        reason = f"only the first {most} pages are read; split the document"
        assembly.unread(f"pages {most + 1} to {total}", reason, page=most + 1)
    if is_cut_off(data):
        assembly.unread("the end of the file", "the file is cut off; download or copy it again")
    write(assembly, pages)
    return assembly.document()
