"""What each grammar costs: the terminals of every lexicon file, and every pattern.

    python benchmarks/grammars.py [WORDS]

Reads a contract of 25,000 words (or of as many as given), made of the sentences that our rules are tried on,
and prints for each lexicon file, and for the dearest terminals and patterns, how often they are tried, how
often that finds something, and the milliseconds it takes, the watch's own included.
"""

from __future__ import annotations

import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from contracts import examples_as_contract

DEAREST = 20
_DEFINED = re.compile(r"^([A-Z][A-Z0-9_]*)(?:\.-?\d+)?\s*:", re.MULTILINE)


@dataclass
class Cost:
    """How often something was tried and found, and the seconds of it."""

    tried: int = 0
    found: int = 0
    seconds: float = 0.0

    def of(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """The same call, watched; what it yields is made at once."""

        def watched(*given: Any) -> Any:
            start = time.process_time()
            found = call(*given)
            found = list(found) if isinstance(found, Iterator) else found
            self.seconds += time.process_time() - start
            self.tried += 1
            self.found += bool(found)
            return found

        return watched


class Watched:
    """Stands in for a compiled expression."""

    def __init__(self, expression: re.Pattern[str], cost: Cost) -> None:
        self.match, self.finditer = cost.of(expression.match), cost.of(expression.finditer)


def measured(words: int) -> tuple[Mapping[str, Cost], Mapping[str, Cost]]:
    """The costs of terminals and of patterns, by language and name."""
    from contract_lint.clauses import divide
    from contract_lint.documents import read
    from contract_lint.facts import find
    from contract_lint.facts.catalogue import catalogue
    from contract_lint.facts.patterns import Pattern

    find(
        divide(read(examples_as_contract(words, first=1_000_000).encode(), "contract.txt"))
    )  # compiles what is met
    terminals, patterns = defaultdict[str, Cost](Cost), defaultdict[str, Cost](Cost)
    for language in ("nl", "en"):
        lexicon = catalogue(language).lexicon
        for bit, (index, expression) in list(lexicon._compiled.items()):
            watched: Any = Watched(expression, terminals[f"{language} {lexicon.terminals[index].name}"])
            lexicon._compiled[bit] = (index, watched)
    named = {
        id(found): f"{tongue} {found.kind}" for tongue in ("nl", "en") for found in catalogue(tongue).patterns
    }
    scan = Pattern.scan

    def scanned(pattern: Pattern, *given: Any) -> Any:
        return patterns[named[id(pattern)]].of(scan)(pattern, *given)

    Pattern.scan = scanned  # type: ignore[method-assign, assignment]
    find(divide(read(examples_as_contract(words).encode(), "contract.txt")))
    return terminals, patterns


def by_file(terminals: Mapping[str, Cost]) -> Mapping[str, Cost]:
    """The costs of the terminals of each lexicon file together."""
    from contract_lint.shipped import shipped

    files = defaultdict[str, Cost](Cost)
    for path in sorted(shipped("grammars").glob("*/lexicon/*.lark")):
        language = path.parent.parent.name
        for name in _DEFINED.findall(path.read_text("utf-8")):
            if cost := terminals.get(f"{language} {name}"):
                of_file = files[f"{language} {path.name}"]
                of_file.tried += cost.tried
                of_file.found += cost.found
                of_file.seconds += cost.seconds
    return files


def show(title: str, costs: Mapping[str, Cost], most: int) -> None:
    """The dearest first."""
    print(f"\n{title:40}{'tried':>9}{'found':>9}{'ms':>9}")
    dearest = sorted(costs.items(), key=lambda entry: -entry[1].seconds)
    for name, cost in dearest[:most]:
        print(f"{name:40}{cost.tried:9}{cost.found:9}{cost.seconds * 1000:9.1f}")
    print(f"{'all together':40}{'':18}{sum(cost.seconds for cost in costs.values()) * 1000:9.1f}")


def main() -> None:
    """Print what was measured."""
    terminals, patterns = measured(int(sys.argv[1]) if len(sys.argv) > 1 else 25_000)
    files = by_file(terminals)
    show("lexicon files", files, len(files))
    show("dearest terminals", terminals, DEAREST)
    show("dearest patterns", patterns, DEAREST)


if __name__ == "__main__":
    main()
