"""Telling a table of contents, and page numbers, from the text of a contract."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from contract_lint.clauses import labels
from contract_lint.clauses.labels import Style
from contract_lint.clauses.lines import Line

_LONGEST_TITLE = 100
_FEWEST = 3
_PAGE_NUMBER = re.compile(r"[\s.…_]*\d{0,3}\s*$")
_PAGE = re.compile(
    r"(?i)(?:pagina|page|blad|bladzijde|p\.)\s*\d+(?:\s*(?:van|of|/|-)\s*\d+)?$|\d+\s*(?:/|van|of)\s*\d+$|-\s*\d+\s*-$"
)


def is_page_number(text: str, line: Line) -> bool:
    """Whether the line only says which page it stands on."""
    return line.end - line.start <= 30 and _PAGE.match(text, line.start, line.end) is not None


def listed(text: str, lines: Sequence[Line]) -> set[int]:
    """The indexes of lines that make up a table of contents: titles that all come again below."""
    keys = [_key(text, line) for line in lines]
    last = {key: index for index, key in enumerate(keys)}
    found: set[int] = set()
    run: list[int] = []
    for index, key in enumerate([*keys, ""]):
        if key and last[key] > index:
            run.append(index)
            continue
        if _has_text_between([last[keys[at]] for at in run], index):
            found.update(run)
        run = []
    return found


def _has_text_between(places: list[int], end: int) -> bool:
    """Whether titles come again below with text between them; a list that is repeated has none."""
    if len(places) < _FEWEST or min(places) < end:
        return False
    apart = sum(abs(after - before) > 1 for before, after in pairwise(places))
    return apart * 2 >= len(places) - 1


def _key(text: str, line: Line) -> str:
    """A title made comparable: without its number, case and page number; empty for a sentence."""
    if line.end - line.start > _LONGEST_TITLE:
        return ""
    body = line.body
    if line.readings and line.readings[0].style is Style.BULLET:
        inner = labels.find(text, body, line.end)
        body = inner[0].end if inner else body
    words = _PAGE_NUMBER.sub("", text[body : line.end]).strip().lower()
    return "" if words.endswith((".", ";", ",")) else words
