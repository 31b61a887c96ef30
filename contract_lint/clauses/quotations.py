"""Statutes that a contract quotes: what the legislator says is no term of the contract."""

from __future__ import annotations

import re

from contract_lint.model import Span

_STATUTE = (
    r"(?:\d:\d+|\bBW\b|Burgerlijk Wetboek|\b[Ww]et\b|[Ww]etboek|[Rr]ichtlijn|[Vv]erordening"
    r"|\bAct\b|\bCode\b|[Dd]irective|[Rr]egulation)"
)
_SAYS = r"\b(?:luidt|luiden|bepaalt|bepalen|zegt|vermeldt|stelt|reads?|provides?|states?|says)\b"
_QUOTED = re.compile(
    rf"{_STATUTE}[^\n“”\"]{{0,80}}?{_SAYS}[^\n“”\"]{{0,60}}?[\n ]?"
    r"(?P<words>“[^“”]{20,3000}”|\"[^\"]{20,3000}\"|„[^„”“]{20,3000}[”“]|«[^«»]{20,3000}»)"
)


def of_statutes(text: str) -> tuple[Span, ...]:
    """The words between quotation marks that a statute is said to hold."""
    return tuple(Span(*quoted.span("words")) for quoted in _QUOTED.finditer(text))
