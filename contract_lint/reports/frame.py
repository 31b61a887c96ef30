"""The sentence with the exact words of a finding underlined."""

from __future__ import annotations

from contract_lint.model import Document, Evidence, Span
from contract_lint.reports.lines import (
    SPACE,
    Line,
    Mark,
    Stretch,
    cut,
    gap,
    line_of,
    squeeze,
    strip,
    text_of,
    width,
    wrap,
)  # fmt: skip
from contract_lint.reports.printable import clean

LINES = 3
LEAD_IN_LINES = 2
_ELLIPSIS = Stretch("…")


def frame(
    document: Document, evidence: Evidence, label: str, mark: Mark, columns: int, lead_in: Span | None = None
) -> list[Line]:
    """The sentence in lines behind a gutter with `label`, carets under the words of the evidence.

    A list item stands below the end of the text that introduces it.
    """
    gutter = line_of(f"{label} | ") if label else line_of("| ")
    blank = gap(width(text_of(gutter)) - 2) + line_of("| ")
    room = max(columns - width(text_of(gutter)), 20)
    above = line_of(_ending(clean(document.quote(lead_in)), room * LEAD_IN_LINES)) if lead_in else []
    told = [(blank if at else gutter) + piece for at, piece in enumerate(wrap(above, room))]
    for piece in wrap(shorten(_marked(document, evidence, mark), room * LINES), room):
        told.append((blank if told else gutter) + [Stretch(text_of(piece))])
        if carets := _carets(piece, mark):
            told.append(blank + carets)
    return told


def _ending(text: str, room: int) -> str:
    """As many of the last words as there is room for."""
    if width(text) <= room:
        return text
    kept = text[len(text) - room + 2 :]
    return _ELLIPSIS.text + kept[kept.find(" ") :] if " " in kept else _ELLIPSIS.text


def shorten(sentence: Line, room: int) -> Line:
    """The sentence as it is, or its marked words with as much around them as there is room for."""
    text = text_of(sentence)
    if width(text) <= room:
        return sentence
    first, last = _marks(sentence)
    if last - first > room - 8:
        return _without_middle(cut(sentence, first, last), room)
    spare = room - 8 - (last - first)
    left = min(first, max(spare // 2, spare - (len(text) - last)))
    start, end = first - left, min(len(text), last + spare - left)
    # Whole words only, but never fewer than the marked ones.
    while 0 < start < first and text[start - 1] != " ":
        start += 1
    while last < end < len(text) and text[end] != " ":
        end -= 1
    before = [_ELLIPSIS, SPACE] if start else []
    after = [SPACE, _ELLIPSIS] if end < len(text) else []
    return before + strip(cut(sentence, start, end)) + after


def _marks(sentence: Line) -> tuple[int, int]:
    """Where the marked words begin and end."""
    marked, at = [], 0
    for text, mark in sentence:
        marked += [at, at + len(text)] if mark is not Mark.PLAIN else []
        at += len(text)
    return (marked[0], marked[-1]) if marked else (0, 0)


def _without_middle(words: Line, room: int) -> Line:
    text, half = text_of(words), (room - 4) // 2
    head, tail = text[:half].rfind(" "), text.find(" ", len(text) - half)
    first = strip(cut(words, 0, head + 1)) or cut(words, 0, half)
    last = strip(cut(words, tail, len(text))) if tail >= 0 else []
    return first + [SPACE, _ELLIPSIS, SPACE] + (last or cut(words, len(text) - half, len(text)))


def _marked(document: Document, evidence: Evidence, mark: Mark) -> Line:
    """The sentence with its evidence marked; evidence outside it (a lead-in) makes it longer."""
    start = min(evidence.sentence.start, evidence.span.start)
    end = max(evidence.sentence.end, evidence.span.end)
    before = document.quote(Span(start, evidence.span.start))
    after = document.quote(Span(evidence.span.end, end))
    return strip(squeeze(line_of(before) + line_of(document.quote(evidence.span), mark) + line_of(after)))


def _carets(told: Line, mark: Mark) -> Line:
    """What stands under a line: nothing behind its last marked words."""
    under: Line = []
    for stretch in told:
        columns = width(stretch.text)
        under += [Stretch("^" * columns, mark)] if stretch.mark is mark and columns else gap(columns)
    while under and under[-1].mark is not mark:
        under.pop()
    return under
