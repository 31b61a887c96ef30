"""Where settings stand: the nearest file above a contract, and nothing beyond its repository."""

from __future__ import annotations

from pathlib import Path

OWN, SHARED = ".contract-lint.toml", "pyproject.toml"
NAMES = (OWN, SHARED)
TABLE = "[tool.contract-lint"


def nearest_file(contract: Path) -> Path | None:
    """The settings file that holds for a contract: the nearest one above it, up to the repository's top.

    In one folder our own file goes before `pyproject.toml`, which counts only with our table in it.
    """
    folder = contract.resolve().parent
    for place in (folder, *folder.parents):
        for name in NAMES:
            if _counts(place / name):
                return place / name
        if (place / ".git").exists():
            return None
    return None


def top(contract: Path) -> Path:
    """The folder of the settings that hold for a contract, else the top of its repository, else here."""
    found = nearest_file(contract)
    if found:
        return found.parent
    folders = (contract.resolve().parent, *contract.resolve().parents)
    return next((folder for folder in folders if (folder / ".git").exists()), Path())


def _counts(path: Path) -> bool:
    if path.name == OWN:
        return path.is_file()
    try:
        return TABLE in path.read_text("utf-8", "replace")
    except OSError:
        return False
