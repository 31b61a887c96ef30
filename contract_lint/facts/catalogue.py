"""The grammars of a language, compiled once and kept in the user's own cache."""

from __future__ import annotations

import hashlib
import io
import json
import pickle
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import lark
from lark import Lark
from lark.exceptions import GrammarError, LarkError, UnexpectedInput

from contract_lint.facts.lexicon import Lexicon, Terminal, filing
from contract_lint.facts.patterns import Pattern, compile_pattern, fields_of
from contract_lint.facts.windows import ABOVE, BEFORE
from contract_lint.kinds import kinds
from contract_lint.model import Fault
from contract_lint.shipped import cached, shipped, store

_NAME = re.compile(r"\b[A-Z][A-Z0-9_]*\b")
_COMMENT = re.compile(r"//.*")
Compiled = tuple[Lexicon, dict[str, Lark]]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that is known of one language."""

    lexicon: Lexicon
    patterns: tuple[Pattern, ...]
    words: Mapping[str, Any]
    anchored: Mapping[str, tuple[int, ...]]  # landmark -> the patterns that it can anchor

    def possible(self, names: frozenset[str]) -> Iterator[Pattern]:
        """The patterns that a sentence with these landmarks can match, in their order."""
        indexes = {index for name in names for index in self.anchored.get(name, ())}
        return (self.patterns[index] for index in sorted(indexes) if self.patterns[index].possible(names))


@cache
def catalogue(language: str) -> Catalogue:
    """The compiled grammars of a language. Raises `Fault` for what is wrong in a grammar."""
    folder = shipped("grammars") / language
    lexicon, grammars = _compiled(folder)
    order = [kinds()[name] for name in sorted(grammars)]
    patterns = tuple(Pattern(kind.name, grammars[kind.name], kind.gap) for kind in order)
    words = tomllib.loads((folder / "words.toml").read_text("utf-8"))
    return Catalogue(lexicon, patterns, words, _anchored(patterns))


def _anchored(patterns: Sequence[Pattern]) -> dict[str, tuple[int, ...]]:
    anchored: dict[str, list[int]] = {}
    for index, pattern in enumerate(patterns):
        for name in pattern.anchors:
            anchored.setdefault(name, []).append(index)
    return {name: tuple(indexes) for name, indexes in anchored.items()}


def languages() -> tuple[str, ...]:
    """The languages that have grammars."""
    return tuple(sorted(path.name for path in shipped("grammars").iterdir() if (path / "lexicon").is_dir()))


def _compiled(folder: Path) -> Compiled:
    """Lexicon and patterns, from the cache when nothing has changed since it was written."""
    path = cached(f"{folder.name}-{_key(folder)}.grammars")
    try:
        return _restored(path.read_bytes())
    except (OSError, EOFError, ValueError, KeyError, AttributeError, ImportError, pickle.PickleError):
        terminals, grammars = _compile(folder)
        store(path, _stored(terminals, grammars))
        return Lexicon(terminals, filing(terminals)), grammars


def _key(folder: Path) -> str:
    digest = hashlib.sha256(f"{lark.__version__} {sys.version_info[:2]}".encode())
    for path in (*_lexicon_files(folder), *_pattern_files(folder), folder.parent / "facts.toml"):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:24]


def _lexicon_files(folder: Path) -> list[Path]:
    return sorted((folder / "lexicon").glob("*.lark"))


def _pattern_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.lark"))


def _compile(folder: Path) -> tuple[tuple[Terminal, ...], dict[str, Lark]]:
    terminals = _lexicon(folder)
    names = frozenset(terminal.name for terminal in terminals)
    return terminals, {path.stem: _pattern(path, names) for path in _pattern_files(folder)}


def _lexicon(folder: Path) -> tuple[Terminal, ...]:
    files = _lexicon_files(folder)
    texts = [_COMMENT.sub("", path.read_text("utf-8")) for path in files]
    names = [name for text in texts for name in re.findall(r"^([A-Z][A-Z0-9_]*)(?:\.-?\d+)?\s*:", text, re.M)]
    grammar = "\n".join([*texts, f"start: ({' | '.join(names)})*"])
    try:
        built = Lark(grammar, parser="lalr", lexer="basic")
    except (LarkError, ValueError) as error:
        raise Fault(f"the lexicon does not compile: {error}", str(folder / "lexicon")) from error
    found = {str(terminal.name): terminal for terminal in built.terminals}
    ordered = sorted(dict.fromkeys(names), key=lambda name: -found[name].priority)
    return tuple(Terminal(name, found[name].pattern.to_regexp(), found[name].priority) for name in ordered)


def _pattern(path: Path, names: frozenset[str]) -> Lark:
    text = path.read_text("utf-8")
    kind = kinds().get(path.stem)
    if kind is None:
        raise Fault(f'fact kind "{path.stem}" is not declared in facts.toml', str(path))
    used = sorted(set(_NAME.findall(_COMMENT.sub("", text))))
    for name in used:
        if name.removesuffix(ABOVE).removesuffix(BEFORE) not in names:
            raise Fault(f'"{name}" is no terminal of the lexicon', str(path), _line_of(text, name))
    try:
        compiled = compile_pattern(text, used)
    except (GrammarError, UnexpectedInput, LarkError) as error:
        line = getattr(error, "line", None)
        raise Fault(f"the pattern does not compile: {error}", str(path), line) from error
    for name in sorted(fields_of(compiled) - set(kind.fields)):
        allowed = ", ".join(kind.fields) or "none"
        raise Fault(
            f'"{path.stem}" has no field "{name}"; fields are {allowed}', str(path), _line_of(text, name)
        )
    return compiled


def _line_of(text: str, word: str) -> int | None:
    lines = (number for number, line in enumerate(text.splitlines(), 1) if re.search(rf"\b{word}\b", line))
    return next(lines, None)


def _stored(terminals: tuple[Terminal, ...], grammars: Mapping[str, Lark]) -> bytes:
    """A line of JSON for the lexicon, then the patterns as Lark saves them."""
    rows = [(terminal.name, terminal.pattern, terminal.priority) for terminal in terminals]
    file = io.BytesIO(json.dumps([rows, filing(terminals), sorted(grammars)]).encode() + b"\n")
    file.seek(0, io.SEEK_END)
    for name in sorted(grammars):
        grammars[name].save(file)
    return file.getvalue()


def _restored(content: bytes) -> Compiled:
    file = io.BytesIO(content)
    rows, filed, names = json.loads(file.readline())
    lexicon = Lexicon(tuple(Terminal(*row) for row in rows), filed)
    return lexicon, {name: Lark.load(file) for name in names}
