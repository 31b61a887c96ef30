"""The grammars of a language, compiled when the package is built, else once in the user's own cache."""

from __future__ import annotations

import hashlib
import marshal
import sys
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import starmap
from pathlib import Path
from typing import Any

from msgspec import Struct

from contract_lint.facts.expressions import MAGIC, code_of, whole_words
from contract_lint.facts.lexicon import Lexicon, Names, Terminal
from contract_lint.facts.memory import Memory
from contract_lint.facts.parties import prepositions_of, related
from contract_lint.facts.patterns import Needed, Pattern
from contract_lint.facts.tables import Table
from contract_lint.facts.windows import ABOVE, BEFORE, Bits, Said
from contract_lint.kinds import kinds
from contract_lint.shipped import cached, fact_files, grammar_folders, kept, own, shipped, store

_MAKERS = [
    Path(__file__).with_name(name)
    for name in ("openings.py", "needs.py", "expressions.py", "compiling.py", "lexicon.py", "catalogue.py")
]
_SENTENCES_KEPT = 1 << 13  # of which is remembered what they say
_ENGINE = f"{sys.version_info.major}.{sys.version_info.minor}-{MAGIC}"  # what runs the code of expressions
_FORMAT = 4  # of marshal: every Python that we know reads it
_Compiled = tuple[Lexicon, list[tuple[str, Table]]]


class Catalogue(Struct, frozen=True):
    """All that is known of one language."""

    lexicon: Lexicon
    patterns: tuple[Pattern, ...]
    words: Mapping[str, Any]
    bits: Bits
    needed: tuple[tuple[int, Needed, Pattern], ...]  # each with its anchors

    def possible(self, names: int) -> list[Pattern]:
        """The patterns that a sentence with these names, a set of bits, can match, in their order."""
        return [pattern for anchors, needed, pattern in self.needed if names & anchors and needed.by(names)]


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
    known = sorted(frozenset[str]().union(*(pattern.names for pattern in patterns)))
    bits = {name: 1 << number for number, name in enumerate(known)}
    needed = tuple((told.anchors, told, pattern) for pattern in patterns for told in (pattern.needed(bits),))
    return Catalogue(lexicon, patterns, words, _in_context(bits), needed)


def hearing(language: str, names: Names) -> Memory[str, Said]:
    """What texts in lower case say, in a contract with these names: the same words are read once."""
    return _hearing(language, names, own())


@lru_cache(maxsize=8)
def _hearing(language: str, names: Names, _own: tuple[Path, ...]) -> Memory[str, Said]:
    known = catalogue(language)
    words = prepositions_of(known.words)

    def hear(lowered: str) -> Said:
        return Said.of(related(known.lexicon.landmarks(lowered, names), lowered, words), known.bits)

    return Memory(hear, _SENTENCES_KEPT)


def _in_context(bits: Mapping[str, int]) -> Bits:
    """The bits of names by the name of the landmark, wherever it stands."""
    bare = {name.removesuffix(ABOVE).removesuffix(BEFORE) for name in bits}
    return {name: (bits.get(name, 0), bits.get(name + ABOVE, 0), bits.get(name + BEFORE, 0)) for name in bare}


def languages() -> tuple[str, ...]:
    """The languages that have grammars."""
    return tuple(sorted(path.name for path in shipped("grammars").iterdir() if (path / "lexicon").is_dir()))


def _compiled(folders: Sequence[Path], facts: Sequence[Path]) -> _Compiled:
    """Lexicon and patterns, as they were kept when nothing has changed since then."""
    lexicon = [file for folder in folders for file in sorted((folder / "lexicon").glob("*.lark"))]
    patterns = [file for folder in folders for file in sorted(folder.glob("*.lark"))]
    name = f"{folders[0].name}-{_key((*lexicon, *patterns, *facts))}"
    rows, begun, needed, tables = _kept(f"{name}.grammars", lambda: _parsed(lexicon, patterns))
    code = _kept(f"{name}-{_ENGINE}.code", lambda: [code_of(whole_words(pattern)) for _, pattern, _ in rows])
    terminals = tuple(starmap(Terminal, ((*row, told) for row, told in zip(rows, code, strict=True))))
    return Lexicon(terminals, begun, needed), [(kind, Table(*table)) for kind, table in tables]


def _parsed(lexicon: Sequence[Path], patterns: Sequence[Path]) -> tuple[Any, ...]:
    """What the files hold, the same for every Python: terminals, their letters, the patterns' tables."""
    from contract_lint.facts.compiling import compile_files  # Lark is needed only here

    terminals, grammars = compile_files(lexicon, patterns)
    filed = Lexicon.of(terminals)
    rows = [(found.name, found.pattern, found.priority) for found in terminals]
    return rows, dict(filed.begun), dict(filed.needed), [(kind, table.as_rows()) for kind, table in grammars]


def _kept(name: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - plain data
    try:
        return marshal.loads(kept(name))
    except (OSError, EOFError, ValueError, TypeError):
        made = make()
        store(cached(name), marshal.dumps(made, _FORMAT))
        return made


def _key(files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for path in (*_MAKERS, *files):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:24]
