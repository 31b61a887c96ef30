"""Rules for people and programs: the list of all, and the page of one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from contract_lint.model import Gate, Rule, Template
from contract_lint.reports.lines import fold
from contract_lint.reports.words import WORDS

INDENT = 4
_FIELD = re.compile(r"\{([a-z_.]+)[a-z_.,]*(?:\|([^{}]*))?\}")  # of a message: "{length}", "{amount|a sum}"


def as_text(rules: Sequence[Rule], language: str) -> str:
    """The rules by family: id, usual severity, title."""
    told = []
    by_family = sorted(rules, key=lambda rule: (rule.family, rule.id))
    longest = max((len(rule.id) for rule in rules), default=0)
    for family, members in groupby(by_family, key=lambda rule: rule.family):
        lines = (f"  {rule.id:{longest}}  {_usual(rule):7}  {rule.title[language]}" for rule in members)
        told.append("\n".join((family, *lines)) + "\n")
    return "\n".join(told)


def as_json(rules: Sequence[Rule], language: str) -> str:
    """The rules as one JSON array, sorted by id, in all languages."""
    content = [_rule(rule) for rule in sorted(rules, key=lambda rule: rule.id)]
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


RENDERERS = {"text": as_text, "json": as_json}


def page(rule: Rule, language: str, width: int = 80) -> str:
    """All that a rule's file says, for people."""
    words = WORDS[language]
    parts = {
        words["tells"]: [_FIELD.sub(_unfilled, rule.message[language])],
        words["why"]: [rule.why[language]],
        words["when"]: [f"{_given(rule)}: {rule.source.get('when', '')}"],
        words["applies"]: list(_applies(rule.applies, words)),
        words["severity"]: [rule.source.get("severity") or _usual(rule)],
        words["law"]: list(_law(rule, words)),
        words["instead"]: list(_instead(rule.rewrite, language, words)) if rule.rewrite else [],
        words["unfair"]: list(_examples(rule, "unfair")),
        words["fair"]: list(_examples(rule, "fair")),
    }
    head = f"{rule.id}  ({rule.ruleset}, {rule.family})\n{rule.title[language]}\n"
    return head + "".join(_part(label, lines, width) for label, lines in parts.items() if lines)


def _part(label: str, lines: Sequence[str], width: int) -> str:
    told = [f"\n{label}\n"]
    for line in lines:
        for at, piece in enumerate(fold(line, width - INDENT)):
            told.append(" " * (INDENT if at and len(lines) > 1 else 2) + piece + "\n")
    return "".join(told)


def _unfilled(field: re.Match[str]) -> str:
    """What stands in a message for a field, where there is no contract to fill it in."""
    return field[2] or f"<{field[1]}>"


def _usual(rule: Rule) -> str:
    return str(rule.severity[-1][1])


def _given(rule: Rule) -> str:
    return ", ".join(f"{name} = {kind}" if name else kind for name, kind in rule.given.items())


def _applies(gate: Gate, words: dict[str, str]) -> Iterator[str]:
    if gate.audience:
        yield ", ".join(words.get(audience, audience) for audience in gate.audience)
    if gate.sector:
        yield f"{words['sector']}: {', '.join(gate.sector)}"
    if gate.not_sector:
        yield f"{words['not']} {words['sector']}: {', '.join(gate.not_sector)}"
    if gate.concluded:
        yield f"{words['concluded']}: {', '.join(words.get(how, how) for how in gate.concluded)}"
    if gate.jurisdiction:
        yield f"{words['jurisdiction']}: {', '.join(gate.jurisdiction)}"
    if gate.since:
        yield f"{words['since']} {gate.since}"


def _law(rule: Rule, words: dict[str, str]) -> Iterator[str]:
    for basis in rule.basis:
        checked = f"({words['checked']} {basis.checked})" if basis.checked else ""
        told = " ".join(part for part in (basis.cite, basis.url, checked) if part)
        yield f"{told}: {basis.note}" if basis.note else told


def _instead(template: Template, language: str, words: dict[str, str]) -> Iterator[str]:
    if template.of:
        yield f"{template.of}: {template.to.get(language, '')}"
    else:
        yield (template.sentence or template.insert).get(language, "")
    yield f"({words[template.effect.value]})"


def _examples(rule: Rule, kind: str) -> Iterator[str]:
    for language, examples in rule.examples.items():
        for example in getattr(examples, kind):
            yield f"{language}  {example}"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "ruleset": rule.ruleset,
        "family": rule.family,
        "severity": _usual(rule),
        "title": dict(rule.title),
        "why": dict(rule.why),
        "applies": {
            "audience": list(rule.applies.audience),
            "sector": list(rule.applies.sector),
            "not_sector": list(rule.applies.not_sector),
            "concluded": list(rule.applies.concluded),
            "jurisdiction": list(rule.applies.jurisdiction),
            "since": rule.applies.since,
        },
        "basis": [
            {"cite": basis.cite, "url": basis.url, "checked": basis.checked, "note": basis.note}
            for basis in rule.basis
        ],
    }
