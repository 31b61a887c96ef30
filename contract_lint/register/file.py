"""The register's file: sorted JSON, a line per fact, so that version control shows who accepted what."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from contract_lint.kinds import nearest
from contract_lint.model import Acceptance, Fault, raise_together

NAME = "contract-lint-accepted.json"
VERSION = "1.0"
_KEYS = tuple(field.name for field in fields(Acceptance))
_MUST = ("rule", "fingerprint", "because")
_DATE = re.compile(r"\d{4}-[01]\d-[0-3]\d")


def read(path: Path) -> tuple[Acceptance, ...]:
    """The entries of a register; none when there is no file. Raises `Fault` for all that is wrong in it."""
    try:
        content = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise Fault(f"cannot be read as a register: {error}", str(path)) from error
    if not isinstance(content, dict) or not isinstance(content.get("accepted"), list):
        raise Fault('a register is {"schema_version": "1.0", "accepted": [...]}', str(path))
    entries = content["accepted"]
    wrong = [(at, said) for at, entry in enumerate(entries, 1) for said in _wrong(entry)]
    raise_together(Fault(f"entry {at}: {said}", str(path)) for at, said in wrong)
    return tuple(Acceptance(**entry) for entry in entries)


def write(path: Path, entries: Iterable[Acceptance]) -> None:
    """Write a register, sorted, whole or not at all."""
    ordered = sorted(entries, key=lambda entry: (entry.path, entry.rule, entry.fingerprint))
    rows = [{key: value for key, value in asdict(entry).items() if value} for entry in ordered]
    text = json.dumps({"schema_version": VERSION, "accepted": rows}, ensure_ascii=False, indent=1) + "\n"
    draft = path.with_name(f".{path.name}.draft")
    try:
        draft.write_text(text, "utf-8")
        draft.replace(path)
    except OSError as error:
        raise Fault(error.strerror or str(error), str(path)) from error
    finally:
        draft.unlink(missing_ok=True)


def is_date(text: str) -> bool:
    """Whether this is a date as a register writes it, like 2026-01-31."""
    return bool(_DATE.fullmatch(text))


def _wrong(entry: Any) -> Iterator[str]:  # noqa: ANN401 - as JSON has it
    if not isinstance(entry, dict):
        yield "is no object"
        return
    for key, value in entry.items():
        if key not in _KEYS:
            yield f'there is no "{key}"{nearest(key, _KEYS)}'
        elif not isinstance(value, str):
            yield f'"{key}" should be words'
    for key in _MUST:
        if not str(entry.get(key, "")).strip():
            yield f'"{key}" is missing'
    if entry.get("until") and not is_date(str(entry["until"])):
        yield f'"{entry["until"]}" is no date; write it as 2026-01-31'
