"""`contract-lint doctor`: which optional parts are there, and where things are kept."""

from __future__ import annotations

import platform
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click

from contract_lint.cli import streams
from contract_lint.cli.language import own, say
from contract_lint.version import __version__

_OCR = "install tesseract-ocr, with tesseract-ocr-nld and tesseract-ocr-eng"
_OFFICE = "install LibreOffice (libreoffice-writer)"
_LANGUAGES = ("nld", "eng")
_SPOKEN = {
    "nl": "Dutch; by the locale, or CONTRACT_LINT_LANGUAGE",
    "en": "English; by the locale, or CONTRACT_LINT_LANGUAGE",
}
_PATIENCE = 20  # seconds that a program gets to say what it is


@click.command
def command() -> None:
    """Tell what this installation can do, what is missing for the rest, and where it keeps things.

    \b
    Example:
      contract-lint doctor
    """
    from contract_lint.settings import nearest_file
    from contract_lint.shipped import cached, shipped

    settings = nearest_file(Path("contract"))
    rows = (
        ("contract-lint", f"{__version__}, Python {platform.python_version()}, {platform.system()}"),
        ("reads", "PDF, Word (.docx, .docm), HTML, Markdown, text; Dutch and English"),
        ("speaks", _SPOKEN[own()]),
        ("scans (--ocr)", _scans()),
        ("old Word, ODT, RTF", _found("soffice", "libreoffice") or f"not available: {_OFFICE}"),
        ("settings here", str(settings) if settings else "none: `contract-lint init` writes some"),
        ("cache", str(cached("").parent / "contract-lint")),
        ("rules", str(shipped("rulesets"))),
        ("grammars", str(shipped("grammars"))),
    )
    spoken = [(say(name), say(told)) for name, told in rows]
    width = max(len(name) for name, _ in spoken) + 2
    streams.write("".join(f"{name:{width}}{told}\n" for name, told in spoken))


def _scans() -> str:
    """Whether scanned pages can be read, in both languages."""
    found = _found("tesseract")
    if not found:
        return f"not available: {_OCR}"
    missing = [language for language in _LANGUAGES if language not in set(_said(found, "--list-langs"))]
    if missing:
        return f"{found}, but without {', '.join(missing)}: {_OCR}"
    return f"{found} ({', '.join(_LANGUAGES)})"


def _found(*programs: str) -> str:
    return next((path for program in programs if (path := shutil.which(program))), "")


def _said(program: str, question: str) -> Iterator[str]:
    """The lines that a program answers with; none when it does not answer."""
    try:
        done = subprocess.run([program, question], capture_output=True, text=True, timeout=_PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return
    yield from (line.strip() for line in done.stdout.splitlines())
