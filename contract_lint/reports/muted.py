"""The report for people with what the gates kept back, by document: place, rule, words and reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contract_lint.model import Contract, Muted, Report
from contract_lint.reports import text
from contract_lint.reports.cells import Mark, cells, clean, paint, wrap
from contract_lint.reports.words import words_for

_QUOTED = 100  # characters of the words that are shown


def render(
    reports: Sequence[Report], language: str | None = None, color: bool = False, width: int = 80
) -> str:
    """All findings, then a section for every document of which some were kept back."""
    sections = (
        "".join(f"{line}\n" for line in _section(report, report.contract, language, color, width))
        for report in reports
        if report.contract and report.muted
    )
    return "\n".join(part for part in (text.render(reports, language, color, width), *sections) if part)


def _section(
    report: Report, contract: Contract, language: str | None, color: bool, width: int
) -> Iterator[str]:
    words = words_for(report, language)
    yield f"{paint(cells(report.path, Mark.STRONG), color)}  {words['muted']}: {len(report.muted)}"
    for muted in report.muted:
        yield f"{' ' * text.INDENT}{_where(muted, contract, words)}  {muted.rule}"
        for line in wrap(cells(_quoted(muted, contract) + muted.reason), width - 2 * text.INDENT):
            yield " " * 2 * text.INDENT + paint(line, color)


def _where(muted: Muted, contract: Contract, words: dict[str, str]) -> str:
    span = muted.evidence.span if muted.evidence else None
    where = text.place(contract.document, span, words)
    clause = next((clause for clause in contract.clauses if span and clause.span.holds(span)), None)
    return f"{where} {text.article(clause, words)}".rstrip() if clause else where


def _quoted(muted: Muted, contract: Contract) -> str:
    if muted.evidence is None:
        return ""
    words = clean(contract.document.quote(muted.evidence.span))
    return f'"{words}": ' if len(words) <= _QUOTED else f'"{words[:_QUOTED].rsplit(" ", 1)[0]} …": '
