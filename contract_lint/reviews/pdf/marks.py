"""The annotations of a review, drawn for viewers that do not draw them by themselves."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from pypdf import PdfWriter
from pypdf.annotations import Highlight, MarkupAnnotation, Text
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from contract_lint.model import Severity
from contract_lint.reviews.pdf.words import Box

_COLORS = {
    Severity.ERROR: (1.0, 0.72, 0.70),
    Severity.WARNING: (1.0, 0.88, 0.45),
    Severity.NOTE: (0.72, 0.86, 1.0),
}
_PRINTED = 4  # the flag of annotations that are printed too
_NOTE_SIZE, _NOTE_STEP = 20.0, 24.0


class Signature(Struct, frozen=True):
    """Who made a mark, and when, as PDF writes dates."""

    author: str
    date: str


def highlight(
    writer: PdfWriter, page: int, boxes: Sequence[Box], text: str, severity: Severity, signature: Signature
) -> None:
    """Mark words on a page (from 1), with a note that says why."""
    left, bottom, right, top = _bounds(boxes)
    corners = (
        value for a, b, c, d in boxes for value in (a, d, c, d, a, b, c, b)
    )  # top left, top right, bottom left, bottom right
    mark = Highlight(rect=(left, bottom, right, top), quad_points=ArrayObject(map(FloatObject, corners)))
    mark[NameObject("/C")] = ArrayObject(map(FloatObject, _COLORS[severity]))
    drawn = writer._add_object(_drawing(boxes, _COLORS[severity]))
    mark[NameObject("/AP")] = DictionaryObject({NameObject("/N"): drawn})
    _sign(mark, text, signature)
    writer.add_annotation(page - 1, mark)


def note(writer: PdfWriter, text: str, position: int, severity: Severity, signature: Signature) -> None:
    """Put a note at the top right of the first page, below the `position` ones that are there."""
    box = writer.pages[0].mediabox
    right, top = float(box.right) - 8, float(box.top) - 8 - position * _NOTE_STEP
    mark = Text(rect=(right - _NOTE_SIZE, top - _NOTE_SIZE, right, top), text=text)
    mark[NameObject("/C")] = ArrayObject(map(FloatObject, _COLORS[severity]))
    mark[NameObject("/Name")] = NameObject("/Note")
    _sign(mark, text, signature)
    writer.add_annotation(0, mark)


def _sign(mark: MarkupAnnotation, text: str, signature: Signature) -> None:
    mark[NameObject("/Contents")] = TextStringObject(text)
    mark[NameObject("/T")] = TextStringObject(signature.author)
    mark[NameObject("/M")] = TextStringObject(signature.date)
    mark[NameObject("/F")] = NumberObject(_PRINTED)


def _drawing(boxes: Sequence[Box], color: tuple[float, float, float]) -> DecodedStreamObject:
    """What a highlight looks like: boxes of colour through which the words show."""
    shaped = "".join(f"{a:.2f} {b:.2f} {c - a:.2f} {d - b:.2f} re\n" for a, b, c, d in boxes)
    stream = DecodedStreamObject()
    stream.set_data(f"/Through gs {color[0]} {color[1]} {color[2]} rg\n{shaped}f\n".encode())
    blend = DictionaryObject(
        {NameObject("/Type"): NameObject("/ExtGState"), NameObject("/BM"): NameObject("/Multiply")}
    )
    states = DictionaryObject({NameObject("/Through"): blend})
    stream.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(map(FloatObject, _bounds(boxes))),
            NameObject("/Resources"): DictionaryObject({NameObject("/ExtGState"): states}),
        }
    )
    return stream


def _bounds(boxes: Sequence[Box]) -> Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
