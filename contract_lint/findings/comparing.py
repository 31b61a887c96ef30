"""Comparing two drafts: which findings the new one adds, keeps and no longer has."""

from __future__ import annotations

from msgspec.structs import replace

from contract_lint.model import Comparison, Finding, Report
from contract_lint.sayings import Before, filed, sayings


def compare(old: Report, new: Report) -> Report:
    """The new report, with what stands in the older one too and what is gone from it.

    A finding is kept when the older draft said all that it says, as badly. What is said in one more
    sentence, once more, or has become more serious, is new. What is accepted in one of the drafts is said
    in it all the same.
    """
    told = (
        (saying, finding.severity, finding.fingerprint)
        for finding in _said(old)
        for saying in sayings(finding, old.contract)
    )
    before = Before(filed(told))
    kept, still = set[str](), set[str]()
    for finding in _said(new):
        as_before, sayers = before.take(sayings(finding, new.contract), finding.severity)
        still |= set(sayers)
        kept |= {finding.fingerprint} if as_before else set()
    unread = new.contract is None and new.unread  # what was not read may say all of it still
    removed = () if unread else tuple(one for one in old.findings if one.fingerprint not in still)
    return replace(new, compared=Comparison(old, frozenset(kept), removed))


def _said(report: Report) -> tuple[Finding, ...]:
    """All that a draft says, in the order of the text where nothing is accepted."""
    return (*report.findings, *(one.finding for one in report.accepted))
