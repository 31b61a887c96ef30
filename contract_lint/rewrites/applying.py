"""Applying: some sentences as they would read, with no more of their contract than has to be read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from contract_lint.model import Clause, Contract, Edit, Sentence, Span

Splitter = Callable[[str, Span], Sequence[Span]]


class Applied(Struct, frozen=True):
    """A contract cut down to one clause written anew, the last one, and what that leans on.

    The clause keeps the changed sentences, the one before and the one after. `new` are the places of
    the changed ones; `gone` are those of all that are kept, in the contract as it was.
    """

    contract: Contract
    new: tuple[Span, ...]
    gone: tuple[Span, ...]


def apply(contract: Contract, clause: int, edits: Sequence[Edit], split: Splitter) -> Applied:
    """Make edits in one clause. `split` divides a changed sentence anew: one may have become two."""
    whole, leant = contract.clauses[clause], _leant(contract, clause)
    kept = _near(whole.sentences, edits)
    needed = [Span(kept[0].span.start, kept[-1].span.end), *(before.span for before in leant)]
    needed += [sentence.lead_in for sentence in kept if sentence.lead_in]
    made = sorted((*edits, *_cuts(needed, len(contract.document.text))), key=lambda edit: edit.span)
    text = _edited(contract.document.text, made)
    sentences, new = list[Sentence](), list[Span]()
    for sentence in kept:
        touched = _touched(sentence.span, edits)
        parts = _rewritten(sentence, made, text, split if touched else _whole)
        sentences += parts
        new += [part.span for part in parts if touched]
    changed = replace(
        whole,
        span=Span(sentences[0].span.start, sentences[-1].span.end),
        sentences=tuple(sentences),
    )
    document = replace(contract.document, text=text, blocks=(), segments=())
    clauses = (*(_moved_clause(before, made) for before in leant), changed)
    gone = tuple(sentence.span for sentence in kept)
    cut = replace(contract, document=document, clauses=clauses, statutes=())  # no finding is in a statute
    return Applied(cut, tuple(new), gone)


def _leant(contract: Contract, clause: int) -> tuple[Clause, ...]:
    """The last sentence of the clause before, where it is of the same article, as a clause."""
    before = contract.clauses[clause - 1 : clause] if clause else ()
    return tuple(
        replace(one, span=one.sentences[-1].span, sentences=(Sentence(one.sentences[-1].span),))
        for one in before
        if one.sentences and one.article == contract.clauses[clause].article
    )


def _moved_clause(clause: Clause, edits: Sequence[Edit]) -> Clause:
    sentences = tuple(Sentence(_moved(sentence.span, edits)) for sentence in clause.sentences)
    return replace(clause, span=_moved(clause.span, edits), sentences=sentences)


def _touched(span: Span, edits: Sequence[Edit]) -> bool:
    return any(edit.span.meets(span) or edit.span.end == span.end for edit in edits)


def _near(sentences: Sequence[Sentence], edits: Sequence[Edit]) -> list[Sentence]:
    """The changed sentences with their neighbours."""
    changed = {index for index, sentence in enumerate(sentences) if _touched(sentence.span, edits)}
    near = {index + step for index in changed for step in (-1, 0, 1)}
    return [sentence for index, sentence in enumerate(sentences) if index in near]


def _cuts(needed: Iterable[Span], length: int) -> Iterator[Edit]:
    """What to leave out of a text of this length: all but the needed spans, each on its own line."""
    at = 0
    for span in sorted(needed):
        if span.start > at:
            yield Edit(Span(at, span.start), "\n" if at else "")
        at = max(at, span.end)
    if at < length:
        yield Edit(Span(at, length), "")


def _edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits made, given in their order."""
    pieces, at = list[str](), 0
    for edit in edits:
        pieces += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*pieces, text[at:]))


def _rewritten(sentence: Sentence, edits: Sequence[Edit], text: str, split: Splitter) -> list[Sentence]:
    lead_in = _moved(sentence.lead_in, edits) if sentence.lead_in else None
    parts = split(text, _moved(sentence.span, edits))
    return [Sentence(part, lead_in if number == 0 else None) for number, part in enumerate(parts)]


def _whole(text: str, span: Span) -> tuple[Span, ...]:
    """Not divided."""
    return (span,)


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
