"""The job summary of GitHub Actions, within the size beyond which it would be dropped whole.

https://docs.github.com/actions/reference/limits
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contract_lint.model import Report, Standing
from contract_lint.reports.entries import worst_first
from contract_lint.reports.markdown import escape, finding, head, table
from contract_lint.reports.view import PLAIN, View
from contract_lint.reports.words import common_words

ROOM = 1_000_000  # bytes; GitHub drops a summary of more than 1,048,576


def render(reports: Sequence[Report], view: View = PLAIN) -> str:
    """The verdict, the table, the most serious findings first, and last how many did not fit."""
    words = common_words(reports, view.language)
    room = ROOM - view.taken - len(words["nothing says"]) - 200  # for the last lines
    told, left_out = [], 0
    for part in _parts(reports, view):
        room -= len(part.encode()) + 2
        if room >= 0:
            told.append(part)
        else:
            left_out += 1
    if left_out:
        told.append(words["not kept"].format(count=left_out))
    return "\n\n".join([*told, f"*{words['nothing says']}*"]) + "\n"


def _parts(reports: Sequence[Report], view: View) -> Iterator[str]:
    words = common_words(reports, view.language)
    yield from head(reports, view)
    yield table(reports, words)
    for entry in worst_first(reports):
        if entry.standing in (None, Standing.ADDED):
            told = finding(entry, words)
            yield told.replace("\n\n", f"\n\n{escape(entry.path)}\n\n", 1) if len(reports) > 1 else told
