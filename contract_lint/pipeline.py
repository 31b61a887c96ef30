"""The order of the rooms: a source goes in, the report on it comes out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from contract_lint.model import Contract, Fact, Report, Rule, Unread

READ_LANGUAGES = ("nl", "en")

# The rooms are imported where they are used: --help and --version must not wait for a parser or a reader.


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller tells about the contract and asks of the report; None is "find out yourself"."""

    audience: str | None = None
    sector: str | None = None
    concluded: str | None = None
    language: str | None = None
    report_language: str | None = None
    rulesets: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def lint(
    source: str | Path | bytes,
    options: Options = Options(),
    name: str | None = None,
    rules: tuple[Rule, ...] | None = None,
) -> Report:
    """Judge one document. Rules given by the caller are used as they are, to load them once for many."""
    from contract_lint.findings import infer_profile, judge

    rules = load(options) if rules is None else rules
    contract = divided(source, options, name)
    profile = infer_profile(contract, options.audience, options.sector, options.concluded)
    told, muted = judge(contract, extracted(contract), rules, profile, spoken(contract, options))
    return Report(contract.document.path, contract, profile, told, muted, _unread(contract))


def load(options: Options) -> tuple[Rule, ...]:
    """The rules that the options ask for."""
    from contract_lint.findings import load_rules

    return load_rules(options.rulesets, options.select, options.ignore)


def divided(source: str | Path | bytes, options: Options = Options(), name: str | None = None) -> Contract:
    """Read a document and divide it into clauses."""
    from contract_lint.clauses import divide
    from contract_lint.documents import read

    return divide(read(source, name), options.language)


def extracted(contract: Contract) -> tuple[Fact, ...]:
    """What the contract says."""
    from contract_lint.facts import find

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
