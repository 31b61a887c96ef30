"""Words cut at a line end: which hyphens vanish when the lines are joined, and which belong to the word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CUT = re.compile(r"(?<![\w'’-])([\w'’-]*[^\W_])([-\u00ad\u2010])$")
_HYPHENS = ("-", "\u00ad", "\u2010")
_HEAD = re.compile(r"[\w'’]+")
# "in- en verkoop", "pre- and post-termination": the hyphen stands for a word that follows later.
_SUSPENDED = re.compile(r"(?:en|of|and|or|und|oder|tot|t/m|als|dan|c\.q\.|maar|noch|nor|to)\b|[/,;&]")
_PREFIX = re.compile(
    r"[a-z]|add|all|app|btw|cross|ex|full|gsm|half|iban|ict|kvk|long|niet|non|opt|oud|pdf|self|sepa|short|sms|"
    r"third|usb|vice|well|\w*\d\w*",
    re.IGNORECASE,
)


def vocabulary(texts: Sequence[str]) -> Counter[str]:
    """The words of a document, without those that a line end cuts; empty where none is."""
    words: Counter[str] = Counter()
    cut = False
    if not any(map(_cut, texts)):
        return words
    for text in texts:
        found = _WORD.findall(text)
        after, cut = cut, _cut(text) is not None
        words.update(word.lower() for word in found[1 if after else 0 : -1 if cut else None])
    return words


def is_cut(before: str, after: str) -> bool:
    """Whether a word runs over the line end between the two lines."""
    return _cut(before) is not None and after[:1].isalnum()


def _cut(text: str) -> re.Match[str] | None:
    """The word and the hyphen that end a line."""
    return _CUT.search(text) if text.endswith(_HYPHENS) else None


def joined(before: str, after: str, words: Counter[str]) -> str:
    """The first line as it reads when the second follows at once: with a space, a hyphen or nothing."""
    found = _cut(before)
    if found is None:
        # "and/" at a line end goes on with "or", and so does an address of the web.
        return before if before[-1:] in "/\u2014" and before[-2:-1].strip() else before + " "
    if _SUSPENDED.match(after) or not after[:1].isalnum():
        return before[: found.start(2)] + "- "
    if found.group(2) == "\u00ad" or not _keeps_hyphen(found.group(1), after, words):
        return before[: found.start(2)]
    return before[: found.start(2)] + "-"


def _keeps_hyphen(part: str, after: str, words: Counter[str]) -> bool:
    """Whether the hyphen would also stand there in the middle of a line."""
    rest = _HEAD.match(after)
    tail = rest.group() if rest else ""
    whole, hyphened = words[(part + tail).lower()], words[f"{part}-{tail}".lower()]
    if whole != hyphened:
        return hyphened > whole
    last = part.rpartition("-")[2]
    if last.isupper() and tail.isupper():
        return len(last) < 4
    return last.isupper() or not tail[:1].islower() or _PREFIX.fullmatch(last) is not None
