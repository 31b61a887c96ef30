"""The outline of a contract: what every line is, and the number under which it would be cited."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from contract_lint.clauses import contents
from contract_lint.clauses.entries import Entry, Part
from contract_lint.clauses.enumeration import Enumeration, fits
from contract_lint.clauses.headings import Headings, Title
from contract_lint.clauses.labels import Label, Style
from contract_lint.clauses.lines import Line
from contract_lint.model import BlockKind

_ASIDES = (BlockKind.MARGIN, BlockKind.NOTE, BlockKind.BOX)


class Outliner(Struct):
    """Reads lines in order and keeps the enumerations that are open, outermost first."""

    text: str
    headings: Headings
    open: list[Enumeration] = field(default_factory=list)
    article: str = ""  # number of the open article
    decimal: tuple[int, ...] = ()  # the last decimal number
    base: int = 0  # level of the last heading that the source itself marked
    before: Entry | None = None

    def enter(self, index: int, line: Line) -> Entry:
        """What this line is, given all lines before it."""
        entry = self._enter(index, line)
        if entry.part not in (Part.ASIDE, Part.CONTENTS):
            self.before = entry
        return entry

    def _enter(self, index: int, line: Line) -> Entry:
        if line.kind in _ASIDES or contents.is_page_number(self.text, line):
            return Entry(line, Part.ASIDE, line.start)
        for label in self._likeliest(line.readings):
            entry = self._labelled(line, label, self.headings.of(index, label))
            if entry:
                return entry
        return self._unlabelled(line, self.headings.of(index, None))

    def _likeliest(self, readings: tuple[Label, ...]) -> Sequence[Label]:
        """A reading that counts on goes first: after "h." comes the letter "i.", not the Roman number."""
        if len(readings) < 2:
            return readings
        counting = {(one.style, one.close, one.last + 1) for one in self.open}
        return sorted(readings, key=lambda label: (label.style, label.close, label.value[0]) not in counting)

    def _unlabelled(self, line: Line, title: Title | None) -> Entry:
        if title is None:
            # A label that fits nowhere is part of the words, unless it stood on a line of its own.
            start = line.body if self.text[line.body - 1 : line.body] == "\n" else line.start
            if line.kind is BlockKind.ITEM:
                return Entry(line, Part.ITEM, start, depth=max(1, line.level) + len(self._lists()))
            return Entry(line, Part.TEXT, start)
        if line.kind is BlockKind.HEADING:
            self.base = line.level
        self._close_lists()
        rank = line.level if line.kind is BlockKind.HEADING else 30 - 5 * title.text.isupper()
        return Entry(line, Part.HEADING, title.after, title=title.text, rank=rank)

    def _labelled(self, line: Line, label: Label, title: Title | None) -> Entry | None:
        if label.style is Style.CHAPTER:
            return self._chapter(line, title)
        if label.style is Style.ARTICLE:
            return self._article(line, label, title)
        if label.style is Style.DECIMAL:
            return self._decimal(line, label, title)
        if label.style is Style.BULLET:
            return self._bullet(line, label)
        return self._counted(line, label, title)

    def _chapter(self, line: Line, title: Title | None) -> Entry | None:
        if title is None:
            return None
        self.open.clear()
        self.article, self.decimal = "", ()
        return Entry(line, Part.HEADING, title.after, title=title.text, rank=self.base + 5, top=True)

    def _article(self, line: Line, label: Label, title: Title | None) -> Entry:
        self.open.clear()
        self.article = label.number
        self.decimal = ()
        after, words = (title.after, title.text) if title else (label.end, "")
        rank = self._rank(line, 10)
        return Entry(line, Part.CLAUSE, after, label.number, words, rank, top=True)

    def _decimal(self, line: Line, label: Label, title: Title | None) -> Entry | None:
        if not line.given and not fits(label.value, self.decimal, self.article):
            return None
        if self._is_point(label):
            depth = len(self._lists()) + len(label.value) - 1
            return Entry(line, Part.ITEM, label.end, depth=depth, goes_on=label.value[-1] > 1)
        first = not self.decimal or self.decimal[0] != label.value[0]
        self.decimal = label.value
        self.open = [one for one in self.open if one.titled and not one.prefix and not one.item]
        within = self.article == str(label.value[0]) or any(one.last == label.value[0] for one in self.open)
        top = first and not within
        after, words = (title.after, title.text) if title else (label.end, "")
        rank = self._rank(line, 12 + len(label.value))
        closes = self.base + 11 if top else rank
        return Entry(line, Part.CLAUSE, after, label.number, words, rank, top=top, closes=closes)

    def _is_point(self, label: Label) -> bool:
        """Whether a decimal number counts within a point of an open list ("3." with "3.1" below)."""
        inner = self._lists()[-1:]
        return (
            any(one.style is Style.INTEGER and one.last == label.value[0] for one in inner)
            and not self.decimal
        )

    def _bullet(self, line: Line, label: Label) -> Entry:
        lists = self._lists()
        depth = len(lists) + max(1, line.level if line.kind is BlockKind.ITEM and not lists else 1)
        return Entry(line, Part.ITEM, label.end, depth=depth)

    def _counted(self, line: Line, label: Label, title: Title | None) -> Entry | None:
        """A line of an enumeration: one that goes on, one that begins, or none at all."""
        whole = title is not None and title.after == line.end
        if label.bare and not (line.given or (whole and label.value[0])):
            return None
        found = self._continued(label, whole, line.kind is BlockKind.CELL)
        if found is not None:
            del self.open[found + 1 :]
            return self._in(self.open[found], line, label, title, goes_on=True)
        excerpt = whole and bool(label.close) and not self.open  # it begins at its third article
        if label.value[0] > 1 and not (line.given or excerpt or (title and line.kind is BlockKind.HEADING)):
            return None
        begun = self._begun(line, label, whole)
        self.open.append(begun)
        return self._in(begun, line, label, title)

    def _continued(self, label: Label, titled: bool, in_cell: bool) -> int | None:
        """The open enumeration that this label counts on, innermost exact match first.

        A table may repeat the number in every row.
        """
        value = label.value[0]
        same, other, loose = [], [], []
        for index in range(len(self.open) - 1, -1, -1):
            one = self.open[index]
            if one.style is not label.style:
                continue
            if in_cell and one.last == value:
                return index
            if one.follows(label) and one.close == label.close and (one.titled == titled or one.item):
                same.append(index)
            elif one.follows(label):
                other.append(index)
            elif one.close == label.close and one.last < value <= one.last + 5:
                loose.append(index)
        if len(same) > 1 and self._list_has_ended():
            return same[-1]
        return next(iter(same + other + loose), None)

    def _list_has_ended(self) -> bool:
        """Whether the last point closed its list, so that the number counts on outside of it."""
        return self.before is not None and self.text[self.before.line.end - 1] in ".!?"

    def _begun(self, line: Line, label: Label, titled: bool) -> Enumeration:
        item = self._is_list(line, label, titled)
        self._close_same(label, item, titled)
        if titled and not self.article:
            self.open = [one for one in self.open if not one.item]
        prefix = "" if item or label.value[0] > 1 else self._prefix(label, titled)
        return Enumeration(label.style, label.close, titled, label.value[0], item, prefix)

    def _close_same(self, label: Label, item: bool, titled: bool) -> None:
        """An enumeration that begins again is a new one at the same depth, not one inside the old."""
        for index, one in enumerate(self.open):
            same = one.style is label.style and one.close == label.close
            if same and one.item == item and (item or one.titled == titled):
                del self.open[index:]
                return

    def _prefix(self, label: Label, titled: bool) -> str:
        """The number of the unit that a new row of clauses stands in."""
        if titled and label.style in (Style.UPPER, Style.UPPER_ROMAN):
            return ""
        if self.decimal:
            return ".".join(map(str, self.decimal))
        return self.open[-1].unit if self.open else self.article

    def _is_list(self, line: Line, label: Label, titled: bool) -> bool:
        """Whether a new enumeration is a list within a clause, rather than a row of clauses."""
        if titled or line.kind is BlockKind.CELL:
            return False
        if any(one.item for one in self.open):
            return True
        before = self.before
        if before is None or before.part is Part.HEADING or before.text >= before.line.end:
            small = label.style in (Style.LETTER, Style.ROMAN)
            return small and not self._is_sentence(line, label)
        if before.part is Part.TEXT:
            return self.text[before.line.end - 1] not in ".!?" or label.style is not Style.INTEGER
        return True

    def _is_sentence(self, line: Line, label: Label) -> bool:
        words = self.text[label.end : line.end]
        return words[:1].isupper() and words[-1:] in ".!?:" and len(words) > 30

    def _in(
        self, one: Enumeration, line: Line, label: Label, title: Title | None, goes_on: bool = False
    ) -> Entry:
        one.count(label)
        if one.item:
            depth = sum(other.item for other in self.open)
            return Entry(line, Part.ITEM, label.end, depth=depth, goes_on=goes_on)
        self.decimal = ()
        after, words = (title.after, title.text) if title else (label.end, "")
        rank = self._rank(line, 11 + self.open.index(one))
        return Entry(
            line,
            Part.CLAUSE,
            after,
            one.unit,
            words,
            rank,
            top=not one.prefix and (one.titled or not self.article),
        )

    def _rank(self, line: Line, rank: int) -> int:
        return line.level if line.kind is BlockKind.HEADING and line.level else rank + self.base

    def _lists(self) -> list[Enumeration]:
        return [one for one in self.open if one.item]

    def _close_lists(self) -> None:
        self.open = [one for one in self.open if not one.item]


def trace(text: str, lines: Sequence[Line]) -> list[Entry]:
    """The outline of all lines."""
    listed = contents.listed(text, lines)
    outliner = Outliner(text, Headings(text, lines))
    return [
        Entry(line, Part.CONTENTS, line.end) if index in listed else outliner.enter(index, line)
        for index, line in enumerate(lines)
    ]
