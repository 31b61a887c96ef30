"""Comparing two drafts: which findings the new one adds, keeps and no longer has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from contract_lint.findings.fingerprints import fingerprint
from contract_lint.model import Comparison, Finding, Report, Severity


def compare(old: Report, new: Report) -> Report:
    """The new report, with what stands in the older one too and what is gone from it.

    A finding is kept when the older draft said all that it says, as badly. What is said in one more
    sentence, once more, or has become more serious, is new.
    """
    told: defaultdict[str, list[Severity]] = defaultdict(list)
    for finding in old.findings:
        for words in _sayings(finding, old):
            told[words].append(finding.severity)
    kept = frozenset(
        finding.fingerprint
        for finding in new.findings
        # A list, not a generator: every saying is taken, also after one that is new.
        if all([_taken(told[words], finding.severity) for words in _sayings(finding, new)])
    )
    unread = new.contract is None and new.unread  # what was not read may say all of it still
    removed = () if unread else tuple(_gone(old, new))
    return replace(new, compared=Comparison(old, kept, removed))


def _sayings(finding: Finding, report: Report) -> Iterator[str]:
    """What a finding says, by its words: one fingerprint for each sentence."""
    if finding.evidence is None or report.contract is None:
        yield fingerprint(finding.rule, "")
        return
    for place in (finding.evidence, *finding.also):
        yield fingerprint(finding.rule, report.contract.document.quote(place.sentence))


def _taken(told: list[Severity], severity: Severity) -> bool:
    """Take one saying of the older draft for one of the new; whether it was told as badly."""
    if not told:
        return False
    as_bad = sorted(level for level in told if level >= severity)
    told.remove(as_bad[0] if as_bad else max(told))
    return bool(as_bad)


def _gone(old: Report, new: Report) -> Iterator[Finding]:
    """The findings of the older draft of which nothing is said any more."""
    said: defaultdict[str, int] = defaultdict(int)
    for finding in new.findings:
        for words in _sayings(finding, new):
            said[words] += 1
    for finding in old.findings:
        still = False
        for words in _sayings(finding, old):
            if said[words]:
                said[words] -= 1
                still = True
        if not still:
            yield finding
