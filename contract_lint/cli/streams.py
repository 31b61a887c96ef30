"""Standard output and error: UTF-8, colour only where wanted, and a reader that may leave early."""

from __future__ import annotations

import io
import os
import shutil
import sys
from pathlib import Path
from typing import TextIO

from contract_lint.cli.language import say

WIDTH = 80


def prepare() -> None:
    """Write UTF-8 to files and pipes; a terminal keeps its own encoding, with ? for what it lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def colored(stream: TextIO) -> bool:
    """Whether to use colour: on a terminal, unless NO_COLOR; FORCE_COLOR asks for it anywhere."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width(stream: TextIO) -> int:
    """The width to wrap to: the terminal's within reason, else 80."""
    columns = shutil.get_terminal_size((WIDTH, 24)).columns if stream.isatty() else WIDTH
    return min(max(columns, 40), 120)


def together() -> bool:
    """Whether findings and notes are read in one place, so that a line between them helps."""
    try:
        return os.path.sameopenfile(sys.stdout.fileno(), sys.stderr.fileno())
    except (OSError, ValueError):
        return False


def write(text: str, stream: TextIO | None = None) -> None:
    """Write all of the text; a reader that has left (`| head`) is no fault."""
    stream = stream or sys.stdout
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # Python flushes once more at its end and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def tell(text: str, stream: TextIO | None = None) -> None:
    """Write a text of ours, in the user's language."""
    write(say(text), stream)


def progress(line: str) -> None:
    """Tell how far slow work has come."""
    tell(line + "\n", sys.stderr)


def save(text: str | bytes, path: Path) -> None:
    """Write a file whole or not at all: a reader never meets half a report."""
    content = text.encode("utf-8", "replace") if isinstance(text, str) else text
    if path.exists() and not path.is_file():  # a device or a pipe cannot be replaced
        path.write_bytes(content)
        return
    target = path.resolve()  # a link stays a link
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        draft.write_bytes(content)
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
