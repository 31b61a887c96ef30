"""Telling lines that a writer wrapped from lines that stand by themselves."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

# A line that begins a paragraph of its own.
_BULLET = re.compile(r"[•●▪▫◦‣⁃·∙○■□►➢➤✓✔\ue000-\uf8ff*–—-](?=\s|$)\s*|o\s+(?=\S)")
_NUMBER = re.compile(
    r"(?:\(?\d{1,3}\)|\d{1,3}\.\)?|\d{1,3}(?:\.\d{1,2})+[.):]?|\(?[a-zA-Z]{1,2}\)|[a-zA-Z]\.|\(?[ivxIVX]{1,5}[.)])(?:\s+|$)"
)
_ARTICLE = re.compile(
    r"(?i:artikel|article|section|clause|hoofdstuk|chapter|bijlage|annex|appendix|schedule)\s+[\dIVX]+\b|§\s*\d"
)
_BARE = re.compile(r"\d{1,2}\s+[A-Z]")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_ABBREVIATED = re.compile(
    r"(?i:\b(?:art|nr|no|blz|mr|dr|dhr|mevr|bijv|ca|evt|incl|excl|resp|max|min|e\.g|i\.e|o\.a|d\.w\.z|m\.b\.t)\.)$"
)
# A line that ends with one of these goes on, whatever follows.
_UNFINISHED = re.compile(
    r"(?:^|\s)(?:de|het|een|van|voor|met|tot|bij|op|in|uit|aan|en|of|dat|die|door|onder|artikel|artikelen|lid|art\.|"
    r"the|an?|of|to|for|with|by|at|from|and|or|that|which|under|section|clause|your|our|uw|onze|zijn|per|te|binnen|na|within|after|minimaal|maximaal)$"
)
_REFERRING = re.compile(
    r"(?i:(?:^|\s)(?:artikel|artikelen|art\.|lid|leden|sub|onder|section|sections|clause|article|nr\.|no\.|en|of|and|or|t/m|tot))$"
)
# An item of a list that goes on: "; of", "; and".
_LISTED = re.compile(r"[;,]\s(?:en/of|and/or|en|of|and|or|dan wel)$")
# A line of a list of particulars: "Opzegtermijn: een maand".
_PARTICULAR = re.compile(r"[A-ZÀ-Þ][^.:;!?]{1,40}:\s\S")
_NARROWEST, _WIDEST = 30, 200


def ends_sentence(line: str) -> bool:
    """Whether a line closes its sentence or introduces something."""
    return bool(_SENTENCE_END.search(line)) and not _ABBREVIATED.search(line)


def begins_with_label(line: str, following: str, filled: bool = True) -> bool:
    """Whether the next line begins with a label of its own, not with a number in mid sentence.

    `filled` says that its first word would not have fitted on this line.
    """
    ended = ends_sentence(line)
    if _ARTICLE.match(following):
        rest = following[following.find(" ") :].strip(" 0123456789.")
        return not (rest[:1].islower() or rest[:1] == ",") or ended
    if not ended and following[:1] in "–—" and following[1:].strip()[:1].islower():
        return not filled
    if _BULLET.match(following):
        return True
    label = _NUMBER.match(following)
    if not label:
        return ended and bool(_BARE.match(following))
    if ended:
        return True
    number = label.group().lstrip("(")[:1].isdigit()
    if not number and _LISTED.search(line):
        return True
    mid_sentence = number and filled and following[label.end() :][:1].islower()
    return not (_REFERRING.search(line) or mid_sentence)


class Wrapping:
    """Judges for every line whether it continues the line before it."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._full = [index for index, line in enumerate(lines) if line.strip()]
        self._width = _width([len(line.rstrip()) for line in lines if line.strip()])
        self._joined: set[int] = set()
        self._before: dict[int, int] = {}
        for before, after in zip(self._full, self._full[1:], strict=False):
            if self._continues(before, after):
                self._joined.add(after)
            self._before[before] = after

    def joins(self, index: int) -> bool:
        """Whether the line belongs to the paragraph of the line before it."""
        return index in self._joined

    def following(self, index: int) -> int | None:
        """The line that continues this one, if any."""
        after = self._before.get(index)
        return after if after in self._joined else None

    def _continues(self, before: int, after: int) -> bool:
        line, following = self._lines[before].rstrip(), self._lines[after].strip()
        ended, lower = ends_sentence(line), following[0].islower() or following[0].isdigit()
        if begins_with_label(line, following, self._is_filled(line, following)):
            return False
        if _PARTICULAR.match(following) and self._beside_another(before, after):
            return False
        if after - before > 1:
            return self._over_blank(line, following, ended, lower)
        if ended:
            return self._is_filled(line, following) and len(line) >= 0.85 * self._width
        if _UNFINISHED.search(line) or (lower and line.endswith((",", "-"))):
            return True
        if lower:
            return self._lower_goes_on(before, line, following)
        return self._is_filled(line, following) and not _ARTICLE.match(line.lstrip())

    def _beside_another(self, before: int, after: int) -> bool:
        """Whether one of the lines around a particular is one too."""
        around = (before, after + 1)
        return any(
            index < len(self._lines) and _PARTICULAR.match(self._lines[index].strip()) for index in around
        )

    def _over_blank(self, line: str, following: str, ended: bool, lower: bool) -> bool:
        """A page that ends in mid sentence leaves a blank line in it."""
        if ended or not lower or not self._width:
            return False
        return line.endswith("-") or self._is_filled(line, following)

    def _lower_goes_on(self, before: int, line: str, following: str) -> bool:
        """A line in lower case goes on with the one before, unless both are points of a bare list."""
        if self._is_filled(line, following):
            return True
        own_point = line.lstrip()[0].islower() and before not in self._joined
        return not own_point and len(line.strip()) >= 40

    def _is_filled(self, line: str, following: str) -> bool:
        """Whether the first word of the next line would not have fitted on this one."""
        if not self._width:
            return False
        word = len(following.split(None, 1)[0])
        return len(line) + 1 + word >= 0.85 * self._width


def _width(lengths: list[int]) -> int:
    """The width at which the text is evidently wrapped, or 0: many lines end near it, few go past."""
    long = sorted(length for length in lengths if length > 20)
    if len(long) < 5:
        return 0
    best, best_count = 0, 0
    for width in sorted(set(long)):
        if not _NARROWEST <= width <= _WIDEST:
            continue
        count = bisect_right(long, width) - bisect_left(long, int(0.8 * width))
        beyond = len(long) - bisect_right(long, width)
        if beyond <= 0.3 * len(long) and count > best_count:
            best, best_count = width, count
    return best if best_count >= 0.4 * len(long) else 0
