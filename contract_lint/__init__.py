"""contract-lint: finds the clauses that hold a customer in a stranglehold, and writes fair ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contract_lint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from os import PathLike

    from contract_lint.documents import Limits
    from contract_lint.model import Report

__all__ = ["__version__", "lint"]


def lint(
    path_or_bytes: str | PathLike[str] | bytes,
    *,
    audience: str | None = None,
    sector: str | None = None,
    concluded: str | None = None,
    jurisdiction: str | None = None,
    date: str | None = None,
    language: str | None = None,
    report_language: str | None = None,
    rulesets: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    own_rules: Sequence[str] = (),
    tracked: str = "accepted",
    password: str | None = None,
    ocr: bool = False,
    limits: Limits | None = None,
    severity: Mapping[str, str] | None = None,
    progress: Callable[[str], None] | None = None,
    name: str | None = None,
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

    from contract_lint.documents import STANDARD
    from contract_lint.pipeline import Options
    from contract_lint.pipeline import lint as run

    options = Options(
        audience=audience,
        sector=sector,
        concluded=concluded,
        jurisdiction=jurisdiction,
        date=date,
        language=language,
        report_language=report_language,
        rulesets=tuple(rulesets),
        select=tuple(select),
        ignore=tuple(ignore),
        own_rules=tuple(own_rules),
        tracked=tracked,
        password=password,
        ocr=ocr,
        severity=tuple(sorted((severity or {}).items())),
        limits=limits or STANDARD,
        progress=progress,
    )
    return run(path_or_bytes if isinstance(path_or_bytes, bytes) else Path(path_or_bytes), options, name)
