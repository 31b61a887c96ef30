"""Which findings are accepted, in the register or in the document itself, and which acceptances are stale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from contract_lint.model import Acceptance, Accepted, Lapse, Report, Severity, Stale
from contract_lint.register.remarks import Asked, Names, heeded
from contract_lint.sayings import Before, filed, saying, sayings


class Ground(Struct, frozen=True):
    """What decides about a report beside its own remarks: the register, and the names that rules have."""

    register: Sequence[Acceptance]
    rules: Names = tuple  # called in doubt alone


class Decided(Struct, frozen=True):
    """The reports, with what is accepted set apart and what is stale told; and all entries that are stale."""

    reports: tuple[Report, ...]
    stale: tuple[Stale, ...]

    def entries(self, *why: Lapse) -> tuple[Acceptance, ...]:
        """The entries of registers that are stale for one of these reasons."""
        return tuple(one.acceptance for one in self.stale if one.why in why)


class _Register:
    """The entries of a register by what they say: those that hold, and those that are past their date."""

    def __init__(self, entries: Sequence[Acceptance], today: str) -> None:
        self.past = {entry for entry in entries if entry.until and entry.until < today}
        self.holding = filed(_said(entry for entry in entries if entry not in self.past))
        self.late = filed(_said(entry for entry in entries if entry in self.past))


class _Case(Struct):
    """A report while it is decided about: entries that accepted something, and that could not any more."""

    report: Report
    used: set[Acceptance] = field(default_factory=set)
    outgrown: set[Acceptance] = field(default_factory=set)
    late: set[Acceptance] = field(default_factory=set)


def decide(
    reports: Sequence[Report], grounds: Sequence[Ground], today: str, asked: Asked = lambda _rule: True
) -> Decided:
    """Set accepted findings apart; each report has its own ground. `today` is an ISO date.

    A finding is accepted while entries of the register said all that it says, sentence by sentence, as
    badly, wherever these stood. A remark in the document holds for its rule in the clause that it is about,
    or anywhere for something missing. An entry counts as unused when its document was read, no document
    says any of it any more, and the run was `asked` about its rule.
    """
    # Many documents share one register.
    entries_of = {id(ground.register): ground.register for ground in grounds}
    registers = {number: _Register(entries, today) for number, entries in entries_of.items()}
    cases = [
        _case(report, registers[id(ground.register)], *heeded(report, ground.rules, today, asked))
        for report, ground in zip(reports, grounds, strict=True)
    ]
    entries = dict.fromkeys(entry for entries in entries_of.values() for entry in entries)
    used = {entry for case in cases for entry in case.used}
    past = {entry for register in registers.values() for entry in register.past}
    told = tuple(_stale([entry for entry in entries if entry not in used], past, cases, asked))
    by_place: defaultdict[Path, list[Stale]] = defaultdict(list)
    for one in told:
        by_place[place_of(one.acceptance.path)].append(one)
    return Decided(tuple(_with_own(case, told, by_place) for case in cases), told)


def _case(
    report: Report, register: _Register, remarked: Mapping[str, Acceptance], stale: tuple[Stale, ...]
) -> _Case:
    """Hold every finding against the remarks in its document and against the register."""
    holding, late = Before(register.holding), Before(register.late)
    case, accepted, told = _Case(report), [], []
    for finding in report.findings:
        said = sayings(finding, report.contract) if register.holding or register.late else ()
        all_said, entries = holding.take(said, finding.severity)
        why = remarked.get(finding.fingerprint) or (entries[0] if all_said and entries else None)
        if why:
            accepted.append(Accepted(finding, why))
            case.used.update(entries)
        else:
            told.append(finding)
            case.outgrown.update(entries)
            case.late.update(late.take(said, finding.severity)[1])
    case.report = replace(report, findings=tuple(told), accepted=tuple(accepted), stale=stale)
    return case


def _said(entries: Iterable[Acceptance]) -> Iterator[tuple[str, Severity, Acceptance]]:
    """What entries accept, sentence by sentence."""
    for entry in entries:
        for words in (saying(entry.fingerprint), *entry.also):
            yield words, entry.severity or Severity.ERROR, entry


def _stale(
    unused: Sequence[Acceptance], past: set[Acceptance], cases: Sequence[_Case], asked: Asked
) -> Iterator[Stale]:
    """Why these entries accepted nothing; those that nobody looked for are left out."""
    outgrown = {entry for case in cases for entry in case.outgrown}
    read = {place_of(case.report.path) for case in cases if case.report.contract} if unused else ()
    for entry in unused:
        if entry in past:
            yield Stale(entry, Lapse.EXPIRED)
        elif entry in outgrown:
            yield Stale(entry, Lapse.OUTGROWN)
        elif place_of(entry.path) in read and asked(entry.rule):
            yield Stale(entry, Lapse.UNUSED)


def _with_own(case: _Case, stale: Iterable[Stale], by_place: Mapping[Path, Sequence[Stale]]) -> Report:
    """The report with the stale entries that are about its findings, or about this document."""
    here = by_place.get(place_of(case.report.path), ()) if by_place else ()
    own = [one for one in here if one.why is not Lapse.OUTGROWN]
    if about := case.outgrown | case.late:
        own += [one for one in stale if one.acceptance in about and one not in own]
    return replace(case.report, stale=(*case.report.stale, *own)) if own else case.report


def place_of(path: str) -> Path:
    """Where a document is, however its path is written."""
    return Path(path).resolve()
