"""Every rewrite of every unfair example clears its own finding and raises no other."""

from __future__ import annotations

import pytest

from contract_lint.findings import find_rule, load_rules
from contract_lint.model import Effect, Rule
from contract_lint.pipeline import Options, lint

RULES = load_rules()
CASES = [
    pytest.param(rule, language, text, id=f"{rule.id}-{language}-{number}")
    for rule in (find_rule(rule.id) for rule in RULES)
    for language, examples in rule.examples.items()
    for number, text in enumerate(examples.unfair, 1)
    if rule.given and rule.rewrite and rule.rewrite.effect is not Effect.ADVICE
]


@pytest.mark.parametrize(("rule", "language", "text"), CASES)
def test_the_rewrite_is_fair(rule: Rule, language: str, text: str) -> None:
    told = rule.example_profile
    options = Options(
        audience=told.get("audience", "consumer"),
        sector=told.get("sector"),
        concluded=told.get("concluded"),
        language=language,
    )
    plain = text.replace("[[", "").replace("]]", "")
    report = lint(plain.encode(), options, name="example.txt", rules=RULES)
    finding = next(found for found in report.findings if found.rule == rule.id)
    assert finding.rewrite is not None
    assert finding.rewrite.verified, finding.rewrite.text
