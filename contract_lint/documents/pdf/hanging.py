"""What was filled in or hung on a page: values of fields, words of text notes, and attached files by name."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2
import pypdfium2.raw as pdfium
from msgspec import Struct

from contract_lint.documents.pdf.lines import Box, Line, tame

NOT_OPENED = "attachments are not opened; check it by itself"
_MOST = 2000
_LONGEST = 100_000  # bytes of a value
_VALUED = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
_PASSWORD = 1 << 13  # the flag of a field that shows no letters
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
Getter = Callable[[object, int], int]


class Hung(Struct, frozen=True):
    """The filled-in texts of a page from top to bottom, and the names of the files hung on it."""

    filled: tuple[Line, ...] = ()
    attached: tuple[str, ...] = ()


def hung_on(page: pypdfium2.PdfPage, number: int) -> Hung:
    """What a reader sees on the page that is no part of its text."""
    form = page.formenv.raw if page.formenv else None
    filled, attached = [], []
    for annotation in _each(page):
        if pdfium.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
            continue
        text, box = " ".join(_filled(annotation, form).split()), _box(annotation)
        if text and box:
            size = max(0.1, min(box[3] - box[1], 12.0))
            filled.append(Line(number, text, box, box[0], box[2], box[1], size, box[0]))
        if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_FILEATTACHMENT:
            attached.append(_attached(annotation))
    return Hung(tuple(sorted(filled, key=lambda line: (-line.base, line.left))), tuple(attached))


def attachments(document: pypdfium2.PdfDocument) -> list[str]:
    """The names of the files that a document carries."""
    count = min(max(0, pdfium.FPDFDoc_GetAttachmentCount(document.raw)), _MOST)
    return [_name(pdfium.FPDFDoc_GetAttachment(document.raw, at)) for at in range(count)]


def _each(page: pypdfium2.PdfPage) -> Iterator[pdfium.FPDF_ANNOTATION]:
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, at)
        if annotation:
            yield annotation
            pdfium.FPDFPage_CloseAnnot(annotation)


def _filled(annotation: pdfium.FPDF_ANNOTATION, form: pdfium.FPDF_FORMHANDLE | None) -> str:
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    if kind == pdfium.FPDF_ANNOT_FREETEXT:
        return _string(lambda to, size: pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", to, size))
    if kind != pdfium.FPDF_ANNOT_WIDGET or form is None:
        return ""
    if pdfium.FPDFAnnot_GetFormFieldType(form, annotation) not in _VALUED:
        return ""
    if pdfium.FPDFAnnot_GetFormFieldFlags(form, annotation) & _PASSWORD:
        return ""
    return _string(lambda to, size: pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, to, size))


def _attached(annotation: pdfium.FPDF_ANNOTATION) -> str:
    return _name(pdfium.FPDFAnnot_GetFileAttachment(annotation))


def _name(attachment: pdfium.FPDF_ATTACHMENT) -> str:
    if not attachment:
        return ""
    return _string(lambda to, size: pdfium.FPDFAttachment_GetName(attachment, to, size))


def _string(get: Getter) -> str:
    """A string of PDFium: asked for its length in bytes first, then for its UTF-16."""
    length = get(None, 0)
    if not 2 < length <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(length)
    get(ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")


def _box(annotation: pdfium.FPDF_ANNOTATION) -> Box | None:
    rectangle = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(rectangle)):
        return None
    left, bottom, right, top = rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
    return tame(left), tame(bottom), tame(right), tame(top)
