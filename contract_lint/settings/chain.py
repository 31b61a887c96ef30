"""A settings file with those it extends, and what they say of a contract."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import translate
from functools import cache
from pathlib import Path
from re import compile as compiled
from typing import Any

import msgspec
from msgspec import Struct

from contract_lint.model import Fault
from contract_lint.settings.file import Common, Settings
from contract_lint.settings.reading import line_of, read_settings

_PATHS = ("rules", "register")  # written relative to the file that says them
_ABOUT_THE_FILE = ("extend", "files", "match")
HELD = tuple(
    field.encode_name
    for field in msgspec.structs.fields(Settings)
    if field.encode_name not in _ABOUT_THE_FILE
)
Saying = tuple[str, Any, str]  # a setting, its value, and where it stands


class File(Struct, frozen=True):
    """A settings file that was read."""

    path: Path
    text: str
    settings: Settings

    def saying(self, contract: Path) -> Iterator[Saying]:
        """What it says of a contract, the more special after the more general."""
        yield from self._said(self.settings, ())
        for at, some in enumerate(self.settings.files or ()):
            if any(matches(contract, pattern, self.path.parent) for pattern in some.match):
                yield from self._said(some, ("files", at))

    def excludes(self, contract: Path) -> bool:
        """Whether a contract is to be passed over."""
        return any(matches(contract, pattern, self.path.parent) for pattern in self.settings.exclude or ())

    def _said(self, settings: Common, where: tuple[str | int, ...]) -> Iterator[Saying]:
        for name, value in msgspec.to_builtins(settings).items():
            if name not in _ABOUT_THE_FILE and value is not None:
                line = line_of(self.text, (*where, name))
                yield name, self._placed(name, value), f"{self.path}:{line}"

    def _placed(self, name: str, value: Any) -> Any:  # noqa: ANN401
        """Paths from where they were written."""
        if name not in _PATHS:
            return value
        if isinstance(value, list):
            return [str(self.path.parent / part) for part in value]
        return str(self.path.parent / value)


@cache
def chain(path: Path) -> tuple[File, ...]:
    """A settings file with those it extends, the farthest first."""
    files: list[File] = []
    while path not in [file.path for file in files]:
        settings = read_settings(path)
        files.append(File(path, path.read_text("utf-8"), settings))
        if settings.extend is None:
            return tuple(reversed(files))
        above = (path.parent / settings.extend).resolve()
        if not above.is_file():
            line = line_of(files[-1].text, ("extend",))
            raise Fault(f"there is no file {settings.extend} to extend", str(path), line)
        path = above
    raise Fault("this file extends itself", str(path))


def matches(contract: Path, pattern: str, folder: Path) -> bool:
    """Whether a path below a folder fits a pattern; `**/` is any folders or none, `*` may cross them too."""
    try:
        below = contract.resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return False
    ways = (pattern, pattern.replace("**/", ""), f"{pattern.rstrip('/')}/*")
    return any(compiled(translate(way)).match(below) for way in ways)
