"""The document as it would read with all changes of a review, and how its places answer to the old ones."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from contract_lint.model import Block, Contract, Document, Edit, Span
from contract_lint.reviews.additions import spots
from contract_lint.reviews.plan import Item, edits_of


class _Kept(Struct, frozen=True):
    """Characters that stayed: `length` of them from `old` on stand from `new` on now."""

    old: int
    new: int
    length: int


class Redraft(Struct, frozen=True):
    """A changed document; `kept` in reading order."""

    document: Document
    kept: tuple[_Kept, ...]

    def same(self, span: Span) -> Span | None:
        """Where these characters of the new text stood before; None where any of them is new."""
        one = self.kept[max(self._at(span.start), 0)]
        if span.start < one.new or span.end > one.new + one.length:
            return None
        return Span(span.start - one.new + one.old, span.end - one.new + one.old)

    def around(self, span: Span) -> Span:
        """The old characters that became these, with all that was changed among them."""
        first, last = max(self._at(span.start), 0), max(self._at(span.end), 0)
        start, end = self.kept[first], self.kept[last]
        after = self.kept[last + 1].old if last + 1 < len(self.kept) else end.old + end.length
        inside = span.end <= end.new + end.length
        return Span(
            start.old + min(max(span.start - start.new, 0), start.length),
            end.old + span.end - end.new if inside else after,
        )

    def _at(self, offset: int) -> int:
        return bisect_right(self.kept, offset, key=lambda one: one.new) - 1


def redraft(contract: Contract, items: Sequence[Item]) -> Redraft:
    """The document with the edits made and the missing clauses added."""
    document, writing = contract.document, _Writing(contract.document)
    edits, added = edits_of(items), _added(contract, items)
    for block in document.blocks:
        mine = [edit for edit in edits if block.span.start <= edit.span.start <= block.span.end]
        writing.block(block, mine)
        for text in added.get(block, ()):
            writing.block(Block(Span(0, 0), block.kind, block.level), [Edit(Span(0, 0), text)])
    text = "".join(writing.pieces)
    return Redraft(replace(document, text=text, blocks=tuple(writing.blocks)), tuple(writing.kept))


def _added(contract: Contract, items: Sequence[Item]) -> dict[Block, list[str]]:
    adding = [item for item in items if item.added]
    places = spots(contract, [item.finding.family for item in adding])
    found: dict[Block, list[str]] = {}
    for item, spot in zip(adding, places, strict=True):
        if spot is not None:
            found.setdefault(spot.after, []).append(spot.number + item.added)
    return found


class _Writing:
    """A new text that grows block by block."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self.kept: list[_Kept] = []
        self._length = 0

    def block(self, block: Block, edits: Sequence[Edit]) -> None:
        """Write a block with its edits; an automatic number stays at its beginning."""
        start, at = self._length, block.span.start
        for edit in edits:
            self._keep(at, edit.span.start)
            self._put(edit.text)
            at = max(at, edit.span.end)
        self._keep(at, block.span.end)
        label = block.label and Span(start, start + len(block.label))
        self.blocks.append(replace(block, span=Span(start, self._length), label=label))
        self._put("\n")

    def _keep(self, start: int, end: int) -> None:
        if end > start:
            self.kept.append(_Kept(start, self._length, end - start))
            self._put(self._document.text[start:end])

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self._length += len(text)
