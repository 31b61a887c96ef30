"""The rule files: read, checked against the fact kinds, and kept compiled in the user's own cache."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from contract_lint.findings.rulefile import RuleFile, read_rule, rule_of
from contract_lint.model import Fault, Rule
from contract_lint.shipped import cached, shipped, store


def load_rules(
    rulesets: tuple[str, ...] = (), select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
) -> tuple[Rule, ...]:
    """The shipped rules in the order of their ids; rules and families can be selected and ignored.

    Raises `Fault` for an unknown name, and for everything wrong in the files, all faults together.
    """
    rules = _all_rules()
    _known("ruleset", rulesets, {rule.ruleset for rule in rules})
    names = {rule.id for rule in rules} | {rule.family for rule in rules}
    _known("rule or family", (*select, *ignore), names)
    return tuple(
        rule
        for rule in rules
        if (not rulesets or rule.ruleset in rulesets)
        and (not select or not {rule.id, rule.family}.isdisjoint(select))
        and {rule.id, rule.family}.isdisjoint(ignore)
    )


def find_rule(name: str) -> Rule:
    """One rule with its examples, by its id. Raises `Fault` with the nearest names."""
    rules = {path.stem: path for path in _files()}
    _known("rule", (name,), rules)
    return rule_of(read_rule(rules[name]), rules[name])


def _known(what: str, asked: Iterable[str], known: Iterable[str]) -> None:
    names = sorted(set(known))
    for name in asked:
        if name not in names:
            near = get_close_matches(name, names, 3, 0.5)
            hint = f"; did you mean {' or '.join(near)}?" if near else f"; known are {', '.join(names)}"
            raise Fault(f'no {what} is called "{name}"{hint}')


def _files() -> list[Path]:
    return sorted(shipped("rulesets").glob("*/*.yaml"), key=lambda path: path.stem)


@cache
def _all_rules() -> tuple[Rule, ...]:
    files = [(path, path.read_bytes()) for path in _files()]
    digest = hashlib.sha256((shipped("grammars") / "facts.toml").read_bytes())
    for path, content in files:
        digest.update(str(path.relative_to(path.parents[1])).encode() + b"\0" + content)
    stored = cached(f"rules-{digest.hexdigest()[:24]}.json")
    try:
        rows = json.loads(stored.read_bytes())
    except (OSError, ValueError):
        rows = _compile([path for path, _ in files])
        store(stored, json.dumps(rows).encode())
    return tuple(rule_of(msgspec.convert(row[1], RuleFile), Path(row[0]), _frozen(row[2])) for row in rows)


def _compile(paths: Iterable[Path]) -> list[list[Any]]:
    """Read every file; a run tells all faults at once. Examples are left out: only tests read them."""
    rows, faults = list[list[Any]](), list[str]()
    for path in paths:
        try:
            file = read_rule(path)
            rule = rule_of(file, path)
        except Fault as fault:
            faults.append(str(fault))
            continue
        row: Mapping[str, Any] = msgspec.to_builtins(file) | {"examples": {}}
        conditions = [rule.when, *(condition for condition, _ in rule.severity)]
        rows.append([f"{path.parent.name}/{path.name}", row, conditions])
    if faults:
        raise Fault("\n".join(faults))
    return rows


def _frozen(value: Any) -> Any:  # noqa: ANN401 - nested lists of strings from JSON
    return tuple(_frozen(part) for part in value) if isinstance(value, list) else value
