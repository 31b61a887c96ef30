"""Making small PDFs for the tests, with reportlab."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from contract_lint.documents.pdf import read
from contract_lint.model import BlockKind, Document

WIDTH, HEIGHT = 595.0, 842.0
Draw = Callable[[Canvas], object]


def pdf(*pages: Draw, password: str | None = None, rotate: int = 0) -> bytes:
    """A PDF with one page for each function that draws one."""
    buffer = io.BytesIO()
    encrypt = StandardEncryption(password) if password else None
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), encrypt=encrypt, invariant=True)
    for draw in pages:
        if rotate:
            canvas.setPageRotation(rotate)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def text(
    canvas: Canvas,
    lines: Sequence[str],
    x: float = 60,
    y: float = 760,
    size: float = 10,
    font: str = "Helvetica",
    leading: float = 12,
) -> float:
    """Draw lines below each other; an empty one leaves a gap. The height of the next line."""
    canvas.setFont(font, size)
    for line in lines:
        if line:
            canvas.drawString(x, y, line)
        y -= leading
    return y


def page(*lines: str, **place: float) -> Draw:
    """A page with one run of lines."""
    return lambda canvas: text(canvas, lines, **place)


def filled(words: str, per_line: int = 60) -> list[str]:
    """Words broken into lines of at most so many characters."""
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > per_line:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def document(*pages: Draw, **made: object) -> Document:
    """What the reader makes of these pages."""
    return read(pdf(*pages, **made), "terms.pdf")  # type: ignore[arg-type]


def blocks(found: Document, *kinds: BlockKind) -> list[str]:
    """The texts of the blocks, of these kinds only when kinds are given."""
    return [found.quote(block.span) for block in found.blocks if not kinds or block.kind in kinds]
