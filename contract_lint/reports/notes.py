"""The notes on a run: what was assumed, what was not read, what was kept back, and the totals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from contract_lint.model import Profile, Report, Severity, Trait
from contract_lint.reports.cells import clean
from contract_lint.reports.words import WORDS, words_for

GIVEN = "given"


def render(reports: Sequence[Report], language: str | None = None) -> str:
    """One line per note, what was not read last but one and the totals last, where they are seen."""
    told = [line for report in reports for line in (*_assumed(report, language), *_muted(report, language))]
    told += [line for report in reports for line in _unread(report, language)]
    return "".join(clean(line) + "\n" for line in (*told, _totals(reports, language)))


def _assumed(report: Report, language: str | None) -> Iterator[str]:
    if report.contract is None or report.profile is None:
        return
    words = words_for(report, language)
    spoken = words.get(report.contract.language) or words["no language"]
    yield f"{report.path}: {spoken}; {_profile(report.profile, words)}"
    yield from (f"{report.path}: {note}" for note in report.contract.document.notes)


def _profile(profile: Profile, words: dict[str, str]) -> str:
    traits = (("audience", profile.audience), ("sector", profile.sector), ("concluded", profile.concluded))
    return "; ".join(f"{words[name]}: {_trait(trait, words)}" for name, trait in traits)


def _trait(trait: Trait, words: dict[str, str]) -> str:
    value = words.get(trait.value, trait.value)
    if trait.reason == GIVEN or not trait.reason or trait.value == "unknown":
        return value
    return f"{value} ({trait.reason})"


def _muted(report: Report, language: str | None) -> Iterator[str]:
    words = words_for(report, language)
    kept_back: defaultdict[str, list[str]] = defaultdict(list)
    for muted in report.muted:
        kept_back[muted.reason].append(muted.rule)
    for reason, rules in kept_back.items():
        yield f"{report.path}: {words['muted']}: {', '.join(dict.fromkeys(rules))}: {reason}"


def _unread(report: Report, language: str | None) -> Iterator[str]:
    words = words_for(report, language)
    for unread in report.unread:
        page = f" {words['page']}{unread.page}" if unread.page is not None else ""
        what = f" {unread.what}:" if unread.what != "document" else ""
        yield f"{report.path}{page}: {words['unread']}:{what} {unread.reason}"


def _totals(reports: Sequence[Report], language: str | None) -> str:
    words = _common(reports, language)
    found = [finding.severity for report in reports for finding in report.findings]
    counts = ", ".join(_count(found.count(level), str(level)) for level in sorted(Severity, reverse=True))
    parts = [counts if found else words["nothing"]]
    for name, count in (
        ("unread", sum(bool(report.unread) for report in reports)),
        ("muted", sum(len(report.muted) for report in reports)),
    ):
        parts += [f"{count} {words[name]}"] if count else []
    documents = words["document" if len(reports) == 1 else "documents"]
    return f"{len(reports)} {documents}: {'; '.join(parts)}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")


def _common(reports: Sequence[Report], language: str | None) -> dict[str, str]:
    """The words that all reports share, English where they differ."""
    tables = [words_for(report, language) for report in reports if report.contract]
    if language or not tables:
        return words_for(None, language)
    return tables[0] if all(table is tables[0] for table in tables) else WORDS["en"]
