"""The sentences of a clause, each list item with the text that introduces it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from msgspec import Struct, field

from contract_lint.clauses import sentences
from contract_lint.clauses.entries import Entry, Part
from contract_lint.model import BlockKind, Sentence, Span

_LONGEST_KEY = 60  # characters of a cell that names what the next one tells


class _Level(Struct):
    """A list that is open: its depth and what introduces it."""

    depth: int
    lead_in: Span | None
    lower: bool | None = None  # for points below a point of the same depth: whether they begin in lower case


class Listing(Struct):
    """Collects sentences line by line; one per clause."""

    text: str
    found: list[Sentence] = field(default_factory=list)
    levels: list[_Level] = field(default_factory=list)
    keys: Mapping[int, Span] = {}  # what names a cell of a table, by where the cell begins
    last: Span | None = None  # the last sentence, of text or of an item
    after_text: bool = True  # whether that sentence was text

    def add(self, entry: Entry) -> None:
        """Take in the sentences of one line."""
        spans = sentences.split(self.text, entry.text, entry.line.end)
        if entry.part is Part.ASIDE or entry.line.kind is BlockKind.CELL:
            key = self.keys.get(entry.text)
            self.found += [Sentence(span, None if index else key) for index, span in enumerate(spans)]
        elif entry.part is Part.ITEM:
            self._item(entry, spans)
        elif spans:
            self.found += map(Sentence, spans)
            self.last, self.after_text = spans[-1], True

    def _item(self, entry: Entry, spans: list[Span]) -> None:
        level = self._level(entry)
        if not spans:
            return
        lead_in = self._governing(level.lead_in, spans[0])
        self.found.append(Sentence(spans[0], lead_in))
        # After "a. in writing. The customer ..." the second sentence stands by itself.
        alone = self.text[spans[0].start].islower()
        self.found += [Sentence(span, None if alone else lead_in) for span in spans[1:]]
        self.last, self.after_text = spans[-1], False

    def _level(self, entry: Entry) -> _Level:
        """The open list at the depth of this item, opened by the last sentence when it is new."""
        while self.levels and self.levels[-1].depth > entry.depth:
            self.levels.pop()
        lower = self.text[entry.text].islower()
        if self.levels and self.levels[-1].lower not in (None, lower):
            self.levels.pop()
        new = not self.levels or self.levels[-1].depth < entry.depth
        if not new and self.after_text and not entry.goes_on:
            self.levels = [level for level in self.levels if level.depth < entry.depth]
            new = True
        if new:
            self.levels.append(_Level(entry.depth, self._introduction()))
        elif self._point_introduces() and not entry.goes_on:
            self.levels.append(_Level(entry.depth, self._introduction(), lower))
        return self.levels[-1]

    def _point_introduces(self) -> bool:
        """Whether the last point ends in a colon, so that bullets of its own depth stand below it."""
        return self.last is not None and not self.after_text and self.text[self.last.end - 1] == ":"

    def _introduction(self) -> Span | None:
        """The last sentence, with what introduces that sentence where the two touch."""
        if self.last is None or self.after_text or not self.levels:
            return self.last
        outer = self.levels[-1].lead_in
        if outer is None or sentences.is_complete(self.text, outer) or not self._only_item_since(outer):
            return self.last
        return Span(outer.start, self.last.end)

    def _only_item_since(self, outer: Span) -> bool:
        """Whether nothing but the introducing item stands after the outer lead-in."""
        if len(self.found) < 2:
            return False
        before = self.found[-2].span
        return before.end == outer.end

    def _governing(self, lead_in: Span | None, first: Span) -> Span | None:
        """No lead-in for an independent sentence after one that is complete itself."""
        if lead_in is None or not sentences.is_complete(self.text, lead_in):
            return lead_in
        closed = sentences.is_complete(self.text, first) or self.text[first.end - 1] == ":"
        return None if closed and self.text[first.start].isupper() else lead_in


def sentences_of(text: str, entries: Iterable[Entry]) -> tuple[Sentence, ...]:
    """The sentences of the lines of one clause."""
    entries = list(entries)
    listing = Listing(text, keys=_keys(text, entries))
    for entry in entries:
        if entry.text < entry.line.end:
            listing.add(entry)
    return tuple(listing.found)


def _keys(text: str, entries: Sequence[Entry]) -> dict[int, Span]:
    """What introduces each second cell of a table that has a name and its value in every row."""
    found: dict[int, Span] = {}
    for in_table, run in groupby(entries, lambda entry: entry.line.kind is BlockKind.CELL):
        cells = [Span(entry.text, entry.line.end) for entry in run if entry.text < entry.line.end]
        names, values = cells[::2], cells[1::2]
        if in_table and len(names) == len(values) > 1 and all(_is_name(text, name) for name in names):
            found.update((value.start, name) for name, value in zip(names, values, strict=True))
    return found


def _is_name(text: str, cell: Span) -> bool:
    """Whether a cell only names something: a few words with a capital, and no number."""
    words = text[cell.start : cell.end]
    return (
        len(words) <= _LONGEST_KEY
        and words[0].isupper()
        and not any(map(str.isdigit, words))
        and not sentences.is_complete(text, cell)
    )
