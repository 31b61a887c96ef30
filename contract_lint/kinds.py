"""The joint between grammars and rules: which facts exist and what fields they have."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from contract_lint.model import Fault
from contract_lint.shipped import shipped

GAP = 160  # characters of prose between two landmarks of one pattern, unless facts.toml says otherwise
FIELD_TYPES = ("duration", "money", "percentage", "term", "terms", "flag", "party")


@dataclass(frozen=True, slots=True)
class FactKind:
    """A kind of fact as `grammars/facts.toml` declares it: what it is about, and its typed fields."""

    name: str
    about: str
    fields: Mapping[str, str]
    gap: int = GAP


@cache
def kinds() -> Mapping[str, FactKind]:
    """The declared fact kinds by name. Raises `Fault` for an unknown type of field."""
    path = shipped("grammars") / "facts.toml"
    declared = tomllib.loads(path.read_text("utf-8"))
    for name, entry in declared.items():
        for field, type_name in entry.get("fields", {}).items():
            if type_name not in FIELD_TYPES:
                allowed = ", ".join(FIELD_TYPES)
                raise Fault(f'{name}.{field} is a "{type_name}"; types are {allowed}', str(path))
    return {
        name: FactKind(name, entry["about"], entry.get("fields", {}), entry.get("gap", GAP))
        for name, entry in declared.items()
    }
