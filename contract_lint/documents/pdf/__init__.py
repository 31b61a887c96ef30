"""Reading PDF: PDFium's lines are put in reading order and joined into paragraphs."""

from __future__ import annotations

from pathlib import Path

from contract_lint.documents.assembly import Assembly
from contract_lint.documents.pdf.opening import contents, left_out, opened
from contract_lint.documents.pdf.scans import recognised
from contract_lint.documents.pdf.sheets import sheets
from contract_lint.documents.pdf.writing import write
from contract_lint.documents.wanted import AS_USUAL, Wanted
from contract_lint.model import Document, Unreadable


def read(source: Path | bytes, name: str, wanted: Wanted = AS_USUAL) -> Document:
    """The text of a PDF in reading order; `Unreadable` when nothing at all can be read."""
    data = contents(source, name)
    with opened(data, name, wanted.password) as document:
        pages = list(sheets(document, wanted.limits))
        gaps = list(left_out(document, data, wanted.limits))
        if wanted.ocr:
            pages = recognised(document, pages, wanted, name)
    if not pages or all(page.fault for page in pages):
        raise Unreadable(f"{name} has no page that can be read. Save it again as PDF from its source.")
    assembly = Assembly(name, "pdf")
    for gap in gaps:
        assembly.unread(gap.what, gap.reason, gap.page)
    write(assembly, pages)
    return assembly.document()
