"""Who changes what when, and the numbers by which Word tells changes apart."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from contract_lint.reviews.docx.names import ID, WORD, Element

_NOTES = frozenset(
    {WORD + "footnote", WORD + "endnote", WORD + "footnoteReference", WORD + "endnoteReference"}
)


class Ids:
    """Numbers for tracked changes that nothing in the file has yet; `author` and `date` sign them."""

    def __init__(self, roots: Iterable[Element], author: str, date: str) -> None:
        self.author, self.date = author, date
        self._taken = {
            int(number)
            for root in roots
            for element in root.iter()
            if (number := element.get(ID)) and number.lstrip("-").isdigit() and element.tag not in _NOTES
        }
        self._ours: set[str] = set()
        self._numbers = (number for number in count(1) if number not in self._taken)

    def next(self) -> str:
        """A new number."""
        return str(next(self._numbers))

    def mark(self, like: Element, tag: str) -> Element:
        """A new mark of a tracked change, signed."""
        mark = like.makeelement(tag)
        mark.set(ID, self.next())
        self._ours.add(mark.get(ID))
        mark.set(WORD + "author", self.author)
        mark.set(WORD + "date", self.date)
        return mark

    def is_ours(self, mark: Element) -> bool:
        """Whether this review made the mark."""
        return mark.get(ID) in self._ours

    def renewed(self, copy: Element) -> Element:
        """A copied element, all numbers in it new."""
        for element in copy.iter():
            if element.get(ID) is not None:
                element.set(ID, self.next())
        return copy
