"""Which documents the paths on the command line stand for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from msgspec import Struct

from contract_lint.cli.exits import Undone
from contract_lint.documents import SUFFIXES
from contract_lint.reports.regions import SIDECAR
from contract_lint.reports.view import MARK

STDIN = "<stdin>"  # as what has no name is called in reports


class Source(Struct, frozen=True):
    """A document to read: a file, or the bytes of standard input with the name to tell the format by."""

    name: str
    path: Path | None
    walked: bool = False  # found in a folder, not given by its own name

    @property
    def size(self) -> int:
        """How many bytes there are; 0 for standard input and for a file that is not there."""
        try:
            return self.path.stat().st_size if self.path else 0
        except (OSError, ValueError):
            return 0

    def content(self) -> Path | bytes:
        """What to give to the reader."""
        return self.path if self.path else sys.stdin.buffer.read()


def gather(paths: Sequence[str], stdin_name: str | None = None) -> tuple[Source, ...]:
    """Files as they were given, folders walked in sorted order, nothing twice."""
    found: dict[str, Source] = {}
    for given in paths:
        if given == "-":
            found.setdefault("-", Source(stdin_name or STDIN, None))
            continue
        path = Path(given)
        walked = path.is_dir()
        for file in _walk(path) if walked else (path,):
            found.setdefault(os.path.realpath(file), Source(file.as_posix(), file, walked))
    return tuple(found.values())


def _refuse(error: OSError) -> NoReturn:
    """Stop at a folder that cannot be listed: its documents would go unread unseen."""
    raise Undone(f"{error.filename}: {error.strerror}")


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            # "~$" opens the name of the lock file that Word leaves beside an open document.
            if not name.lower().endswith(SUFFIXES) or name.startswith((".", "~$")):
                continue
            if not _is_text_of_another(name, files) and not _is_report(Path(place, name)):
                yield Path(place, name)


def _is_text_of_another(name: str, files: Sequence[str]) -> bool:
    """Whether it is the text of a document beside it, as `extract` wrote it: "terms.docx.txt"."""
    document = name.removesuffix(SIDECAR)
    return document != name and document in files and document.lower().endswith(SUFFIXES)


def _is_report(file: Path) -> bool:
    """Whether we wrote it ourselves: a report quotes contracts, and is none."""
    if not file.name.lower().endswith((".html", ".md")):
        return False
    try:
        with file.open("rb") as content:
            return MARK.encode() in content.read(len(MARK) + 100)
    except OSError:
        return False  # reading it as a document tells what is wrong
