"""The comments of a Word file that are remarks to this program, and the words that they are about."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from contract_lint.documents.docx.tags import PARAGRAPH, RUN, TEXT, WORD, Element
from contract_lint.documents.remarks import LONGEST, OURS, shelved, with_remarks
from contract_lint.model import Document, Place, Remark, Span

_COMMENT, _ID, _AUTHOR = WORD + "comment", WORD + "id", WORD + "author"
_START, _END, _REFERENCE = WORD + "commentRangeStart", WORD + "commentRangeEnd", WORD + "commentReference"
_MARKS = (_START, _END, _REFERENCE)
_Border = tuple[int, int]  # behind so many runs of a paragraph; -1 is before its automatic number


class _Comment(Struct, frozen=True):
    words: str
    author: str


class Comments:
    """The remarks among the comments; `open` finds what they are about, a part at a time."""

    def __init__(self, parts: Iterable[Element]) -> None:
        told = ((one.get(_ID), _words(one), one) for part in parts for one in part.iterchildren(_COMMENT))
        self._comments = {
            number: _Comment(OURS.sub("", words, count=1)[:LONGEST], one.get(_AUTHOR, ""))
            for number, words, one in told
            if number is not None and OURS.match(words)
        }
        self._borders: dict[tuple[str, str], _Border] = {}

    def open(self, root: Element, ordinals: Mapping[Element, int]) -> None:
        """Find the marks of the remarks in a part; `ordinals` count its paragraphs."""
        if not self._comments:
            return
        inside: defaultdict[Element, list[Element]] = defaultdict(list)
        last = min(ordinals.values(), default=1) - 1
        for one in root.iter(PARAGRAPH, *_MARKS):
            if one.tag == PARAGRAPH:
                last = ordinals[one]
            elif one.get(_ID) in self._comments:
                paragraph = next(one.iterancestors(PARAGRAPH), None)
                if paragraph is None:
                    self._mark(one, (last + 1, -1))
                else:
                    inside[paragraph].append(one)
        for paragraph, marks in inside.items():
            self._count_runs(paragraph, ordinals[paragraph], frozenset(marks))

    def _count_runs(self, paragraph: Element, ordinal: int, marks: frozenset[Element]) -> None:
        runs = 0
        for one in paragraph.iter(RUN, *_MARKS):
            if one.tag == RUN:
                runs += 1
            elif one in marks:
                self._mark(one, (ordinal, runs))

    def _mark(self, mark: Element, border: _Border) -> None:
        self._borders.setdefault((mark.tag, mark.get(_ID)), border)

    def placed(self, document: Document) -> Document:
        """The document with the remarks."""
        if not self._comments:
            return document
        runs = _Runs(document)
        return with_remarks(document, [self._remark(number, runs) for number in self._comments])

    def _remark(self, number: str, runs: _Runs) -> Remark:
        comment = self._comments[number]
        start, end, reference = (self._borders.get((tag, number)) for tag in _MARKS)
        first = start or reference
        if first is None:
            return Remark(comment.words, Place(), runs.nothing, comment.author)
        about = runs.between(first, end or reference or first)
        return Remark(comment.words, Place(paragraph=first[0]), about, comment.author)


class _Runs:
    """The characters of a document by paragraph and run."""

    def __init__(self, document: Document) -> None:
        self._told = shelved(document, lambda place: (place.paragraph or 0, place.run or 0))
        self._keys = [key for key, _, _ in self._told]
        self.nothing = Span(len(document.text), len(document.text))

    def between(self, start: _Border, end: _Border) -> Span:
        """The characters between two borders; where there are none, one beside them."""
        first, last = bisect_right(self._keys, start), bisect_right(self._keys, end) - 1
        if first > last:
            return self._beside(first, start)
        places = self._told[first], self._told[last]
        return Span(min(one[1] for one in places), max(one[2] for one in places))

    def _beside(self, after: int, border: _Border) -> Span:
        if after and self._keys[after - 1][0] == border[0]:
            return Span(self._told[after - 1][2] - 1, self._told[after - 1][2])
        if after < len(self._told):
            return Span(self._told[after][1], self._told[after][1] + 1)
        return self.nothing


def _words(comment: Element) -> str:
    return " ".join(
        "".join(text.text or "" for text in paragraph.iter(TEXT)) for paragraph in comment.iter(PARAGRAPH)
    ).strip()
