"""Paths as they are told: as one writes them here, and saying nothing of this machine in reports."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from contract_lint.model import Report


def portable(reports: Sequence[Report]) -> list[Report]:
    """The reports with paths that say nothing of this machine.

    Below this folder a path is as one writes it here; of paths elsewhere the folders they share go.
    """
    here = Path.cwd()
    paths = {path for report in reports for path in _paths(report)}
    near = {path: Path(path).relative_to(here) for path in paths if Path(path).is_relative_to(here)}
    away = [path for path in paths if Path(path).is_absolute() and path not in near]
    shared = os.path.commonpath([Path(path).parent for path in away]) if _comparable(away) else None
    names = {path: near.get(path) or (_below(path, shared) if path in away else path) for path in paths}
    told = {path: Path(name).as_posix() for path, name in names.items()}
    return [_renamed(report, told) for report in reports]


def near(path: Path) -> str:
    """A path as one writes it here: below this folder without the folders above."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def _paths(report: Report) -> list[str]:
    return [report.path, *([report.compared.old.path] if report.compared else [])]


def _comparable(paths: Sequence[str]) -> bool:
    """Whether they lie on one drive, so that they share a folder."""
    return len({Path(path).anchor for path in paths}) == 1


def _below(path: str, shared: str | None) -> Path:
    return Path(path).relative_to(shared) if shared else Path(Path(path).name)


def _renamed(report: Report, names: dict[str, str]) -> Report:
    compared = report.compared
    if compared:
        compared = replace(compared, old=replace(compared.old, path=names[compared.old.path]))
    return replace(report, path=names[report.path], compared=compared)
