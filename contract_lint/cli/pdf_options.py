"""The options for PDFs that do not give their text by themselves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from msgspec.structs import replace

from contract_lint.cli import exits
from contract_lint.documents import STANDARD, Limits

Command = TypeVar("Command", bound=Callable[..., Any])

_OCR_SECONDS = 3600  # for one document


def about_pdf(command: Command) -> Command:
    """Add the options that open and recognise."""
    for option in (
        click.option(
            "--password-file",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Open encrypted PDFs with the password on the first line of FILE.",
        ),
        click.option("--ocr", is_flag=True, help="Recognise the text of scanned pages (needs tesseract)."),
    ):
        command = option(command)
    return command


def password_in(file: Path | None) -> str | None:
    """The password in a file: it never stands on a command line, where others can see it."""
    if file is None:
        return None
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except OSError as error:
        raise exits.Undone(f"--password-file {file.as_posix()}: {error.strerror}") from error
    except ValueError as error:
        raise exits.Undone(f"--password-file {file.as_posix()}: it is not UTF-8 text") from error
    if not lines or not lines[0]:
        raise exits.Undone(f"--password-file {file.as_posix()}: its first line holds no password")
    return lines[0]


def patient(limits: Limits) -> Limits:
    """The limits with time for OCR, which takes seconds a page, unless another time was given."""
    return replace(limits, seconds=_OCR_SECONDS) if limits.seconds == STANDARD.seconds else limits
