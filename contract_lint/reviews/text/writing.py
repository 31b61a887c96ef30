"""Writing a review into a text or Markdown file: the fair words in the place of the old ones."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

from contract_lint.model import Block, Contract, Document, Edit
from contract_lint.reviews.additions import Spot, spots
from contract_lint.reviews.difference import smallest
from contract_lint.reviews.plan import Item, Settings
from contract_lint.reviews.result import Reviewed, Trouble
from contract_lint.reviews.text.source import Source, Unplaced, decoded

_PREFIX = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*")
_EMPTY_MARKS = re.compile(r"\*{4}|_{4}|~{4}|\[\]")
Change = tuple[int, int, str]  # from, to, new words


def write(data: bytes, contract: Contract, items: Sequence[Item], settings: Settings) -> Reviewed:
    """The file with all rewrites made; the remarks of a review have no place in a text."""
    stored = decoded(data)
    source = Source(contract.document, stored.text)
    found, troubles, done = dict[Change, None](), list[Trouble](), 0
    for item, spot in zip(items, _spots(contract, items), strict=True):
        try:
            found |= dict.fromkeys(_changes(item, spot, contract.document, source, stored.text))
            done += item.written
        except Unplaced as why:
            troubles.append(Trouble(item.finding, "its fair words", str(why)))
    text = stored.text
    # The last first; of those at one place the last, too, for the next is put before it.
    for start, end, new in reversed(sorted(found, key=lambda change: change[:2])):
        text = text[:start] + new + text[end:]
    return Reviewed(stored.bytes_of(text) if found else data, done, 0, tuple(troubles))


def _spots(contract: Contract, items: Sequence[Item]) -> list[Spot | None]:
    """Where clauses are added, None for the items that add none."""
    places = iter(spots(contract, [item.finding.family for item in items if item.added]))
    return [next(places) if item.added else None for item in items]


def _changes(item: Item, spot: Spot | None, document: Document, source: Source, text: str) -> list[Change]:
    if item.added:
        if spot is None:
            raise Unplaced("there is no clause to put it after")
        return [_addition(spot, item.added, source, text)]
    return [
        _change(small, source, text)
        for edit in item.edits
        for small in smallest(edit, document.quote(edit.span))
    ]


def _change(edit: Edit, source: Source, text: str) -> Change:
    """An edit in the source; marks of Markdown among the words go around the new ones."""
    start, end = source.ends(edit.span)
    if start == end:
        end = start = source.end_of(edit.span) if edit.text[:1].isspace() else start
        return start, end, edit.text
    if source.has_remark(start, end):
        raise Unplaced("a remark to contract-lint stands among the words")
    marks = source.marks(edit.span)
    for new in (edit.text + marks, marks + edit.text):
        around = text[max(start - 3, 0) : start] + new + text[end : end + 3]
        if not marks or not _EMPTY_MARKS.search(around):
            return start, end, new
    raise Unplaced("marks of Markdown stand among the words")


def _addition(spot: Spot, words: str, source: Source, text: str) -> Change:
    """A new paragraph, apart from the one before and indented and wrapped like its neighbours."""
    first, last = source.ends(spot.like.span)[0], source.ends(spot.after.span)[1]
    at = source.line_end(last)
    begin = source.line_start(first)
    prefix = _PREFIX.match(text, begin)
    indent = prefix.group() if prefix else ""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = [spot.number + words]
    if width := _width(spot.like, source, text):
        lines = textwrap.wrap(lines[0], width - len(indent), break_long_words=False, break_on_hyphens=False)
    told = newline.join(indent + line for line in lines)
    apart = newline * (1 + _has_blank_lines(source.above_remarks(begin), text))
    return at, at, apart + told


def _width(block: Block, source: Source, text: str) -> int:
    """The longest line of a paragraph that is wrapped over several; else 0."""
    start, end = source.ends(block.span)
    lines = text[source.line_start(start) : source.line_end(end)].splitlines()
    return max(map(len, lines)) if len(lines) > 1 else 0


def _has_blank_lines(begin: int, text: str) -> bool:
    """Whether an empty line stands before the one that begins here."""
    return not text[:begin].strip() or re.search(r"\n[ \t>]*\r?\n$", text[:begin]) is not None
