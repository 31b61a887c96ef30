"""A review of a text as a unified diff, which `patch` and `git apply` take."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from contract_lint.reviews.text.source import decoded

_NO_NEWLINE = "\n\\ No newline at end of file\n"


def patch(before: bytes, after: bytes, name: str) -> str:
    """The changes from one text to another, both called by this name; empty when there are none."""
    old, new = (decoded(data).text.splitlines(keepends=True) for data in (before, after))
    return "".join(_ended(unified_diff(old, new, f"a/{name}", f"b/{name}")))


def _ended(lines: Iterator[str]) -> Iterator[str]:
    """The lines, with a word where the file ends without a line end."""
    for line in lines:
        yield line if line.endswith("\n") else line.rstrip("\r") + _NO_NEWLINE
