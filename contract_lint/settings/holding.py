"""What holds for one contract, and where that was said."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from contract_lint.settings.places import nearest_file

if TYPE_CHECKING:
    from contract_lint.settings.chain import File

_TABLES = ("severity", "limits")  # said entry by entry
GIVEN = "the command line"
Given = Mapping[str, Any]


class Held(Struct, frozen=True):
    """A value that holds, and who said so: a file with its line, or the command line."""

    value: Any
    origin: str


class Holding(Struct, frozen=True):
    """All that holds for one contract, by the names of the settings; what nobody said is not in it."""

    values: Mapping[str, Held]
    file: Path | None = None
    excluded: bool = False  # passed over, unless it is asked for by its own name

    def get(self, name: str) -> Any:  # noqa: ANN401 - as the setting is
        """The value of a setting, None when nobody said it."""
        return self.values[name].value if name in self.values else None

    def origin(self, name: str) -> str:
        """Who said so."""
        return self.values[name].origin if name in self.values else "nobody: the default"


def held(
    contract: Path, given: Given | None = None, file: Path | None = None, isolated: bool = False
) -> Holding:
    """What holds for a contract: the command line, before the nearest settings file or the one given.

    Raises `Fault` for all that is wrong in the files.
    """
    found = None if isolated else file or nearest_file(contract)
    files = _files(found) if found else ()
    said = (saying for file in files for saying in file.saying(contract))
    values: dict[str, Held] = {}
    for name, value, origin in (*said, *((name, value, GIVEN) for name, value in (given or {}).items())):
        before = values[name].value if name in _TABLES and name in values else {}
        values[name] = Held({**before, **value} if name in _TABLES else value, origin)
    passing = [file.excludes(contract) for file in files if file.settings.exclude is not None]
    return Holding(values, found, bool(passing and passing[-1]))


def _files(found: Path) -> tuple[File, ...]:
    from contract_lint.settings.chain import chain  # which needs a parser and a schema

    return chain(found)
