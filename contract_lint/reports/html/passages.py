"""The contract's own text as passages, with the words that findings are about marked in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field

from contract_lint.model import Block, BlockKind, Contract, Severity, Span
from contract_lint.reports.html.margin import Note
from contract_lint.reports.printable import printable

_LABEL = re.compile(r"(?:§ ?)?(?:\d+(?:\.\d+)*[.):]?|\(?[a-z]{1,4}[.)]|[-•–—*○▪])(?=\s)")
_LONGER = 24  # characters that a heading may have beyond the clause's own, such as "Artikel 12."


Place = tuple[Note, Span]  # words that a finding is about


class Mark(Struct, frozen=True):
    """Words that a finding is about; `first` and `last` where they begin or end here."""

    note: Note
    first: bool
    last: bool


class Run(Struct, frozen=True):
    """Characters that the same findings are about."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def severity(self) -> Severity:
        """That of the most serious of them."""
        return max(mark.note.severity for mark in self.marks)


class Passage(Struct, frozen=True):
    """A paragraph of the contract: "heading", "body", "item", "cell", "note", "margin" or "box"."""

    kind: str
    label: str
    runs: tuple[Run, ...]
    page: int | None  # where a new page begins

    @property
    def leads(self) -> bool:
        """Whether it belongs to what stands behind it."""
        return self.kind == BlockKind.HEADING.value or self.runs[-1].text.rstrip().endswith(":")


class Group(Struct):
    """A passage with the notes beside it; what leads up to it, and the passages behind it without notes."""

    before: list[Passage] = field(default_factory=list)
    first: Passage | None = None
    notes: tuple[Note, ...] = ()
    rest: list[Passage] = field(default_factory=list)


def groups(contract: Contract, notes: Sequence[Note]) -> list[Group]:
    """The whole text in its order, a group for each passage that findings begin in."""
    made = [Group()]
    page: int | None = None
    places = _by_block(contract, notes)
    for index, block in enumerate(contract.document.blocks):
        if not contract.document.quote(block.span).strip():
            continue
        begun = contract.document.place(block.span.start).page
        here = places.get(index, [])
        passage = _passage(contract, block, here, begun if begun != page else None)
        page = begun if begun is not None else page
        beside = tuple(
            note for note, place in here if place is note.spans[0] and place.start >= block.span.start
        )
        if beside:
            made.append(Group(_leading(made[-1].rest), passage, beside))
        else:
            made[-1].rest.append(passage)
    return [group for group in made if group.first or group.rest]


def _by_block(contract: Contract, notes: Sequence[Note]) -> dict[int, list[Place]]:
    """The places that findings are about, by the number of each block that they touch."""
    blocks = contract.document.blocks
    starts = [block.span.start for block in blocks]
    found: dict[int, list[Place]] = {}
    for note in notes:
        for place in note.spans:
            index = max(bisect_right(starts, place.start) - 1, 0)
            while index < len(blocks) and starts[index] < place.end:
                found.setdefault(index, []).append((note, place))
                index += 1
    return found


def _leading(rest: list[Passage]) -> list[Passage]:
    """Take from the end what leads up to the next passage: headings, and the words before a list."""
    at = len(rest)
    while at and rest[at - 1].leads:
        at -= 1
    taken = rest[at:]
    del rest[at:]
    return taken


def _passage(contract: Contract, block: Block, places: Sequence[Place], page: int | None) -> Passage:
    text = contract.document.quote(block.span)
    label = _LABEL.match(text)
    if _is_heading(contract, block):
        return Passage(BlockKind.HEADING.value, "", tuple(_runs(contract, block.span, places)), page)
    if not label:
        return Passage(block.kind.value, "", tuple(_runs(contract, block.span, places)), page)
    body = Span(block.span.start + label.end(), block.span.end)
    return Passage(block.kind.value, label[0], tuple(_runs(contract, body, places)), page)


def _is_heading(contract: Contract, block: Block) -> bool:
    """Whether its format says so, or it holds little more than the heading of its clause."""
    if block.kind is BlockKind.HEADING:
        return True
    at = bisect_right(contract.clauses, block.span.start, key=lambda clause: clause.span.start) - 1
    heading = contract.clauses[at].heading if at >= 0 else ""
    text = contract.document.quote(block.span).strip()
    return bool(heading) and text.endswith(heading) and len(text) <= len(heading) + _LONGER


def _runs(contract: Contract, span: Span, places: Sequence[Place]) -> Iterator[Run]:
    """The characters of a span, cut where words begin or end that findings are about."""
    inside = [(note, place) for note, place in places if place.meets(span)]
    cuts = {span.start, span.end}
    for _, place in inside:
        cuts |= {max(place.start, span.start), min(place.end, span.end)}
    for start, end in pairwise(sorted(cuts)):
        marks = tuple(
            Mark(note, _opens(note, place, start, span), place.end == end)
            for note, place in inside
            if place.start <= start and end <= place.end
        )
        yield Run(shown(contract.document.text[start:end]), marks)


def _opens(note: Note, place: Span, start: int, span: Span) -> bool:
    """Whether the first words of a note begin here; a number before a passage is no part of it."""
    return (
        place is note.spans[0]
        and start == max(place.start, span.start)
        and place.start >= span.start - _LONGER
    )


def shown(text: str) -> str:
    """A text as a page may hold it."""
    return text if text.isprintable() else "".join(map(printable, text))
