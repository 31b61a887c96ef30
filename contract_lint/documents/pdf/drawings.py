"""What is drawn on a page besides text: pictures, and the rules of a table."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium
from msgspec import Struct, field

from contract_lint.documents.pdf.lines import Box, tame

_MOST_OBJECTS = 20_000
_THIN = 3.0
_APART = 3.0
Affine = tuple[float, float, float, float, float, float]
_SAME: Affine = (1, 0, 0, 1, 0, 0)


class Drawing(Struct):
    """Rules as (place, from, to), the boxes of pictures, and the number of drawn shapes."""

    across: list[tuple[float, float, float]] = field(default_factory=list)
    down: list[tuple[float, float, float]] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    shapes: int = 0

    def pictured(self, width: float, height: float) -> bool:
        """Whether pictures or shapes cover so much of the page that text may be among them."""
        return self._share(width, height) > 0.05 or len(self.pictures) > 9 or self.shapes > 99

    def covered(self, width: float, height: float) -> bool:
        """Whether pictures take up most of the page."""
        return self._share(width, height) > 0.5

    def _share(self, width: float, height: float) -> float:
        area = sum((right - left) * (top - bottom) for left, bottom, right, top in self.pictures)
        return area / max(width * height, 1.0)

    def is_grid(self) -> bool:
        """Whether rules cross each other as in a table of two rows and two columns at least."""
        crossings = [
            (x, y)
            for y, left, right in self.across[:400]
            for x, bottom, top in self.down[:400]
            if left - _APART <= x <= right + _APART and bottom - _APART <= y <= top + _APART
        ]
        return _distinct(x for x, _ in crossings) >= 3 and _distinct(y for _, y in crossings) >= 3


def drawing(page: pypdfium2.PdfPage) -> Drawing:
    """Look through the objects of a page, without reading its text."""
    found = Drawing()
    for kind, handle, matrix in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            found.shapes += 1
            _add_path(found, handle, matrix)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            box = _bounds(handle, matrix)
            if box is not None:
                found.pictures.append(box)
    return found


def _distinct(values: Iterator[float]) -> int:
    count, last = 0, None
    for value in sorted(values):
        if last is None or value - last > _APART:
            count, last = count + 1, value
    return count


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[int, pdfium.FPDF_PAGEOBJECT, Affine]]:
    """The objects of a page and of the forms on it, each with the matrix of its form."""
    get, kind_of = pdfium.FPDFPage_GetObject, pdfium.FPDFPageObj_GetType
    left = min(pdfium.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)
    for at in range(left):
        handle = get(page.raw, at)
        kind = kind_of(handle)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            matrix = _matrix(handle)
            for inner in range(min(pdfium.FPDFFormObj_CountObjects(handle), _MOST_OBJECTS)):
                part = pdfium.FPDFFormObj_GetObject(handle, inner)
                yield kind_of(part), part, matrix
        elif kind != pdfium.FPDF_PAGEOBJ_TEXT:
            yield kind, handle, _SAME


def _matrix(handle: pdfium.FPDF_PAGEOBJECT) -> Affine:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, ctypes.byref(matrix)):
        return _SAME
    a, b, c, d, e, f = map(tame, (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f))
    return a, b, c, d, e, f


def _moved(x: float, y: float, by: Affine) -> tuple[float, float]:
    return by[0] * x + by[2] * y + by[4], by[1] * x + by[3] * y + by[5]


def _bounds(handle: pdfium.FPDF_PAGEOBJECT, matrix: Affine) -> Box | None:
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(handle, *map(ctypes.byref, edges)):
        return None
    left, bottom, right, top = (tame(edge.value) for edge in edges)
    if matrix == _SAME:
        return left, bottom, right, top
    (x, y), (z, u) = _moved(left, bottom, matrix), _moved(right, top, matrix)
    return min(x, z), min(y, u), max(x, z), max(y, u)


def _add_path(found: Drawing, handle: pdfium.FPDF_PAGEOBJECT, matrix: Affine) -> None:
    """A thin path is one rule, a rectangle has four, a path of many straight strokes may be a grid."""
    box = _bounds(handle, matrix)
    if box is None:
        return
    left, bottom, right, top = box
    if top - bottom <= _THIN or right - left <= _THIN:
        _add_rule(found, (left, bottom), (right, top))
        return
    count = pdfium.FPDFPath_CountSegments(handle)
    if count <= 6:
        found.across += [(bottom, left, right), (top, left, right)]
        found.down += [(left, bottom, top), (right, bottom, top)]
    elif count <= 2000:
        _add_strokes(found, handle, count, matrix)


def _add_strokes(found: Drawing, handle: pdfium.FPDF_PAGEOBJECT, count: int, matrix: Affine) -> None:
    own, x, y = _matrix(handle), ctypes.c_float(), ctypes.c_float()
    last = None
    for at in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(handle, at)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        x_, y_ = _moved(*_moved(x.value, y.value, own), matrix)
        point = tame(x_), tame(y_)
        if kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
            _add_rule(found, last, point)
        last = point


def _add_rule(found: Drawing, start: tuple[float, float], end: tuple[float, float]) -> None:
    (left, right), (bottom, top) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    if top - bottom <= _THIN < right - left:
        found.across.append(((bottom + top) / 2, left, right))
    elif right - left <= _THIN < top - bottom:
        found.down.append(((left + right) / 2, bottom, top))
