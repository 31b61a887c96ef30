"""Letters that a font draws as one shape and gives no Unicode value: "ti", "ft", "ff" and their like.

A shape that says nothing stands in the lines as one sign of its own (see `glyphs`), the same wherever it is
drawn. Whichever ligature makes known words of the torn ones is what the shape says, in all of them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from contract_lint.shipped import shipped

_LIGATURES = (
    *("ti", "tt", "ft", "ff", "fi", "fl", "tj", "ffi", "ffl", "tti", "fti", "fft", "th", "ij", "fj", "tf"),
    *("Th", "IJ", "st", "ct", "fb", "fh", "fk", "ty", "tz"),
)
_SHAPES = "\U000f0000-\U000ffffd"  # without a meaning
_PRIVATE = "\ue000-\uf8ff"  # with a meaning that only its maker knows
_SIGN = re.compile(f"[{_SHAPES}{_PRIVATE}]")
_TORN = re.compile(rf"(?<![^\W\d_])[^\W\d_]*(?:{_SIGN.pattern}[^\W\d_]*)+")
_BULLET = re.compile(rf"^{_SIGN.pattern}(?=\s|$|[A-Z])\s*")
_LOST = re.compile(rf"[{_SHAPES}]|(?<=[^\W\d_])[{_PRIVATE}]|[{_PRIVATE}](?=[^\W\d_])")
UNKNOWN = "\ufffd"
_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMENT = re.compile("//.*")
_PART = re.compile(r"[a-zà-ÿ]{4,}")
_WORDS = Path(__file__).with_name("ligatures.txt")
_LONGEST = 20  # letters of a part of a word
# Letters in known words that a reading needs, and how many times as many as the next: for a shape in all of
# its words together, and in one of them alone.
_SURE, _LEAD = 15, 2.0
_SURE_ALONE, _LEAD_ALONE = 5, 1.2


def has_signs(texts: Sequence[str]) -> bool:
    """Whether shapes without a meaning stand in the texts."""
    return _SIGN.search("\n".join(texts)) is not None


class Ligatures:
    """What the shapes without a meaning in a document say, as far as its words and the lexicon tell."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.read: Counter[str] = Counter()  # how often each was
        self._torn: Counter[str] = Counter()
        for text in filter(_SIGN.search, texts):
            self._torn.update(word for word in _TORN.findall(_BULLET.sub("", text)) if len(word) > 1)
        self._whole: set[str] = set()
        for text in texts if self._torn else ():
            self._whole.update(word.lower() for word in _WORD.findall(text))
        self._meaning: dict[str, str] = {}
        while found := self._clearest():
            self._meaning.update(found)
        self._mended = {word: self._mend(word, times) for word, times in self._torn.items()}

    def mend(self, text: str) -> str:
        """The text with its shapes spelled out; one that nothing explains is `UNKNOWN`, or a bullet."""
        if not _SIGN.search(text):
            return text
        text = _TORN.sub(lambda found: self._mended.get(found[0], found[0]), _BULLET.sub("• ", text))
        return _LOST.sub(UNKNOWN, text)

    def _clearest(self) -> dict[str, str]:
        """Further shapes that evidently are one ligature."""
        votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for word in self._torn:
            plain = self._spelled(word)
            if len(_SIGN.findall(plain)) == 1:
                votes[_SIGN.findall(plain)[0]].update(self._readings(plain))
        found = {sign: _ahead(counts, _SURE, _LEAD) for sign, counts in votes.items()}
        return {sign: told for sign, told in found.items() if told}

    def _spelled(self, word: str) -> str:
        return _SIGN.sub(lambda sign: self._meaning.get(sign[0], sign[0]), word)

    def _mend(self, word: str, times: int) -> str:
        """The word with its shapes spelled out, one of unknown meaning where a single reading stands out."""
        plain = self._spelled(word)
        unknown = _SIGN.findall(plain)
        told = _ahead(self._readings(plain), _SURE_ALONE, _LEAD_ALONE) if len(unknown) == 1 else ""
        for sign in _SIGN.findall(word):
            if ligature := self._meaning.get(sign, told):
                self.read[ligature] += times
        return _SIGN.sub(told, plain) if told else plain

    def _readings(self, word: str) -> Counter[str]:
        """How many letters of a word with one shape are known with each ligature in its place."""
        found = _SIGN.search(word)
        at = found.start() if found else 0
        known = {told: self._known(_SIGN.sub(told, word).lower(), at, at + len(told)) for told in _LIGATURES}
        return Counter({told: letters for told, letters in known.items() if letters})

    def _known(self, word: str, first: int, last: int) -> int:
        """The length of the longest known part that holds these letters; 0 without one."""
        if word in self._whole:
            return len(word)
        parts = (
            word[start:end]
            for start in range(max(0, last - _LONGEST), first + 1)
            for end in range(last, min(len(word), start + _LONGEST) + 1)
        )
        return max((len(part) for part in parts if part in _parts()), default=0)


def _ahead(counts: Counter[str], least: int, lead: float) -> str:
    """The first of these where it has enough, and so many times as much as the second; else nothing."""
    (best, most), (_, second), *_ = [*counts.most_common(2), ("", 0), ("", 0)]
    return best if most >= least and most >= lead * second else ""


@cache
def _parts() -> frozenset[str]:
    """Words and parts of words: those that the lexicons are written with, and a list of our own."""
    lexicons = shipped("grammars").glob("*/lexicon/*.lark")
    texts = [_COMMENT.sub("", path.read_text("utf-8")) for path in (*lexicons, _WORDS)]
    return frozenset(part for text in texts for part in _PART.findall(text))
