"""What stands on the page: the totals, and a sheet for each contract."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from msgspec import Struct

from contract_lint.model import Report, Severity, Standing
from contract_lint.reports import words as short
from contract_lint.reports.entries import Entry, accepted, entries, gaps
from contract_lint.reports.html.margin import ACCEPTED, Note, note_of
from contract_lint.reports.html.passages import Group, groups
from contract_lint.reports.html.words import WORDS
from contract_lint.reports.muted import quoted
from contract_lint.reports.places import gap
from contract_lint.reports.printable import clean
from contract_lint.reports.stale import lines
from contract_lint.reports.view import View

LEVELS = tuple(sorted(Severity, reverse=True))
_APART = (Standing.REMOVED.value, ACCEPTED)  # told, but not counted among the findings
_GIVEN = "given"


class Assumption(Struct, frozen=True):
    """One thing that was told or assumed about a contract, with the reason."""

    name: str
    value: str
    reason: str


class Family(Struct, frozen=True):
    """How often a family was found, by severity."""

    id: str
    name: str
    counts: tuple[int, ...]  # in the order of `LEVELS`


class Sheet(Struct, frozen=True):
    """All about one contract."""

    id: str
    path: str
    language: str  # of its text, as HTML names it; empty when unknown
    assumptions: tuple[Assumption, ...]
    how: tuple[str, ...]  # it was read, where that is not as usual
    unread: tuple[tuple[str, str], ...]  # path, reason
    muted: tuple[tuple[str, str], ...]  # rule, the words and why it was kept back
    stale: tuple[str, ...]  # acceptances that accept nothing
    notes: tuple[Note, ...]
    groups: tuple[Group, ...]
    older: str  # the path of the older draft; empty where there is none

    @property
    def name(self) -> str:
        """The file's name without its folders."""
        return PurePosixPath(self.path).name

    @property
    def told(self) -> tuple[Note, ...]:
        """The notes on what the contract says or lacks now, and nobody accepted."""
        return tuple(note for note in self.notes if note.standing not in _APART)

    @property
    def removed(self) -> tuple[Note, ...]:
        """The notes on what only the older draft said."""
        return tuple(note for note in self.notes if note.standing == Standing.REMOVED.value)

    @property
    def missing(self) -> tuple[Note, ...]:
        """The notes that no passage holds: on what the contract does not say."""
        placed = {note.id for group in self.groups for note in group.notes}
        present = (note for note in self.notes if note.standing != Standing.REMOVED.value)
        return tuple(note for note in present if note.id not in placed)

    @property
    def counts(self) -> tuple[int, ...]:
        """Findings by severity, in the order of `LEVELS`."""
        return counted(self.told)

    @property
    def standings(self) -> dict[str, int]:
        """How many findings are new, kept and gone beside an older draft, and how many are accepted."""
        return by_standing(self.notes)

    @property
    def checked(self) -> tuple[str, ...]:
        """The first and the last day on which the law of these findings was compared."""
        days = sorted({basis.checked for note in self.notes for basis in note.law if basis.checked})
        return tuple(dict.fromkeys((days[0], days[-1]))) if days else ()

    @property
    def rulesets(self) -> tuple[str, ...]:
        """The sources of law that found something."""
        return tuple(sorted({note.finding.ruleset for note in self.notes}))


class Page(Struct, frozen=True):
    """The whole page."""

    language: str
    sheets: tuple[Sheet, ...]

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes on what the contracts say now."""
        return tuple(note for sheet in self.sheets for note in sheet.told)

    @property
    def counts(self) -> tuple[int, ...]:
        """Findings by severity, in the order of `LEVELS`."""
        return counted(self.notes)

    @property
    def unread(self) -> int:
        """How many contracts were not wholly read."""
        return sum(bool(sheet.unread) for sheet in self.sheets)

    @property
    def standings(self) -> dict[str, int]:
        """How many findings are new, kept and gone beside an older draft, and how many are accepted."""
        return by_standing([note for sheet in self.sheets for note in sheet.notes])

    @property
    def families(self) -> tuple[Family, ...]:
        """The families that something was found of, the worst and most frequent first."""
        return families(self.notes)


def counted(notes: Iterable[Note]) -> tuple[int, ...]:
    """Findings by severity, in the order of `LEVELS`."""
    found = Counter(note.severity for note in notes)
    return tuple(found[level] for level in LEVELS)


def by_standing(notes: Sequence[Note]) -> dict[str, int]:
    """How many findings are new, kept and gone beside an older draft, and how many are accepted."""
    told = [note.standing for note in notes]
    compared = any(standing.value in told for standing in Standing)
    counted = {standing.value: told.count(standing.value) for standing in Standing if compared}
    return {**counted, ACCEPTED: told.count(ACCEPTED)} if ACCEPTED in told else counted


def families(notes: Sequence[Note]) -> tuple[Family, ...]:
    """How often each family was found."""
    ids = {note.finding.family: note.family for note in notes}
    told = [
        Family(family, name, counted(note for note in notes if note.finding.family == family))
        for family, name in ids.items()
    ]
    return tuple(sorted(told, key=lambda family: (tuple(-count for count in family.counts), family.name)))


def page_of(reports: Sequence[Report], view: View) -> Page:
    """The page of these reports, in the language that was asked for, else in the one that they share."""
    common = short.common_words(reports, view.language)
    language = next(name for name, table in short.WORDS.items() if table is common)
    told = (_sheet(f"c{number}", report, language) for number, report in enumerate(reports, 1))
    return Page(language, tuple(told))


def _sheet(id: str, report: Report, language: str) -> Sheet:
    contract, table = report.contract, short.WORDS[language]
    notes = tuple(
        note_of(entry, id, number, language, table) for number, entry in enumerate(_in_order(report), 1)
    )
    now = [note for note in notes if note.standing != Standing.REMOVED.value]
    return Sheet(
        id=id,
        path=clean(report.path),
        language=contract.language if contract and contract.language in WORDS else "",
        assumptions=tuple(_assumptions(report, language)),
        how=tuple(short.told(note, table) for note in contract.document.notes) if contract else (),
        unread=tuple((clean(path), gap(unread, table)) for path, unread in gaps(report)),
        muted=tuple(_muted(report)),
        stale=tuple(lines(report, language)),
        notes=notes,
        groups=tuple(groups(contract, now)) if contract else (),
        older=clean(report.compared.old.path) if report.compared else "",
    )


def _in_order(report: Report) -> list[Entry]:
    """All findings as they stand in the text, those about something missing and those that are gone last."""
    told = [*entries(report), *accepted(report)]
    return sorted(told, key=lambda entry: (entry.standing is Standing.REMOVED, *_position(entry)))


def _position(entry: Entry) -> tuple[bool, int]:
    evidence = entry.finding.evidence
    return evidence is None, evidence.span.start if evidence else 0


def _assumptions(report: Report, language: str) -> Iterator[Assumption]:
    words, profile = short.WORDS[language], report.profile
    if report.contract is None or profile is None:
        return
    yield Assumption("language", words.get(report.contract.language) or words["no language"], "")
    for name, trait in profile.traits().items():
        value = words.get(trait.value, trait.value)
        reason = WORDS[language]["given"] if trait.reason == _GIVEN else trait.reason
        yield Assumption(name, value, clean(reason))


def _muted(report: Report) -> Iterator[tuple[str, str]]:
    if report.contract:
        for muted in report.muted:
            yield muted.rule, clean(quoted(muted.evidence, report.contract) + muted.reason)
