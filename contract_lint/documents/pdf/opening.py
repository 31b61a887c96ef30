"""Opening a PDF, or saying in one sentence why it cannot be read and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from contract_lint.documents.limits import Limits
from contract_lint.documents.pdf.hanging import NOT_OPENED, attachments
from contract_lint.model import Unread, Unreadable

_HEADER_WITHIN = 1024
_TRAILER_WITHIN = 2048


def contents(source: Path | bytes, name: str) -> bytes:
    """The bytes of a PDF; `Unreadable` when there are none, or when they are no PDF."""
    if isinstance(source, bytes):
        data = source
    else:
        try:
            data = source.read_bytes()
        except OSError as fault:
            reason = fault.strerror or type(fault).__name__
            raise Unreadable(f"{name} cannot be opened: {reason}. Check its path and rights.") from fault
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable(f"{name} is empty. Save or download it again.")
    if data.startswith(b"version https://git-lfs"):
        raise Unreadable(f"{name} is a Git LFS pointer, not the PDF itself. Run `git lfs pull` first.")
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        raise Unreadable(f"{name} is not a PDF. Check the file, or give it the extension of what it is.")
    return data


def _is_cut_off(data: bytes) -> bool:
    """Whether the end that every PDF has is missing."""
    return b"%%EOF" not in data[-_TRAILER_WITHIN:]


@contextmanager
def opened(data: bytes, name: str, password: str | None) -> Iterator[pypdfium2.PdfDocument]:
    """The PDFium document of these bytes, closed afterwards."""
    try:
        document = pypdfium2.PdfDocument(data, password=password)
    except (pypdfium2.PdfiumError, ValueError, OSError) as fault:
        raise Unreadable(_why(data, name, password)) from fault
    if document.get_formtype() != pdfium.FORMTYPE_NONE:
        document.init_forms()  # without it the values of some fields are not to be had; no script is run
    try:
        yield document
    finally:
        document.close()


def left_out(document: pypdfium2.PdfDocument, data: bytes, limits: Limits) -> Iterator[Unread]:
    """What the file holds besides the pages that are read."""
    total, most = len(document), limits.pages
    if total > most:
        reason = f"only the first {most} pages are read; split the document, or allow --limit pages=N"
        yield Unread(f"pages {most + 1} to {total}", reason, most + 1)
    if _is_cut_off(data):
        yield Unread("the end of the file", "the file is cut off; download or copy it again")
    if document.get_formtype() in (pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND):
        yield Unread("the form", "is an XFA form; print it to PDF, and check that")
    for name in attachments(document):
        yield Unread(f'the attachment "{name}"', NOT_OPENED)


def _why(data: bytes, name: str, password: str | None) -> str:
    error = pdfium.FPDF_GetLastError()
    if error == pdfium.FPDF_ERR_PASSWORD:
        if password:
            return f"{name} is encrypted and the password given does not open it. Give the right password."
        return f"{name} is encrypted. Give its password with --password-file, or save a copy without one."
    if error == pdfium.FPDF_ERR_SECURITY:
        return f"{name} is protected in a way that is not supported. Save a copy without protection."
    if _is_cut_off(data):
        return f"{name} is cut off: its end is missing. Download or copy it again."
    return f"{name} is damaged and cannot be opened. Save it again as PDF from its source."
