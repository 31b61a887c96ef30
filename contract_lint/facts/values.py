"""From words to values: "2 (twee) maanden" is two months, "€ 1.250,-" an amount, "15%" a percentage."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from contract_lint.model import DAYS, Duration, Money, Percentage, Span, Term, Value

_NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
_POWERS = (1000, 100)
_HALF = {"half", "halve", "halfjaar", "halfjaarlijkse"}


def value(name: str, text: str, span: Span, words: Mapping[str, Any]) -> Value:
    """The value of a landmark by its terminal's name and its words in lower case."""
    if name == "DURATION":
        return duration(text, span, words) or Term("duration", span)
    if name == "MONEY":
        return money(text, span, words)
    if name == "PERCENTAGE":
        amount = _amount(text)
        spelled = number(text.split()[0], words["numbers"]) if amount is None else amount
        return Percentage(spelled or 0.0, span)
    return Term(name.lower(), span)


def duration(text: str, span: Span, words: Mapping[str, Any]) -> Duration | None:
    """A length of time; None when the words hold no unit. A bare unit counts as one."""
    parts = [part for part in re.split(r"[\s\-/()]+", text) if part]
    unit = next((found for part in reversed(parts) if (found := _unit(part, words["units"]))), None)
    if unit is None:
        return None
    count = _amount(text)
    if count is None:
        counts = (number(part, words["numbers"]) for part in [*text.split(), *parts])
        count = next((found for found in counts if found is not None), 1.0)
    if any(part in _HALF for part in parts):
        count = count - 0.5 if count != 1.0 else 0.5
    business = any(part.startswith(prefix) for part in parts for prefix in words["business"])
    return Duration(count, unit, span, business)


def number(text: str, numbers: Mapping[str, float]) -> float | None:
    """A number word, also one made of others ("vierentwintig", "twenty-four", "tweeduizend vijfhonderd")."""
    text = text.strip()
    if text in numbers:
        return float(numbers[text])
    for power, amount in numbers.items():
        if amount in _POWERS and power in text:
            before, _, after = text.partition(power)
            times = number(before, numbers) if before else 1.0
            rest = number(re.sub(r"^(?:en|ën|and|-| )+", "", after), numbers) if after else 0.0
            return None if times is None or rest is None else times * amount + rest
    for first, amount in numbers.items():
        if text.startswith(first) and amount:
            tail = re.sub(r"^(?:en|ën|-| )", "", text[len(first) :])
            if tail in numbers and (numbers[tail] >= 20) != (amount >= 20):
                return float(amount + numbers[tail])
    return None


def money(text: str, span: Span, words: Mapping[str, Any]) -> Money:
    """An amount of money; "EUR" where the words name no currency."""
    found = next((code for sign, code in words["currencies"].items() if sign in text), "EUR")
    amount = _amount(text)
    if amount is None:
        amount = number(text.rpartition(" ")[0], words["numbers"])
    return Money(amount or 0.0, found, span)


def _unit(word: str, units: Mapping[str, str]) -> str | None:
    for stem, unit in units.items():
        if word.startswith(stem) and unit in DAYS:
            return unit
    return None


def _amount(text: str) -> float | None:
    """The first numeral; a last group of other than three digits is a decimal fraction."""
    found = _NUMERAL.search(text)
    if not found:
        return None
    whole, separator, last = _split(found.group())
    digits = re.sub(r"[.,]", "", whole)
    return float(f"{digits}{last}") if separator and len(last) == 3 else float(f"{digits}.{last or 0}")


def _split(numeral: str) -> tuple[str, str, str]:
    at = max(numeral.rfind("."), numeral.rfind(","))
    return (numeral, "", "") if at < 0 else (numeral[:at], numeral[at], numeral[at + 1 :])
