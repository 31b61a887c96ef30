"""Whether the time of each stage grows with the length of a contract, and no faster.

    python benchmarks/scaling.py [WORDS ...]

Lints contracts of 25,000, 100,000, 400,000 and 1,000,000 words in one process (or of as many as are given)
and prints, for each stage, the seconds of the shortest and for the others the cost of a word as a ratio to
that: 1.0 is linear. Time is the processor's own, so that a busy machine disturbs it less. Memory is what
the process held at most, less what it held before.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count, cycle
from typing import Any, TypeVar

SIZES = (25_000, 100_000, 400_000, 1_000_000)
PARAGRAPHS = 12  # in an article
Made = TypeVar("Made")


def examples() -> list[str]:
    """The sentences that our rules are tried on, fair and unfair: in them stands all that grammars know."""
    from contract_lint.findings import find_rule, load_rules

    rules = [find_rule(rule.id) for rule in load_rules()]
    return [
        " ".join(text.replace("[[", "").replace("]]", "").split())
        for language in ("nl", "en")
        for rule in rules
        if language in rule.examples
        for text in (*rule.examples[language].unfair, *rule.examples[language].fair)
    ]


def contract_of(words: int, first: int = 0) -> str:
    """A contract of at least so many words, numbered from `first`; no two sentences in it are alike."""
    lines, told = list[str](), 0
    for number, text in zip(count(first), cycle(examples())):
        article, place = divmod(number, PARAGRAPHS)
        if not place:
            lines.append(f"\nArtikel {article + 1}. Bepaling {article + 1}\n")
        distinct = text[:-1] + f" ({number})" + text[-1:]
        lines.append(f"{article + 1}.{place + 1} {distinct}\n")
        told += len(lines[-1].split())
        if told >= words:
            break
    return "\n".join(lines)


def stages(source: bytes, name: str, rules: Any) -> Iterator[tuple[str, float]]:
    """Lint once; each stage with its seconds of processor time."""
    from contract_lint.clauses import divide
    from contract_lint.documents import read
    from contract_lint.findings import bench_of, infer_profile, judge
    from contract_lint.pipeline import Case, extracted

    def timed(make: Callable[[], Made]) -> tuple[Made, float]:
        start = time.process_time()
        return make(), time.process_time() - start

    document, seconds = timed(lambda: read(source, name))
    yield "read", seconds
    contract, seconds = timed(lambda: divide(document))
    yield "divide", seconds
    facts, seconds = timed(lambda: extracted(contract))
    yield "facts", seconds
    profile, seconds = timed(lambda: infer_profile(contract))
    yield "profile", seconds
    bench = bench_of(contract, facts, profile, "en")
    (told, _), seconds = timed(lambda: judge(bench, rules))
    yield "judge", seconds
    case = Case.of(bench, rules, [finding for finding, _ in told])
    _, seconds = timed(lambda: [case.rewritten(*grounded) for grounded in told])
    yield "rewrite", seconds


def measure(sizes: list[int]) -> None:
    """Print the table."""
    from contract_lint.pipeline import Options, load

    rules = load(Options())
    once = contract_of(sizes[0], first=1_000_000).encode()
    dict(stages(once, "contract.txt", rules))  # what is loaded and compiled once
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    table = dict[str, list[float]]()
    for size in sizes:
        for name, seconds in stages(contract_of(size).encode(), "contract.txt", rules):
            table.setdefault(name, []).append(seconds)
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held
        table.setdefault("MB", []).append(used / 1024)
        print(f"{size:,} words done", file=sys.stderr)
    show(table, sizes)


def show(table: dict[str, list[float]], sizes: list[int]) -> None:
    """The seconds at the first size, then how the cost of a word grows; memory as it is."""
    memory = table.pop("MB")
    table["together"] = [sum(row) for row in zip(*table.values(), strict=True)]
    print(" " * 10 + "".join(f"{size:>12,}" for size in sizes))
    for name, costs in table.items():
        first, *others = (cost / size for cost, size in zip(costs, sizes, strict=True))
        print(f"{name:10}{costs[0]:11.3f}s" + "".join(f"{other / first:11.2f}x" for other in others))
    print(f"{'memory':10}" + "".join(f"{megabytes:9.0f} MB" for megabytes in memory))


if __name__ == "__main__":
    measure([int(size) for size in sys.argv[1:]] or list(SIZES))
