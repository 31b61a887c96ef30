"""The grammars of a language, compiled once and kept in the user's own cache."""

from __future__ import annotations

import hashlib
import marshal
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from contract_lint.facts.expressions import MAGIC, code_of, whole_words
from contract_lint.facts.lexicon import Lexicon, Terminal, filing
from contract_lint.facts.patterns import Pattern
from contract_lint.facts.tables import Table
from contract_lint.kinds import kinds
from contract_lint.shipped import cached, fact_files, grammar_folders, own, shipped, store

_MAKERS = [
    Path(__file__).with_name(name)
    for name in ("openings.py", "expressions.py", "compiling.py", "catalogue.py")
]
_Compiled = tuple[Lexicon, list[tuple[str, Table]]]


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


def catalogue(language: str) -> Catalogue:
    """The compiled grammars of a language, ours and the user's. Raises `Fault` for all wrong in them."""
    return _catalogue(language, own())


@cache
def _catalogue(language: str, _own: tuple[Path, ...]) -> Catalogue:
    folders = grammar_folders(language)
    lexicon, grammars = _compiled(folders, fact_files())
    order = [(kinds()[name], grammar) for name, grammar in sorted(grammars, key=lambda entry: entry[0])]
    patterns = tuple(Pattern(kind.name, grammar, kind.gap) for kind, grammar in order)
    words = tomllib.loads((folders[0] / "words.toml").read_text("utf-8"))
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


def _compiled(folders: Sequence[Path], facts: Sequence[Path]) -> _Compiled:
    """Lexicon and patterns, from the cache when nothing has changed since it was written."""
    lexicon = [file for folder in folders for file in sorted((folder / "lexicon").glob("*.lark"))]
    patterns = [file for folder in folders for file in sorted(folder.glob("*.lark"))]
    path = cached(f"{folders[0].name}-{_key((*lexicon, *patterns, *facts))}.grammars")
    try:
        return _restored(path.read_bytes())
    except (OSError, EOFError, ValueError, TypeError):
        from contract_lint.facts.compiling import compile_files  # Lark is needed only here

        terminals, grammars = compile_files(lexicon, patterns)
        store(path, _stored(terminals, grammars))
        return Lexicon(terminals, filing(terminals)), grammars


def _key(files: Sequence[Path]) -> str:
    digest = hashlib.sha256(f"{sys.version_info[:2]} {MAGIC}".encode())
    for path in (*_MAKERS, *files):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:24]


def _stored(terminals: tuple[Terminal, ...], grammars: Sequence[tuple[str, Table]]) -> bytes:
    """The lexicon with its expressions' code, and the patterns' tables: plain data."""
    rows = [
        (found.name, found.pattern, found.priority, code_of(whole_words(found.pattern)))
        for found in terminals
    ]
    return marshal.dumps((rows, filing(terminals), [(name, table.as_rows()) for name, table in grammars]))


def _restored(content: bytes) -> _Compiled:
    rows, filed, grammars = marshal.loads(content)
    lexicon = Lexicon(tuple(Terminal(*row) for row in rows), filed)
    return lexicon, [(name, Table(*table)) for name, table in grammars]
