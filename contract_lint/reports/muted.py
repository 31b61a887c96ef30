"""What the gates kept back, for people, by document: place, rule, words and reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contract_lint.model import Contract, Muted, Report
from contract_lint.reports.lines import Mark, line_of, paint, wrap
from contract_lint.reports.places import article, place
from contract_lint.reports.printable import clean
from contract_lint.reports.view import View
from contract_lint.reports.words import words_for

_INDENT = 2
_QUOTED = 100  # characters of the words that are shown


def sections(reports: Sequence[Report], view: View) -> Iterator[str]:
    """A section for every document of which something was kept back."""
    for report in reports:
        if report.contract and report.muted:
            yield "".join(f"{line}\n" for line in _section(report, report.contract, view))


def _section(report: Report, contract: Contract, view: View) -> Iterator[str]:
    words = words_for(report, view.language)
    yield f"{paint(line_of(report.path, Mark.STRONG), view.color)}  {words['muted']}: {len(report.muted)}"
    for muted in report.muted:
        yield f"{' ' * _INDENT}{_where(muted, contract, words)}  {muted.rule}"
        for piece in wrap(line_of(quoted(muted, contract) + muted.reason), view.width - 2 * _INDENT):
            yield " " * 2 * _INDENT + paint(piece, view.color)


def _where(muted: Muted, contract: Contract, words: dict[str, str]) -> str:
    span = muted.evidence.span if muted.evidence else None
    where = place(contract.document, span, words)
    clause = next((clause for clause in contract.clauses if span and clause.span.holds(span)), None)
    return f"{where} {article(clause, words)}".rstrip() if clause else where


def quoted(muted: Muted, contract: Contract) -> str:
    """The words that were kept back, a long text cut, with the colon that leads to the reason."""
    if muted.evidence is None:
        return ""
    words = clean(contract.document.quote(muted.evidence.span))
    return f'"{words}": ' if len(words) <= _QUOTED else f'"{words[:_QUOTED].rsplit(" ", 1)[0]} …": '
