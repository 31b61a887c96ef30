"""Gates and carve-outs: what a contract is, and for whom a clause is, lowers or keeps back a finding."""

from __future__ import annotations

import pytest

from contract_lint.model import Severity
from contract_lint.pipeline import Options, lint

NOTICE = "De klant kan de overeenkomst opzeggen met een opzegtermijn van drie maanden."


def severity_of(text: str, rule: str, **told: str) -> tuple[Severity, bool]:
    report = lint(text.encode(), Options(language="nl", **told), name="terms.txt")
    finding = next(finding for finding in report.findings if finding.rule == rule)
    return finding.severity, bool(finding.lowered)


@pytest.mark.parametrize(
    "carve_out",
    [
        "Dit artikel is niet van toepassing op consumenten.",
        "Deze bepaling geldt niet voor een consument.",
        "Het voorgaande geldt alleen voor zakelijke klanten.",
    ],
)
def test_a_clause_that_spares_consumers_weighs_less_for_them(carve_out: str) -> None:
    text = f"Artikel 4\n{NOTICE} {carve_out}"
    assert severity_of(text, "notice-over-one-month", audience="consumer") == (Severity.NOTE, True)


def test_a_clause_for_all_weighs_in_full() -> None:
    text = f"Artikel 4\n{NOTICE} Dit artikel geldt ook voor consumenten."
    assert severity_of(text, "notice-over-one-month", audience="consumer") == (Severity.WARNING, False)


def test_businesses_get_the_severity_that_the_rule_has_for_them() -> None:
    assert severity_of(NOTICE, "notice-over-one-month", audience="business") == (Severity.NOTE, False)


def test_a_trade_of_its_own_keeps_the_general_rule_back() -> None:
    report = lint(NOTICE.encode(), Options(language="nl", sector="association"), name="terms.txt")
    assert "notice-over-one-month" in {muted.rule for muted in report.muted}
    assert "association" in next(m.reason for m in report.muted if m.rule == "notice-over-one-month")
