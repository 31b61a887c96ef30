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

from contracts import examples_as_contract
from stages import stages

SIZES = (25_000, 100_000, 400_000, 1_000_000)


def measure(sizes: list[int]) -> None:
    """Print the table."""
    from contract_lint.pipeline import Options, load

    rules = load(Options())
    once = examples_as_contract(sizes[0], first=1_000_000).encode()
    dict(stages(once, "contract.txt", rules))  # what is loaded and compiled once
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    table = dict[str, list[float]]()
    for size in sizes:
        for name, seconds in stages(examples_as_contract(size).encode(), "contract.txt", rules):
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
