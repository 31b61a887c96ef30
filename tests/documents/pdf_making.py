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


def by_hand(*objects: bytes, extra: bytes = b"") -> bytes:
    """A PDF of these objects, the first of them its catalog, for what reportlab does not write."""
    data = b"%PDF-1.4\n"
    for number, body in enumerate(objects, 1):
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    return data + b"trailer << /Root 1 0 R /Size %d %s >>\n%%%%EOF" % (len(objects) + 1, extra)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def with_meanings(lines: Sequence[str], meanings: dict[str, bytes]) -> bytes:
    """Lines in a font that gives some letters another Unicode value (hexadecimal) than they show."""
    told = {bytes([code]): b"%04X" % code for code in (*range(32, 127), *range(160, 256))}
    told |= {letter.encode(): value for letter, value in meanings.items()}
    pairs = b" ".join(b"<%s> <%s>" % (code.hex().encode(), value) for code, value in told.items())
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def "
        b"1 begincodespacerange <00> <FF> endcodespacerange "
        b"%d beginbfchar %s endbfchar endcmap end" % (len(told), pairs)
    )
    shown = b" T* ".join(b"(%s) Tj" % line.encode("cp1252") for line in lines)
    return by_hand(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        stream(b"BT /F1 10 Tf 12 TL 60 760 Td %s ET" % shown),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>",
        stream(cmap),
    )
