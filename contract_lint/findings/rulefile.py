"""One rule file: read, checked with every fault at its line, and made into the `Rule` it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from contract_lint.findings import checking
from contract_lint.findings.conditions import ALWAYS, parse
from contract_lint.findings.profile import sectors
from contract_lint.findings.ruleschema import Applies, RuleFile, Words, schema
from contract_lint.findings.shape import At, Schema, Sheet, misshapen, read_sheet
from contract_lint.findings.wording import FIELDS
from contract_lint.kinds import kinds, nearest
from contract_lint.model import (
    Basis,
    Condition,
    Effect,
    Examples,
    Fault,
    Gate,
    Rule,
    Severity,
    Template,
    raise_together,
)

_LANGUAGES = ("nl", "en")


def read_rule(path: Path) -> RuleFile:
    """Read one file. Raises `Fault` with all that is wrong in it, each at its line."""
    sheet = read_sheet(path)
    _raise(sheet, misshapen(sheet, _schema()))
    file = msgspec.convert(sheet.content, RuleFile)
    _raise(sheet, _meaningless(file, sheet))
    return file


@cache
def _schema() -> Schema:
    return schema()


def _raise(sheet: Sheet, wrong: Iterator[At]) -> None:
    raise_together(sheet.fault(message, line) for line, message in wrong)


def _meaningless(file: RuleFile, sheet: Sheet) -> Iterator[At]:
    """What has the right shape but names something that does not exist."""
    given = given_of(file)
    strange = [(name, message) for name, kind in given.items() for message in checking.of_kind(kind)]
    for name, message in strange:
        yield sheet.line("given", name), message
    if strange:
        return  # what is asked of an unknown fact cannot be checked
    yield from ((sheet.line("when"), message) for message in _condition_faults(file.when, given))
    for text in file.severity:
        if text != "default":
            yield from ((sheet.line("severity", text), said) for said in _condition_faults(text, given))
    yield from _words_faults(file, given, sheet)
    for setting in ("sector", "not_sector"):
        for name in getattr(file.applies, setting):
            if name not in sectors():
                yield sheet.line("applies", setting), f'no sector "{name}"{nearest(name, sectors())}'


def _condition_faults(text: str, given: Mapping[str, str]) -> list[str]:
    try:
        return list(checking.faults(parse(text), given))
    except Fault as fault:
        return [str(fault)]


def _words_faults(file: RuleFile, given: Mapping[str, str], sheet: Sheet) -> Iterator[At]:
    """Every field named in the message, and the one the rewrite replaces, must exist."""
    known = {f"{name}.{field}".lstrip(".") for name, kind in given.items() for field in kinds()[kind].fields}
    for language in _LANGUAGES:
        found = FIELDS.finditer(getattr(file.message, language))
        for name in sorted({name for field in found for name in field[1].split(",")} - known):
            said = f'the message names "{name}", which no given fact has{nearest(name, known)}'
            yield sheet.line("message", language), said
    if file.rewrite and file.rewrite.of and file.rewrite.of not in known:
        said = f'no given fact has a field "{file.rewrite.of}"{nearest(file.rewrite.of, known)}'
        yield sheet.line("rewrite", "of"), said
    if file.rewrite and file.rewrite.begins and not file.rewrite.sentence:
        yield (
            sheet.line("rewrite", "begins"),
            "where `to` does not fit, a `sentence` should replace the whole",
        )


def given_of(file: RuleFile) -> dict[str, str]:
    """The fact kinds that the rule is about, by the names its conditions use."""
    given = {"": file.given} if isinstance(file.given, str) else file.given
    return {name: kind for name, kind in given.items() if kind}


def rule_of(file: RuleFile, path: Path, conditions: tuple[Condition, ...] = ()) -> Rule:
    """The rule; conditions are parsed unless they come compiled."""
    severities = _ordered(file)
    if not conditions:
        texts = (file.when, *severities)
        conditions = tuple(ALWAYS if text == "default" else parse(text) for text in texts)
    levels = [Severity[level.upper()] for level in severities.values()]
    return Rule(
        id=path.stem,
        ruleset=path.parent.name,
        family=file.family,
        title=_texts(file.title),
        given=given_of(file),
        when=conditions[0],
        applies=_gate(file.applies),
        severity=tuple(zip(conditions[1:], levels, strict=True)),
        basis=tuple(Basis(entry.cite, entry.url, entry.checked, entry.note) for entry in file.basis),
        message=_texts(file.message),
        why=_texts(file.why),
        rewrite=_template(file),
        examples={name: Examples(tuple(e.unfair), tuple(e.fair)) for name, e in file.examples.items()},
        example_profile={str(trait): value for trait, value in file.example_profile.items()},
        source={"when": file.when, "severity": _severity_words(file)},
    )


def _gate(applies: Applies) -> Gate:
    told: dict[str, Any] = msgspec.to_builtins(applies)
    listed: dict[str, Any] = {name: tuple(value) for name, value in told.items() if isinstance(value, list)}
    return Gate(**listed, since=applies.since)


def _ordered(file: RuleFile) -> dict[str, str]:
    """The severities with "default" last."""
    special: dict[str, str] = {when: level for when, level in file.severity.items() if when != "default"}
    return {**special, "default": file.severity.get("default", "warning")}


def _severity_words(file: RuleFile) -> str:
    return "; ".join(
        f"{level} ({when})" if when != "default" else level for when, level in _ordered(file).items()
    )


def _texts(words: Words | None) -> dict[str, str]:
    return {"nl": words.nl.strip(), "en": words.en.strip()} if words else {}


def _template(file: RuleFile) -> Template | None:
    entry = file.rewrite
    if entry is None:
        return None
    texts = map(_texts, (entry.to, entry.begins, entry.sentence, entry.insert))
    return Template(Effect(entry.effect), entry.of, *texts)
