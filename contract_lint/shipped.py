"""Where our own data lie: grammars and rulesets, and what was compiled from them."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """The folder "grammars" or "rulesets": inside an installed package, or at the top of a checkout."""
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def cached(name: str) -> Path:
    """Where to keep something compiled: a folder that only this user writes to."""
    base = os.environ.get("CONTRACT_LINT_CACHE") or os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "contract-lint" / name


def store(path: Path, content: bytes) -> None:
    """Write beside and rename, so that two runs never read half a file; no cache is no fault."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("wb", dir=path.parent, delete=False) as file:
            file.write(content)
        Path(file.name).replace(path)
    except OSError:
        return
