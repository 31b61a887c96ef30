"""A YAML file and its shape: every place where it is not what its JSON Schema asks for, at its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from msgspec import Struct

from contract_lint.kinds import nearest
from contract_lint.model import Fault

_WRITTEN = {"string": "words", "array": "a list", "object": "settings (name: value)", "null": "nothing"}
Schema = Mapping[str, Any]
At = tuple[int, str]  # a line, and what is wrong there


class Sheet(Struct, frozen=True):
    """A YAML file as it was read: its content, and the nodes that know their lines."""

    path: Path
    content: Any
    root: Any

    def line(self, *keys: str) -> int:
        """The line of a setting, or of the nearest one that holds it."""
        node, line = self.root, 1
        for key in keys:
            found = next((pair for pair in _pairs(node) if pair[0].value == key), None)
            if found is None:
                break
            line, node = _line(found[0]), found[1]
        return line

    def fault(self, message: str, line: int) -> Fault:
        """What is wrong, with its place."""
        return Fault(message, str(self.path), line)


def read_sheet(path: Path) -> Sheet:
    """Read a YAML file. Raises `Fault` for one that is no YAML."""
    import yaml

    loader = _loader()(path.read_text("utf-8"))
    try:
        root = loader.get_single_node()
        return Sheet(path, loader.construct_document(root) if root else None, root)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise Fault(f"not YAML: {error.problem}", str(path), line) from error
    finally:
        loader.dispose()


def _loader() -> type[Any]:
    """YAML 1.2's plain words: "no" and "on" are words, and a key given twice is a fault."""
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        yaml_implicit_resolvers: Mapping[str, Any] = {}

        def construct_mapping(self, node: Any, deep: bool = False) -> Any:  # noqa: ANN401
            seen: set[str] = set()
            for key, _ in node.value:
                if key.value in seen:
                    raise yaml.MarkedYAMLError(
                        problem=f'"{key.value}" is given twice', problem_mark=key.start_mark
                    )
                seen.add(str(key.value))
            return super().construct_mapping(node, deep)

    return Loader


def misshapen(sheet: Sheet, schema: Schema) -> Iterator[At]:
    """All that is not as the schema asks, in the order of the file."""
    if sheet.root is None:
        yield 1, "the file is empty"
        return
    yield from sorted(_wrong(sheet.root, schema, schema["$defs"]))


def _wrong(node: Any, asked: Schema, known: Schema) -> Iterator[At]:  # noqa: ANN401 - a YAML node
    asked = _resolved(asked, known)
    if "anyOf" in asked:
        options = [_resolved(option, known) for option in asked["anyOf"]]
        asked = next((option for option in options if option.get("type") == _type(node)), options[0])
    if "enum" in asked:
        if node.id != "scalar" or node.value not in asked["enum"]:
            yield _line(node), f'"{_shown(node)}" cannot stand here{nearest(_shown(node), asked["enum"])}'
    elif asked.get("type") != _type(node):
        wanted = _WRITTEN[asked.get("type", "string")]
        yield _line(node), f"here should stand {wanted}, not {_WRITTEN[_type(node)]}"
    elif asked["type"] == "array":
        for item in node.value:
            yield from _wrong(item, asked["items"], known)
    elif asked["type"] == "object":
        yield from _wrong_settings(node, asked, known)


def _wrong_settings(node: Any, asked: Schema, known: Schema) -> Iterator[At]:  # noqa: ANN401
    settings, further = asked.get("properties", {}), asked.get("additionalProperties")
    names = asked.get("propertyNames", {}).get("enum") or (() if further else settings)
    for key, value in node.value:
        if names and key.value not in names:
            yield _line(key), f'there is no setting "{key.value}" here{nearest(str(key.value), names)}'
        else:
            yield from _wrong(value, settings.get(key.value) or further or {}, known)
    present = {str(key.value) for key, _ in node.value}
    for name in asked.get("required", ()):
        if name not in present and not get_close_matches(name, present - set(settings)):
            yield _line(node), f'"{name}" is missing here'


def _resolved(asked: Schema, known: Schema) -> Schema:
    if "$ref" in asked:
        found: Schema = known[asked["$ref"].rpartition("/")[2]]
        return found
    return asked


def _type(node: Any) -> str:  # noqa: ANN401
    if node.id == "scalar":
        return "null" if node.value in ("", "~", "null") and node.style is None else "string"
    return {"mapping": "object", "sequence": "array"}[node.id]


def _shown(node: Any) -> str:  # noqa: ANN401
    return str(node.value) if node.id == "scalar" else _WRITTEN[_type(node)]


def _pairs(node: Any) -> list[Any]:  # noqa: ANN401
    return list(node.value) if node is not None and node.id == "mapping" else []


def _line(node: Any) -> int:  # noqa: ANN401
    return int(node.start_mark.line) + 1
