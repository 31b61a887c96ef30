"""Applying: one clause of a contract as it would read, to be linted again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from contract_lint.model import Clause, Contract, Edit, Sentence, Span

Splitter = Callable[[str, Span], Sequence[Span]]


def apply(contract: Contract, clause: int, edits: Sequence[Edit], split: Splitter) -> Contract:
    """The contract with edits made in one clause; only that clause has right spans in the result.

    `split` divides a changed sentence anew: one sentence may have become two.
    """
    text = contract.document.text
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    document = replace(contract.document, text=text)
    changed = _moved_clause(contract.clauses[clause], edits, text, split)
    clauses = (*contract.clauses[:clause], changed, *contract.clauses[clause + 1 :])
    return replace(contract, document=document, clauses=clauses)


def _moved_clause(clause: Clause, edits: Sequence[Edit], text: str, split: Splitter) -> Clause:
    sentences: list[Sentence] = []
    for sentence in clause.sentences:
        span = _moved(sentence.span, edits)
        lead_in = _moved(sentence.lead_in, edits) if sentence.lead_in else None
        touched = any(edit.span.meets(sentence.span) or edit.span.end == sentence.span.end for edit in edits)
        parts = split(text, span) if touched else [span]
        sentences += [Sentence(part, lead_in if number == 0 else None) for number, part in enumerate(parts)]
    return replace(clause, span=_moved(clause.span, edits), sentences=tuple(sentences))


def _moved(span: Span, edits: Sequence[Edit]) -> Span:
    """Where a span lies after the edits: they lie wholly before it, inside it or after it."""
    start, end = span.start, span.end
    for edit in edits:
        grown = len(edit.text) - len(edit.span)
        if edit.span.end <= span.start and edit.span.start < span.start:
            start += grown
        if edit.span.end <= span.end:
            end += grown
    return Span(start, end)
