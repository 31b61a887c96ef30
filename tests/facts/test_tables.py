"""Sentences and what the grammars of a language must read in them: `tests/facts/<language>/*.yaml`.

A table is named after a fact kind and lists texts with all facts of that kind in them: the exact quote and
the fields to check (durations as "90 day", money as "35 EUR", percentages as "75%"). `nothing.yaml` lists
texts that only look like such clauses, with the kinds that must not be found in them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from contract_lint.clauses import divide
from contract_lint.documents import read
from contract_lint.facts import find
from contract_lint.model import Contract, Duration, Fact, Money, Percentage, Term, Value

TABLES = sorted(Path(__file__).parent.glob("*/*.yaml"))


def rows(table: Path, key: str = "") -> list[Any]:
    """The rows of a table, or those under a key."""
    content = yaml.safe_load(table.read_text("utf-8"))
    return list(content[key] if key else content)


SAYING = [
    pytest.param(table.parent.name, table.stem, row, id=f"{table.parent.name}-{table.stem}-{number}")
    for table in TABLES
    if table.stem != "nothing"
    for number, row in enumerate(rows(table), 1)
]
SILENT = [
    pytest.param(table.parent.name, set(rows(table, "kinds")), row, id=f"{table.parent.name}-{number}")
    for table in TABLES
    if table.stem == "nothing"
    for number, row in enumerate(rows(table, "texts"), 1)
]


def contract_of(text: str, language: str) -> Contract:
    """A text as a contract of its own."""
    return divide(read(text.encode(), name="terms.txt"), language)


def shown(value: Value) -> str:
    """A value as the tables write it."""
    match value:
        case Duration():
            return f"{value.count:g} {value.unit}"
        case Money():
            return f"{value.amount:g} {value.currency}"
        case Percentage():
            return f"{value.amount:g}%"
        case Term():
            return value.name
    return str(value)


def told(contract: Contract, fact: Fact, fields: set[str]) -> dict[str, Any]:
    """A fact as the tables write it, with these fields: one value, a list of them, or true."""
    found: dict[str, Any] = {"quote": contract.document.quote(fact.span)}
    for name in fields & set(fact.values):
        values = list(dict.fromkeys(shown(value) for value in fact.values[name]))
        found[name] = values[0] if len(values) == 1 else values
    return found


@pytest.mark.parametrize(("language", "kind", "row"), SAYING)
def test_what_a_text_says(language: str, kind: str, row: dict[str, Any]) -> None:
    contract = contract_of(row["text"], language)
    expected = row.get("facts", [])
    facts = [fact for fact in find(contract) if fact.kind == kind]
    assert [contract.document.quote(fact.span) for fact in facts] == [entry["quote"] for entry in expected]
    for fact, entry in zip(facts, expected, strict=True):
        flags = {name for name, value in entry.items() if value is True}
        absent = {name for name, value in entry.items() if value is False}
        assert flags <= set(fact.values)
        assert absent.isdisjoint(fact.values)
        named = set(entry) - flags - absent - {"quote"}
        assert told(contract, fact, named) == {name: entry[name] for name in ("quote", *sorted(named))}


@pytest.mark.parametrize(("language", "kinds", "row"), SILENT)
def test_what_only_looks_like_it(language: str, kinds: set[str], row: dict[str, Any]) -> None:
    found = {fact.kind for fact in find(contract_of(row["text"], language))}
    assert found & kinds <= set(row.get("besides", []))
