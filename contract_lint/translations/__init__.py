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
_BETWEEN = (": ", "; ", ", ")  # joins what is told: a place with a fault, a fault with what to do, a list
_WORDS = ("what", "wanted", "found")  # names for which one word of ours may stand; others quote
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
            else:  # what opens a sentence takes in no place that is told before it
                parts.append(f"(?P<{part}>(?:(?!: ).)*?)" if parts == [""] else f"(?P<{part}>.*?)")
                found.add(part)
        return re.compile("".join(parts))

    def values(self, text: str) -> dict[str, str] | None:
        """What stands at the names, when the text is this sentence."""
        if not all(part in text for part in self.fixed):
            return None
        found = self.pattern.fullmatch(text)
        return found.groupdict() if found else None


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
            if mark in text:
                return self._parts(text, mark, depth + 1)
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
        value = values[place[1]]
        return self.told(value, depth) if place[1] in _WORDS else self._part(value, depth)

    def _parts(self, text: str, mark: str, depth: int) -> str:
        """The longest end that is a sentence stays together: marks may stand in sentences too."""
        parts = text.split(mark)
        for at in range(1, len(parts)):
            end = mark.join(parts[at:])
            if " " in end and (told := self.sentence(end, depth)) is not None:
                return mark.join([*(self._part(part, depth) for part in parts[:at]), told])
        return mark.join(self._part(part, depth) for part in parts)

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
