"""Acceptances that are written in the document itself: "accept RULE: reason (until DATE) (by NAME)"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches

from contract_lint.model import (
    Acceptance,
    Contract,
    Finding,
    Lapse,
    Place,
    Remark,
    Report,
    Span,
    Stale,
    is_date,
)

_FORM = re.compile(r"accept(?:\s*:\s*|\s+)(?P<rule>[^\s:]+)\s*:?(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_EXCERPT = 60  # characters: enough to know what a remark is about
_LONGEST = 100  # of what is told of a remark that is not understood

Names = Callable[[], Collection[str]]
Asked = Callable[[str], bool]
Heeded = tuple[Mapping[str, Acceptance], tuple[Stale, ...]]


def heeded(report: Report, rules: Names, today: str, asked: Asked) -> Heeded:
    """The acceptances in a document by the fingerprints of what they accept, and those that are stale.

    `rules` gives the names that rules have, when one seems unknown; `asked` tells whether the run was about
    a rule.
    """
    contract = report.contract
    if contract is None or not contract.document.remarks:
        return {}, ()
    stale = list[Stale]()
    holding: defaultdict[str, list[tuple[Span, Acceptance]]] = defaultdict(list)
    for remark in contract.document.remarks:
        read = acceptance(remark, contract)
        if isinstance(read, Stale):
            stale.append(read)
        elif read.until and read.until < today:
            stale.append(Stale(read, Lapse.EXPIRED))
        else:
            holding[read.rule].append((remark.about, read))
    accepted = dict[str, Acceptance]()
    used = set[Acceptance]()
    for finding in report.findings:
        for one in _about(finding, contract, holding):
            accepted.setdefault(finding.fingerprint, one)
            used.add(one)
    idle = [one for found in holding.values() for _, one in found if one not in used]
    stale += [told for one in idle if (told := _idle(one, rules(), asked))]
    return accepted, tuple(sorted(stale, key=_in_order))


def _about(
    finding: Finding, contract: Contract, holding: Mapping[str, list[tuple[Span, Acceptance]]]
) -> list[Acceptance]:
    """The acceptances of its rule that stand at its clause; anywhere, for something missing."""
    return [
        one
        for about, one in holding.get(finding.rule, ())
        if finding.clause is None or contract.clauses[finding.clause].span.meets(about)
    ]


def _idle(one: Acceptance, rules: Collection[str], asked: Asked) -> Stale | None:
    """Why an acceptance found nothing to accept; None where nobody asked for its rule."""
    if one.rule not in rules:
        return Stale(one, Lapse.RULE, tuple(get_close_matches(one.rule, sorted(rules), 3, 0.5)))
    return Stale(one, Lapse.UNUSED) if asked(one.rule) else None


def _in_order(stale: Stale) -> tuple[int, int, int]:
    at = stale.acceptance.place or Place()
    return at.paragraph or 0, at.line or 0, at.column or 0


def acceptance(remark: Remark, contract: Contract) -> Acceptance | Stale:
    """What a remark accepts, or what is wrong with it."""
    words = " ".join(remark.words.split())
    found = _FORM.fullmatch(words)
    rule, rest = (found["rule"], found["rest"].strip()) if found else ("", words[:_LONGEST])
    because, given = _parts(rest) if found else (rest, {})
    accepted = Acceptance(
        rule=rule[:_LONGEST],
        fingerprint="",
        because=because,
        by=given.get("by") or remark.author,
        until=given.get("until", ""),
        path=contract.document.path,
        excerpt=_excerpt(remark, contract),
        place=remark.place,
    )
    why = _fault(accepted, "until" in given)
    return Stale(accepted, why) if why else accepted


def _fault(accepted: Acceptance, dated: bool) -> Lapse | None:
    if not accepted.rule:
        return Lapse.FORM
    if dated and not is_date(accepted.until):
        return Lapse.DATE
    return None if re.search(r"\w", accepted.because) else Lapse.REASON


def _parts(rest: str) -> tuple[str, dict[str, str]]:
    """The reason, and what is given in brackets behind it: until when, and by whom."""
    given: dict[str, str] = {}
    while (trimmed := rest.rstrip(" .")).endswith(")"):
        at = trimmed.rfind("(")
        name, _, value = trimmed[at + 1 : -1].strip().partition(" ")
        name = name.rstrip(":").lower()
        if at < 0 or name not in ("until", "by"):
            break
        given.setdefault(name, value.strip())
        rest = trimmed[:at].rstrip()
    return rest, given


def _excerpt(remark: Remark, contract: Contract) -> str:
    """The beginning of the paragraph that it is about."""
    text, at = contract.document.text, remark.about.start
    start = text.rfind("\n", 0, at) + 1 if remark.about else at
    line = text[start : start + _EXCERPT].split("\n")[0].strip()
    return f"{line}…" if len(line) == _EXCERPT else line
