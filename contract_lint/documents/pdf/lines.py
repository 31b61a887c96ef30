"""A line of a page: its words, its place in the source, and the geometry that reading order needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

Box = tuple[float, float, float, float]  # left, bottom, right, top in PDF points

_BROKEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")  # characters that mean nothing
_BULLET = re.compile("^[\uf000-\uf0ff](?=\\s|$)")  # Word's Symbol and Wingdings bullets
_SPACE = re.compile(r"\s")
_FAR = 1e6
LINE_END = "\x02"  # a hyphen at a line end in the text of a page


class Line(Struct, frozen=True, eq=False):
    """Words that stand side by side, or a ruled table (`cells`) that stands in the flow as one line.

    `box` is in PDF points of the page; all other measures are in the direction of reading, `base`
    growing upward. `start` is where the words begin after a number or bullet. A line is itself alone.
    """

    page: int
    text: str
    box: Box
    left: float
    right: float
    base: float
    size: float
    start: float
    bold: bool = False  # the first word after a number, and the last
    bold_end: bool = False
    cells: tuple[tuple[Line, ...], ...] = ()

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of the box."""
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


def clean(raw: str) -> str:
    """The words of a raw piece of a text page: a hyphen for a line-end mark, no control characters."""
    text = raw.strip()
    if text and text[-1] == LINE_END:
        text = text[:-1] + "-"
    if text.isprintable():
        return text
    return _BULLET.sub("•", _BROKEN.sub("\ufffd", _SPACE.sub(" ", text)))


def tame(measure: float) -> float:
    """The measure, or the furthest that a page can reach: a damaged file may say infinite or no number."""
    return measure if -_FAR < measure < _FAR else max(-_FAR, min(_FAR, measure))


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all boxes."""
    if isinstance(boxes, list) and len(boxes) == 1:
        only: Box = boxes[0]
        return only
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def merged(pieces: Sequence[Line]) -> Line:
    """One line from the pieces that stand beside each other on it, from left to right."""
    if len(pieces) == 1:
        return pieces[0]
    pieces = sorted(pieces, key=lambda piece: piece.left)
    first, last = pieces[0], pieces[-1]
    widest = max(pieces, key=lambda piece: len(piece.text))
    return Line(
        page=first.page,
        text=" ".join(piece.text for piece in pieces),
        box=around(piece.box for piece in pieces),
        left=first.left,
        right=max(piece.right for piece in pieces),
        base=widest.base,
        size=widest.size,
        start=first.start if first.start > first.left else pieces[1].left,
        bold=widest.bold if first.start == first.left else first.bold,
        bold_end=last.bold_end,
    )


def rows(pieces: Iterable[Line]) -> list[Line]:
    """Whole lines from top to bottom, pieces on one baseline joined."""
    return [merged(group) for group in groups(pieces)]


def groups(pieces: Iterable[Line]) -> list[list[Line]]:
    """The pieces of each line, the lines from top to bottom."""
    ordered = sorted(pieces, key=lambda piece: (-piece.base, piece.left))
    found: list[list[Line]] = []
    for piece in ordered:
        if found and _beside(found[-1], piece):
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def _beside(group: Sequence[Line], piece: Line) -> bool:
    """Whether a piece stands on the line of the group: superscripts do, the next line does not."""
    anchor = max(group, key=lambda other: other.size)
    if piece.cells or anchor.cells:
        return False
    smaller, larger = sorted((anchor.size, piece.size))
    return abs(anchor.base - piece.base) < (0.45 if smaller > 0.75 * larger else 0.65) * larger
