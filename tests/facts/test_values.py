"""Values: from words to lengths of time, amounts and percentages."""

from __future__ import annotations

import pytest

from contract_lint.facts.catalogue import catalogue
from contract_lint.facts.values import number, value
from contract_lint.model import Duration, Money, Percentage, Span

WHERE = Span(0, 1)


@pytest.mark.parametrize(
    ("language", "text", "count", "unit"),
    [
        ("nl", "2 (twee) maanden", 2, "month"),
        ("nl", "één kalendermaand", 1, "month"),
        ("nl", "vierentwintig maanden", 24, "month"),
        ("nl", "anderhalf jaar", 1.5, "year"),
        ("nl", "een half jaar", 0.5, "year"),
        ("nl", "30 kalenderdagen", 30, "day"),
        ("nl", "48 uur", 48, "hour"),
        ("nl", "vier weken", 4, "week"),
        ("nl", "drie kwartalen", 3, "quarter"),
        ("nl", "2-jarige", 2, "year"),
        ("en", "ninety (90) days", 90, "day"),
        ("en", "three months", 3, "month"),
        ("en", "twenty-four months", 24, "month"),
        ("en", "one year", 1, "year"),
    ],
)
def test_durations(language: str, text: str, count: float, unit: str) -> None:
    found = value("DURATION", text, WHERE, catalogue(language).words)
    assert isinstance(found, Duration)
    assert (found.count, found.unit) == (count, unit)


def test_business_days_are_longer_than_days() -> None:
    found = value("DURATION", "vijf werkdagen", WHERE, catalogue("nl").words)
    assert isinstance(found, Duration)
    assert found.business
    assert found.days == pytest.approx(7)


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("€ 1.250,-", 1250, "EUR"),
        ("€ 25,50", 25.5, "EUR"),
        ("25 euro", 25, "EUR"),
        ("$1,000.00", 1000, "USD"),
        ("£ 40", 40, "GBP"),
        ("eur 2.500", 2500, "EUR"),
        ("vijfhonderd euro", 500, "EUR"),
        ("tweeduizend vijfhonderd euro", 2500, "EUR"),
        ("duizend (1.000) euro", 1000, "EUR"),
    ],
)
def test_money(text: str, amount: float, currency: str) -> None:
    found = value("MONEY", text, WHERE, catalogue("nl").words)
    assert found == Money(amount, currency, WHERE)


@pytest.mark.parametrize(
    ("text", "amount"), [("15%", 15), ("1,5 %", 1.5), ("0.5 procent", 0.5), ("twee procent", 2)]
)
def test_percentages(text: str, amount: float) -> None:
    assert value("PERCENTAGE", text, WHERE, catalogue("nl").words) == Percentage(amount, WHERE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("eenentwintig", 21),
        ("negenennegentig", 99),
        ("tweeëndertig", 32),
        ("honderdvijfentwintig", 125),
        ("appel", None),
    ],
)
def test_number_words(text: str, expected: float | None) -> None:
    assert number(text, catalogue("nl").words["numbers"]) == expected
