"""Writing a review behind the bytes of a PDF, which stay as they are: a signature still holds for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO

import pypdfium2
from msgspec import Struct
from pypdf import PdfReader, PdfWriter
from pypdf.generic import Fit

from contract_lint.model import Clause, Contract, Evidence, Finding
from contract_lint.reviews.dates import moment
from contract_lint.reviews.pdf.marks import Signature, highlight, note
from contract_lint.reviews.pdf.words import Box, Words
from contract_lint.reviews.plan import Item, Settings
from contract_lint.reviews.remarks import Line, remark, repeated
from contract_lint.reviews.result import Reviewed, Trouble, Unreviewable

_ENCRYPTED = "it is encrypted, and nothing can be added to that; save a copy without a password and review it"
_DAMAGED = "nothing can be added to it, for its structure is damaged; print or save it as PDF again"
_SIGNED = "its digital signature holds for the document as it was; the remarks stand behind that"


class _Mark(Struct, frozen=True):
    """A remark with its place on one page (from 1)."""

    finding: Finding
    page: int
    boxes: list[Box]
    lines: list[Line]
    first: bool  # of its finding: named in the outline


def write(data: bytes, contract: Contract, items: Sequence[Item], settings: Settings) -> Reviewed:
    """The PDF with highlights on the words of the findings, notes that say why, and an outline of them."""
    if not items:
        return Reviewed(data)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            raise Unreviewable(_ENCRYPTED)
        marks, troubles = _marks(data, contract, items, settings)
        content = _written(reader, contract, items, marks, settings)
    except Unreviewable:
        raise
    except Exception as fault:  # pypdf raises of everything on what is not well formed
        raise Unreviewable(_DAMAGED) from fault
    _check(data, content)
    notes = (_SIGNED,) if b"/ByteRange" in data else ()
    return Reviewed(content, 0, len(items) - len(troubles), tuple(troubles), notes)


def _marks(
    data: bytes, contract: Contract, items: Sequence[Item], settings: Settings
) -> tuple[list[_Mark], list[Trouble]]:
    """Where all remarks go; and those whose words were not found on a page."""
    document = contract.document
    marks, troubles = list[_Mark](), list[Trouble]()
    pdf = pypdfium2.PdfDocument(data)
    try:
        words = Words(document, pdf)
        for item in items:
            for evidence, lines in _remarks(item.finding, contract, settings):
                places = words.boxes(evidence.span)
                if not places:
                    told = f"the highlight of “{document.quote(evidence.span)}”"
                    troubles.append(Trouble(item.finding, told, "the words have no place on a page"))
                for page, boxes in places.items():
                    first = evidence is item.finding.evidence and page == min(places)
                    marks.append(_Mark(item.finding, page, boxes, lines, first))
    finally:
        pdf.close()
    return marks, troubles


def _remarks(
    finding: Finding, contract: Contract, settings: Settings
) -> Iterator[tuple[Evidence, list[Line]]]:
    document, language = contract.document, settings.language
    if finding.evidence is not None:
        yield finding.evidence, remark(finding, document, language, written=False)
        for further in finding.also:
            yield further, repeated(finding, document, language)


def _written(
    reader: PdfReader, contract: Contract, items: Sequence[Item], marks: Sequence[_Mark], settings: Settings
) -> bytes:
    writer = PdfWriter(reader, incremental=True)
    date = "D:{:04}{:02}{:02}{:02}{:02}{:02}Z".format(*moment(settings.epoch))
    signature = Signature(settings.author, date)
    for mark in marks:
        highlight(writer, mark.page, mark.boxes, _text(mark.lines), mark.finding.severity, signature)
    missing = [item.finding for item in items if item.finding.evidence is None]
    for position, finding in enumerate(missing):
        told = _text(remark(finding, contract.document, settings.language, written=False))
        note(writer, told, position, finding.severity, signature)
    _add_outline(writer, contract, missing, [mark for mark in marks if mark.first], settings)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def _add_outline(
    writer: PdfWriter,
    contract: Contract,
    missing: Sequence[Finding],
    marks: Sequence[_Mark],
    settings: Settings,
) -> None:
    """Bookmarks to all findings, by clause, behind those that are there."""
    root = writer.add_outline_item(
        title=f"{settings.author} ({len(marks) + len(missing)})", page_number=0, fit=Fit.fit()
    )
    for mark in marks:
        clause = contract.clauses[mark.finding.clause] if mark.finding.clause is not None else None
        top = max(box[3] for box in mark.boxes)
        fit = Fit.xyz(left=0, top=top + 24)
        writer.add_outline_item(
            title=_entry(mark.finding, clause), page_number=mark.page - 1, parent=root, fit=fit
        )
    for finding in missing:
        writer.add_outline_item(title=_entry(finding, None), page_number=0, parent=root, fit=Fit.fit())


def _entry(finding: Finding, clause: Clause | None) -> str:
    name = clause.number or clause.heading if clause else ""
    return f"{name}  {finding.title}" if name else finding.title


def _text(lines: Sequence[Line]) -> str:
    return "\n\n".join(line.text for line in lines)


def _check(before: bytes, after: bytes) -> None:
    """Whether the file still opens with all its pages, and begins with what it was."""
    try:
        counts = [_pages(data) for data in (before, after)]
    except pypdfium2.PdfiumError as fault:
        raise Unreviewable(_DAMAGED) from fault
    if counts[0] != counts[1] or not after.startswith(before):
        raise Unreviewable(_DAMAGED)


def _pages(data: bytes) -> int:
    pdf = pypdfium2.PdfDocument(data)
    try:
        return len(pdf)
    finally:
        pdf.close()
