"""Gathering the lines of an outline into clauses that together cover the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct, field

from contract_lint.clauses.entries import Entry, Part
from contract_lint.model import BlockKind


class Draft(Struct):
    """A clause in the making: where it starts, its heading path, and its lines."""

    start: int
    number: str
    path: tuple[str, ...]
    article: int
    entries: list[Entry] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether it has no text yet, only headings."""
        return all(entry.text >= entry.line.end for entry in self.entries)


class Heading(Struct, frozen=True):
    """A heading that holds for what follows; `rank` as in `Entry`."""

    rank: int
    title: str
    numbered: bool


class Builder(Struct):
    """Walks an outline; a clause begins at every numbered unit and at the first text below a heading."""

    top_rank: int | None  # the rank of unnumbered headings that are top-level articles
    by_number: bool  # whether numbered units are
    by_paragraph: bool
    headings: list[Heading] = field(default_factory=list)
    article: int = 0
    top: str = ""  # the number of the open article
    drafts: list[Draft] = field(default_factory=list)

    def take(self, entry: Entry) -> None:
        """Add one line of the outline."""
        if entry.line.kind is BlockKind.MARGIN:
            self._set_apart(entry)
        elif entry.part in (Part.HEADING, Part.CLAUSE):
            self._turn(entry)
            self._begin(entry)
        elif not self.drafts or (self.by_paragraph and self._is_paragraph(entry)):
            self.article += self.by_paragraph and bool(self.drafts)
            self._begin(entry)
        else:
            self.drafts[-1].entries.append(entry)

    def _is_paragraph(self, entry: Entry) -> bool:
        """Whether a line of text stands by itself; the cells of a table stay together."""
        last = self.drafts[-1]
        in_table = entry.line.kind is last.entries[-1].line.kind is BlockKind.CELL
        return entry.part is Part.TEXT and not last.empty and not in_table

    def _set_apart(self, entry: Entry) -> None:
        """Headers and footers, which readers put last, are one clause that belongs to no article."""
        if not self.drafts or self.drafts[-1].entries[0].line.kind is not BlockKind.MARGIN:
            self.article += 1
            self.drafts.append(Draft(entry.line.start, "", (), self.article))
        self.drafts[-1].entries.append(entry)

    def _turn(self, entry: Entry) -> None:
        """Keep the path of headings and the count of articles up to date."""
        self._close_headings(entry)
        if entry.title:
            self.headings.append(Heading(entry.rank, entry.title, entry.part is Part.CLAUSE))
        numbered = entry.top and (self.by_number or entry.part is Part.HEADING)
        if numbered and entry.number and entry.number == self.top:
            return  # a table repeats the number in every row
        self.top = entry.number if numbered else self.top
        if numbered or (entry.part is Part.HEADING and entry.rank == self.top_rank):
            self.article += 1

    def _close_headings(self, entry: Entry) -> None:
        """Drop the headings that no longer hold; a bare number stays below a heading without one."""
        rank = min(entry.rank, entry.closes)
        for index, heading in enumerate(self.headings):
            if heading.rank >= rank and (entry.title or heading.numbered or (entry.top and self.by_number)):
                del self.headings[index:]
                return

    def _begin(self, entry: Entry) -> None:
        """A new clause; one that has only headings so far is taken up into it."""
        path = tuple(heading.title for heading in self.headings)
        number = entry.number
        if self.drafts and self.drafts[-1].empty:
            draft = self.drafts[-1]
            draft.number = number
            draft.path, draft.article = path, self.article
            draft.entries.append(entry)
        else:
            self.drafts.append(Draft(entry.line.start, number, path, self.article, [entry]))


def build(entries: list[Entry]) -> list[Draft]:
    """The clauses of an outline, in order."""
    builder = _builder(entries)
    for entry in entries:
        builder.take(entry)
    drafts = builder.drafts
    if len(drafts) > 1 and drafts[-1].empty:
        tail = drafts.pop()
        drafts[-1].entries += tail.entries
    _recount(drafts)
    return drafts


def _recount(drafts: list[Draft]) -> None:
    """Count only the articles that have a clause; what comes before the first is number 0."""
    order: dict[int, int] = {0: 0}
    for draft in drafts:
        draft.article = order.setdefault(draft.article, len(order))


def _builder(entries: list[Entry]) -> Builder:
    """Decide what counts as a top-level article: numbered units, else the outermost repeated heading."""
    tops = [entry for entry in entries if entry.top and entry.part is Part.CLAUSE]
    ranks = Counter(entry.rank for entry in entries if entry.part is Part.HEADING and not entry.top)
    repeated = sorted(rank for rank, count in ranks.items() if count > 1)
    restarts = len(tops) - len({entry.number for entry in tops})
    titled = sum(bool(entry.title) for entry in tops)
    by_number = bool(tops) and (titled * 2 >= len(tops) or not repeated) and restarts * 2 < len(tops)
    units = any(entry.part in (Part.CLAUSE, Part.HEADING) for entry in entries)
    top_rank = repeated[0] if repeated and not by_number else None
    return Builder(top_rank, by_number, not units)


def spans(drafts: list[Draft], length: int) -> Iterator[tuple[int, int]]:
    """Where each clause starts and ends: they follow each other and cover the text."""
    starts = [0, *(draft.start for draft in drafts[1:]), length]
    yield from pairwise(starts)
