"""Which parts of a condition do not hold, in the words of the condition: for who writes a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from contract_lint.findings.conditions import Scene, holds
from contract_lint.findings.judging import Bench
from contract_lint.model import Condition, Fact, Rule


def unmet(rule: Rule, bench: Bench) -> tuple[str, ...]:
    """The parts joined by "and" that are false, of the facts with the fewest of them; empty without facts."""
    kinds = rule.given.values()
    if not kinds:
        return tuple(_false(rule.when, bench.scene({})))
    cases = product(*(bench.docket.facts(kind) for kind in kinds))
    told = [tuple(_false(rule.when, _scene(bench, rule.given, facts))) for facts in cases]
    return min(told, key=len, default=())


def _scene(bench: Bench, given: Iterable[str], facts: Sequence[Fact]) -> Scene:
    named: Mapping[str, Fact] = dict(zip(given, facts, strict=True))
    return bench.scene(named)


def _false(condition: Condition, scene: Scene) -> Iterator[str]:
    head, *parts = condition
    if head == "both":
        for part in parts:
            yield from _false(part, scene)  # type: ignore[arg-type]
    elif not holds(condition, scene):
        yield written(condition)


def written(condition: Any) -> str:  # noqa: ANN401 - nested tuples
    """A condition as its author could have written it."""
    head, *parts = condition
    match head:
        case "both" | "either":
            return (" and " if head == "both" else " or ").join(map(_bracketed, parts))
        case "negation":
            return f"not {_bracketed(parts[0])}"
        case "call":
            return f"{parts[0]}({parts[1]}{': ' + written(parts[2]) if parts[2] else ''})"
        case "comparison":
            return f"{written(parts[0])} {parts[1]} {written(parts[2])}"
        case "list":
            return f"[{', '.join(part for part in parts if part)}]"
        case "field":
            return ".".join(part for part in parts if part)
    return " ".join(part for part in parts if part)


def _bracketed(condition: Any) -> str:  # noqa: ANN401
    return f"({written(condition)})" if condition[0] in ("both", "either") else written(condition)
