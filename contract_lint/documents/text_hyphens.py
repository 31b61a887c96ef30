"""Deciding what a hyphen at the end of a wrapped line means."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BROKEN = re.compile(r"([^\W\d_]+)-$")
_FIRST = re.compile(r"[^\W\d_]+")
_INNER = re.compile(r"(?<![^\W\d_])[^\W\d_]++-[^\W\d_]+")
_SUSPENDING = frozenset("en of en/of dan and or und tot als alsmede c.q resp".split())  # noqa: SIM905
# First parts that keep their hyphen: btw-nummer, e-mail, third-party.
_KEEPING = frozenset(
    """
    btw cao bv nv kvk iban bic sepa sms pin usb cv tv pc it ict ip id wa all ex non niet oud e on off up self
    third co pre post anti pro multi one two real long short high low full part well cross follow opt in out
    eu vn nl be uk us web check class end first day pay per sub risk
    """.split()  # noqa: SIM905
)
_VOWELS = "aeiou"


class Hyphens:
    """Knows which words the document itself writes with a hyphen."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._broken = any(line.rstrip().endswith("-") for line in lines)
        self._hyphened: set[str] = set()
        if self._broken:
            for line in lines:
                if "-" in line:
                    self._hyphened.update(word.lower() for word in _INNER.findall(line))

    def drops(self, line: str, following: str) -> bool:
        """Whether the hyphen that ends the line only breaks a word."""
        parts = self._parts(line, following)
        if parts is None:
            return False
        first, second = parts
        if second.lower() in _SUSPENDING or not second.islower():
            return False
        if f"{first}-{second}".lower() in self._hyphened:
            return False
        if first.isupper() or first.lower() in _KEEPING:
            return False
        return not (first[-1] in _VOWELS and first[-1] == second[0])

    def closes(self, line: str, following: str) -> bool:
        """Whether the two lines join without a space: a broken word, or a compound with its hyphen."""
        parts = self._parts(line, following)
        return parts is not None and parts[1].lower() not in _SUSPENDING

    def _parts(self, line: str, following: str) -> tuple[str, str] | None:
        """The word pieces around the break."""
        if not self._broken or not line.endswith("-"):
            return None
        first = _BROKEN.search(line[-60:])
        second = _FIRST.match(following.lstrip())
        return (first[1], second.group()) if first and second else None
