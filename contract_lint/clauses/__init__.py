"""The room of clauses: a document divided into numbered clauses, sentences and parties."""

from __future__ import annotations

from contract_lint.clauses import (
    building,
    language,
    lines,
    outline,
    parties,
    quotations,
    references,
    sentences,
)
from contract_lint.clauses.building import Draft
from contract_lint.clauses.listing import sentences_of
from contract_lint.model import Clause, Contract, Document, Span

__all__ = ["divide", "split"]


def split(text: str, span: Span) -> list[Span]:
    """The sentences inside a span, for text that is read anew."""
    return sentences.split(text, span.start, span.end)


def divide(document: Document, language: str | None = None) -> Contract:
    """Divide a document into clauses; a given language holds for all of it."""
    entries = outline.trace(document.text, lines.cut(document))
    drafts = building.build(entries)
    bounds = list(building.spans(drafts, len(document.text))) if drafts else []
    spans = [Span(start, end) for start, end in bounds]
    exceptions = references.exceptions(document.text, drafts, bounds)
    spoken, whole = _languages(document, spans, language)
    clauses = tuple(
        _clause(document, draft, span, tongue, tuple(sorted(exceptions.get(index, ()))))
        for index, (draft, span, tongue) in enumerate(zip(drafts, spans, spoken, strict=True))
    )
    statutes = quotations.of_statutes(document.text)
    return Contract(document, whole, clauses, parties.named(document, clauses), statutes)


def _languages(document: Document, spans: list[Span], given: str | None) -> tuple[list[str], str]:
    """The language of each clause and of the whole; a clause that is too short takes that of the whole."""
    if given:
        return [given] * len(spans), given
    found = [language.of(document.quote(span)) for span in spans]
    whole = language.majority((tongue, len(span)) for tongue, span in zip(found, spans, strict=True))
    known = {"unknown": whole, "other": "unknown"}
    return [known.get(tongue, tongue) for tongue in found], whole


def _clause(
    document: Document, draft: Draft, span: Span, tongue: str, exception_to: tuple[int, ...]
) -> Clause:
    return Clause(
        number=draft.number,
        heading=draft.path[-1] if draft.path else "",
        path=draft.path,
        span=span,
        sentences=sentences_of(document.text, draft.entries),
        article=draft.article,
        language=tongue,
        exception_to=exception_to,
    )
