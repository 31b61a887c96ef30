"""What was extracted from a contract, for authors of grammars and rules."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from contract_lint.model import Contract, Duration, Fact, Money, Number, Percentage, Span, Value
from contract_lint.reports.json import location
from contract_lint.reports.places import article, place
from contract_lint.reports.printable import clean
from contract_lint.reports.words import WORDS


def as_text(contract: Contract, facts: Sequence[Fact]) -> str:
    """A paragraph per fact: its kind and place, its words, its fields."""
    return "\n".join("".join(f"{line}\n" for line in _lines(contract, fact)) for fact in facts)


def as_json(contract: Contract, facts: Sequence[Fact]) -> str:
    """The facts as one JSON object."""
    content = {
        "path": contract.document.path,
        "language": contract.language,
        "facts": [_fact(contract, fact) for fact in facts],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


RENDERERS = {"text": as_text, "json": as_json}


def _lines(contract: Contract, fact: Fact) -> Iterator[str]:
    words = WORDS["en"]
    document, clause = contract.document, contract.clauses[fact.clause]
    at = document.place(fact.span.start)
    where = f"{place(document, fact.span, words)} {article(clause, words, at.paragraph)}".rstrip()
    yield f"{where}  {fact.kind}  [{fact.span.start}-{fact.span.end}]"
    yield f"  {clean(document.quote(fact.span))}"
    for name, values in fact.values.items():
        told = ", ".join(value_words(contract, value) for value in values)
        yield f"  {name + ':':11} {told}"


def value_words(contract: Contract, value: Value) -> str:
    """A value as people read it, with the words that state it."""
    if isinstance(value, Number):  # counted in words that are shown already
        return _meaning(value)
    return f'{_meaning(value)} "{clean(contract.document.quote(value.span))}"'


def _meaning(value: Value) -> str:
    match value:
        case Duration():
            return f"{value.count:g} {'business ' if value.business else ''}{value.unit}"
        case Money():
            return f"{value.amount:g} {value.currency}"
        case Percentage():
            return f"{value.amount:g}%"
        case Number():
            return f"{value.amount:g}"
    return value.name


def _fact(contract: Contract, fact: Fact) -> dict[str, Any]:
    document = contract.document
    return {
        "kind": fact.kind,
        "quote": document.quote(fact.span),
        "sentence": document.quote(fact.sentence),
        "clause": contract.clauses[fact.clause].number,
        "location": location(document, fact.span),
        "values": {
            name: [_content(contract, value) for value in values] for name, values in fact.values.items()
        },
    }


def _content(contract: Contract, value: Value) -> dict[str, Any]:
    span: Span = value.span
    placed = {"quote": contract.document.quote(span), "start": span.start, "end": span.end}
    match value:
        case Duration():
            meaning = {"count": value.count, "unit": value.unit, "business": value.business}
        case Money():
            meaning = {"amount": value.amount, "currency": value.currency}
        case Percentage() | Number():
            meaning = {"amount": value.amount}
        case _:
            meaning = {"name": value.name}
    return {"type": type(value).__name__.lower(), **meaning, **placed}
