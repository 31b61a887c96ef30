"""What contract this is: told, or inferred from its words with the reason."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from contract_lint.findings.dating import dated
from contract_lint.model import NO_DATE, BlockKind, Contract, Document, Fault, Profile, Trait, is_date
from contract_lint.shipped import shipped

AUDIENCES = ("consumer", "small-business", "business")
CONCLUDED = ("online", "phone", "paper")
JURISDICTIONS = ("nl", "be", "other")
GIVEN = "given"
_REASONS = {
    "nl": ("aangenomen: de tekst zegt het niet", "afgeleid: {} ({} keer)", "afgeleid: {}"),
    "en": ("assumed: the text does not say", "inferred: {} ({} times)", "inferred: {}"),
}
_WORD = re.compile(r"[\w:-]+")


def infer_profile(
    contract: Contract,
    audience: str | None = None,
    sector: str | None = None,
    concluded: str | None = None,
    jurisdiction: str | None = None,
    date: str | None = None,
    language: str = "en",
) -> Profile:
    """The profile: what is given stands, the rest is inferred, with the reason in "nl" or "en".

    Raises `Fault` for an unknown sector and for what is no date.
    """
    if sector is not None and sector not in sectors():
        near = get_close_matches(sector, sectors(), 3, 0.5) or sectors()
        raise Fault(f'no sector is called "{sector}"; did you mean {" or ".join(near)}?')
    text = _running_text(contract.document)
    return Profile(
        Trait(audience, GIVEN) if audience else _inferred("audience", text, "consumer", language),
        Trait(sector, GIVEN) if sector else _inferred("sector", text, "unknown", language),
        Trait(concluded, GIVEN) if concluded else _inferred("concluded", text, "unknown", language),
        Trait(jurisdiction, GIVEN) if jurisdiction else _inferred("jurisdiction", text, "unknown", language),
        _dated(contract.document, date, language),
    )


def _dated(document: Document, given: str | None, language: str) -> Trait:
    """The date that was given, or that the terms bear."""
    if given:
        if not is_date(given):
            raise Fault(NO_DATE.format(given))
        return Trait(given, GIVEN)
    date, words = dated(document)
    assumed, _, borne = _REASONS[language]
    return Trait(date, borne.format(f'"{words}"')) if date else Trait("unknown", assumed)


@cache
def home_law(ruleset: str) -> str:
    """The jurisdiction whose general terms law a ruleset is; empty for one that holds anywhere."""
    return str(_signs()["home"].get(ruleset, ""))


def _running_text(document: Document) -> str:
    """The words in lower case, a space before each; headers and footers say the same again and again."""
    told = (document.quote(block.span) for block in document.blocks if block.kind is not BlockKind.MARGIN)
    return " " + " ".join(_WORD.findall(" ".join(told).lower()))


@cache
def _signs() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads((shipped("rulesets") / "profile.toml").read_text("utf-8"))


def sectors() -> tuple[str, ...]:
    """The sectors that rules may name."""
    return tuple(sorted(_signs()["sector"]))


def _inferred(trait: str, text: str, otherwise: str, language: str) -> Trait:
    """The value with the most signs seen, when it has at least as many as it asks for.

    `text` is the contract's words in lower case, a space before each.
    """
    assumed, inferred, _ = _REASONS[language]
    best, most, reason = otherwise, 0, assumed
    for value, signs in _signs()[trait].items():
        seen = {word: text.count(f" {word}") for word in signs["words"]}
        total = sum(seen.values())
        if total >= signs["least"] and total > most:
            shown = ", ".join(f'"{word}"' for word, count in seen.items() if count)
            best, most = value, total
            reason = inferred.format(shown, total).replace("(1 times)", "(once)")
    return Trait(best, reason)
