"""The joint between grammars and rules: which facts exist, what fields they have, which terms there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from contract_lint.model import Fault, raise_together
from contract_lint.shipped import fact_files, grammar_folders, own, shipped

GAP = 160  # characters of prose between two landmarks of one pattern, unless facts.toml says otherwise
FIELD_TYPES = ("duration", "money", "percentage", "number", "term", "terms", "flag", "party")
_SETTINGS = ("about", "fields", "gap", "measured")
_TERMINAL = re.compile(r"^([A-Z][A-Z0-9_]*)(?:\.-?\d+)?\s*:", re.MULTILINE)


class FactKind(Struct, frozen=True):
    """A kind of fact as `facts.toml` declares it: what it is about, and its typed fields."""

    name: str
    about: str
    fields: Mapping[str, str]
    gap: int = GAP
    measured: bool = False  # counted by the program (see facts/measuring.py), not read by a grammar


def nearest(name: str, known: Iterable[str]) -> str:
    """What to say after an unknown name: the nearest known ones, and all that are allowed."""
    from difflib import get_close_matches  # only a fault needs it

    names = sorted(set(known))
    near, allowed = get_close_matches(name, names, 3, 0.6), ", ".join(names) or "none"
    return f"; did you mean {' or '.join(near)}? allowed: {allowed}" if near else f"; allowed: {allowed}"


def kinds() -> Mapping[str, FactKind]:
    """The declared fact kinds by name. Raises `Fault` for all that is wrong in the declarations."""
    return _kinds(own())


@cache
def _kinds(_own: tuple[Path, ...]) -> Mapping[str, FactKind]:
    known: dict[str, FactKind] = {}
    faults: list[Fault] = []
    for path in fact_files():
        for name, entry in _declared(path).items():
            said = list(_faults(name, entry, known.get(name)))
            faults += [Fault(message, str(path), _line(path, name, key)) for key, message in said]
            if not said:
                known[name] = _kind(name, entry, known.get(name))
    raise_together(faults)
    return known


def _declared(path: Path) -> dict[str, Any]:
    import tomllib  # not needed where nothing is read anew

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        raise Fault(f"not TOML: {error}", str(path), int(found[1]) if found else None) from error


def _faults(name: str, entry: Any, known: FactKind | None) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    """What is wrong in one declaration, with the setting it is wrong in."""
    if not isinstance(entry, dict):
        yield "", f'"{name}" stands outside any kind of fact; open one with [kind]'
        return
    for key in entry:
        if key not in _SETTINGS:
            yield key, f'[{name}] has no setting "{key}"{nearest(key, _SETTINGS)}'
    if "about" not in entry and known is None:
        yield "", f'[{name}] says nothing of what it is about: about = "..."'
    yield from (("fields", said) for said in _field_faults(name, entry.get("fields", {}), known))


def _field_faults(name: str, fields: Any, known: FactKind | None) -> Iterator[str]:  # noqa: ANN401
    if not isinstance(fields, dict):
        yield f'{name}.fields are names with their types: fields = {{ amount = "money" }}'
        return
    for field, type_name in fields.items():
        if type_name not in FIELD_TYPES:
            yield f'{name}.{field} is a "{type_name}"{nearest(str(type_name), FIELD_TYPES)}'
        elif known and known.fields.get(field, type_name) != type_name:
            yield f"{name}.{field} is a {known.fields[field]} already, no {type_name}"


def _kind(name: str, entry: Mapping[str, Any], known: FactKind | None) -> FactKind:
    """A new kind, or a known one with further fields."""
    if known is None:
        measured = bool(entry.get("measured", False))
        return FactKind(name, entry["about"], entry.get("fields", {}), entry.get("gap", GAP), measured)
    fields = {**known.fields, **entry.get("fields", {})}
    return replace(known, fields=fields, gap=entry.get("gap", known.gap))


def _line(path: Path, name: str, key: str = "") -> int | None:
    """The line that opens a kind, or the one of a setting below it."""
    wanted, found = rf"\s*\[?{re.escape(name)}\b", None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if re.match(wanted, line):
            if not key or found:
                return number
            wanted, found = rf"\s*{re.escape(key)}\b", number
    return found


def terms() -> frozenset[str]:
    """The names that a field of terms can hold: the concepts of every lexicon, in lower case."""
    return _terms(own())


@cache
def _terms(_own: tuple[Path, ...]) -> frozenset[str]:
    languages = [path.name for path in shipped("grammars").iterdir() if path.is_dir()]
    files = (
        file
        for language in languages
        for folder in grammar_folders(language)
        for file in (folder / "lexicon").glob("*.lark")
    )
    return frozenset(name.lower() for file in files for name in _TERMINAL.findall(file.read_text("utf-8")))
