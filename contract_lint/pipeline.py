"""The order of the rooms: a source goes in, the report on it comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from contract_lint.documents import ACCEPTED, STANDARD, Limits, Wanted
from contract_lint.model import Contract, Fact, Finding, Report, Rewrite, Rule, Unread, gather

if TYPE_CHECKING:
    from contract_lint.findings import Bench, Speaking

READ_LANGUAGES = ("nl", "en")

# The rooms are imported where they are used: --help and --version must not wait for a parser or a reader.


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller tells about the contract and asks of the report; None is "find out yourself"."""

    audience: str | None = None
    sector: str | None = None
    concluded: str | None = None
    jurisdiction: str | None = None
    date: str | None = None  # ISO: only law in force by then is asked
    language: str | None = None
    report_language: str | None = None
    rulesets: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    own_rules: tuple[str, ...] = ()  # paths of the user's own rules and grammars
    tracked: str = ACCEPTED  # or ORIGINAL: the text with all tracked changes accepted, or before them
    password: str | None = None  # of an encrypted PDF
    ocr: bool = False  # recognise the text of pages that are pictures
    limits: Limits = STANDARD
    severity: tuple[tuple[str, str], ...] = ()  # by rule or family: another severity than the rule's own
    # Hears how far slow reading has come, a line at a time; it changes nothing in the report.
    progress: Callable[[str], None] | None = field(default=None, compare=False, repr=False)


def lint(
    source: str | Path | bytes,
    options: Options = Options(),
    name: str | None = None,
    rules: tuple[Rule, ...] | None = None,
) -> Report:
    """Judge one document. Rules given by the caller are used as they are, to load them once for many."""
    from contract_lint.shipped import extended

    with extended(options.own_rules):
        return _linted(source, options, name, load(options) if rules is None else rules)


def _linted(
    source: str | Path | bytes, options: Options, name: str | None, rules: tuple[Rule, ...]
) -> Report:
    return judged(divided(source, options, name), options, rules)


def judged(contract: Contract, options: Options, rules: tuple[Rule, ...]) -> Report:
    """The report on a contract that was read and divided."""
    from contract_lint.findings import bench_of, infer_profile, judge, weighed

    language = spoken(contract, options)
    given = (options.audience, options.sector, options.concluded, options.jurisdiction, options.date)
    profile = infer_profile(contract, *given, language=language)
    bench = bench_of(contract, extracted(contract, options), profile, language)
    told, muted = judge(bench, rules)
    case = Case.of(bench, rules, (finding for finding, _ in told))
    rewritten = (case.rewritten(finding, facts) for finding, facts in told)
    findings = tuple(weighed(finding, options.severity, language) for finding in rewritten)
    return Report(contract.document.path, contract, profile, findings, muted, _unread(contract))


class Case(Struct, frozen=True):
    """What a rewrite is linted again with: all that the findings came from."""

    bench: Bench
    rules: Mapping[str, Rule]  # by id
    speaking: Speaking
    told: Mapping[int | None, frozenset[str]]  # the rules that found something, by clause

    @classmethod
    def of(cls, bench: Bench, rules: tuple[Rule, ...], told: Iterable[Finding]) -> Case:
        """The case of a whole contract."""
        from contract_lint.findings import speaking

        by_clause: dict[int | None, set[str]] = {}
        for finding in told:
            by_clause.setdefault(finding.clause, set()).add(finding.rule)
        found = {clause: frozenset(names) for clause, names in by_clause.items()}
        return cls(bench, {rule.id: rule for rule in rules}, speaking(bench, rules), found)

    def rewritten(self, finding: Finding, facts: tuple[Fact, ...]) -> Finding:
        """The finding, which stands on these facts, with its rewrite.

        The rewrite is verified by linting the sentences as they would read.
        """
        from contract_lint.rewrites import propose

        proposed = propose(self.bench.contract, finding, facts, self.rules[finding.rule])
        for rewrite in proposed:
            if self._clears(finding, rewrite):
                return replace(finding, rewrite=replace(rewrite, verified=True))
        return replace(finding, rewrite=proposed[-1]) if proposed else finding

    def _clears(self, finding: Finding, rewrite: Rewrite) -> bool:
        """Whether the new words clear the finding and raise no other in the clause."""
        from contract_lint.clauses import split
        from contract_lint.facts import find
        from contract_lint.findings import raised
        from contract_lint.rewrites import apply

        clause = finding.clause
        if clause is None or not rewrite.edits:
            return False
        applied = apply(self.bench.contract, clause, rewrite.edits, split)
        last = len(applied.contract.clauses) - 1
        facts = [replace(fact, clause=clause) for fact in find(applied.contract, (last,))]
        for found, fact in raised(self.bench, self.speaking, clause, applied.gone, facts):
            if found not in self.told[clause]:
                return False
            if found == finding.rule and any(fact.sentence.meets(new) for new in applied.new):
                return False
        return True


def load(options: Options) -> tuple[Rule, ...]:
    """The rules that the options ask for."""
    from contract_lint.findings import load_rules
    from contract_lint.shipped import extended

    with extended(options.own_rules):
        if options.own_rules:
            check_own()
        names = tuple(name for name, _ in options.severity)
        return load_rules(options.rulesets, options.select, options.ignore, named=names)


def check_own() -> None:
    """Raise `Fault` with all that is wrong in the user's own rules and in the grammars beside them."""
    from contract_lint.facts import check
    from contract_lint.findings import read_own_rules

    gather(check, read_own_rules)


def divided(source: str | Path | bytes, options: Options = Options(), name: str | None = None) -> Contract:
    """Read a document and divide it into clauses."""
    from contract_lint.clauses import divide
    from contract_lint.documents import read

    wanted = Wanted(options.tracked, options.password, options.ocr, options.limits, options.progress)
    return divide(read(source, name, wanted), options.language)


def extracted(contract: Contract, options: Options = Options()) -> tuple[Fact, ...]:
    """What the contract says."""
    from contract_lint.facts import find
    from contract_lint.shipped import extended

    with extended(options.own_rules):
        return find(contract)


def spoken(contract: Contract, options: Options) -> str:
    """The language to report in: as asked, else the contract's own, else English."""
    own = contract.language if contract.language in READ_LANGUAGES else "en"
    return options.report_language or own


def _unread(contract: Contract) -> tuple[Unread, ...]:
    """What was not read, with a contract in no language that we read: silence must not look like fairness."""
    if contract.language in READ_LANGUAGES:
        return contract.document.unread
    return (*contract.document.unread, Unread("document", "the text is neither Dutch nor English"))
