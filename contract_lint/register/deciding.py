"""Which findings are accepted, in the register or in the document itself, and which acceptances are stale."""

from __future__ import annotations

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
        self.late = filed(_said(self.past))


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
    registers = {id(ground.register): _Register(ground.register, today) for ground in grounds}
    cases = []
    for report, ground in zip(reports, grounds, strict=True):
        remarked, stale = heeded(report, ground.rules, today, asked)
        cases.append(_case(replace(report, stale=stale), remarked, registers[id(ground.register)]))
    entries = dict.fromkeys(entry for ground in _distinct(grounds) for entry in ground.register)
    past = {entry for register in registers.values() for entry in register.past}
    told = tuple(_stale(entries, past, cases, asked))
    places = [(one, _place(one.acceptance.path)) for one in told]
    return Decided(tuple(_with_own(case, places) for case in cases), told)


def _distinct(grounds: Iterable[Ground]) -> Iterable[Ground]:
    """One ground for each register: many documents share one."""
    return {id(ground.register): ground for ground in grounds}.values()


def _case(report: Report, remarked: Mapping[str, Acceptance], register: _Register) -> _Case:
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
    case.report = replace(report, findings=tuple(told), accepted=tuple(accepted))
    return case


def _said(entries: Iterable[Acceptance]) -> Iterator[tuple[str, Severity, Acceptance]]:
    """What entries accept, sentence by sentence."""
    for entry in entries:
        for words in (saying(entry.fingerprint), *entry.also):
            yield words, entry.severity or Severity.ERROR, entry


def _stale(
    entries: Iterable[Acceptance], past: set[Acceptance], cases: Sequence[_Case], asked: Asked
) -> Iterator[Stale]:
    """The entries that accept nothing, or not all that is found."""
    used = {entry for case in cases for entry in case.used}
    outgrown = {entry for case in cases for entry in case.outgrown}
    read = {_place(case.report.path) for case in cases if case.report.contract}
    for entry in entries:
        if entry in past:
            yield Stale(entry, Lapse.EXPIRED)
        elif entry in used:
            continue
        elif entry in outgrown:
            yield Stale(entry, Lapse.OUTGROWN)
        elif _place(entry.path) in read and asked(entry.rule):
            yield Stale(entry, Lapse.UNUSED)


def _with_own(case: _Case, stale: Iterable[tuple[Stale, Path]]) -> Report:
    """The report with the stale entries that are about its findings, or about this document."""
    path = _place(case.report.path)
    own = [
        one
        for one, place in stale
        if one.acceptance in case.outgrown
        or one.acceptance in case.late
        or (place == path and one.why is not Lapse.OUTGROWN)
    ]
    return replace(case.report, stale=(*case.report.stale, *own)) if own else case.report


def _place(path: str) -> Path:
    return Path(path).resolve()
