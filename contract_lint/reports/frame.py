"""The sentence with the exact words of a finding underlined."""

from __future__ import annotations

from collections.abc import Sequence

from contract_lint.model import Document, Evidence, Span
from contract_lint.reports.cells import (
    SPACE,
    Cell,
    Mark,
    cell_of,
    cells,
    is_clean,
    squeeze,
    strip,
    width,
    wrap,
)  # fmt: skip

LINES = 3
LEAD_IN_LINES = 2
_ELLIPSIS = Cell("…")


def frame(
    document: Document, evidence: Evidence, label: str, mark: Mark, columns: int, lead_in: Span | None = None
) -> list[list[Cell]]:
    """The sentence in lines behind a gutter with `label`, carets under the words of the evidence.

    A list item stands below the end of the text that introduces it.
    """
    gutter = cells(f"{label} | ") if label else cells("| ")
    blank = [SPACE] * (width(gutter) - 2) + cells("| ")
    room = max(columns - width(gutter), 20)
    above = _ending(cells(document.quote(lead_in)), room * LEAD_IN_LINES) if lead_in else []
    told: list[list[Cell]] = [(blank if at else gutter) + line for at, line in enumerate(wrap(above, room))]
    for line in wrap(shorten(_marked(document, evidence, mark), room * LINES), room):
        told.append((blank if told else gutter) + [Cell(cell.text) for cell in line])
        if carets := _carets(line, mark):
            told.append(blank + carets)
    return told


def _ending(text: list[Cell], room: int) -> list[Cell]:
    """As many of the last words as there is room for."""
    if width(text) <= room:
        return text
    kept = text[len(text) - room + 2 :]
    while kept and kept[0].text != " ":
        kept.pop(0)
    return [_ELLIPSIS, *kept]


def shorten(sentence: list[Cell], room: int) -> list[Cell]:
    """The sentence as it is, or its marked words with as much around them as there is room for."""
    if width(sentence) <= room:
        return sentence
    marked = [at for at, cell in enumerate(sentence) if cell.mark is not Mark.PLAIN]
    first, last = (marked[0], marked[-1] + 1) if marked else (0, 0)
    if last - first > room - 8:
        return _without_middle(sentence[first:last], room)
    spare = room - 8 - (last - first)
    left = min(first, max(spare // 2, spare - (len(sentence) - last)))
    start, end = first - left, min(len(sentence), last + spare - left)
    # Whole words only, but never fewer than the marked ones.
    while 0 < start < first and sentence[start - 1].text != " ":
        start += 1
    while last < end < len(sentence) and sentence[end].text != " ":
        end -= 1
    before = [_ELLIPSIS, SPACE] if start else []
    after = [SPACE, _ELLIPSIS] if end < len(sentence) else []
    return before + strip(sentence[start:end]) + after


def _without_middle(words: list[Cell], room: int) -> list[Cell]:
    half = (room - 4) // 2
    head, tail = words[:half], words[-half:]
    while head and head[-1].text != " ":
        head.pop()
    while tail and tail[0].text != " ":
        tail.pop(0)
    return (strip(head) or words[:half]) + [SPACE, _ELLIPSIS, SPACE] + (strip(tail) or words[-half:])


def _marked(document: Document, evidence: Evidence, mark: Mark) -> list[Cell]:
    """The sentence as cells; evidence outside it (a lead-in) makes it longer."""
    start = min(evidence.sentence.start, evidence.span.start)
    whole = Span(start, max(evidence.sentence.end, evidence.span.end))
    marks = (
        mark if evidence.span.start <= at < evidence.span.end else Mark.PLAIN
        for at in range(whole.start, whole.end)
    )
    words = document.quote(whole)
    found = [cell_of(char, mark) for char, mark in zip(words, marks, strict=True)]
    return strip(found if is_clean(words) else squeeze(found))


def _carets(line: Sequence[Cell], mark: Mark) -> list[Cell]:
    under = "".join(("^" if cell.mark is mark else " ") * cell.width for cell in line)
    return [Cell(char, mark if char == "^" else Mark.PLAIN) for char in under.rstrip()]
