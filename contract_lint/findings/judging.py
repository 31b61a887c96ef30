"""Judging: every rule asked of every fact, grouped to one finding for each clause and rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice, product

from msgspec import Struct

from contract_lint.findings.conditions import Scene, holds
from contract_lint.findings.docket import AnyDocket, Docket, Revised
from contract_lint.findings.profile import GIVEN, home_law
from contract_lint.findings.wording import cited, told
from contract_lint.model import Contract, Evidence, Fact, Finding, Muted, Profile, Rule, Severity, Span
from contract_lint.sayings import fingerprint, numbered

CARVED = "not_for_consumers"  # the kind of fact that spares consumers a clause
_COMPARED = 60  # facts that each fact is held against in a rule about two: keeps long documents linear

_KEPT_BACK = {
    "nl": {
        "audience": "doelgroep is {}: geldt voor {}",
        "sector": "sector is {}: geldt voor {}",
        "concluded": "gesloten: {}: geldt voor {}",
        "jurisdiction": "recht: {}: geldt voor {}",
        "regime": "sector is {}: die heeft een eigen regeling",
        "since": "de wet geldt vanaf {}",
        "abroad": "partijen niet beide in Nederland (art. 6:247 lid 2 BW)",
        "be": "Belgisch",
        "yardstick": "het contract lijkt onder {} recht te vallen; de Nederlandse regel dient als maatstaf",
        "carved": "de bepaling zegt zelf dat zij niet voor consumenten geldt",
    },
    "en": {
        "audience": "audience is {}: for {}",
        "sector": "sector is {}: for {}",
        "concluded": "concluded: {}: for {}",
        "jurisdiction": "law: {}: for {}",
        "regime": "sector is {}: it has a regime of its own",
        "since": "the law is in force from {}",
        "abroad": "not both parties in the Netherlands (art. 6:247(2) BW)",
        "be": "Belgian",
        "yardstick": "the contract seems to be under {} law; the Dutch rule serves as a yardstick",
        "carved": "the clause itself says that it is not for consumers",
    },
}

Grounded = tuple[Finding, tuple[Fact, ...]]  # a finding with the facts it stands on, as its rule gives them
Verdicts = tuple[tuple[Grounded, ...], tuple[Muted, ...]]


class Bench(Struct, frozen=True):
    """What a case is judged on: the contract, its facts, its profile and the report's language."""

    contract: Contract
    docket: Docket
    profile: Profile
    language: str | None

    @property
    def spoken(self) -> str:
        """The language of what is said about the whole document."""
        return self.language or _language(self.contract, None)

    def scene(self, facts: Mapping[str, Fact]) -> Scene:
        """The scene of one case."""
        return Scene(facts, self.profile, self.docket)


def bench_of(
    contract: Contract, facts: Iterable[Fact], profile: Profile, report_language: str | None = None
) -> Bench:
    """The bench for a whole contract."""
    return Bench(contract, Docket.of(contract, facts), profile, report_language)


def judge(bench: Bench, rules: Iterable[Rule]) -> Verdicts:
    """The findings in reading order, those about something missing last, and what gates kept back."""
    found, muted = list[Grounded](), list[Muted]()
    for rule in rules:
        if rule.given and not bench.docket.facts(main_kind(rule)):
            continue
        reason = gate(rule, bench.profile, bench.spoken)
        if reason and rule.given and rule.applies.sector:
            continue  # a rule of another trade has nothing to say here, not even as muted
        for finding, facts in _findings(rule, bench):
            if reason:
                muted.append(Muted(finding.rule, reason, finding.evidence))
            else:
                found.append((finding, facts))
    found.sort(key=lambda grounded: _order(grounded[0]))
    findings = numbered(finding for finding, _ in found)
    return tuple(zip(findings, (facts for _, facts in found), strict=True)), tuple(muted)


Speaking = Mapping[str, Sequence[Rule]]  # the kind of the fact that a finding stands at -> the rules


