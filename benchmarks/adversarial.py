"""Whether any regular expression or pattern takes more than linear time on a hostile text.

    python benchmarks/adversarial.py [CHARACTERS]

Every terminal of both lexicons, every compiled expression in the package and every pattern of landmarks is
run on texts made from its own pieces, long repetitions of what it begins to match, and on runs that are bad
for many. Each text is as long as given (20,000 characters), and where that takes noticeable time also a
quarter of it: four times the length may take little more than four times as long. Prints the slowest, and
ends with 1 where one grows faster.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

LENGTH = 20_000  # characters of a text
NOTICED = 0.02  # seconds: what takes less does not matter, and cannot be measured well
GROWTH = 7.0  # of time when the text is four times as long; quadratic is 16
RUNS = (
    "a", "a ", "aa ", "ab, ", "A ", "Aa ", "Ab. ", "1", "1 ", "1.", "1,", "12.3 ", "1) ", " ", ". ", ", ",
    "-", "- ", "(", "()", "(a) ", '"', "'a' ", "\n", "a\n", ":", "a: ", "a@", "a.", "...", "_", "€ ", "% ",
    "[", "](", "*", "**a", "#", "`", "|", "<a ", "</a>", "&amp;", "\t", "\u00a0", "é ", "§ 1 ", "i. ", "IV. ",
)  # fmt: skip
Run = Callable[[str], object]
# Characters of the longest text that these ever see: what stands right before or behind a place.
SHORT = {
    "clauses.contents._PAGE_NUMBER": 100,
    "clauses.parties._INTRODUCED": 2500,
    "clauses.roles.COMPANY": 2500,
    "clauses.roles._ESTABLISHED": 120,
    "documents.pdf.seams._LAST_WORD": 100,
    "documents.text_hyphens._BROKEN": 60,
    "reviews.additions._LAST_NUMBER": 20,
    **dict.fromkeys(
        (
            f"{language} {name}"
            for language in ("nl", "en")
            for name in ("agent", "mentioned", "joined", "receiving", "opening")
        ),
        30,
    ),
}


class Tried(NamedTuple):
    """An expression to be tried: what it is called, how it is written, and how it is run on a text."""

    name: str
    expression: str
    run: Run


class Slow(NamedTuple):
    """The worst met for one expression: seconds on a text of full length, and growth from a quarter."""

    seconds: float
    growth: float
    name: str
    text: str

    @property
    def guilty(self) -> bool:
        """Whether that is more than linear."""
        return self.growth > GROWTH


def worst(name: str, run: Run, pieces: list[str], length: int = LENGTH) -> Slow:
    """The worst that one expression does on repetitions of these pieces."""
    found = Slow(0.0, 1.0, name, "")
    for piece in pieces:
        seconds = timed(run, piece, length)
        growth = 1.0
        if seconds > NOTICED:
            seconds = min(seconds, timed(run, piece, length))
            growth = seconds / min(timed(run, piece, length // 4) for _ in range(3))
        found = max(found, Slow(seconds, growth, name, piece), key=lambda slow: (slow.guilty, slow.seconds))
    return found


def timed(run: Run, piece: str, length: int) -> float:
    """The seconds of processor time on a piece that is repeated up to a length, and then breaks off."""
    text = (piece * (length // len(piece)))[:length] + "\x01"
    start = time.process_time()
    run(text)
    return max(time.process_time() - start, 1e-6)


def pieces_of(expression: str) -> list[str]:
    """What an expression begins to match: its matches and the beginnings of them, to be repeated."""
    from re import _parser

    parsed = list(_parser.parse(expression))
    samples = dict.fromkeys(text for turn in range(4) for text in (_sample(parsed, turn),) if text)
    made = dict.fromkeys(RUNS)
    for sample in samples:
        for part in (sample, sample[: len(sample) // 2], sample[: len(sample) * 3 // 4], sample[:-1]):
            made.update(dict.fromkeys((part, part + " "))) if part else None
    return list(made)


def _sample(items: list[tuple[Any, Any]], turn: int) -> str:
    """A text that an expression matches, or nearly; another one at every turn."""
    return "".join(_sampled(str(kind), argument, turn) for kind, argument in items)


def _sampled(kind: str, argument: Any, turn: int) -> str:
    match kind:
        case "LITERAL":
            return chr(argument)
        case "NOT_LITERAL" | "ANY":
            return "a"
        case "IN":
            return _member(argument, turn)
        case "BRANCH":
            branches = argument[1]
            return _sample(list(branches[turn % len(branches)]), turn // len(branches) + turn)
        case "SUBPATTERN":
            return _sample(list(argument[3]), turn)
        case "ATOMIC_GROUP":
            return _sample(list(argument), turn)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, repeated = argument
            return _sample(list(repeated), turn) * min(max(least, 1 + turn % 2), int(most))
    return ""


def _member(members: list[tuple[Any, Any]], turn: int) -> str:
    """A character of a class."""
    kinds = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a", "CATEGORY_NOT_SPACE": "a"}
    kind, argument = members[turn % len(members)]
    match str(kind):
        case "LITERAL":
            return chr(argument)
        case "RANGE":
            return chr(argument[0])
        case "CATEGORY":
            return kinds.get(str(argument), ".")
    return "a"


def terminals(language: str) -> Iterator[Tried]:
    """Each terminal, looked for in a text as the lexicon looks for it."""
    from contract_lint.facts.catalogue import catalogue
    from contract_lint.facts.lexicon import Lexicon

    for terminal in catalogue(language).lexicon.terminals:
        alone = Lexicon.of((terminal,))
        yield Tried(
            f"{language} {terminal.name}", terminal.pattern, lambda text, of=alone: list(of.landmarks(text))
        )


def compiled() -> Iterator[Tried]:
    """Each expression in the package by the name it has in its module, used as its module uses it."""
    import contract_lint

    seen = set[int]()
    for module in pkgutil.walk_packages(contract_lint.__path__, "contract_lint."):
        if module.name.endswith("__main__"):
            continue
        loaded = importlib.import_module(module.name)
        source = Path(str(loaded.__file__)).read_text("utf-8")
        for name, value in vars(loaded).items():
            for pattern in _patterns_in(value):
                if id(pattern) not in seen:
                    seen.add(id(pattern))
                    yield _tried(f"{module.name}.{name}".removeprefix("contract_lint."), pattern, source)
    yield from _of_words()


def _of_words() -> Iterator[Tried]:
    """The expressions that are made of the word lists of a language."""
    from contract_lint.facts.catalogue import catalogue
    from contract_lint.facts.measuring import measure
    from contract_lint.facts.parties import prepositions_of

    for language in ("nl", "en"):
        made = measure(language)
        yield _tried(f"{language} references", made.reference)
        yield _tried(f"{language} joints", made.joint)
        words = prepositions_of(catalogue(language).words)
        for name in words.__slots__:
            yield _tried(f"{language} {name}", getattr(words, name))


def _tried(name: str, pattern: re.Pattern[str], source: str = "") -> Tried:
    """An expression that its module only matches where a text begins is not searched for."""
    uses = set(re.findall(rf"\b{name.rpartition('.')[2]}\.(\w+)\(", source))
    most = SHORT.get(name, sys.maxsize)
    if uses and uses <= {"match", "fullmatch"}:
        return Tried(name, pattern.pattern, lambda text: pattern.match(text[:most]))
    return Tried(name, pattern.pattern, lambda text: pattern.findall(text[:most]))


def _patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for part in value:
            yield from _patterns_in(part)
    elif isinstance(value, Mapping):
        yield from _patterns_in(tuple(value.values()))


def main() -> int:
    """Try everything, and tell the slowest."""
    length = int(sys.argv[1]) if len(sys.argv) > 1 else LENGTH
    tried = [*terminals("nl"), *terminals("en"), *compiled()]
    found = sorted(
        (worst(one.name, one.run, pieces_of(one.expression), length) for one in tried), reverse=True
    )
    guilty = [slow for slow in found if slow.guilty]
    print(f"{len(tried)} expressions, {length:,} characters: {len(guilty)} grow faster than the text")
    for slow in (guilty or found)[:25]:
        print(f"{slow.seconds:8.3f} s  {slow.growth:6.1f}x  {slow.name}  {slow.text!r}"[:200])
    return 1 if guilty else 0


if __name__ == "__main__":
    sys.exit(main())
