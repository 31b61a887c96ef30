"""Checking a condition before anything is judged: every name and unit in it must mean something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from contract_lint.findings.conditions import PROFILE
from contract_lint.findings.profile import AUDIENCES, CONCLUDED, JURISDICTIONS, sectors
from contract_lint.kinds import kinds, nearest, terms
from contract_lint.model import DAYS, Condition

_PARTIES = ("customer", "supplier", "both")
_UNITS = {
    "duration": "a length of time, such as 1 month",
    "percentage": "a percentage, such as 1%",
    "money": "an amount, such as 50 EUR",
    "number": "a number without a unit",
}


def faults(condition: Condition, given: Mapping[str, str]) -> Iterator[str]:
    """What is wrong in a condition: kinds, fields and terms that do not exist, units that do not fit."""
    head, *rest = condition
    parts: list[Any] = rest
    if head == "call":
        yield from _of_call(parts[1], parts[2])
    elif head == "comparison":
        yield from _of_comparison(parts, given)
    elif head == "field":
        yield from _of_field(parts[0], parts[1], given)
    else:
        for part in parts:
            yield from faults(part, given)


def of_kind(kind: str) -> Iterator[str]:
    """What is wrong with the name of a fact kind."""
    if kind not in kinds():
        yield f'no fact kind "{kind}"{nearest(kind, kinds())}'


def _of_call(kind: str, inner: Condition | None) -> Iterator[str]:
    wrong = list(of_kind(kind))
    yield from wrong
    if inner and not wrong:
        yield from faults(inner, {"": kind})


def _of_field(first: str, second: str | None, given: Mapping[str, str]) -> Iterator[str]:
    """A field of the only given fact needs no name before it; the profile's traits need none either."""
    if second is None and first in PROFILE:
        return
    owner, name = ("", first) if second is None else (first, second)
    if owner not in given:
        known = [*PROFILE, *(f"{name}.…" for name in given if name)]
        yield f'"{owner or name}" is not among the given facts{nearest(owner or name, known)}'
    elif given[owner] in kinds() and name not in kinds()[given[owner]].fields:
        known = [*kinds()[given[owner]].fields, *(PROFILE if second is None else ())]
        yield f'"{given[owner]}" has no field "{name}"{nearest(name, known)}'


def _of_comparison(parts: list[Any], given: Mapping[str, str]) -> Iterator[str]:
    (_, first, second), _, operand = parts
    wrong = list(_of_field(first, second, given))
    if operand[0] == "field" and operand[2] is not None:
        wrong += _of_field(operand[1], operand[2], given)
    yield from wrong
    if not wrong:
        name = f"{first}.{second}" if second else first
        yield from _of_operand(name, _type_of(first, second, given), operand, given)


def _type_of(first: str, second: str | None, given: Mapping[str, str]) -> str:
    """The type of a field, or the name of a trait of the profile."""
    kind = kinds().get(given.get(first if second else "", ""))
    fields: Mapping[str, str] = kind.fields if kind else {}
    return fields.get(second or first, first)


def _of_operand(
    name: str, type_name: str, operand: tuple[Any, ...], given: Mapping[str, str]
) -> Iterator[str]:
    if type_name == "flag":
        yield f'"{name}" is there or not: write "{name}" or "not {name}"'
    elif operand[0] == "quantity":
        if type_name not in _UNITS:
            yield f'"{name}" is compared with names, not with {operand[1]}'
        elif operand[1] != "0" and type_name != _type_of_unit(operand[2]):
            said = " ".join(part for part in operand[1:] if part)
            yield f'"{name}" is compared with {_UNITS[type_name]}, not with {said}'
    elif operand[0] == "list" or operand[2] is None:
        own = kinds()[given[""]].fields if given.get("") in kinds() else {}
        for said in operand[1:]:
            if said and said not in own:
                yield from _of_name(name, type_name, said)


def _of_name(name: str, type_name: str, said: str) -> Iterator[str]:
    if type_name in _UNITS:
        yield f'"{name}" is compared with {_UNITS[type_name]}, not with "{said}"'
    elif said not in (allowed := _names(type_name)):
        hint = nearest(said, allowed)
        many = type_name in ("term", "terms")  # too many to list them all
        yield f'"{name}" is never "{said}"{hint.partition("allowed:")[0].rstrip("; ") if many else hint}'


def _names(type_name: str) -> tuple[str, ...]:
    traits = {
        "audience": AUDIENCES,
        "sector": (*sectors(), "unknown"),
        "concluded": (*CONCLUDED, "unknown"),
        "jurisdiction": (*JURISDICTIONS, "unknown"),
    }
    if type_name in traits:
        return traits[type_name]
    return _PARTIES if type_name == "party" else tuple(terms())


def _type_of_unit(unit: str | None) -> str:
    if unit is None:
        return "number"
    if unit.removesuffix("s") in DAYS:
        return "duration"
    return "percentage" if unit == "%" else "money"
