"""A rewrite as a small redline: the words that change, with a few words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from contract_lint.model import Document, Edit
from contract_lint.reports.lines import SPACE, Line, Mark, line_of, squeeze, strip

AROUND = 4  # words of context
_ALIKE = 0.4  # of the words the same
_NEAR = 300  # characters to look for the words of context in
_END = re.compile(r"\n|(?<=[.!?;])\s")  # of a sentence or paragraph, beyond which nothing is shown
_SIGNS = {Mark.DELETED: ("[-", "-]"), Mark.INSERTED: ("{+", "+}")}


def redline(document: Document, edits: Sequence[Edit], color: bool) -> list[Line]:
    """One line for every group of edits that stand close together."""
    return [_line(document, group, color) for group in _groups(document, edits)]


def _groups(document: Document, edits: Sequence[Edit]) -> list[list[Edit]]:
    """Edits of one sentence with fewer words between them than their contexts would show twice."""
    groups: list[list[Edit]] = []
    for edit in sorted(edits, key=lambda edit: edit.span):
        if groups:
            between = document.text[groups[-1][-1].span.end : edit.span.start]
            if not _END.search(between) and len(between.split()) <= 2 * AROUND:
                groups[-1].append(edit)
                continue
        groups.append([edit])
    return groups


def _line(document: Document, edits: Sequence[Edit], color: bool) -> Line:
    first, last = edits[0].span.start, edits[-1].span.end
    told = _before(_END.split(document.text[max(0, first - _NEAR) : first])[-1])
    at = first
    for edit in edits:
        told += line_of(document.text[at : edit.span.start])
        told += _change(document.quote(edit.span), edit.text, color)
        at = edit.span.end
    end = _END.search(document.text, last)
    return strip(squeeze(told + _after(document.text[last : end.start() if end else None])))


def _before(text: str) -> Line:
    words = text.split()
    cut = "… " if len(words) > AROUND else ""
    kept = " ".join(words[-AROUND:]) + (" " if text[-1:].isspace() else "")
    return line_of(cut + kept)


def _after(text: str) -> Line:
    words = text.split()
    space = " " if text[:1].isspace() else ""
    return line_of(space + " ".join(words[:AROUND]) + (" …" if len(words) > AROUND else ""))


def _change(old: str, new: str, color: bool) -> Line:
    """The words taken out and put in; spaces at the ends stand outside the signs."""
    told: Line = [SPACE] if new[:1].isspace() or old[:1].isspace() else []
    for mark, words in _difference(old.split(), new.split()):
        if told and told[-1] != SPACE:
            told.append(SPACE)
        text = " ".join(words)
        opening, closing = ("", "") if color else _SIGNS.get(mark, ("", ""))
        told += line_of(opening + text + closing, mark)
    return [*told, SPACE] if new[-1:].isspace() or old[-1:].isspace() else told


def _difference(old: list[str], new: list[str]) -> Iterator[tuple[Mark, list[str]]]:
    """Runs of words."""
    for step, old_start, old_end, new_start, new_end in _steps(old, new):
        if step == "equal":
            yield Mark.PLAIN, old[old_start:old_end]
            continue
        if old_end > old_start:
            yield Mark.DELETED, old[old_start:old_end]
        if new_end > new_start:
            yield Mark.INSERTED, new[new_start:new_end]


def _steps(old: list[str], new: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """What `difflib` has to do; with little in common, a plain swap reads better than a mosaic."""
    shared = sum(map(set(new).__contains__, old))  # at most: one by one and in their order there are fewer
    if 2 * shared > _ALIKE * (len(old) + len(new)):
        match = SequenceMatcher(None, old, new, autojunk=False)
        if match.ratio() > _ALIKE:
            return match.get_opcodes()
    return (("replace", 0, len(old), 0, len(new)),)
