"""Where a clause that is missing goes, and which number it gets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from contract_lint.model import Block, BlockKind, Clause, Contract

_RUNNING = (BlockKind.BODY, BlockKind.ITEM)
_LEAVING = (
    r"opzeg|be[eë]indig|looptijd|duur|verleng|ontbind|cancel|terminat|renewal|\bterm\b|duration|leaving"
)
_SUBJECTS = {
    "no-electronic-exit": _LEAVING,
    "no-hardship-exit": _LEAVING,
    "one-sided-exit": _LEAVING,
    "no-data-return": r"gegevens|data|overdracht|exit|" + _LEAVING,
    "no-complaints-procedure": r"klacht|geschil|reclame|complaint|dispute",
    "no-withdrawal-notice": r"herroep|bedenktijd|ontbind|withdraw|cooling|" + _LEAVING,
}
_AFTER_CONTRACT = re.compile(r"(?i)\s*(?:bijlage|annex|appendix|schedule|modelformulier|model form)\b")
_LAST_NUMBER = re.compile(r"(\d+|[a-z])(?=[.)\s:]*$)")
_TYPED = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})+[.):]?|\d{1,3}[.):]|[a-z][.)])\s+")


class Spot(Struct, frozen=True):
    """The block after which a clause is added, the one that it looks like, and its number if typed."""

    after: Block
    like: Block
    number: str = ""


def spots(contract: Contract, families: Iterable[str]) -> list[Spot | None]:
    """The places of missing clauses, by their families; those at one place are numbered on."""
    found = [clause for clause in _before_annexes(contract) if _running(contract, clause)]
    result: list[Spot | None] = []
    for family in families:
        clause = _neighbour(found, family)
        if clause is None:
            result.append(None)
            continue
        running = _running(contract, clause)
        already = sum(one is not None and one.after == running[-1] for one in result)
        number = _typed_number(contract, running[0], already + 1)
        result.append(Spot(running[-1], running[0], number))
    return result


def _neighbour(clauses: Sequence[Clause], family: str) -> Clause | None:
    """The last clause of the article on the subject, else of the last article."""
    numbered = [clause for clause in clauses if clause.number] or clauses
    if not numbered:
        return None
    subject = re.compile(_SUBJECTS.get(family, "(?!)"), re.IGNORECASE)
    about = [clause for clause in numbered if subject.search(" ".join((clause.heading, *clause.path)))]
    article = about[0].article if about else numbered[-1].article
    return [clause for clause in numbered if clause.article == article][-1]


def _before_annexes(contract: Contract) -> list[Clause]:
    clauses: list[Clause] = []
    for clause in contract.clauses:
        if clauses and _AFTER_CONTRACT.match(clause.heading or clause.number):
            break
        clauses.append(clause)
    return clauses


def _running(contract: Contract, clause: Clause) -> list[Block]:
    """The paragraphs and items of a clause, from its first sentence on: a heading may stand before it."""
    if not clause.sentences:
        return []
    first = clause.sentences[0].span.start
    return [
        block
        for block in contract.document.blocks
        if block.kind in _RUNNING and clause.span.holds(block.span) and block.span.end > first
    ]


def _typed_number(contract: Contract, like: Block, step: int) -> str:
    """The number to type; empty where the numbers are Word's own or there are none."""
    text = contract.document.quote(like.span)
    typed = _TYPED.match(text)
    if like.label or typed is None:
        return ""
    return _LAST_NUMBER.sub(lambda last: _later(last[1], step), typed.group().rstrip(), count=1) + " "


def _later(number: str, step: int) -> str:
    return str(int(number) + step) if number.isdigit() else chr(ord(number) + step)
