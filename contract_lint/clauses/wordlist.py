"""Word lists written as running text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text; an underscore stands for a space."""
    return frozenset(word.replace("_", " ") for word in text.split())
