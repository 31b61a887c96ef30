"""The rewrites of a whole contract together: each was tried alone, and all of them must stand at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from contract_lint.model import Edit, Effect, Evidence, Finding, Report, Rule, Span
from contract_lint.pipeline import Options, judged
from contract_lint.reviews import Item, Redraft, Settings, clashes, plan, redraft

_ROUNDS = 5


def agreed(report: Report, options: Options, rules: tuple[Rule, ...], settings: Settings) -> tuple[Item, ...]:
    """What a review writes: the contract as it would read is linted, until no rewrite fails in it.

    A rewrite whose finding is still there, or that raises another, is only told; the further places of a
    finding are rewritten too.
    """
    from contract_lint.clauses import divide
    from contract_lint.shipped import extended

    items = plan(report, settings)
    assert report.contract is not None
    with extended(options.own_rules):
        for _ in range(_ROUNDS):
            if not any(item.written for item in items):
                break
            draft = redraft(report.contract, items)
            after = judged(divide(draft.document, options.language), options, rules)
            better = _extended(_without_failures(items, report, after, draft), after, draft)
            if better == items:
                break
            items = better
    return items


def _without_failures(
    items: Sequence[Item], report: Report, after: Report, draft: Redraft
) -> tuple[Item, ...]:
    """The items, those only told whose words do not hold in the contract as it would read."""
    failed: set[int] = set()
    for finding, place in _places(after.findings):
        old = draft.around(place.sentence)
        touching = [at for at, item in enumerate(items) if _touches(item, old)]
        own = [at for at in touching if items[at].finding.rule == finding.rule]
        known = any(
            told.rule == finding.rule and _meets(there.sentence, old)
            for told, there in _places((*report.findings, *(one.finding for one in report.accepted)))
        )
        if own and draft.same(place.sentence) is None:
            failed |= set(own)
        elif touching and not known:
            failed.add(min(touching, key=lambda at: items[at].finding.severity))
    still_missing = {finding.rule for finding in after.findings if finding.evidence is None}
    return tuple(
        item.unwritten() if at in failed or (item.added and item.finding.rule in still_missing) else item
        for at, item in enumerate(items)
    )


def _extended(items: tuple[Item, ...], after: Report, draft: Redraft) -> tuple[Item, ...]:
    """The items with the edits of their further places, as found in the contract as it would read."""
    result = list(items)
    for finding in after.findings:
        edits = _old_edits(finding, draft)
        old = finding.evidence and draft.same(finding.evidence.span)
        for at, item in enumerate(result):
            further = [place.span for place in item.finding.also]
            taken = [edit for other in result for edit in other.edits]
            if (
                item.edits
                and item.finding.rule == finding.rule
                and old in further
                and edits
                and not any(clashes(edit, other) for edit in edits for other in taken)
            ):
                result[at] = replace(item, edits=(*item.edits, *edits))
    return tuple(result)


def _old_edits(finding: Finding, draft: Redraft) -> tuple[Edit, ...]:
    """The edits of a rewrite that holds, at the places where the words stood before; none if any is new."""
    rewrite = finding.rewrite
    if rewrite is None or not rewrite.verified or rewrite.effect is Effect.ADVICE:
        return ()
    spans = [draft.same(edit.span) for edit in rewrite.edits]
    return tuple(Edit(span, edit.text) for span, edit in zip(spans, rewrite.edits, strict=True) if span)


def _places(findings: Sequence[Finding]) -> Iterator[tuple[Finding, Evidence]]:
    for finding in findings:
        for place in (finding.evidence, *finding.also):
            if place is not None:
                yield finding, place


def _touches(item: Item, old: Span) -> bool:
    return any(_meets(edit.span, old) for edit in item.edits)


def _meets(one: Span, other: Span) -> bool:
    """Whether two spans share a character or a border."""
    return one.start <= other.end and other.start <= one.end
