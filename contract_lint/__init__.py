"""contract-lint: finds the clauses that hold a customer in a stranglehold, and writes fair ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contract_lint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from os import PathLike
    from typing import TypedDict, Unpack

    from contract_lint.documents import Limits
    from contract_lint.model import Report

    class Asked(TypedDict, total=False):
        """What the caller may tell about the contract and ask of the report, as the command line does."""

        audience: str | None
        sector: str | None
        concluded: str | None
        jurisdiction: str | None
        date: str | None
        language: str | None
        report_language: str | None
        rulesets: Sequence[str]
        select: Sequence[str]
        ignore: Sequence[str]
        own_rules: Sequence[str]
        tracked: str
        password: str | None
        ocr: bool
        limits: Limits
        severity: Mapping[str, str]
        progress: Callable[[str], None] | None


__all__ = ["__version__", "lint"]


def lint(
    path_or_bytes: str | PathLike[str] | bytes, *, name: str | None = None, **asked: Unpack[Asked]
) -> Report:
    """Report on one document; raises `model.Unreadable` when it cannot be read at all.

    `own_rules` are paths of further rules and grammars, as `--rules` takes them; see AUTHORING.md.
    `tracked` is "accepted" or "original": a Word file with all its tracked changes, or before them.
    `severity` gives rules or families another one: {"liability": "note"}.
    `password` opens an encrypted PDF. `ocr` recognises the text of scanned pages, with tesseract,
    and `progress` hears a line for each.
    `limits` say how large a document may be, `documents.STANDARD` where none are given.
    `name` tells the format of bytes by its suffix and stands in the report as the path. A part that
    could not be read does not raise: look at `Report.unread` before taking silence for fairness.
    """
    from pathlib import Path

    from contract_lint.pipeline import Options
    from contract_lint.pipeline import lint as run

    listed = {key: tuple(value) for key, value in asked.items() if isinstance(value, (list, tuple))}
    severity = tuple(sorted(asked.get("severity", {}).items()))
    options = Options(**{**asked, **listed, "severity": severity})  # type: ignore[arg-type]
    return run(path_or_bytes if isinstance(path_or_bytes, bytes) else Path(path_or_bytes), options, name)
