"""The numbers and bullets that a browser puts before the items of a list."""

from __future__ import annotations

import re
from string import ascii_lowercase

from contract_lint.documents.html.tree import Element
from contract_lint.documents.numerals import LARGEST_ROMAN, roman

_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]{0,80}?\b(none|decimal|(?:lower|upper)-(?:alpha|latin|roman))\b",
    re.IGNORECASE,
)
_TYPES = {
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i",
    "upper-roman": "I", "decimal": "1",
}  # fmt: skip
_LARGEST = 32767
_BULLET = "•"


class Numbers:
    """Counts through one list; `ordered` is False for bullets."""

    def __init__(self, listed: Element) -> None:
        self.ordered = listed.name == "ol"
        self._kind = _kind(listed) or ("1" if self.ordered else _BULLET)
        self._step = -1 if "reversed" in listed.attributes else 1
        items = sum(isinstance(child, Element) and child.name == "li" for child in listed.children)
        self._next = _number(listed.attributes.get("start"), items if self._step < 0 else 1)

    def label(self, item: Element) -> str:
        """What stands before this item, the next of the list; nothing where the page says so."""
        count = _number(item.attributes.get("value"), self._next)
        self._next = count + self._step
        kind = _kind(item) or self._kind
        if kind in (_BULLET, "none"):
            return _BULLET if kind == _BULLET else ""
        return f"{_written(count, kind)}."


def _kind(element: Element) -> str:
    """ "1", "a", "A", "i", "I" or "none" where the element says so itself; its style goes before its type."""
    if styled := _STYLE.search(element.attributes.get("style", "")):
        return _TYPES.get(styled[1].lower(), "none")
    given = element.attributes.get("type", "").strip()
    return given if given in ("1", "a", "A", "i", "I") else ""


def _number(given: str | None, otherwise: int) -> int:
    found = re.match(r"\s*([+-]?\d{1,5})", given or "")
    return int(found[1]) if found and abs(int(found[1])) <= _LARGEST else otherwise


def _written(count: int, kind: str) -> str:
    """The number in the list's way of counting; in digits where that has no such number."""
    lower = kind.lower()
    if count < 1 or lower not in ("a", "i") or (lower == "i" and count > LARGEST_ROMAN):
        return str(count)
    text = _letters(count) if lower == "a" else roman(count)
    return text if kind == lower else text.upper()


def _letters(count: int) -> str:
    """a to z, then aa, ab, as browsers do."""
    text = ""
    while count:
        count, rest = divmod(count - 1, 26)
        text = ascii_lowercase[rest] + text
    return text
