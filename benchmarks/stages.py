"""What each stage of a check costs in one process, beside only getting the text out of the same file.

    python benchmarks/stages.py [RUNS]

Reads a contract of 25,000 words as DOCX, PDF and Markdown, and prints the best processor time of each stage
once everything is loaded, as if nothing of the contract had been read before. What whole processes cost is
for `speed.py`, how a stage grows with the length for `scaling.py`, what each grammar costs for `grammars.py`,
what a hostile text costs for `adversarial.py`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from contracts import LONG, WRITERS, contract_of
from text_alone import text_of

Made = TypeVar("Made")


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


def one_pass(path: Path, rules: Any) -> dict[str, float]:
    """The seconds of each stage, and before them those of the text alone."""
    from contract_lint.facts.catalogue import _hearing

    _hearing.cache_clear()
    start = time.process_time()
    text_of(str(path))
    floor = {f"text of {path.name} alone": time.process_time() - start}
    return {**floor, **dict(stages(path.read_bytes(), path.name, rules))}


def show(path: Path, rules: Any, runs: int) -> None:
    """Print what each stage takes, and its ratio to the text alone."""
    best = dict[str, float]()
    for _ in range(runs + 1):
        for name, seconds in one_pass(path, rules).items():
            best[name] = min(best.get(name, seconds), seconds)
    alone, *stages_of = best.values()
    for name, seconds in (*best.items(), ("together", sum(stages_of))):
        print(f"{name:38}{seconds:8.3f}{seconds / alone:10.1f}x")
    print()


def main() -> None:
    """Measure each format."""
    from contract_lint.pipeline import Options, load

    runs, rules = int(sys.argv[1]) if len(sys.argv) > 1 else 5, load(Options())
    contract = contract_of(LONG, "en", 0)
    with TemporaryDirectory() as folder:
        for suffix in (".docx", ".pdf", ".md"):
            path = Path(folder, f"contract{suffix}")
            WRITERS[suffix](contract, path)
            show(path, rules, runs)


if __name__ == "__main__":
    main()
