"""The list of rules, and the page of one."""

import json

import pytest

from contract_lint.model import Basis, Effect, Examples, Gate, Rule, Severity, Template
from contract_lint.reports.rules import as_json, as_text, page


@pytest.fixture
def rule() -> Rule:
    return Rule(
        id="verlenging-vast",
        ruleset="nl-voorbeeld",
        family="tacit-renewal",
        title={"nl": "Stilzwijgende verlenging voor vaste tijd", "en": "Tacit renewal for a fixed term"},
        given={"": "tacit_renewal"},
        when=("always",),
        applies=Gate(audience=("consumer",), not_sector=("rent",), concluded=("online", "phone")),
        severity=((("always",), Severity.ERROR),),
        basis=(Basis("art. 1:1 Voorbeeldwet", "https://example.org/1", "2026-01-01"), Basis("eigen norm")),
        message={"nl": "Het loopt {length} door.", "en": "It runs on for {length}."},
        why={
            "nl": "Wie één datum mist, zit weer een jaar vast.",
            "en": "Whoever misses one date is bound for a year more, with no way out in between and every"
            " instalment to pay.",
        },
        rewrite=Template(
            Effect.RIGHTS, of="length", to={"nl": "onbepaalde tijd", "en": "an indefinite time"}
        ),
        examples={
            "nl": Examples(
                ("Het abonnement wordt [[met een jaar verlengd]].",), ("Het abonnement eindigt.",)
            ),
            "en": Examples(("It [[renews for a year]].",), ("It ends.",)),
        },
        source={"when": "length > 1 month", "severity": "error"},
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page(rule, language, golden):
    golden(f"rule-{language}.txt", page(rule, language))


def test_the_list(rule, golden):
    golden("rules.txt", as_text([rule], "nl"))


def test_the_list_for_programs(rule):
    assert json.loads(as_json([rule], "en"))[0]["title"] == rule.title
