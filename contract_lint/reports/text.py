"""The report for people: where, how bad, the sentence with its words underlined, why, and what instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contract_lint.model import Clause, Contract, Document, Effect, Evidence, Finding, Report, Rewrite, Span
from contract_lint.reports.cells import Cell, Mark, cells, clean, paint, wrap
from contract_lint.reports.frame import frame
from contract_lint.reports.redline import redline
from contract_lint.reports.words import words_for

INDENT = 2
COLUMN = 11  # where the words behind a label begin

Line = list[Cell]


def render(
    reports: Sequence[Report], language: str | None = None, color: bool = False, width: int = 80
) -> str:
    """All findings, an empty line between two; nothing when there are none."""
    told = [
        "".join(paint(line, color) + "\n" for line in _finding(finding, report.contract, words, color, width))
        for report in reports
        if report.contract
        for words in [words_for(report, language)]
        for finding in report.findings
    ]
    return "\n".join(told)


def place(document: Document, span: Span | None, words: dict[str, str]) -> str:
    """The document, and page or line and column as far as its format has them."""
    if span is None:
        return clean(document.path)
    at = document.place(span.start)
    if at.page is not None:
        return clean(f"{document.path} {words['page']}{at.page}")
    if at.line is not None:
        return clean(f"{document.path}:{at.line}:{at.column or 1}")
    return clean(document.path)


def article(clause: Clause, words: dict[str, str], paragraph: int | None = None) -> str:
    """The clause by its number, else its heading, else the paragraph that it stands in."""
    if clause.number:
        numbered = clause.number[0].isdigit()
        return clean(f"{words['article']} {clause.number}" if numbered else clause.number)
    if clause.heading:
        return clean(f'"{clause.heading}"')
    return f"{words['paragraph']} {paragraph}" if paragraph else ""


def _finding(
    finding: Finding, contract: Contract, words: dict[str, str], color: bool, width: int
) -> Iterator[Line]:
    document = contract.document
    clause = contract.clauses[finding.clause] if finding.clause is not None else None
    mark = Mark[finding.severity.name]
    yield _head(finding, document, clause, words)
    yield from _indented(cells(finding.message), INDENT, width)
    if finding.evidence:
        label = clean(clause.number) if clause else ""
        lead_in = _lead_in(finding.evidence, clause)
        for line in frame(document, finding.evidence, label, mark, width - INDENT, lead_in):
            yield cells(" ") * INDENT + line
    yield from _labelled(words["why"], cells(finding.why), width)
    yield from _labelled(words["law"], cells("; ".join(basis.cite for basis in finding.basis)), width)
    for further in finding.also:
        yield from _labelled(words["also"], cells(_also(document, further, words)), width)
    if finding.lowered:
        yield from _labelled(words["note"], cells(finding.lowered), width)
    if finding.rewrite:
        yield from _instead(finding.rewrite, document, words, color, width)


def _lead_in(evidence: Evidence, clause: Clause | None) -> Span | None:
    """What introduces the list item that the evidence stands in, unless the evidence begins there."""
    if clause is None or evidence.span.start < evidence.sentence.start:
        return None
    return next((one.lead_in for one in clause.sentences if one.span == evidence.sentence), None)


def _head(finding: Finding, document: Document, clause: Clause | None, words: dict[str, str]) -> Line:
    evidence = finding.evidence
    where = place(document, evidence.span if evidence else None, words)
    if clause:
        paragraph = document.place(evidence.span.start).paragraph if evidence else None
        where = f"{where} {article(clause, words, paragraph)}".rstrip()
    severity = cells(str(finding.severity), Mark[finding.severity.name])
    return [*cells(where, Mark.STRONG), *_gap(2), *severity, *_gap(2), *cells(finding.rule)]


def _gap(columns: int) -> Line:
    return [Cell(" ")] * columns


def _also(document: Document, further: Evidence, words: dict[str, str]) -> str:
    at = document.place(further.span.start)
    where = (
        f"{words['page']}{at.page} " if at.page is not None else f"{at.line}: " if at.line is not None else ""
    )
    return f'{where}"{document.quote(further.span)}"'


def _instead(
    rewrite: Rewrite, document: Document, words: dict[str, str], color: bool, width: int
) -> Iterator[Line]:
    lines = redline(document, rewrite.edits, color) or [cells(rewrite.text, Mark.INSERTED)]
    label = words["advice"] if rewrite.effect is Effect.ADVICE else words["instead"]
    for line in lines:
        yield from _labelled(label, line, width)
        label = ""
    if rewrite.effect is Effect.RIGHTS:
        yield from _labelled(words["note"], cells(words["rights"]), width)
    if rewrite.effect is not Effect.ADVICE and not rewrite.verified:
        yield from _labelled(words["note"], cells(words["unverified"]), width)


def _labelled(label: str, text: Line, width: int) -> Iterator[Line]:
    """A label and the text behind it; a label that is too long for its column stands above."""
    if not text:
        return
    if len(label) > COLUMN - INDENT - 2:
        yield _gap(INDENT) + cells(label)
        label = ""
    for line in wrap(text, width - COLUMN):
        yield _gap(INDENT) + cells(label) + _gap(COLUMN - INDENT - len(label)) + line
        label = ""


def _indented(text: Line, columns: int, width: int) -> Iterator[Line]:
    for line in wrap(text, width - columns):
        yield _gap(columns) + line
