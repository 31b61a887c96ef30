"""Pages that are pictures: which they are, and the lines that OCR recognises on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import fmean, median

import pypdfium2
from msgspec import Struct
from msgspec.structs import replace

from contract_lint.documents.pdf import tesseract
from contract_lint.documents.pdf.columns import columns
from contract_lint.documents.pdf.lines import Box, Line, around
from contract_lint.documents.pdf.margins import margins
from contract_lint.documents.pdf.pieces import turned
from contract_lint.documents.pdf.sheets import Recognition, Sheet
from contract_lint.documents.pdf.tesseract import Word
from contract_lint.documents.wanted import Wanted

_DOTS = 300  # per inch
_MOST_PIXELS = 30_000_000
_POINTS = 72  # per inch
_UPRIGHT = 70.0  # a picture recognised less surely may lie on its side
_DOUBTFUL = 60.0  # a word recognised less surely may be another
_EDGE = 0.1  # of the height of a page: a scanner's own line stands there
_ODD = 0.35  # how far the height of a line may be from the usual one and count as that
_HOLE = 1.0  # of the height of a line
_DESCENDING = frozenset("gjpqyQ,;()")
_DESCENT = 0.2  # of the size of a letter


def is_scan(page: Sheet, left: Iterable[Line]) -> bool:
    """Whether a page is a picture; `left` are its lines that are no header or footer."""
    if page.recognition is not None or page.fault:
        return False
    edge = _EDGE * (page.head - page.foot)
    inner = any(page.foot + edge < line.base < page.head - edge for line in left)
    return page.garbled or (page.pictured and not left) or (page.covered and not inner)


def recognised(
    document: pypdfium2.PdfDocument, pages: Sequence[Sheet], wanted: Wanted, name: str
) -> list[Sheet]:
    """The pages, those that are pictures with the text that OCR found on them."""
    edge = margins([page.flow for page in pages], [(page.foot, page.head) for page in pages])
    scans = [
        page
        for page, gone in zip(pages, edge, strict=True)
        if is_scan(page, [line for line in page.flow if line not in gone])
    ]
    lacking = tesseract.lacking() if scans else ""
    found = {page.number: page for page in pages}
    for count, page in enumerate(scans, 1):
        if lacking:
            found[page.number] = replace(page, unrecognised=f"OCR needs {lacking}")
            continue
        if wanted.progress:
            wanted.progress(f"{name}: recognising page {page.number} ({count} of {len(scans)})")
        found[page.number] = _recognised(document, page, wanted.limits.recognition)
    return [found[page.number] for page in pages]


def _recognised(document: pypdfium2.PdfDocument, page: Sheet, seconds: int) -> Sheet:
    opened = document[page.number - 1]
    opened.set_rotation(0)
    try:
        read = _upright(opened, page, seconds)
    except tesseract.Failed as failed:
        return replace(page, unrecognised=str(failed))
    finally:
        opened.close()
    return read


def _upright(opened: pypdfium2.PdfPage, page: Sheet, seconds: int) -> Sheet:
    """The page as recognised the way it is shown, or turned where that is evidently not upright."""
    read = _read(opened, page, page.rotation, seconds)
    if _sure(read) >= _UPRIGHT:
        return read
    picture, dots = _picture(opened, page.rotation)
    turn = tesseract.turned_by(picture, dots, seconds)
    again = _read(opened, page, (page.rotation + turn) % 360, seconds) if turn else read
    return max(read, again, key=_sure)


def _sure(page: Sheet) -> float:
    return page.recognition.confidence if page.recognition else 0.0


def _read(opened: pypdfium2.PdfPage, page: Sheet, turn: int, seconds: int) -> Sheet:
    picture, dots = _picture(opened, turn)
    place = _Place(page.number, opened.get_bbox(), dots / _POINTS, turn)
    words = tesseract.words(picture, dots, seconds)
    found = _lines(words, place)
    if len(columns(found)) > 1:
        words = tesseract.words(picture, dots, seconds, columns=True)
        found = _lines(words, place)
    bounds = place.bounds
    _, foot, _, head = turned(bounds, turn)
    return replace(
        page, foot=foot, head=head, flow=tuple(found), aside=(), garbled=False, recognition=_judged(words)
    )


def _judged(words: Sequence[Word]) -> Recognition:
    sure = fmean(word.confidence for word in words) if words else 0.0
    return Recognition(sure, len(words), sum(word.confidence < _DOUBTFUL for word in words))


def _picture(opened: pypdfium2.PdfPage, turn: int) -> tuple[bytes, int]:
    """The page in greys as PGM, and its dots per inch: fewer where the page is huge."""
    width, height = opened.get_size()
    area = max(width * height, 1.0) / _POINTS**2
    dots = max(1, min(_DOTS, int((_MOST_PIXELS / area) ** 0.5)))
    bitmap = opened.render(scale=dots / _POINTS, rotation=turn, grayscale=True)
    pixels, wide, stride = bytes(bitmap.buffer), bitmap.width, bitmap.stride
    rows = (pixels[at : at + wide] for at in range(0, bitmap.height * stride, stride))
    head = b"P5 %d %d 255\n" % (wide, bitmap.height)
    bitmap.close()
    return head + b"".join(rows), dots


class _Place(Struct, frozen=True):
    """Where a picture lies: its page, the edges of that in points, pixels per point, its turn clockwise."""

    page: int
    bounds: Box
    scale: float
    turn: int

    def box(self, word: Word) -> Box:
        """The box of a word in points of the page as it lies unturned."""
        left, bottom, right, top = self.bounds
        near, upper, far, lower = (
            edge / self.scale for edge in (word.left, word.top, word.right, word.bottom)
        )
        if self.turn == 90:
            return left + upper, bottom + near, left + lower, bottom + far
        if self.turn == 180:
            return right - far, bottom + upper, right - near, bottom + lower
        if self.turn == 270:
            return right - lower, top - far, right - upper, top - near
        return left + near, top - lower, left + far, top - upper


def _lines(words: Sequence[Word], place: _Place) -> list[Line]:
    rows = [list(row) for _, row in groupby(words, key=lambda word: word.line)]
    usual = median([_height(row) for row in rows]) if rows else 0.0
    return [_line(piece, place, usual) for row in rows for piece in _pieces(row, usual)]


def _height(words: Sequence[Word]) -> float:
    return max(word.bottom for word in words) - min(word.top for word in words)


def _pieces(row: Sequence[Word], usual: float) -> Iterator[list[Word]]:
    """The words of a row, cut where a hole may be the space between two columns."""
    piece = [row[0]]
    for word in row[1:]:
        if word.left - piece[-1].right > _HOLE * usual:
            yield piece
            piece = []
        piece.append(word)
    yield piece


def _line(words: Sequence[Word], place: _Place, usual: float) -> Line:
    text = " ".join(word.text for word in words)
    box = around(place.box(word) for word in words)
    left, bottom, right, _ = turned(box, place.turn)
    height = _height(words)
    size = (usual if abs(height - usual) <= _ODD * usual else height) / place.scale
    base = bottom + _DESCENT * size if _DESCENDING & set(text) else bottom
    return Line(place.page, text, box, left, right, base, size, left)
