"""The notes on a run: what was assumed, what was not read, what was kept back, and the totals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from contract_lint.model import Profile, Report, Severity, Standing, Trait
from contract_lint.reports import stale
from contract_lint.reports.entries import Entry, entries, gaps
from contract_lint.reports.printable import clean
from contract_lint.reports.words import common_words, told, words_for

GIVEN = "given"


def render(reports: Sequence[Report], language: str | None = None, otherwise: str = "en") -> str:
    """One line per note, what was not read last but one and the totals last, where they are seen.

    `otherwise` is the language for what no contract says one for: nothing was read, or they differ.
    """
    lines = [line for report in reports for line in (*_drafts(report, language), *_muted(report, language))]
    lines += [line for report in reports for line in stale.lines(report, language)]
    lines += [line for report in reports for line in _unread(report, language, otherwise)]
    return "".join(clean(line) + "\n" for line in (*lines, totals(reports, language, otherwise)))


def _drafts(report: Report, language: str | None) -> Iterator[str]:
    """What was assumed, also of the older draft that it is held against."""
    for draft in (report.compared.old, report) if report.compared else (report,):
        yield from (f"{draft.path}: {line}" for line in assumed(draft, language))


def assumed(report: Report, language: str | None) -> Iterator[str]:
    """What the contract was taken to be, and how it was read; nothing where it was not."""
    if report.contract is None or report.profile is None:
        return
    words = words_for(report, language)
    spoken = words.get(report.contract.language) or words["no language"]
    yield f"{spoken}; {_profile(report.profile, words)}"
    yield from (told(note, words) for note in report.contract.document.notes)


def _profile(profile: Profile, words: dict[str, str]) -> str:
    always = ("audience", "sector", "concluded")  # the law and the date are told where they are known
    known = [
        (name, trait)
        for name, trait in profile.traits().items()
        if name in always or trait.value != "unknown"
    ]
    return "; ".join(f"{words[name]}: {_trait(trait, words)}" for name, trait in known)


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


def _unread(report: Report, language: str | None, otherwise: str) -> Iterator[str]:
    words = words_for(report, language, otherwise)
    for path, unread in gaps(report):
        page = f" {words['page']}{unread.page}" if unread.page is not None else ""
        what = f" {told(unread.what, words)}:" if unread.what != "document" else ""
        yield f"{path}{page}: {words['unread']}:{what} {told(unread.reason, words)}"


def totals(reports: Sequence[Report], language: str | None, otherwise: str = "en") -> str:
    """How many findings there are, and what else there is to know about all documents together."""
    words = common_words(reports, language, otherwise)
    parts = [_found(reports, words)]
    for name, count in (
        ("unread", sum(any(gaps(report)) for report in reports)),
        ("muted", sum(len(report.muted) for report in reports)),
        ("accepted", sum(len(report.accepted) for report in reports)),
    ):
        parts += [f"{count} {words[name]}"] if count else []
    documents = words["document" if len(reports) == 1 else "documents"]
    return f"{len(reports)} {documents}: {'; '.join(parts)}"


def _found(reports: Sequence[Report], words: dict[str, str]) -> str:
    """The findings by severity; beside an older draft, by what became of them."""
    found = [entry for report in reports for entry in entries(report)]
    if not found:
        return words["nothing"]
    if not any(entry.standing for entry in found):
        return _counts(found)
    standings = {one: [entry for entry in found if entry.standing is one] for one in Standing}
    counted = [f"{len(those)} {words[one.value]}" for one, those in standings.items()]
    if new := standings[Standing.ADDED]:
        counted[0] += f" ({_counts(new)})"
    return "; ".join(counted)


def _counts(entries: Sequence[Entry]) -> str:
    """Errors, warnings and notes."""
    found = [entry.finding.severity for entry in entries]
    return ", ".join(_count(found.count(level), str(level)) for level in sorted(Severity, reverse=True))


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")
