"""The `when` language: parsed by its own LALR grammar into nested tuples, and asked of facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from contract_lint.findings.docket import AnyDocket
from contract_lint.kinds import kinds
from contract_lint.model import (
    DAYS,
    Condition,
    Duration,
    Fact,
    Fault,
    Money,
    Number,
    Percentage,
    Profile,
    Value,
)

PROFILE = ("audience", "sector", "concluded", "jurisdiction")
ALWAYS: Condition = ("always",)
_NEARLY = 1.06  # a month is no longer than 31 days, 30 days or four weeks no shorter than it needs to be
_EXACTLY = 1.0
_SAID = {
    "$END": "the end",
    "COLON": ":",
    "COMMA": ",",
    "DOT": ".",
    "LPAR": "(",
    "LSQB": "[",
    "NAME": "a field",
    "NUMBER": "a number",
    "OPERATOR": "== != >= <= > < has only any in",
    "RPAR": ")",
    "RSQB": "]",
    "SCOPE": "present( absent( near( here(",
    "UNIT": "hours days weeks months quarters years % EUR",
}


def parse(text: str) -> Condition:
    """A condition as nested tuples. Raises `Fault` for text that is no condition."""
    from lark.exceptions import UnexpectedInput

    try:
        tree = _parser().parse(text)
    except UnexpectedInput as error:
        expected = getattr(error, "expected", None) or getattr(error, "allowed", None) or ()
        allowed = ", ".join(sorted({_SAID.get(name, name.lower()) for name in expected}))
        context = error.get_context(text, 40).rstrip()
        raise Fault(f"this is no condition; allowed at the mark: {allowed}\n{context}") from error
    condition: Condition = _tuples(tree)
    return condition


@cache
def _parser() -> Any:  # noqa: ANN401 - a Lark parser
    from lark import Lark

    grammar = Path(__file__).with_name("condition.lark").read_text("utf-8")
    return Lark(grammar, parser="lalr", maybe_placeholders=True)


def _tuples(node: Any) -> Any:  # noqa: ANN401 - Lark's trees and tokens
    children = getattr(node, "children", None)
    if children is None:
        return None if node is None else str(node)
    return (str(node.data), *(_tuples(child) for child in children))


class Scene(Struct, frozen=True):
    """Where a condition is asked: the given facts by name, the profile, and the other facts."""

    facts: Mapping[str, Fact]
    profile: Profile
    docket: AnyDocket

    @property
    def clause(self) -> int | None:
        """Where it is asked from: the clause of the first given fact."""
        return next((fact.clause for fact in self.facts.values()), None)


def holds(condition: Condition, scene: Scene) -> bool:
    """Whether a condition is true; a comparison with a field that is not there is false, `!=` true."""
    head, *rest = condition
    answer = _ANSWERS[str(head)]
    return answer(rest, scene)


def _either(parts: list[Any], scene: Scene) -> bool:
    return any(holds(part, scene) for part in parts)


def _both(parts: list[Any], scene: Scene) -> bool:
    return all(holds(part, scene) for part in parts)


def _negation(parts: list[Any], scene: Scene) -> bool:
    return not holds(parts[0], scene)


def _field(parts: list[Any], scene: Scene) -> bool:
    return bool(_values(parts[0], parts[1], scene))


def _call(parts: list[Any], scene: Scene) -> bool:
    scope, kind, inner = parts

    def test(question: Condition, fact: Fact, docket: AnyDocket) -> bool:
        return holds(question, Scene({"": fact}, scene.profile, docket))

    reached = scene.docket.reached(scope, kind, scene.clause, inner, test)
    found = next(iter(reached), None) is not None
    return not found if scope == "absent" else found


def _values(first: str, second: str | None, scene: Scene) -> tuple[Value, ...] | tuple[str, ...]:
    if second is not None:
        fact = scene.facts.get(first)
        return tuple(fact.values.get(second, ())) if fact else ()
    fact = scene.facts.get("")
    if fact and first in kinds()[fact.kind].fields:
        return tuple(fact.values.get(first, ()))
    if first in PROFILE:
        return (getattr(scene.profile, first).value,)
    return ()


def _comparison(parts: list[Any], scene: Scene) -> bool:
    (_, first, second), operator, operand = parts
    left = _values(first, second, scene)
    if operand[0] == "quantity":
        wanted = _quantity(*operand[1:])
        return any(_compare(_measure(value), operator, wanted, _slack(value)) for value in left)
    if operand[0] == "field" and (right := _values(operand[1], operand[2], scene)):
        if isinstance(right[0], Duration | Money | Percentage | Number):
            other = _measure(right[0])
            return any(_compare(_measure(value), operator, other, _slack(value)) for value in left)
        return _names_agree(_names(left), operator, _names(right))
    named = {operand[1]} if operand[0] == "field" else {name for name in operand[1:] if name}
    return _names_agree(_names(left), operator, named)


def _names(values: Iterable[object]) -> set[str]:
    return {value if isinstance(value, str) else str(getattr(value, "name", "")) for value in values}


def _names_agree(left: set[str], operator: str, right: set[str]) -> bool:
    match operator:
        case "!=":
            return left != right
        case "==":
            return left == right
        case "only" | "in":
            return bool(left) and left <= right
        case "has":
            return right <= left
        case _:
            return not left.isdisjoint(right)


def _measure(value: object) -> float | None:
    match value:
        case Duration():
            return value.days
        case Money() | Percentage() | Number():
            return value.amount
        case _:
            return None


def _slack(value: object) -> float:
    """Only lengths of time are compared nearly: months differ."""
    return _NEARLY if isinstance(value, Duration) else _EXACTLY


def _quantity(amount: str, unit: str | None) -> float:
    return float(amount) * (DAYS.get((unit or "").removesuffix("s"), 1.0))


def _compare(left: float | None, operator: str, right: float | None, slack: float) -> bool:
    if left is None or right is None:
        return False
    match operator:
        case ">":
            return left > right * slack
        case "<":
            return left * slack < right
        case ">=":
            return left * slack >= right
        case "<=":
            return left <= right * slack
        case "==":
            return left <= right * slack and right <= left * slack
        case _:
            return not _compare(left, "==", right, slack)


_ANSWERS: Mapping[str, Callable[[list[Any], Scene], bool]] = {
    "always": lambda parts, scene: True,
    "either": _either,
    "both": _both,
    "negation": _negation,
    "field": _field,
    "call": _call,
    "comparison": _comparison,
}
