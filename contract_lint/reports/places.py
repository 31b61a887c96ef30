"""Where something stands, in a few words for people."""

from __future__ import annotations

from contract_lint.model import Clause, Document, Span, Unread
from contract_lint.reports.entries import Entry
from contract_lint.reports.printable import clean
from contract_lint.reports.words import WORDS, told


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


def where(entry: Entry, words: dict[str, str]) -> str:
    """The page and the clause, as "p.4, art. 7.2"; empty for something missing."""
    evidence, clause = entry.finding.evidence, entry.clause
    if evidence is None or clause is None:
        return ""
    at = entry.contract.document.place(evidence.span.start)
    page = f"{words['page']}{at.page}" if at.page is not None else ""
    return ", ".join(part for part in (page, article(clause, words, at.paragraph)) if part)


def gap(unread: Unread, words: dict[str, str] = WORDS["en"]) -> str:
    """What was not read, where and why, on one line; in English for programs."""
    what = "" if unread.what == "document" else told(unread.what, words)
    page = f"p.{unread.page}" if unread.page is not None and str(unread.page) not in what else ""
    place = ", ".join(part for part in (page, what) if part)
    reason = told(unread.reason, words)
    return clean(f"{place}: {reason}" if place else reason)
