"""The seam between two lines: whether the second goes on with the paragraph of the first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from contract_lint.documents.pdf.columns import Column
from contract_lint.documents.pdf.hyphens import is_cut
from contract_lint.documents.pdf.labels import is_sure, is_weak, label, refers
from contract_lint.documents.pdf.lines import Line

_NEAR = 6  # lines that show how wide a paragraph is set
_TITLE = 70  # letters in a line
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_ENDS_SENTENCE = re.compile(r"[.!?][\"'”’»)\]]*$")
# No sentence ends on one of these.
_GOING_ON = frozenset(
    """
    de het een en of van in op te voor met door aan bij dat die tussen onder per dan uw onze hun zijn is niet
    the a an and or to for by with that this any such as at on from its be not are between under into upon
    within which whose than their his her our your
    """.split()  # noqa: SIM905
)
_LAST_WORD = re.compile(r"\w*$")
_LONGEST_WORD = 12  # letters: more than any of these has
# "..., or 3." at a line end: the number of the item that follows, not the end of a sentence.
_OPENS_ITEM = re.compile(r"[,;:.]\s*(?:(?:en|of|and|or|en/of|and/or),?\s*)?(?:\d{1,2}|[a-z])[.)]$")
_CONTENTS = re.compile(r"(?<!\.)\.{4,}\s*\d+$")  # a row of a table of contents
_ITEM_END = re.compile(r"(?:[,;:]|[,;]\s*(?:en|of|and|or|en/of|and/or))$")


class Seam(Struct, frozen=True):
    """Two lines in reading order, the paragraph that the first ends, and the column of each."""

    paragraph: Sequence[Line]
    row: Line
    column: Column
    before: Column
    leading: float

    @property
    def last(self) -> Line:
        """The last line of the paragraph so far."""
        return self.paragraph[-1]

    @property
    def crosses(self) -> bool:
        """Whether the second line stands in another column or on another page."""
        return self.column is not self.before

    @property
    def cut(self) -> bool:
        """Whether a hyphen carries a word over the seam."""
        return is_cut(self.last.text, self.row.text) and self.row.text[:1].islower()

    @property
    def ends(self) -> bool:
        """Whether the first line ends as a sentence or an item does."""
        return _ENDS.search(self.last.text) is not None and not self.opens_item

    @property
    def ends_sentence(self) -> bool:
        """Whether the first line ends as a sentence does."""
        return _ENDS_SENTENCE.search(self.last.text) is not None and not self.opens_item

    @property
    def opens_item(self) -> bool:
        """Whether the first line ends on the number of an item in the running text."""
        return _OPENS_ITEM.search(self.last.text) is not None

    @property
    def goes_on(self) -> bool:
        """Whether the first line ends on a word that never ends a sentence."""
        text = self.last.text
        word = _LAST_WORD.search(text, max(0, len(text) - _LONGEST_WORD))
        return text.endswith(",") or (word is not None and word[0].lower() in _GOING_ON)

    @property
    def lower(self) -> bool:
        """Whether the second line begins with a small letter."""
        return self.row.text[:1].islower()

    @property
    def room(self) -> float:
        """How much of the first line stays empty though the next word would have fitted, in points."""
        word = self.row.text.split(" ", 1)[0]
        per_letter = (self.row.right - self.row.left) / max(len(self.row.text), 1)
        edge, left = self.before.right, self.before.left
        near = [line.right for line in self.paragraph[-_NEAR:] if left <= line.left <= edge]
        if len(near) > 2:  # a paragraph may be set narrower than its column
            edge = min(edge, max(near))
        return edge - self.last.right - per_letter * (len(word) + 1)

    @property
    def short(self) -> bool:
        """Whether the first line was ended on purpose."""
        return self.room > self.last.size

    @property
    def gap(self) -> float:
        """The distance between the lines in usual line distances."""
        return (self.last.base - self.row.base) / self.leading


def begins(seam: Seam) -> bool:
    """Whether the second line begins a paragraph of its own."""
    if _other_type(seam):
        return True
    if seam.cut:
        return False
    if _labelled(seam) or _titled(seam):
        return True
    if seam.crosses:
        return not _crosses_on(seam)
    if seam.gap > 1.35 or seam.gap < 0:
        return not _runs_on(seam)
    return _indented(seam) or _ended(seam)


def _other_type(seam: Seam) -> bool:
    """Whether the type changes as between a heading and its text."""
    last, row = seam.last, seam.row
    ratio = row.size / last.size
    if not 0.87 < ratio < 1.15 and min(len(row.text), len(last.text)) > 2:
        return not seam.cut or not 0.7 < ratio < 1.4
    if not 0.94 < ratio < 1.07 and not seam.lower and not seam.cut and not seam.goes_on:
        return True
    first = seam.paragraph[0]
    was_bold = first.bold and last.bold_end
    if was_bold and not row.bold and seam.short and not seam.cut:
        return True
    return row.bold and row.bold_end and not last.bold_end and (seam.short or seam.ends)


def _labelled(seam: Seam) -> bool:
    """Whether the second line starts with a number or bullet that begins a unit."""
    last, row = seam.last, seam.row
    found = label(row.text)
    if found is None or is_weak(row.text, found):
        return False
    item = _ITEM_END.search(last.text) is not None and (seam.short or _outdented(seam))
    if refers(last.text, found) and not item:
        return False
    sure = is_sure(row.text, found)
    if seam.goes_on and found.lastgroup in ("headed", "section") and (seam.crosses or seam.gap < 1.35):
        return False
    if seam.ends or seam.short or seam.gap > 1.2 or _CONTENTS.search(last.text) is not None:
        return True
    if seam.crosses:
        return sure or not seam.goes_on
    return (sure and found.lastgroup != "closed" and not seam.goes_on) or _labelled_by_place(seam, sure)


def _labelled_by_place(seam: Seam, sure: bool) -> bool:
    """Whether a number stands where numbers stand, though nothing ended the line before it."""
    last, row, em = seam.last, seam.row, seam.row.size
    if _outdented(seam):
        return len(seam.paragraph) > 1 or sure
    if abs(row.left - last.left) < 0.5 * em and last.start > last.left:
        return True
    if row.left < _hang(seam) - 0.5 * em:
        return sure
    return row.left > _hang(seam) + 0.8 * em


def _outdented(seam: Seam) -> bool:
    return seam.row.left < seam.last.left - 0.5 * seam.row.size


def _titled(seam: Seam) -> bool:
    """Whether the first line is a title such as "Artikel 4 Betaling", in whatever type."""
    title = seam.last.text
    found = label(title)
    if found is None or found.lastgroup != "headed" or len(seam.paragraph) > 1 or len(title) > _TITLE:
        return False
    words = title[found.end() :].lstrip(" -–—:.")
    if len(seam.row.text) < _TITLE / 2 and not _ENDS.search(seam.row.text):
        return False  # a title of two lines
    return not (words[:1].islower() or seam.lower or seam.ends or seam.goes_on)


def _hang(seam: Seam) -> float:
    """Where the second line would begin if it went on with the paragraph."""
    if len(seam.paragraph) > 1:
        return seam.last.left
    return seam.last.start


def _crosses_on(seam: Seam) -> bool:
    """Whether a sentence runs over the end of a column or page."""
    if seam.ends_sentence:
        return False
    if seam.goes_on or (seam.lower and not (seam.short and seam.ends)):
        return True
    return not seam.ends and not seam.short and not (seam.row.bold and seam.row.bold_end)


def _runs_on(seam: Seam) -> bool:
    """Whether a sentence obviously runs over a gap."""
    if seam.ends or not 0 <= seam.gap < 8:
        return False
    return seam.goes_on or (seam.lower and not seam.short)


def _indented(seam: Seam) -> bool:
    """Whether the second line begins where a first line begins, not where this paragraph goes on."""
    last, row, em = seam.last, seam.row, seam.row.size
    shift = row.left - last.left
    if abs(shift) < 0.6 * em or abs(row.left - last.start) < 0.6 * em:
        return False
    if not seam.ends and (seam.lower or seam.goes_on or not seam.short):
        return False
    if shift > 0:
        return seam.ends or len(seam.paragraph) > 1
    # A first line stands further in than the lines that follow it.
    return len(seam.paragraph) > 1 or seam.ends or seam.short


def _ended(seam: Seam) -> bool:
    """Whether the first line was the last of its paragraph."""
    if not seam.short or seam.lower:
        return seam.short and seam.lower and seam.last.text.endswith((";", ":"))
    if seam.ends:
        return True
    width = seam.column.right - seam.column.left
    return not seam.goes_on and seam.room > 0.12 * width
