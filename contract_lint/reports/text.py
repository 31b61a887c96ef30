"""The report for people: where, how bad, the sentence with its words underlined, why, and what instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from contract_lint.model import Clause, Document, Effect, Evidence, Report, Rewrite, Span, Standing
from contract_lint.reports import muted
from contract_lint.reports.entries import Entry, entries
from contract_lint.reports.frame import frame
from contract_lint.reports.lines import Line, Mark, fold, line_of, paint, painted, text_of, wrap
from contract_lint.reports.places import article, place
from contract_lint.reports.printable import clean
from contract_lint.reports.redline import redline
from contract_lint.reports.view import PLAIN, View
from contract_lint.reports.words import words_for

INDENT = 2
COLUMN = 11  # where the words behind a label begin


def render(reports: Sequence[Report], view: View = PLAIN) -> str:
    """All findings, an empty line between two; nothing when there are none.

    Beside an older draft what is new is told in full, what is gone or kept on a line each.
    """
    told: list[str] = []
    for report in reports:
        words, found = words_for(report, view.language), list(entries(report))
        new = [entry for entry in found if entry.standing in (None, Standing.ADDED)]
        told += ["\n".join((*_finding(entry, words, view), "")) for entry in new]
        for standing in (Standing.REMOVED, Standing.KEPT):
            listed = [entry for entry in found if entry.standing is standing]
            told += ["\n".join((*_listed(listed, standing, words, view), ""))] if listed else []
    if view.muted:
        told += muted.sections(reports, view)
    return "\n".join(told)


def _listed(found: Sequence[Entry], standing: Standing, words: dict[str, str], view: View) -> Iterator[str]:
    """A heading with the standing, and the heads of these findings."""
    yield painted(f"{words[standing.value]}: {len(found)}", Mark.STRONG, view.color)
    yield from (" " * INDENT + _head(entry, words, view) for entry in found)


def _finding(entry: Entry, words: dict[str, str], view: View) -> Iterator[str]:
    finding, document, clause = entry.finding, entry.contract.document, entry.clause
    mark = Mark[finding.severity.name]
    yield _head(entry, words, view)
    yield from (" " * INDENT + piece for piece in fold(finding.message, view.width - INDENT))
    if finding.evidence:
        label = clean(clause.number) if clause else ""
        lead_in = _lead_in(finding.evidence, clause)
        for piece in frame(document, finding.evidence, label, mark, view.width - INDENT, lead_in):
            yield " " * INDENT + paint(piece, view.color)
    yield from _told(words["why"], finding.why, view.width)
    yield from _told(words["law"], "; ".join(basis.cite for basis in finding.basis), view.width)
    for further in finding.also:
        yield from _told(words["also"], _also(document, further, words), view.width)
    if finding.lowered:
        yield from _told(words["note"], finding.lowered, view.width)
    if finding.rewrite:
        yield from _instead(finding.rewrite, document, words, view)


def _lead_in(evidence: Evidence, clause: Clause | None) -> Span | None:
    """What introduces the list item that the evidence stands in, unless the evidence begins there."""
    if clause is None or evidence.span.start < evidence.sentence.start:
        return None
    return next((one.lead_in for one in clause.sentences if one.span == evidence.sentence), None)


def _head(entry: Entry, words: dict[str, str], view: View) -> str:
    finding, clause, document = entry.finding, entry.clause, entry.contract.document
    where = place(document, finding.evidence.span if finding.evidence else None, words)
    if clause:
        paragraph = document.place(finding.evidence.span.start).paragraph if finding.evidence else None
        where = f"{where} {article(clause, words, paragraph)}".rstrip()
    severity = painted(str(finding.severity), Mark[finding.severity.name], view.color)
    new = [words[entry.standing.value]] if entry.standing is Standing.ADDED else []
    return "  ".join((painted(where, Mark.STRONG, view.color), severity, clean(finding.rule), *new))


def _also(document: Document, further: Evidence, words: dict[str, str]) -> str:
    at = document.place(further.span.start)
    where = (
        f"{words['page']}{at.page} " if at.page is not None else f"{at.line}: " if at.line is not None else ""
    )
    return f'{where}"{document.quote(further.span)}"'


def _instead(rewrite: Rewrite, document: Document, words: dict[str, str], view: View) -> Iterator[str]:
    lines = redline(document, rewrite.edits, view.color) or [line_of(rewrite.text, Mark.INSERTED)]
    label = words["advice"] if rewrite.effect is Effect.ADVICE else words["instead"]
    for told in lines:
        yield from _labelled(label, _wrapped(told, view))
        label = ""
    for caveat in caveats(rewrite):
        yield from _told(words["note"], words[caveat], view.width)


def caveats(rewrite: Rewrite) -> Iterator[str]:
    """What a reader must know before taking over new words, by the names of the words for it."""
    if rewrite.effect is Effect.RIGHTS:
        yield "rights"
    if rewrite.effect is not Effect.ADVICE and not rewrite.verified:
        yield "unverified"


@lru_cache(maxsize=1 << 10)
def _told(label: str, text: str, width: int) -> tuple[str, ...]:
    """A label and what a rule says: the same in many reports, so it is laid out once."""
    return tuple(_labelled(label, fold(text, width - COLUMN)))


def _wrapped(told: Line, view: View) -> list[str]:
    """A line of which stretches are marked, behind the column of labels."""
    columns = view.width - COLUMN
    if not view.color:
        return fold(text_of(told), columns)
    return [paint(piece, color=True) for piece in wrap(told, columns)]


def _labelled(label: str, text: Sequence[str]) -> Iterator[str]:
    """A label and the lines behind it; a label that is too long for its column stands above."""
    if text and len(label) > COLUMN - INDENT - 2:
        yield " " * INDENT + label
        label = ""
    for line in text:
        yield " " * INDENT + label.ljust(COLUMN - INDENT) + line
        label = ""
