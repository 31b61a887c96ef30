"""What gates kept back and what is accepted, for people, by document: place, rule, words and reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contract_lint.model import Acceptance, Contract, Evidence, Report
from contract_lint.reports.lines import Mark, fold, painted
from contract_lint.reports.places import article, place
from contract_lint.reports.printable import clean
from contract_lint.reports.view import View
from contract_lint.reports.words import words_for

Told = tuple[str, Evidence | None, str]  # rule, words, and why it is not among the findings

_INDENT = 2
_QUOTED = 100  # characters of the words that are shown


def sections(reports: Sequence[Report], view: View) -> Iterator[str]:
    """A section for every document of which something was kept back, and one for what is accepted."""
    for report in reports:
        if report.contract is None:
            continue
        muted = [(one.rule, one.evidence, one.reason) for one in report.muted]
        known = [(one.finding.rule, one.finding.evidence, because(one.acceptance)) for one in report.accepted]
        for name, told in (("muted", muted), ("accepted", known)):
            if told:
                yield "".join(f"{line}\n" for line in _section(report, report.contract, view, name, told))


def _section(
    report: Report, contract: Contract, view: View, name: str, told: Sequence[Told]
) -> Iterator[str]:
    words = words_for(report, view.language)
    yield f"{painted(report.path, Mark.STRONG, view.color)}  {words[name]}: {len(told)}"
    for rule, evidence, reason in told:
        yield f"{' ' * _INDENT}{_where(evidence, contract, words)}  {rule}"
        for piece in fold(quoted(evidence, contract) + reason, view.width - 2 * _INDENT):
            yield " " * 2 * _INDENT + piece


def _where(evidence: Evidence | None, contract: Contract, words: dict[str, str]) -> str:
    span = evidence.span if evidence else None
    where = place(contract.document, span, words)
    clause = next((clause for clause in contract.clauses if span and clause.span.holds(span)), None)
    return f"{where} {article(clause, words)}".rstrip() if clause else where


def because(why: Acceptance) -> str:
    """The reason of an acceptance, with who gave it and until when it holds."""
    about = ", ".join(part for part in (why.by, f"– {why.until}" if why.until else "") if part)
    return clean(f"{why.because} ({about})" if about else why.because)


def quoted(evidence: Evidence | None, contract: Contract) -> str:
    """The words that were kept back, a long text cut, with the colon that leads to the reason."""
    if evidence is None:
        return ""
    words = clean(contract.document.quote(evidence.span))
    return f'"{words}": ' if len(words) <= _QUOTED else f'"{words[:_QUOTED].rsplit(" ", 1)[0]} …": '
