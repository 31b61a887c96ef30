"""The words of a message: fields in braces become the values that the contract states."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec.structs import replace

from contract_lint.model import Basis, Document, Duration, Money, Number, Percentage, Value
from contract_lint.shipped import shipped

FIELDS = re.compile(r"\{([a-z_.]+(?:,[a-z_.]+)*)(?:\|([^{}]*))?\}")
_UNITS = {
    "nl": {
        "hour": ("uur", "uur"), "day": ("dag", "dagen"), "week": ("week", "weken"),
        "month": ("maand", "maanden"), "quarter": ("kwartaal", "kwartalen"), "year": ("jaar", "jaar"),
    },
    "en": {
        "hour": ("hour", "hours"), "day": ("day", "days"), "week": ("week", "weeks"),
        "month": ("month", "months"), "quarter": ("quarter", "quarters"), "year": ("year", "years"),
    },
}  # fmt: skip


@cache
def cited(basis: Basis, language: str) -> Basis:
    """The basis as it is called in the language of the report."""
    cite = basis.cite
    for words, others in _citations().get(language, {}).items():
        cite = cite.replace(words, others)
    return replace(basis, cite=cite)


@cache
def _citations() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((shipped("rulesets") / "citations.toml").read_text("utf-8"))


def told(message: str, values: Mapping[str, Sequence[Value]], document: Document, language: str) -> str:
    """The message with what the contract states filled in for its fields.

    "{field}", "{field|words when the contract states none}", or "{one,other|words}": the first stated.
    """

    def words(found: re.Match[str]) -> str:
        stated = next((values[name] for name in found[1].split(",") if values.get(name)), ())
        if stated:
            return _joined([_words(value, document, language) for value in stated])
        return "…" if found[2] is None else found[2]

    return FIELDS.sub(words, message)


def _joined(words: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(words))


def _words(value: Value, document: Document, language: str) -> str:
    match value:
        case Duration(count, unit, _, business):
            singular, plural = _UNITS[language][unit]
            prefix = {"nl": "werk", "en": "business "}[language] if business else ""
            return f"{_count(count, language)} {prefix}{singular if count == 1 else plural}"
        case Money(amount, currency, _):
            return f"{currency} {_count(amount, language)}"
        case Percentage(amount, _):
            return f"{_count(amount, language)}%"
        case Number(amount, _):
            return _count(amount, language)
        case _:
            return f'"{document.quote(value.span)}"'


def _count(number: float, language: str) -> str:
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if language == "nl" else text