def speaking(bench: Bench, rules: Iterable[Rule]) -> Speaking:
    """The rules about something said that no gate keeps back from this contract."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        if rule.given and not gate(rule, bench.profile, bench.spoken):
            found.setdefault(main_kind(rule), []).append(rule)
    return found


def raised(
    bench: Bench, rules: Speaking, clause: int, gone: Collection[Span], new: Sequence[Fact]
) -> Iterator[tuple[str, Fact]]:
    """What rules would find in some sentences of a clause written anew: their ids, each with the fact.

    `gone` are the sentences as they were, `new` the facts of what stands there instead.
    """
    docket = Revised(bench.docket, clause, gone, new)
    for fact in new:
        for rule in rules.get(fact.kind, ()):
            if any(holds(rule.when, scene) for scene in _cases(rule, (fact,), docket, bench.profile)):
                yield rule.id, fact


def gate(rule: Rule, profile: Profile, language: str) -> str:
    """Why a rule does not speak for this contract, in "nl" or "en"; empty when it does."""
    applies, sector = rule.applies, profile.sector.value
    asked = {
        "audience": (profile.audience.value, applies.audience),
        "sector": (sector, applies.sector),
        "concluded": (profile.concluded.value, applies.concluded),
        "jurisdiction": (profile.jurisdiction.value, applies.jurisdiction),
    }
    for trait, (value, wanted) in asked.items():
        if wanted and value not in wanted:
            return _KEPT_BACK[language][trait].format(value, ", ".join(wanted))
    if sector in applies.not_sector:
        return _KEPT_BACK[language]["regime"].format(sector)
    if applies.since and profile.date.reason == GIVEN and profile.date.value < applies.since:
        return _KEPT_BACK[language]["since"].format(applies.since)
    return _KEPT_BACK[language]["abroad"] if _is_abroad(rule, profile) else ""


def _is_abroad(rule: Rule, profile: Profile) -> bool:
    """Whether terms between businesses fall outside the law of the rule; a consumer takes it along."""
    home = home_law(rule.ruleset)
    return (
        bool(home)
        and profile.audience.value != "consumer"
        and profile.jurisdiction.value not in (home, "unknown")
    )


def _order(finding: Finding) -> tuple[bool, int, str]:
    return finding.evidence is None, finding.evidence.span.start if finding.evidence else 0, finding.rule


def _findings(rule: Rule, bench: Bench) -> Iterator[Grounded]:
    if not rule.given:
        scene = bench.scene({})
        if holds(rule.when, scene):
            yield _finding(rule, bench, scene, ()), ()
        return
    by_clause: dict[int, list[Scene]] = defaultdict(list)
    facts = bench.docket.facts(main_kind(rule))
    for scene in _cases(rule, facts, bench.docket, bench.profile):
        if holds(rule.when, scene):
            by_clause[_main(rule, scene).clause].append(scene)
    for scenes in by_clause.values():
        facts = tuple({id(fact): fact for fact in (_main(rule, scene) for scene in scenes)}.values())
        yield _finding(rule, bench, scenes[0], facts), tuple(scenes[0].facts.values())


def main_kind(rule: Rule) -> str:
    """The kind of the fact that a finding stands at, the first that is given; "" for something missing."""
    return next(iter(rule.given.values()), "")


def _main(rule: Rule, scene: Scene) -> Fact:
    """The fact that the finding stands at: the first that is given."""
    return scene.facts[next(iter(rule.given))]


def _cases(rule: Rule, facts: Iterable[Fact], docket: AnyDocket, profile: Profile) -> Iterator[Scene]:
    """The scenes that a rule is asked in: each of these facts, held against those of the other kinds."""
    _, *others = rule.given.values()
    compared = (islice(docket.facts(kind), _COMPARED) for kind in others)
    for given in product(facts, *compared):
        yield Scene(dict(zip(rule.given, given, strict=True)), profile, docket)


def _finding(rule: Rule, bench: Bench, scene: Scene, facts: Sequence[Fact]) -> Finding:
    evidence = tuple(Evidence(fact.span, fact.sentence) for fact in facts)
    clause = facts[0].clause if facts else None
    language = bench.language or _language(bench.contract, clause)
    severity = next(level for condition, level in rule.severity if holds(condition, scene))
    severity, lowered = _weight(rule, severity, bench, clause)
    words = {
        f"{name}.{field}".lstrip("."): values
        for name, fact in scene.facts.items()
        for field, values in fact.values.items()
    }
    return Finding(
        rule=rule.id,
        ruleset=rule.ruleset,
        family=rule.family,
        severity=severity,
        title=rule.title[language],
        message=told(rule.message[language], words, bench.contract.document, language),
        why=rule.why[language],
        basis=tuple(cited(basis, language) for basis in rule.basis),
        evidence=evidence[0] if evidence else None,
        clause=clause,
        fingerprint=fingerprint(rule.id, _words(bench.contract, evidence)),
        also=_distinct(evidence),
        lowered=lowered,
    )


def _weight(rule: Rule, severity: Severity, bench: Bench, clause: int | None) -> tuple[Severity, str]:
    """The severity here, and why it is lower than the rule says.

    The clause itself may say that it is not for consumers; and a Belgian contract is under another list.
    """
    words, profile = _KEPT_BACK[bench.spoken], bench.profile
    if severity is Severity.NOTE:
        return severity, ""
    if clause is not None and profile.audience.value == "consumer" and bench.docket.has(CARVED, clause):
        return Severity.NOTE, words["carved"]
    if severity is Severity.ERROR and home_law(rule.ruleset) == "nl" and profile.jurisdiction.value == "be":
        return Severity.WARNING, words["yardstick"].format(words["be"])
    return severity, ""


def _distinct(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The further places, one for each other sentence."""
    first_of = {place.sentence: place for place in reversed(evidence)}
    return tuple(place for place in evidence[1:] if first_of[place.sentence] is place)


def _language(contract: Contract, clause: int | None) -> str:
    """Dutch findings for a Dutch contract, English for every other."""
    spoken = contract.clauses[clause].language if clause is not None else contract.language
    return "nl" if "nl" in (spoken, contract.language) else "en"


def _words(contract: Contract, evidence: Sequence[Evidence]) -> str:
    """The sentence that a finding is known by; nothing for something missing."""
    return contract.document.quote(evidence[0].sentence) if evidence else ""
