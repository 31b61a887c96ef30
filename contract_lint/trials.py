"""The examples of the user's own rules, executed, with what helps their author where one goes wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from contract_lint.model import Contract, Finding, Report, Rule, Span, Term, Trial
from contract_lint.pipeline import Options, check_own, extracted, lint
from contract_lint.shipped import extended

_MARKED = re.compile(r"\[\[((?:(?!\[\[).)*?)\]\]", re.DOTALL)


def run(paths: Sequence[str | Path]) -> tuple[tuple[Rule, ...], tuple[Trial, ...]]:
    """The rules at these paths, and their examples executed with the grammars beside them.

    Raises `Fault` with everything wrong in rules and grammars.
    """
    from contract_lint.findings import read_own_rules

    with extended(paths):
        check_own()
        rules = read_own_rules()
        return rules, tuple(trial for rule in rules for trial in _trials(rule))


def _trials(rule: Rule) -> Iterator[Trial]:
    for language, examples in rule.examples.items():
        for unfair, texts in ((True, examples.unfair), (False, examples.fair)):
            for number, text in enumerate(texts, 1):
                yield _trial(rule, language, unfair, number, text)


def _trial(rule: Rule, language: str, unfair: bool, number: int, written: str) -> Trial:
    text, marks = unmarked(written)
    told = rule.example_profile
    options = Options(
        audience=told.get("audience", "consumer"),
        sector=told.get("sector"),
        concluded=told.get("concluded"),
        jurisdiction=told.get("jurisdiction"),
        date=told.get("date"),
        language=language,
        report_language=language,
    )
    report = lint(text.encode(), options, f"{rule.id}.txt", (rule,))
    assert report.contract is not None
    failure, reason = _failure(unfair, report, marks)
    plain = Trial(rule, language, unfair, number, report.contract, report.findings, failure, reason)
    return _explained(plain, options) if failure else plain


def unmarked(written: str) -> tuple[str, list[Span]]:
    """An example without its [[ ]], and where the words stood that they marked."""
    text, at, marks = "", 0, list[Span]()
    for mark in _MARKED.finditer(written):
        text += written[at : mark.start()]
        marks.append(Span(len(text), len(text) + len(mark[1])))
        text += mark[1]
        at = mark.end()
    return text + written[at:], marks


def _failure(unfair: bool, report: Report, marks: Sequence[Span]) -> tuple[str, str]:
    if not unfair:
        return ("found", "") if report.findings else ("", "")
    if not report.findings:
        return ("kept back", report.muted[0].reason) if report.muted else ("not found", "")
    places = [place for finding in report.findings for place in _places(finding)]
    return (
        ("", "") if all(any(place.holds(mark) for place in places) for mark in marks) else ("elsewhere", "")
    )


def _places(finding: Finding) -> Iterator[Span]:
    for place in (finding.evidence, *finding.also):
        if place:
            yield place.span


def _explained(trial: Trial, options: Options) -> Trial:
    """The trial with what was seen in its text, and how far the patterns of its facts got."""
    from contract_lint.facts import trails
    from contract_lint.findings import bench_of, infer_profile, unmet

    contract, kinds = trial.contract, tuple(trial.rule.given.values())
    facts = extracted(contract, options)
    traits = (options.audience, options.sector, options.concluded, options.jurisdiction, options.date)
    bench = bench_of(contract, facts, infer_profile(contract, *traits), trial.language)
    missing = trial.failure == "not found"
    return replace(
        trial,
        landmarks=_landmarks(contract),
        facts=facts,
        trails=tuple(trails(contract, kinds)) if missing else (),
        unmet=unmet(trial.rule, bench) if missing else (),
    )


def _landmarks(contract: Contract) -> tuple[Term, ...]:
    from contract_lint.facts import landmarks

    return tuple(
        Term(found.name, found.span)
        for clause in range(len(contract.clauses))
        for found in landmarks(contract, clause)
    )
