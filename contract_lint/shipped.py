"""Where grammars and rules lie, our own and the user's, and what was compiled from them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

from contract_lint.model import Fault

_PACKAGE = Path(__file__).parent
_RULE_FILES = ("*.yaml", "*.yml")
_own: ContextVar[tuple[Path, ...]] = ContextVar("own", default=())


def shipped(name: str) -> Path:
    """The folder "grammars" or "rulesets": inside an installed package, or at the top of a checkout."""
    installed = _PACKAGE / "_data" / name
    return (installed if installed.is_dir() else _PACKAGE.parent / name).resolve()


@contextmanager
def extended(paths: Iterable[str | Path]) -> Iterator[None]:
    """Inside, the user's rules and grammars at these paths stand beside ours.

    A path is a rule file, or a folder with rule files or with `rulesets/<set>/`, and perhaps with
    `grammars/`. Files are read once in the life of a process. Raises `Fault` for a path that has neither.
    """
    places = tuple(Path(path).resolve() for path in paths)
    for path in places:
        if not path.exists():
            raise Fault("there is no such file or folder", str(path))
        if not _rules_at(path) and not (root_of(path) / "grammars").is_dir():
            raise Fault("no rule files (*.yaml, rulesets/<set>/*.yaml) and no grammars/ here", str(path))
    token = _own.set(tuple(dict.fromkeys((*_own.get(), *places))))
    try:
        yield
    finally:
        _own.reset(token)


def root_of(path: Path) -> Path:
    """The folder with `rulesets/` and `grammars/` that a rule file, a ruleset or a folder belongs to."""
    folder = path if path.is_dir() else path.parent
    if folder.parent.name == "rulesets":
        return folder.parent.parent
    return folder.parent if folder.name == "rulesets" else folder


def own() -> tuple[Path, ...]:
    """The user's own paths as they hold now: what is compiled from files is kept by these."""
    return _own.get()


def own_roots() -> tuple[Path, ...]:
    """The folders of the user's own grammars, in the order they were given."""
    return tuple(dict.fromkeys(root_of(path) for path in _own.get()))


def own_rules() -> tuple[Path, ...]:
    """The user's own rule files."""
    return tuple(dict.fromkeys(file for path in _own.get() for file in _rules_at(path)))


def rule_files() -> tuple[Path, ...]:
    """Our own rule files, in the order of their names."""
    return tuple(sorted(shipped("rulesets").glob("*/*.yaml"), key=lambda path: path.stem))


def rule_names() -> frozenset[str]:
    """What all rules are called, ours and the user's: each as its file."""
    return frozenset(path.stem for path in (*rule_files(), *own_rules()))


def _rules_at(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    places = [path, *sorted((path / "rulesets").glob("*/"))]
    places += sorted(path.glob("*/")) if path.name == "rulesets" else []
    return [file for place in places for suffix in _RULE_FILES for file in sorted(place.glob(suffix))]


def grammar_folders(language: str) -> tuple[Path, ...]:
    """The folders with grammars of a language: ours, then the user's."""
    theirs = (root / "grammars" / language for root in own_roots())
    return tuple(dict.fromkeys((shipped("grammars") / language, *filter(Path.is_dir, theirs))))


def fact_files() -> tuple[Path, ...]:
    """The files that declare fact kinds: ours, then the user's."""
    theirs = (place / "facts.toml" for root in own_roots() for place in (root, root / "grammars"))
    return tuple(dict.fromkeys((shipped("grammars") / "facts.toml", *filter(Path.is_file, theirs))))


def kept(name: str) -> bytes:
    """What was compiled under this name: when the package was built, or on an earlier run.

    Raises `OSError` where neither has it.
    """
    built = _PACKAGE / "_data" / "compiled" / name
    return (built if built.is_file() else cached(name)).read_bytes()


def cached(name: str) -> Path:
    """Where to keep something compiled: a folder that only this user writes to."""
    base = os.environ.get("CONTRACT_LINT_CACHE") or os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "contract-lint" / name


def store(path: Path, content: bytes) -> None:
    """Write beside and rename, so that two runs never read half a file; no cache is no fault."""
    import tempfile  # not needed where nothing is new

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("wb", dir=path.parent, delete=False) as file:
            file.write(content)
        Path(file.name).replace(path)
    except OSError:
        with suppress(NameError, OSError):  # a full disk gets its room back
            Path(file.name).unlink()
