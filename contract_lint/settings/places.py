"""Where settings stand: the nearest file above a contract, and nothing beyond its repository."""

from __future__ import annotations

from functools import cache
from pathlib import Path

OWN, SHARED = ".contract-lint.toml", "pyproject.toml"
NAMES = (OWN, SHARED)
TABLE = "[tool.contract-lint"


def nearest_file(contract: Path) -> Path | None:
    """The settings file that holds for a contract: the nearest one above it, up to the repository's top.

    In one folder our own file goes before `pyproject.toml`, which counts only with our table in it.
    """
    return _above(contract.resolve().parent)[0]


def top(contract: Path) -> Path:
    """The folder of the settings that hold for a contract, else the top of its repository, else here."""
    found, repository = _above(contract.resolve().parent)
    return found.parent if found else repository or Path()


@cache  # looked at once in the life of a process, as the files are
def _above(folder: Path) -> tuple[Path | None, Path | None]:
    """The settings file that holds in a folder, and the top of its repository."""
    found = None
    for place in (folder, *folder.parents):
        found = found or next((place / name for name in NAMES if _counts(place / name)), None)
        if (place / ".git").exists():
            return found, place
    return found, None


def _counts(path: Path) -> bool:
    if path.name == OWN:
        return path.is_file()
    try:
        return TABLE in path.read_text("utf-8", "replace")
    except OSError:
        return False
