"""The smallest edits between two wordings, word by word, as a person would mark them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from contract_lint.model import Edit, Span

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_ALIKE = 0.5  # with less in common a plain swap reads better than a mosaic


def smallest(edit: Edit, old: str) -> list[Edit]:
    """The edit of the words `old` as edits of single words, in reading order."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(edit.text)
    match = SequenceMatcher(None, before, after, autojunk=False)
    if match.ratio() < _ALIKE:
        return [_trimmed(edit, old)]
    places = [edit.span.start]
    for token in before:
        places.append(places[-1] + len(token))
    found = []
    for start, end, new_start, new_end in _changes(match, before):
        words = "".join(after[new_start:new_end])
        found.append(Edit(Span(places[start], places[end]), words))
    return found


def _changes(match: SequenceMatcher[str], before: list[str]) -> list[tuple[int, int, int, int]]:
    """What changes, as token ranges; changes with no word left between them are one."""
    changes: list[tuple[int, int, int, int]] = []
    for step, start, end, new_start, new_end in match.get_opcodes():
        if step == "equal":
            continue
        if changes and not any(token[0].isalnum() for token in before[changes[-1][1] : start]):
            first = changes.pop()
            start, new_start = first[0], first[2]
        changes.append((start, end, new_start, new_end))
    return changes


def _trimmed(edit: Edit, old: str) -> Edit:
    """The edit without the spaces that both wordings begin or end with."""
    new, start, end = edit.text, edit.span.start, edit.span.end
    while old and new and old[0] == new[0] and old[0].isspace():
        old, new, start = old[1:], new[1:], start + 1
    while old and new and old[-1] == new[-1] and old[-1].isspace():
        old, new, end = old[:-1], new[:-1], end - 1
    return Edit(Span(start, end), new)
