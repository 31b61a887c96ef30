"""The rule files: read, checked against the fact kinds, and ours kept compiled."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from contract_lint.findings.rulefile import read_rule, rule_of
from contract_lint.findings.ruleschema import RuleFile
from contract_lint.model import Fault, Rule, raise_together
from contract_lint.shipped import cached, kept, own, own_rules, rule_files, shipped, store

_MAKERS = [Path(__file__).with_name(name) for name in ("condition.lark", "conditions.py", "ruleschema.py")]


def load_rules(
    rulesets: tuple[str, ...] = (),
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    named: tuple[str, ...] = (),
) -> tuple[Rule, ...]:
    """The rules, ours and the user's, in the order of their ids; they can be chosen by id and family.

    `named` are further names that must exist. Raises `Fault` for an unknown name, and for everything wrong in
    the files, all faults together.
    """
    rules = _all_rules(own())
    _known("ruleset", rulesets, {rule.ruleset for rule in rules})
    names = {rule.id for rule in rules} | {rule.family for rule in rules}
    _known("rule or family", (*select, *ignore, *named), names)
    return tuple(
        rule
        for rule in rules
        if (not rulesets or rule.ruleset in rulesets)
        and (not select or not {rule.id, rule.family}.isdisjoint(select))
        and {rule.id, rule.family}.isdisjoint(ignore)
    )


def find_rule(name: str) -> Rule:
    """One rule with its examples, by its id. Raises `Fault` with the nearest names."""
    rules = {path.stem: path for path in (*rule_files(), *own_rules())}
    _known("rule", (name,), rules)
    return rule_of(read_rule(rules[name]), rules[name])


def read_own_rules() -> tuple[Rule, ...]:
    """The user's own rules with their examples. Raises `Fault` for everything wrong in them."""
    files = own_rules()
    return _made(_own_rows(files), files)


def _known(what: str, asked: Iterable[str], known: Iterable[str]) -> None:
    names = sorted(set(known))
    for name in asked:
        if name not in names:
            near = get_close_matches(name, names, 3, 0.5)
            hint = f"; did you mean {' or '.join(near)}?" if near else "; `contract-lint rules` lists them"
            raise Fault(f'no {what} is called "{name}"{hint}')


@cache
def _all_rules(_own: tuple[Path, ...]) -> tuple[Rule, ...]:
    theirs = own_rules()
    files = [path for path in rule_files() if path not in theirs]
    rules = (*_made(_shipped_rows(files), files), *_made(_own_rows(theirs), theirs))
    return tuple(sorted(rules, key=lambda rule: rule.id))


def _made(rows: Iterable[Sequence[Any]], paths: Iterable[Path]) -> tuple[Rule, ...]:
    return tuple(
        rule_of(msgspec.convert(row, RuleFile), path, _frozen(conditions))
        for (row, conditions), path in zip(rows, paths, strict=True)
    )


def _own_rows(files: Sequence[Path]) -> list[list[Any]]:
    """The user's rules, with every fault in them; an id can be given once, and not be one of ours."""
    taken = {path.stem: path for path in rule_files()}
    faults: list[Fault] = []
    for path in files:
        if taken.get(path.stem, path) != path:
            said = f"there is a rule {path.stem} already, in {taken[path.stem].parent.name}"
            faults.append(Fault(f"{said}; give this one another name", str(path), 1))
        taken.setdefault(path.stem, path)
    return _compile(files, faults)


def _shipped_rows(files: Sequence[Path]) -> list[list[Any]]:
    """Our rules without their examples, as they were kept when nothing has changed since it was written."""
    digest = hashlib.sha256((shipped("grammars") / "facts.toml").read_bytes())
    for path in (*_MAKERS, Path(__file__)):
        digest.update(path.read_bytes())
    for path in files:
        digest.update(str(path.relative_to(path.parents[1])).encode() + b"\0" + path.read_bytes())
    name = f"rules-{digest.hexdigest()[:24]}.json"
    try:
        rows: list[list[Any]] = json.loads(kept(name))
    except (OSError, ValueError):
        rows = [[{**row, "examples": {}}, conditions] for row, conditions in _compile(files, [])]
        store(cached(name), json.dumps(rows).encode())
    return rows


def _compile(paths: Iterable[Path], faults: list[Fault]) -> list[list[Any]]:
    """Read every file; a run tells all faults at once."""
    rows: list[list[Any]] = []
    for path in paths:
        try:
            file = read_rule(path)
            rule = rule_of(file, path)
        except Fault as fault:
            faults.append(fault)
            continue
        row: Mapping[str, Any] = msgspec.to_builtins(file)
        rows.append([row, [rule.when, *(condition for condition, _ in rule.severity)]])
    raise_together(faults)
    return rows


def _frozen(value: Any) -> Any:  # noqa: ANN401 - nested lists of strings from JSON
    return tuple(_frozen(part) for part in value) if isinstance(value, list) else value
