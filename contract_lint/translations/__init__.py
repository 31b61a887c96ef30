"""The program's own sentences in other languages than English, in which the code says them.

A table holds every English sentence, with names in braces for what differs from case to case, beside its
twin. A finished sentence is known again by its fixed words, so that whoever writes one need not think of
other languages, and it may cross processes and lie in caches as plain text. `tests/test_translations.py`
finds every sentence of the code, and asks for its twin.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path

NAME = "{name} "  # opens a sentence, and may be missing from it
PLACE = re.compile(r"\{([a-z_]+)\}")
# What joins sentences: a place and a fault, a fault and what to do, the parts of a list unless it is long.
_BETWEEN = (re.compile("(: |; |, )"), re.compile("(: |; )"))
# The names at which something of ours stands; what stands at others is quoted.
_OURS = (
    "advice", "allowed", "fault", "found", "hint", "lacking", "languages", "message", "name", "near",
    "packages", "reason", "remedy", "right", "save", "sentence", "total", "unit", "unknown", "wanted",
    "what", "why",
)  # fmt: skip
_WORDS = ("what", "wanted", "found")  # there also a single word of ours
_NUMBERS = ("count", "number")
_MOST_PARTS = 60
_DEEPEST = 6  # sentences in sentences; ours hold three
_LONGEST = 5000  # characters: what is longer quotes a document
_JOINED = re.compile(r"\S+(?: (?:or|and) \S+)+")  # names


def translated(text: str, language: str) -> str:
    """The text in this language, as far as it is the program's own; what it quotes stays as it is."""
    return text if language == "en" else catalogue(language).told(text)


@dataclass(frozen=True)
class Twin:
    """An English sentence and its twin, with the same names in braces."""

    english: str
    other: str

    @cached_property
    def fixed(self) -> list[str]:
        """The words between what differs."""
        return [part for part in PLACE.split(self.english)[::2] if part]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What recognises the sentence."""
        found: set[str] = set()
        parts = []
        for at, part in enumerate(PLACE.split(self.english)):
            if at % 2 == 0:
                parts.append(re.escape(part))
            elif part in found:
                parts.append(f"(?P={part})")
            else:
                found.add(part)
                parts.append(f"(?P<{part}>{_shape(part, opens=parts == [''])})")
        return re.compile("".join(parts))

    def values(self, text: str) -> dict[str, str] | None:
        """What stands at the names, when the text is this sentence."""
        if not all(part in text for part in self.fixed):
            return None
        found = self.pattern.fullmatch(text)
        return found.groupdict() if found else None


def _shape(name: str, opens: bool) -> str:
    """What can stand at a name; where it opens a sentence, no place that is told before that."""
    if name in _NUMBERS:
        return r"\d+"
    return "(?:(?!: ).)*?" if opens else ".*?"


@dataclass(frozen=True)
class Catalogue:
    """All sentences of one language: those without names by themselves, the others most words first."""

    plain: Mapping[str, str]
    twins: tuple[Twin, ...]

    def told(self, text: str, depth: int = 0) -> str:
        """The twin of a text: line by line, as one sentence, else of its parts that have one."""
        if "\n" in text and text not in self.plain:
            return "\n".join(self._part(line, depth) for line in text.split("\n"))
        whole = self.sentence(text, depth)
        if whole is not None:
            return whole
        if depth > _DEEPEST or len(text) > _LONGEST:
            return text
        for mark in _BETWEEN:
            parts = mark.split(text)
            if 1 < len(parts) < _MOST_PARTS:
                return self._parted(parts, depth + 1)
        if _JOINED.fullmatch(text):
            return " ".join(self.plain.get(word, word) for word in text.split(" "))
        return text

    def sentence(self, text: str, depth: int = 0) -> str | None:
        """The twin of one sentence; None when it is none of ours."""
        if text in self.plain:
            return self.plain[text]
        if depth > _DEEPEST or len(text) > _LONGEST:
            return None
        for twin in self.twins:
            values = twin.values(text)
            if values is not None:
                return PLACE.sub(partial(self._value, values, depth + 1), twin.other)
        return None

    def _value(self, values: Mapping[str, str], depth: int, place: re.Match[str]) -> str:
        """What stands at a name."""
        name, value = place[1], values[place[1]]
        if name not in _OURS:
            return value
        return self.told(value, depth) if name in _WORDS else self._part(value, depth)

    def _parted(self, parts: list[str], depth: int) -> str:
        """Parts with marks between them, from the last back; the longest that make a sentence go together."""
        told = ""
        while parts:
            starts = range(0, len(parts), 2)
            ends = ((start, self._part_of_ours("".join(parts[start:]), depth)) for start in starts)
            start, last = next(((start, end) for start, end in ends if end), (len(parts) - 1, parts[-1]))
            told = "".join(parts[start - 1 : start]) + last + told if start else last + told
            parts = parts[: max(start - 1, 0)]
        return told

    def _part_of_ours(self, text: str, depth: int) -> str | None:
        return self.sentence(text, depth) if " " in text else None

    def _part(self, text: str, depth: int) -> str:
        """A part or a value: one word may be a name that somebody gave, and stays."""
        return self.told(text, depth) if " " in text else text


@cache
def catalogue(language: str) -> Catalogue:
    """The sentences of a language, read when they are first asked for."""
    table = tomllib.loads(Path(__file__).with_name(f"{language}.toml").read_text("utf-8"))
    for english, other in tuple(table.items()):
        if english.startswith(NAME):
            table[english.removeprefix(NAME)] = other.removeprefix(NAME)
    twins = [Twin(english, other) for english, other in table.items() if PLACE.search(english)]
    twins.sort(key=lambda twin: -sum(map(len, twin.fixed)))
    return Catalogue(table, tuple(twins))
