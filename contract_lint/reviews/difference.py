"""The smallest edits between two wordings, word by word, as a person would mark them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from contract_lint.model import Edit, Span

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_Step = tuple[int, int, int, int]  # tokens from and up to, before and after
_ALIKE = 0.5  # with less in common a plain swap reads better than a mosaic


def smallest(edit: Edit, old: str) -> list[Edit]:
    """The edit of the words `old` as edits of single words, in reading order."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(edit.text)
    match = SequenceMatcher(None, before, after, autojunk=False)
    steps = _changes(match, before) if match.ratio() >= _ALIKE else [_between_ends(before, after)]
    places = [edit.span.start]
    for token in before:
        places.append(places[-1] + len(token))
    found = []
    for start, end, new_start, new_end in steps:
        words = "".join(after[new_start:new_end])
        found.append(Edit(Span(places[start], places[end]), words))
    return found


def _changes(match: SequenceMatcher[str], before: list[str]) -> list[_Step]:
    """What changes, as token ranges; changes with no word left between them are one."""
    changes: list[_Step] = []
    for step, start, end, new_start, new_end in match.get_opcodes():
        if step == "equal":
            continue
        if changes and not any(token[0].isalnum() for token in before[changes[-1][1] : start]):
            first = changes.pop()
            start, new_start = first[0], first[2]
        changes.append((start, end, new_start, new_end))
    return changes


def _between_ends(before: list[str], after: list[str]) -> _Step:
    """What lies between the words that both wordings begin with and those that both end with."""
    most = min(len(before), len(after))
    first = next((at for at in range(most) if before[at] != after[at]), most)
    last = next((at for at in range(most - first) if before[-1 - at] != after[-1 - at]), most - first)
    return first, len(before) - last, first, len(after) - last
