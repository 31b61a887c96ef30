"""The sentence with the exact words of a finding underlined."""

from __future__ import annotations

from typing import NamedTuple

from contract_lint.model import Document, Evidence, Span
from contract_lint.reports.lines import Line, Mark, Stretch, bare, fold, folds, gap, width
from contract_lint.reports.printable import clean

LINES = 3
LEAD_IN_LINES = 2
_ELLIPSIS = "…"


class Marked(NamedTuple):
    """A text on one line, and where its marked words begin and end."""

    text: str
    marks: tuple[tuple[int, int], ...]


def frame(
    document: Document, evidence: Evidence, label: str, mark: Mark, columns: int, lead_in: Span | None = None
) -> list[Line]:
    """The sentence in lines behind a gutter with `label`, carets under the words of the evidence.

    A list item stands below the end of the text that introduces it.
    """
    gutter = clean(f"{label} | ") if label else "| "
    blank = " " * (width(gutter) - 2) + "| "
    room = max(columns - width(gutter), 20)
    above = fold(_ending(clean(document.quote(lead_in)), room * LEAD_IN_LINES), room) if lead_in else []
    told = [[Stretch((blank if at else gutter) + piece)] for at, piece in enumerate(above)]
    sentence = shorten(_marked(document, evidence), room * LINES)
    for start, end in folds(sentence.text, room):
        told.append([Stretch((blank if told else gutter) + sentence.text[start:end])])
        if carets := _carets(sentence, start, end, mark):
            told.append([Stretch(blank), *carets])
    return told


def _ending(text: str, room: int) -> str:
    """As many of the last words as there is room for."""
    if width(text) <= room:
        return text
    kept = text[len(text) - room + 2 :]
    return _ELLIPSIS + kept[kept.find(" ") :] if " " in kept else _ELLIPSIS


def shorten(sentence: Marked, room: int) -> Marked:
    """The sentence as it is, or its marked words with as much around them as there is room for."""
    text, marks = sentence
    if width(text) <= room:
        return sentence
    first, last = marks[0]
    if last - first > room - 8:
        return _without_middle(text[first:last], room)
    spare = room - 8 - (last - first)
    left = min(first, max(spare // 2, spare - (len(text) - last)))
    start, end = first - left, min(len(text), last + spare - left)
    # Whole words only, but never fewer than the marked ones.
    while 0 < start < first and text[start - 1] != " ":
        start += 1
    while last < end < len(text) and text[end] != " ":
        end -= 1
    start, end = bare(text, start, end)
    before = f"{_ELLIPSIS} " if start else ""
    after = f" {_ELLIPSIS}" if end < len(text) else ""
    moved = len(before) - start
    return Marked(before + text[start:end] + after, ((max(first, start) + moved, min(last, end) + moved),))


def _without_middle(words: str, room: int) -> Marked:
    half = (room - 4) // 2
    head, tail = words[:half], words[-half:]
    head = head[: head.rfind(" ") + 1].strip(" ") or head
    tail = tail[tail.find(" ") :].strip(" ") if " " in tail else tail
    text = f"{head} {_ELLIPSIS} {tail}"
    return Marked(text, ((0, len(head)), (len(text) - len(tail), len(text))))


def _marked(document: Document, evidence: Evidence) -> Marked:
    """The sentence with its evidence marked; evidence outside it (a lead-in) makes it longer."""
    start = min(evidence.sentence.start, evidence.span.start)
    end = max(evidence.sentence.end, evidence.span.end)
    before = clean(document.quote(Span(start, evidence.span.start))).lstrip(" ")
    words = clean(document.quote(evidence.span))
    after = clean(document.quote(Span(evidence.span.end, end)))
    # One space where they meet: rather a marked one.
    before = before.removesuffix(" ") if words.startswith(" ") else before
    words = words if before else words.lstrip(" ")
    after = after.removeprefix(" ") if (before + words).endswith(" ") else after
    text = (before + words + after).rstrip(" ")
    return Marked(text, ((len(before), min(len(before + words), len(text))),))


def _carets(sentence: Marked, start: int, end: int, mark: Mark) -> Line:
    """What stands under a piece of the sentence: nothing behind its last marked words."""
    carets: Line = []
    for first, last in sentence.marks:
        begin, stop = max(first, start), min(last, end)
        if columns := width(sentence.text[begin:stop]):
            carets += [*gap(width(sentence.text[start:begin])), Stretch("^" * columns, mark)]
            start = stop
    return carets
