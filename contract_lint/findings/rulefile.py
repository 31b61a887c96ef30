"""One rule file: its schema, its faults at their line, and the `Rule` it stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from contract_lint.findings.conditions import ALWAYS, check, parse
from contract_lint.findings.wording import FIELDS
from contract_lint.kinds import kinds
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
)


class Words(msgspec.Struct, forbid_unknown_fields=True):
    """The same words in each language."""

    nl: str
    en: str


class BasisEntry(msgspec.Struct, forbid_unknown_fields=True):
    """A legal basis; `checked` is the date it was compared with its source."""

    cite: str
    checked: str
    url: str = ""
    note: str = ""


class Applies(msgspec.Struct, forbid_unknown_fields=True):
    """For which profiles the rule speaks."""

    audience: list[Literal["consumer", "small-business", "business"]] = []
    sector: list[str] = []
    not_sector: list[str] = []
    concluded: list[Literal["online", "phone", "paper", "unknown"]] = []


class RewriteEntry(msgspec.Struct, forbid_unknown_fields=True):
    """What to write instead; see `model.Template`."""

    effect: Literal["wording", "rights", "advice"]
    of: str = ""
    to: Words | None = None
    sentence: Words | None = None
    insert: Words | None = None


class ExampleEntry(msgspec.Struct, forbid_unknown_fields=True):
    """Executed examples of one language."""

    unfair: list[str]
    fair: list[str]


class RuleFile(msgspec.Struct, forbid_unknown_fields=True):
    """A rule file as written."""

    title: Words
    family: str
    when: str
    severity: dict[str, Literal["error", "warning", "note"]]
    basis: list[BasisEntry]
    message: Words
    why: Words
    given: str | dict[str, str] = ""
    applies: Applies = msgspec.field(default_factory=Applies)
    rewrite: RewriteEntry | None = None
    examples: dict[Literal["nl", "en"], ExampleEntry] = {}
    example_profile: dict[Literal["audience", "sector", "concluded"], str] = {}


def read_rule(path: Path) -> RuleFile:
    """Read one file. Raises `Fault` at the line of what is wrong."""
    import yaml

    try:
        content = yaml.load(path.read_text("utf-8"), Loader=_loader())
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise Fault(f"not YAML: {error.problem}", str(path), line) from error
    try:
        return msgspec.convert(content, RuleFile)
    except msgspec.ValidationError as error:
        raise Fault(str(error), str(path), _line_of_fault(str(error), path)) from error


def _loader() -> type[Any]:
    """YAML 1.2's plain words: "no" and "on" are words, and a key given twice is a fault."""
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        yaml_implicit_resolvers: Mapping[str, Any] = {}

        def construct_mapping(self, node: Any, deep: bool = False) -> Any:  # noqa: ANN401
            keys = [key.value for key, _ in node.value]
            twice = next((key for key in keys if keys.count(key) > 1), None)
            if twice is not None:
                raise yaml.MarkedYAMLError(problem=f'"{twice}" is given twice', problem_mark=node.start_mark)
            return super().construct_mapping(node, deep)

    return Loader


def _line_of_fault(message: str, path: Path) -> int | None:
    """The line of the last key that the message names ("at `$.rewrite.effect`", "unknown field `x`")."""
    keys = re.findall(r"[a-z_]+", message.rsplit("$", 1)[-1]) if "$" in message else []
    keys += re.findall(r"unknown field `(\w+)`", message)
    lines = path.read_text("utf-8").splitlines()
    for key in reversed(keys):
        for number, line in enumerate(lines, 1):
            if re.match(rf"\s*-?\s*{key}\s*:", line):
                return number
    return 1


def rule_of(file: RuleFile, path: Path, conditions: tuple[Condition, ...] = ()) -> Rule:
    """The rule; conditions are parsed and checked unless they come compiled. Raises `Fault`."""
    given = {"": file.given} if isinstance(file.given, str) else dict(file.given)
    given = {name: kind for name, kind in given.items() if kind}
    if not conditions:
        conditions = _conditions(file, given, path)
    levels = [Severity[level.upper()] for level in _ordered(file).values()]
    return Rule(
        id=path.stem,
        ruleset=path.parent.name,
        family=file.family,
        title=_texts(file.title),
        given=given,
        when=conditions[0],
        applies=Gate(*(tuple(values) for values in msgspec.to_builtins(file.applies).values())),
        severity=tuple(zip(conditions[1:], levels, strict=True)),
        basis=tuple(Basis(entry.cite, entry.url, entry.checked) for entry in file.basis),
        message=_texts(file.message),
        why=_texts(file.why),
        rewrite=_template(file.rewrite),
        examples={name: Examples(tuple(e.unfair), tuple(e.fair)) for name, e in file.examples.items()},
        example_profile={str(trait): value for trait, value in file.example_profile.items()},
        source={"when": file.when, "severity": _severity_words(file)},
    )


def _ordered(file: RuleFile) -> dict[str, str]:
    """The severities with "default" last."""
    special: dict[str, str] = {when: level for when, level in file.severity.items() if when != "default"}
    return {**special, "default": file.severity.get("default", "warning")}


def _severity_words(file: RuleFile) -> str:
    return "; ".join(
        f"{level} ({when})" if when != "default" else level for when, level in _ordered(file).items()
    )


def _conditions(file: RuleFile, given: Mapping[str, str], path: Path) -> tuple[Condition, ...]:
    lines = path.read_text("utf-8").splitlines()

    def at(word: str) -> int | None:
        return next((number for number, line in enumerate(lines, 1) if line.strip().startswith(word)), None)

    for kind in given.values():
        if kind not in kinds():
            raise Fault(
                f'no fact kind "{kind}"; kinds are {", ".join(sorted(kinds()))}', str(path), at("given")
            )
    try:
        when = parse(file.when)
        check(when, given)
        severities = tuple(ALWAYS if text == "default" else parse(text) for text in _ordered(file))
    except Fault as fault:
        raise Fault(str(fault), str(path), at("when")) from fault
    _check_words(file, given, path)
    return (when, *severities)


def _check_words(file: RuleFile, given: Mapping[str, str], path: Path) -> None:
    """Every field named in the message, and the one the rewrite replaces, must exist."""
    known = {f"{name}.{field}".lstrip(".") for name, kind in given.items() for field in kinds()[kind].fields}
    texts = (file.message.nl, file.message.en)
    asked = {name for text in texts for found in FIELDS.finditer(text) for name in found[1].split(",")}
    if file.rewrite and file.rewrite.of:
        asked.add(file.rewrite.of)
    for name in sorted(asked - known):
        raise Fault(f'no given fact has a field "{name}"; fields are {", ".join(sorted(known))}', str(path))


def _texts(words: Words | None) -> dict[str, str]:
    return {"nl": words.nl.strip(), "en": words.en.strip()} if words else {}


def _template(entry: RewriteEntry | None) -> Template | None:
    if entry is None:
        return None
    return Template(
        Effect(entry.effect), entry.of, _texts(entry.to), _texts(entry.sentence), _texts(entry.insert)
    )
