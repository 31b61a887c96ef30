"""Looking up, before anything is changed, where each edit and each comment of a review goes."""

from __future__ import annotations

from msgspec import Struct

from contract_lint.model import Block, Document, Edit, Evidence, Span
from contract_lint.reviews.difference import smallest
from contract_lint.reviews.docx.allowed import check_changeable
from contract_lint.reviews.docx.places import Places, Slice, Unplaced


class Change(Struct, frozen=True):
    """A smallest edit: the characters to take out, or those between which to put words.

    `words` are those of the characters to take out that the text shows: the new words stand behind them.
    """

    text: str
    out: tuple[Slice, ...] = ()
    words: tuple[Slice, ...] = ()
    left: tuple[Slice, ...] = ()
    right: tuple[Slice, ...] = ()

    @property
    def slices(self) -> tuple[Slice, ...]:
        """All characters that must be cut free."""
        return (*self.out, *self.words, *self.left, *self.right)


def located(edit: Edit, document: Document, places: Places) -> list[Change]:
    """An edit as smallest changes in reading order; `Unplaced` where one of them cannot be made."""
    places.check_words_only(edit.span)
    return [_change(small, document, places) for small in smallest(edit, document.quote(edit.span))]


def commented(evidence: Evidence, places: Places) -> tuple[Slice, ...]:
    """The characters that a comment on a finding is about: its words, else the whole sentence."""
    found = places.slices(evidence.span) or places.slices(evidence.sentence)
    if not found:
        raise Unplaced("no run of the file holds the words")
    return tuple(found)


def last_slice(block: Block, places: Places) -> Slice:
    """The last characters of a block."""
    found = places.slices(block.span)
    if not found:
        raise Unplaced("no run of the file holds the paragraph")
    return found[-1]


def _change(edit: Edit, document: Document, places: Places) -> Change:
    if len(edit.span):
        out = places.slices(edit.span, all_of_it=True)
        if not out:
            raise Unplaced("no run of the file holds the words")
        for one in out:
            check_changeable(one.run)
        return Change(edit.text, out=tuple(out), words=tuple(places.slices(edit.span)))
    at = edit.span.start
    block = next(one for one in document.blocks if one.span.start <= at <= one.span.end)
    spaced = document.text[at - 1 : at].isspace()  # then after all spaces that stand there
    left = places.slices(Span(at - 1, at), all_of_it=spaced) if at > block.span.start else []
    right = places.slices(Span(at, at + 1)) if at < block.span.end else []
    left, right = _changeable(left), _changeable(right)
    if not left and not right:
        raise Unplaced("Word tracks no changes in this kind of text")
    return Change(edit.text, left=tuple(left), right=tuple(right))


def _changeable(slices: list[Slice]) -> list[Slice]:
    try:
        for one in slices:
            check_changeable(one.run)
    except Unplaced:
        return []
    return slices
