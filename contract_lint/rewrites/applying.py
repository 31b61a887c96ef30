"""Applying: one clause of a contract as it would read, to be linted again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from contract_lint.model import Contract, Edit, Sentence, Span

Splitter = Callable[[str, Span], Sequence[Span]]


@dataclass(frozen=True, slots=True)
class Applied:
    """A contract with one clause written anew, cut down to what the edits touch.

    `gone` are the spans, in the contract as it was, of the sentences that the clause now says anew.
    """

    contract: Contract
    gone: tuple[Span, ...]


def apply(contract: Contract, clause: int, edits: Sequence[Edit], split: Splitter) -> Applied:
    """Make edits in one clause; only that clause has right spans in the result.

    The clause keeps the changed sentences, the one before and the one after, which lean on them.
    `split` divides a changed sentence anew: one sentence may have become two.
    """
    text = contract.document.text
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    kept = _near(contract.clauses[clause].sentences, edits)
    sentences = tuple(new for sentence in kept for new in _rewritten(sentence, edits, text, split))
    before = contract.clauses[clause]
    span = Span(sentences[0].span.start, sentences[-1].span.end) if sentences else before.span
    clauses = list(contract.clauses)
    clauses[clause] = replace(before, span=span, sentences=sentences)
    document = replace(contract.document, text=text)
    changed = replace(contract, document=document, clauses=tuple(clauses))
    return Applied(changed, tuple(sentence.span for sentence in kept))


def _touched(span: Span, edits: Sequence[Edit]) -> bool:
    return any(edit.span.meets(span) or edit.span.end == span.end for edit in edits)


def _near(sentences: Sequence[Sentence], edits: Sequence[Edit]) -> list[Sentence]:
    """The changed sentences with their neighbours."""
    changed = {index for index, sentence in enumerate(sentences) if _touched(sentence.span, edits)}
    near = {index + step for index in changed for step in (-1, 0, 1)}
    return [sentence for index, sentence in enumerate(sentences) if index in near]


def _rewritten(sentence: Sentence, edits: Sequence[Edit], text: str, split: Splitter) -> list[Sentence]:
    span = _moved(sentence.span, edits)
    lead_in = _moved(sentence.lead_in, edits) if sentence.lead_in else None
    parts = split(text, span) if _touched(sentence.span, edits) else [span]
    return [Sentence(part, lead_in if number == 0 else None) for number, part in enumerate(parts)]


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
