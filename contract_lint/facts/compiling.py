"""Grammar files become a lexicon and compiled patterns; what is wrong in them is told at its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from lark import Lark, Token
from lark.exceptions import LarkError
from lark.lexer import Lexer
from lark.parsers.lalr_analysis import Shift

from contract_lint.facts.lexicon import Terminal
from contract_lint.facts.openings import shortest
from contract_lint.facts.tables import STARTS, Table, is_field
from contract_lint.facts.windows import ABOVE, BEFORE
from contract_lint.kinds import kinds, nearest
from contract_lint.model import Fault, raise_together

Compiled = tuple[tuple[Terminal, ...], list[tuple[str, Table]]]
_NAME = re.compile(r"\b[A-Z][A-Z0-9_]*\b")
_COMMENT = re.compile(r"//.*")
_DEFINED = re.compile(r"^([A-Z][A-Z0-9_]*)(?:\.-?\d+)?\s*:", re.MULTILINE)
_AT = re.compile(r"\bat line (\d+)")
_QUOTED = re.compile(r"[A-Z][A-Z0-9_]{2,}")


class Given(Lexer):
    """Stands in for Lark's lexer: patterns are fed landmarks, never text."""

    def __init__(self, conf: object) -> None:
        pass

    def lex(self, lexer_state: object, parser_state: object) -> Iterator[Token]:
        """Nothing: the driver takes landmarks."""
        yield from ()


def compile_pattern(rules: str, names: Sequence[str]) -> Table:
    """The table of one pattern over the given terminals. Raises `LarkError` for a fault in it."""
    starts = [start for start in STARTS if f"\n{start}:" in f"\n{rules}"]
    grammar = f"{rules}\n%declare {' '.join(names)}\n"
    return _table(Lark(grammar, parser="lalr", lexer=Given, start=starts, maybe_placeholders=False))


def _table(lark: Lark) -> Table:
    """Lark's parse table as plain data, its states and rules by number."""
    made = lark.parse_interactive("", start="start").parser_state.parse_conf.parse_table
    numbers = {state: number for number, state in enumerate(made.states)}
    reductions = {rule: number for number, rule in enumerate(lark.rules)}

    def action(kind: object, argument: Any) -> int:  # noqa: ANN401 - a state or a rule of Lark's
        return numbers[argument] if kind is Shift else -1 - reductions[argument]

    rules: dict[str, list[list[str]]] = {}
    for rule in lark.rules:
        rules.setdefault(str(rule.origin.name), []).append([str(symbol.name) for symbol in rule.expansion])
    return Table(
        [{str(name): action(*told) for name, told in row.items()} for row in made.states.values()],
        [(str(rule.origin.name), len(rule.expansion)) for rule in lark.rules],
        rules,
        numbers[made.start_states["start"]],
        numbers[made.end_states["start"]],
    )


def compile_files(lexicon: Sequence[Path], patterns: Sequence[Path]) -> Compiled:
    """The terminals of a language and its patterns. Raises `Fault` with all that is wrong in the files."""
    terminals = _lexicon(lexicon)
    names = frozenset(terminal.name for terminal in terminals)
    grammars, faults = list[tuple[str, Table]](), list[Fault]()
    for path in patterns:
        try:
            grammars.append((path.stem, _pattern(path, names)))
        except Fault as fault:
            faults.append(fault)
    raise_together(faults)
    return terminals, grammars


def _lexicon(files: Sequence[Path]) -> tuple[Terminal, ...]:
    """The terminals, those of high priority first. A later file may `%extend` those of an earlier one."""
    texts = [_COMMENT.sub("", path.read_text("utf-8")) for path in files]
    names = list(dict.fromkeys(name for text in texts for name in _DEFINED.findall(text)))
    try:  # no star around them: Lark's table would hold what may follow each on each
        built = Lark("\n".join([*texts, f"start: {' | '.join(names)}"]), parser="lalr", lexer=Given)
    except (LarkError, ValueError) as error:
        path, line = _where(str(error), files, texts)
        raise Fault(f"the lexicon does not compile: {error}", str(path), line) from error
    found = {str(terminal.name): terminal for terminal in built.terminals}
    terminals = [Terminal(name, found[name].pattern.to_regexp(), found[name].priority) for name in names]
    wrong = ((one.name, said) for one in terminals if (said := _expression_fault(one.pattern)))
    raise_together(
        Fault(f"{name} {said}", str(path), line)
        for name, said in wrong
        for path, line in [_where(name, files, texts)]
    )
    return tuple(sorted(terminals, key=lambda one: -one.priority))


def _expression_fault(expression: str) -> str:
    """What is wrong with a regular expression; empty when nothing is."""
    try:
        return "" if shortest(expression) else "matches where nothing stands"
    except re.error as error:
        return f"is no regular expression: {error}"


def _where(message: str, files: Sequence[Path], texts: Sequence[str]) -> tuple[Path, int | None]:
    """The file and line that Lark means: by the line of the joined files, else by the name it gives."""
    at = _AT.search(message)
    if at:
        line = int(at[1])
        for path, text in zip(files, texts, strict=True):
            if line <= text.count("\n") + 1:
                return path, line
            line -= text.count("\n") + 1
    for name in _QUOTED.findall(message):
        for path, text in reversed(list(zip(files, texts, strict=True))):
            if found := _line_of(text, name):
                return path, found
    return files[-1].parent, None


def _pattern(path: Path, names: frozenset[str]) -> Table:
    text = path.read_text("utf-8")
    bare = _COMMENT.sub("", text)
    used = sorted(set(_NAME.findall(bare)))
    _raise(path, (*_kind_faults(path), *_name_faults(bare, used, names)))
    try:
        compiled = compile_pattern(text, used)
    except LarkError as error:
        found = _AT.search(str(error))
        line = int(found[1]) if found else getattr(error, "line", None)
        raise Fault(f"the pattern does not compile: {error}", str(path), line) from error
    known = kinds()[path.stem].fields
    strange = sorted(set(filter(is_field, compiled.rules)) - set(known))
    said = (f'"{path.stem}" has no field "{name}"{nearest(name, known)}' for name in strange)
    _raise(path, zip(said, (_line_of(text, name) for name in strange), strict=True))
    return compiled


def _raise(path: Path, said: Iterable[tuple[str, int | None]]) -> None:
    """Raise all that is said of a file, if anything is."""
    raise_together(Fault(message, str(path), line) for message, line in said)


def _kind_faults(path: Path) -> Iterator[tuple[str, int]]:
    kind = kinds().get(path.stem)
    if kind is None:
        yield f'fact kind "{path.stem}" is not declared in facts.toml{nearest(path.stem, kinds())}', 1
    elif kind.measured:
        yield f'"{path.stem}" is measured: no grammar makes it', 1


def _name_faults(text: str, used: Sequence[str], names: frozenset[str]) -> Iterator[tuple[str, int | None]]:
    """Terminals that no lexicon defines, each at its line with the nearest names."""
    for name in used:
        if name.removesuffix(ABOVE).removesuffix(BEFORE) not in names:
            near = nearest(name, names).partition("allowed:")[0].rstrip("; ")  # all would be too many
            yield f'"{name}" is no terminal of the lexicon{near}', _line_of(text, name)


def _line_of(text: str, word: str) -> int | None:
    lines = (number for number, line in enumerate(text.splitlines(), 1) if re.search(rf"\b{word}\b", line))
    return next(lines, None)
