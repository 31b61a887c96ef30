"""What was filled in: the values of text fields and the words of text notes drawn on a page."""

from __future__ import annotations

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium

from contract_lint.documents.pdf.lines import Box, Line

_MOST = 2000


def fields(page: pypdfium2.PdfPage, number: int) -> list[Line]:
    """The filled-in texts of a page, from top to bottom."""
    found = []
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, at)
        if not annotation:
            continue
        text, box = _filled(annotation), _box(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if text.strip() and box:
            size = min(box[3] - box[1], 12.0)
            place = (box[0], box[2], box[1], size, box[0])
            found.append(Line(number, " ".join(text.split()), box, *place))
    return sorted(found, key=lambda line: (-line.base, line.left))


def _filled(annotation: pdfium.FPDF_ANNOTATION) -> str:
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    if kind == pdfium.FPDF_ANNOT_FREETEXT:
        return _string(annotation, b"Contents")
    if kind == pdfium.FPDF_ANNOT_WIDGET and _string(annotation, b"FT") in ("Tx", "Ch"):
        return _string(annotation, b"V")
    return ""


def _string(annotation: pdfium.FPDF_ANNOTATION, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    target = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    pdfium.FPDFAnnot_GetStringValue(annotation, key, target, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")


def _box(annotation: pdfium.FPDF_ANNOTATION) -> Box | None:
    rectangle = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(rectangle)):
        return None
    return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
