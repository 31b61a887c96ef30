"""Whether the time of each stage grows with the length of a contract, and no faster.

    python benchmarks/scaling.py [WORDS ...]

Lints contracts of 25,000, 100,000, 400,000 and 1,000,000 words in one process (or of as many as are given)
and prints, for each stage, the seconds of the shortest and for the others the time per word as a ratio to
that: 1.0 is linear. Time is the processor's own, so that a busy machine disturbs it less. Memory is what
the process held at most, less what it held before.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any, TypeVar

SIZES = (25_000, 100_000, 400_000, 1_000_000)
PARAGRAPHS = 12  # in an article
Made = TypeVar("Made")


def examples() -> list[str]:
    """The sentences that our rules are tried on, fair and unfair: all that grammars know."""
    from contract_lint.findings import find_rule, load_rules

    rules = [find_rule(rule.id) for rule in load_rules()]
    return [
        " ".join(text.replace("[[", "").replace("]]", "").split())
        for language in ("nl", "en")
        for rule in rules
        for text in (*rule.examples[language].unfair, *rule.examples[language].fair)
        if language in rule.examples
    ]


def contract_of(words: int) -> str:
    """A contract of at least this many words; no two paragraphs are alike, so that each has to be read."""
    told, lines, count = cycle(examples()), list[str](), 0
    for number, text in enumerate(told):
        article, place = divmod(number, PARAGRAPHS)
        if not place:
            lines.append(f"\nArtikel {article + 1}. Bepaling {article + 1}\n")
        lines.append(f"{article + 1}.{place + 1} {text} Zie ook nummer {number}.\n")
        count += len(lines[-1].split())
        if count >= words:
            return "\n".join(lines)
    raise AssertionError


def stages(text: str, rules: Any) -> Iterator[tuple[str, float]]:
    """Lint once; each stage with its seconds of processor time."""
    from contract_lint.clauses import divide
    from contract_lint.documents import read
    from contract_lint.findings import bench_of, infer_profile, judge
    from contract_lint.pipeline import Case, extracted

    def timed(make: Callable[[], Made]) -> tuple[Made, float]:
        start = time.process_time()
        return make(), time.process_time() - start

    document, seconds = timed(lambda: read(text.encode(), "contract.txt"))
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
    case = Case.of(bench, rules, told)
    _, seconds = timed(lambda: [case.rewritten(finding) for finding in told])
    yield "rewrite", seconds


def measure(sizes: list[int]) -> None:
    """Print the table."""
    from contract_lint.pipeline import Options, load

    rules = load(Options())
    dict(stages(contract_of(sizes[0]), rules))  # whatever is loaded once
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    table = dict[str, list[float]]()
    for size in sizes:
        for name, seconds in stages(contract_of(size), rules):
            table.setdefault(name, []).append(seconds)
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held
        table.setdefault("MB", []).append(used / 1024)
        print(f"{size:,} words done", file=sys.stderr)
    show(table, sizes)


def show(table: dict[str, list[float]], sizes: list[int]) -> None:
    """The seconds at the first size, then how the cost of a word grows."""
    table["together"] = [
        sum(row) for row in zip(*(table[name] for name in table if name != "MB"), strict=True)
    ]
    print(f"{'':10}{sizes[0]:>12,}" + "".join(f"{size:>12,}" for size in sizes[1:]))
    for name, (first, *others) in table.items():
        ratios = (
            f"{cost / size / first * sizes[0]:11.2f}x" for cost, size in zip(others, sizes[1:], strict=True)
        )
        print(f"{name:10}{first:12.3f}" + "".join(ratios))


if __name__ == "__main__":
    measure([int(size) for size in sys.argv[1:]] or list(SIZES))
