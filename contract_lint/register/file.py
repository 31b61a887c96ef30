"""The register's file: sorted JSON, a line per fact, so that version control shows who accepted what."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from contract_lint.kinds import nearest
from contract_lint.model import NO_DATE, Acceptance, Fault, Severity, is_date, raise_together

NAME = "contract-lint-accepted.json"
VERSION = "1.1"  # 1.0 knew a finding by its first sentence, and not how bad it was
_KEYS = ("rule", "fingerprint", "also", "severity", "because", "by", "until", "path", "excerpt")
_MUST = ("rule", "fingerprint", "because")
_LEVELS = {str(level): level for level in Severity}


def read(path: Path) -> tuple[Acceptance, ...]:
    """The entries of a register; none when there is no file. Raises `Fault` for all that is wrong in it."""
    try:
        content = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, RecursionError) as error:
        raise Fault(f"cannot be read as a register: {error}", str(path)) from error
    if not isinstance(content, dict) or not isinstance(content.get("accepted"), list):
        raise Fault(f'a register is {{"schema_version": "{VERSION}", "accepted": [...]}}', str(path))
    version = content.get("schema_version", VERSION)
    if str(version).split(".")[0] != VERSION.split(".")[0]:
        told = f"is a register of schema_version {version}, and this contract-lint knows {VERSION}; update it"
        raise Fault(told, str(path))
    entries = content["accepted"]
    wrong = [(at, said) for at, entry in enumerate(entries, 1) for said in _wrong(entry)]
    raise_together(Fault(f"entry {at}: {said}", str(path)) for at, said in wrong)
    return tuple(_entry(row, path.parent) for row in entries)


def written(entries: Iterable[Acceptance], path: Path) -> str:
    """A register as it is written at `path`, sorted; documents below it are named from there."""
    rows = [_row(entry, path.parent) for entry in entries]
    rows.sort(key=lambda row: (row.get("path", ""), row["rule"], row["fingerprint"], row.get("also", ())))
    return json.dumps({"schema_version": VERSION, "accepted": rows}, ensure_ascii=False, indent=1) + "\n"


def _entry(row: dict[str, Any], folder: Path) -> Acceptance:
    also, severity = tuple(row.get("also", ())), _LEVELS.get(row.get("severity", ""))
    path = _from(Path.cwd(), folder / row["path"]) if row.get("path") else ""
    return Acceptance(**{**row, "also": also, "severity": severity, "path": path})


def _row(entry: Acceptance, folder: Path) -> dict[str, Any]:
    """What is told of an entry; what is empty is left out."""
    told = {key: getattr(entry, key) for key in _KEYS}
    told["severity"] = str(entry.severity) if entry.severity else ""
    told["path"] = _from(folder, Path(entry.path)) if entry.path else ""
    return {key: value for key, value in told.items() if value}


def _from(folder: Path, path: Path) -> str:
    """A path as one writes it in a folder; one that lies elsewhere stays whole."""
    there, place = folder.resolve(), path.parent.resolve() / path.name  # a link keeps its own name
    return (place.relative_to(there) if place.is_relative_to(there) else place).as_posix()


def _wrong(entry: Any) -> Iterator[str]:  # noqa: ANN401 - as JSON has it
    if not isinstance(entry, dict):
        yield "is no object"
        return
    yield from _wrong_keys(entry)
    yield from (f'"{key}" is missing' for key in _MUST if not str(entry.get(key, "")).strip())
    until, severity = str(entry.get("until", "")), str(entry.get("severity", ""))
    if until and not is_date(until):
        yield NO_DATE.format(until)
    if severity and severity not in _LEVELS:
        yield f'"severity" is "{severity}"{nearest(severity, _LEVELS)}'


def _wrong_keys(entry: dict[str, Any]) -> Iterator[str]:
    for key, value in entry.items():
        if key not in _KEYS:
            yield f'there is no "{key}"{nearest(key, _KEYS)}'
        elif key == "also" and not _are_words(value):
            yield '"also" should be a list of fingerprints'
        elif key != "also" and not isinstance(value, str):
            yield f'"{key}" should be words'


def _are_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
