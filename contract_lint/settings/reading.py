"""One settings file: read, with everything wrong in it told at its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from contract_lint.kinds import nearest
from contract_lint.model import Fault, raise_together
from contract_lint.settings.file import Settings, schema
from contract_lint.settings.places import OWN

_WRITTEN = {
    "boolean": "true or false",
    "string": "words",
    "array": "a list",
    "object": "a table",
    "integer": "a whole number",
}
_TYPES: Mapping[type, str] = {str: "string", list: "array", dict: "object", int: "integer", bool: "boolean"}
Key = tuple[str | int, ...]
Schema = Mapping[str, Any]


def read_settings(path: Path) -> Settings:
    """Read one file. Raises `Fault` with all that is wrong in it, each at its line."""
    try:
        text = path.read_text("utf-8")
        content = tomllib.loads(text)
    except OSError as error:
        raise Fault(error.strerror or str(error), str(path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Fault(f"not TOML: {error}", str(path)) from error
    if path.name != OWN and "tool" in content:
        content = content["tool"].get("contract-lint", {})
    made = schema()
    wrong = list(_wrong(content, made, made["$defs"], ()))
    raise_together(Fault(message, str(path), line_of(text, key)) for key, message in wrong)
    return msgspec.convert(content, Settings)


def line_of(text: str, key: Key) -> int:
    """The line of a setting, or of the nearest table that holds it; a number is the n-th of such tables."""
    lines = text.splitlines()
    at = 0
    for part, following in zip(key, (*key[1:], None), strict=True):
        if isinstance(part, str):
            name = re.escape(part)
            written = re.compile(rf"""\s*(?:\[+(?:.*[.\s])?["']?{name}["']?\s*\]+|["']?{name}["']?\s*[=.])""")
            found = [n for n in range(at, len(lines)) if written.match(lines[n])]
            nth = following if isinstance(following, int) and len(found) > following else 0
            at = found[nth] if found else at
    return at + 1


def _wrong(value: Any, asked: Schema, known: Schema, key: Key) -> Iterator[tuple[Key, str]]:  # noqa: ANN401
    """All that is not as the schema asks, with the keys that lead to it."""
    asked = _resolved(asked, known)
    if "enum" in asked:
        allowed = [name for name in asked["enum"] if name is not None]
        if value not in allowed:
            yield key, f'"{value}" cannot stand here{nearest(str(value), allowed)}'
    elif asked["type"] != _TYPES.get(type(value)):
        shown = _WRITTEN.get(_TYPES.get(type(value), ""), f'"{value}"')
        yield key, f"here should stand {_WRITTEN[asked['type']]}, not {shown}"
    elif asked["type"] == "array":
        for at, item in enumerate(value):
            yield from _wrong(item, asked["items"], known, (*key, at))
    elif asked["type"] == "object":
        yield from _wrong_table(value, asked, known, key)


def _resolved(asked: Schema, known: Schema) -> Schema:
    """What is asked, behind a reference and beside "nothing"."""
    if "anyOf" in asked:
        asked = next(option for option in asked["anyOf"] if option.get("type") != "null")
    return known[asked["$ref"].rpartition("/")[2]] if "$ref" in asked else asked


def _wrong_table(
    value: Mapping[str, Any], asked: Schema, known: Schema, key: Key
) -> Iterator[tuple[Key, str]]:
    settings, further = asked.get("properties", {}), asked.get("additionalProperties") or {}
    for name, part in value.items():
        if name in settings or further:
            yield from _wrong(part, settings.get(name, further), known, (*key, name))
        else:
            yield (*key, name), f'there is no setting "{name}" here{nearest(name, settings)}'
    for name in asked.get("required", ()):
        if name not in value:
            yield key, f'"{name}" is missing here'
