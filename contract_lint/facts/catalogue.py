"""The grammars of a language, compiled once and kept in the user's own cache."""

from __future__ import annotations

import hashlib
import io
import pickle
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import lark
from lark import Lark

from contract_lint.facts.compiling import compile_files
from contract_lint.facts.expressions import MAGIC, code_of, whole_words
from contract_lint.facts.lexicon import Lexicon, Terminal, filing
from contract_lint.facts.patterns import Pattern
from contract_lint.kinds import kinds
from contract_lint.shipped import cached, fact_files, grammar_folders, own, shipped, store

_MAKERS = [
    Path(__file__).with_name(name)
    for name in ("openings.py", "expressions.py", "compiling.py", "catalogue.py")
]
_Compiled = tuple[Lexicon, list[tuple[str, Lark]]]


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
    except (OSError, EOFError, ValueError, KeyError, AttributeError, ImportError, pickle.PickleError):
        terminals, grammars = compile_files(lexicon, patterns)
        store(path, _stored(terminals, grammars))
        return Lexicon(terminals, filing(terminals)), grammars


def _key(files: Sequence[Path]) -> str:
    digest = hashlib.sha256(f"{lark.__version__} {sys.version_info[:2]} {MAGIC}".encode())
    for path in (*_MAKERS, *files):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:24]


def _stored(terminals: tuple[Terminal, ...], grammars: Sequence[tuple[str, Lark]]) -> bytes:
    """The lexicon with its expressions' code, then the patterns as Lark saves them."""
    rows = [
        (found.name, found.pattern, found.priority, code_of(whole_words(found.pattern)))
        for found in terminals
    ]
    file = io.BytesIO()
    pickle.dump((rows, filing(terminals), [name for name, _ in grammars]), file)
    for _, grammar in grammars:
        grammar.save(file)
    return file.getvalue()


def _restored(content: bytes) -> _Compiled:
    file = io.BytesIO(content)
    rows, filed, names = pickle.load(file)
    lexicon = Lexicon(tuple(Terminal(*row) for row in rows), filed)
    return lexicon, [(name, Lark.load(file)) for name in names]
