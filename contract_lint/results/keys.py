"""What makes a report what it is: the document, what was asked of it, and all that answered."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from contract_lint.model import Fault
from contract_lint.shipped import extended, fact_files, own_roots, own_rules, shipped
from contract_lint.version import __version__

_PACKAGE = Path(__file__).parents[1]
_LIBRARIES = ("lark", "lxml", "msgspec", "pdfminer", "pdfplumber", "pypdfium2", "yaml")
_PROGRAMS = ("soffice", "libreoffice")  # which convert old Word files


def key_of(document: Path, name: str, asked: str, own: tuple[str, ...], most: int) -> str | None:
    """The key of the report on a document of at most so many bytes; None where it can have none.

    `name` is what the document is called in reports, `asked` all that decides what is found in it, `own` are
    the paths of the user's own rules and grammars.
    """
    try:
        found = document.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > most:
            return None
        with document.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
        said = (content, name, asked, _edition(), _content_of(own))
    except (OSError, ValueError, Fault):
        return None  # reading it, or loading the rules, tells what is wrong
    return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _edition() -> str:
    """A digest of the state of our code, grammars and rules, and of the libraries that read and judge."""
    digest = hashlib.sha256(f"{__version__} {sys.version}".encode())
    for path, found in sorted(_states(), key=lambda state: state[0]):
        digest.update(f"{path} {found.st_size} {found.st_mtime_ns}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _states() -> Iterator[tuple[str, os.stat_result]]:
    for root in dict.fromkeys((_PACKAGE, shipped("grammars"), shipped("rulesets"))):
        yield from _below(str(root))
    libraries = (spec.origin for name in _LIBRARIES if (spec := find_spec(name)) and spec.origin)
    programs = (found for name in _PROGRAMS if (found := shutil.which(name)))
    yield from ((path, os.stat(path)) for path in (*libraries, *programs))  # noqa: PTH116 - hundreds of files


def _below(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _below(entry.path)
            else:
                yield entry.path, entry.stat()


@cache
def _content_of(own: tuple[str, ...]) -> str:
    """A digest of the user's own rules and grammars, with their names."""
    digest = hashlib.sha256()
    with extended(own):
        for path in _own_files():
            digest.update(f"{path} {path.stat().st_size}\n".encode("utf-8", "surrogatepass"))
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _own_files() -> Iterable[Path]:
    grammars = (
        path for root in own_roots() for path in sorted((root / "grammars").rglob("*")) if path.is_file()
    )
    return dict.fromkeys((*own_rules(), *fact_files(), *grammars))
