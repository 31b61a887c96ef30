"""How fast an unchanged folder answers: the first run, the same from the cache, and the bare start.

    python benchmarks/repeating.py [COPIES]

Prints seconds on the clock, the least of several runs, beside `--version` in the same run: compare them as
ratios. The aim is at most 1.5 times the bare start plus 2 ms a document.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

EXAMPLES = Path(__file__).parent.parent / "examples"
RUNS = 7


def main() -> None:
    """Measure and print."""
    copies = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    with TemporaryDirectory() as folder:
        contracts = Path(folder, "contracts")
        contracts.mkdir()
        fill(contracts, copies)
        env = {**os.environ, "CONTRACT_LINT_CACHE": str(Path(folder, "cache"))}
        run(["check", str(EXAMPLES), "--no-cache"], env)  # grammars and rules are compiled
        first = run(["check", str(contracts)], env)
        bare, again = [], []
        for _ in range(RUNS):
            bare.append(run(["--version"], env))
            again.append(run(["check", str(contracts)], env))
    start, known = (tuple(map(min, zip(*runs, strict=True))) for runs in (bare, again))
    print(f"{'':24}{'clock':>9}{'processor':>11}")
    for name, (clock, spent) in (
        ("--version", start),
        (f"{copies} first", first),
        (f"{copies} again", known),
    ):
        print(f"{name:24}{clock:8.3f}s{spent:10.3f}s")
    aims = [1.5 * one + 0.002 * copies for one in start]
    print(f"{'again to what is aimed at':24}{known[0] / aims[0]:8.2f}{known[1] / aims[1]:11.2f}")


def fill(folder: Path, copies: int) -> None:
    """Copies of the examples, each unlike the others."""
    sources = sorted(path for path in EXAMPLES.iterdir() if path.suffix in (".md", ".txt", ".docx", ".pdf"))
    for number in range(copies):
        source = sources[number % len(sources)]
        copy = folder / f"{number:03}-{source.name}"
        shutil.copyfile(source, copy)
        if source.suffix == ".docx":
            with zipfile.ZipFile(copy, "a") as archive:
                archive.comment = str(number).encode()
        else:
            mark = f"\n% {number}\n" if source.suffix == ".pdf" else f"\n\nVersie {number}.\n"
            with copy.open("a", encoding="utf-8") as file:
                file.write(mark)


def run(args: list[str], env: dict[str, str]) -> tuple[float, float]:
    """Seconds on the clock and of processor time."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "contract_lint", *args], env=env, capture_output=True)
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode in (0, 1), done.stderr.decode()
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
