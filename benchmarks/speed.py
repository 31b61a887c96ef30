"""Measure how fast it is, beside bare text extraction and public tools, and write SPEED.md.

    python benchmarks/speed.py [--peers FOLDER] [--install]
    python benchmarks/speed.py --only GROUP [GROUP ...]
    python benchmarks/speed.py --page

Times whole processes on the same files, in turn, several times over. Public tools are looked for in FOLDER
(~/.cache/contract-lint-peers), and named as not run where they are not there; `--install` puts them there
with pip and npm, and does nothing else. What was measured is kept in speed.json, and SPEED.md is made of that
with the words of speed.toml, once more with `--page`. With `--only`, some groups are measured, the page is
printed, and nothing is kept. What each stage costs inside one process is for `stages.py`.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import speed_page
from contracts import LONG, MANY, contract_of, planted_lines
from peers import PEERS, install, lines_in, marked_by_peers
from processes import Row, environment, measure
from speed_page import BARE, CACHED, COLD, COLDEST, FOLDERS, GROUPS, JOBS, SHORT, START, VERSION, WHEEL

PROJECT = Path(__file__).parent.parent
PAGE = PROJECT / "SPEED.md"
FIGURES = Path(__file__).with_suffix(".json")
WORDS = Path(__file__).with_suffix(".toml")
LINT = (sys.executable, "-m", "contract_lint")
TEXT_ALONE = (sys.executable, str(Path(__file__).with_name("text_alone.py")))


def write_contracts(folder: Path, long: int, many: int) -> None:
    """The files, in a process of its own: a child is charged for the memory of the parent that started it."""
    script = Path(__file__).with_name("contracts.py")
    numbers = ["--long", str(long), "--many", str(many)]
    subprocess.run([sys.executable, str(script), str(folder), *numbers], check=True)


def ours(kept: Path) -> dict[str, str]:
    """This very project, with a cache of its own."""
    return {"PYTHONPATH": str(PROJECT), "CONTRACT_LINT_CACHE": str(kept / "cache")}


def unpacked_wheel(folder: Path) -> Path:
    """The project as pip would install it.

    Raises:
        CalledProcessError: it could not be built.
    """
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder)
    return folder


class Bench:
    """The rows that are measured on the contracts in a folder, by group; it keeps our cache in another."""

    def __init__(self, files: Path, peers: Path, kept: Path) -> None:
        self._files, self._peers, self._kept = files, peers, kept

    def rows(self, group: str) -> list[Row]:
        """Of nothing to read, of one file, or of a folder of files."""
        if group == "start":
            rows = [self._ours(VERSION, "--version"), self._ours("`--help`", "--help")]
            return [bare_start(), *rows, self._ours("`rules`", "rules")]
        path = self._files / group
        return self._folder(sorted(path.iterdir())) if path.is_dir() else self._one(path)

    def _ours(self, name: str, *args: str) -> Row:
        row = Row(name, "ours", (*LINT, *args), ours(self._kept), ends=(0, 1))
        row.first = name in (COLD, CACHED)  # grammars are compiled, and the cache has its answers
        return row

    def _one(self, file: Path) -> list[Row]:
        return [
            bare_start(),
            bare_text(file),
            self._ours("`extract`", "extract", str(file)),
            self._ours(COLD, "check", "--no-cache", str(file)),
            *(self._coldest(file) if file.name == SHORT else ()),
            self._ours(CACHED, "check", str(file)),
            *(peer.on(self._peers, file) for peer in PEERS if file.suffix in peer.reads),
        ]

    def _coldest(self, file: Path) -> list[Row]:
        """A first run on a machine: from a checkout, which compiles its grammars, and from a wheel."""
        checkout, wheel = (self._ours(name, "check", "--no-cache", str(file)) for name in (COLDEST, WHEEL))
        checkout.env["CONTRACT_LINT_CACHE"] = wheel.env["CONTRACT_LINT_CACHE"] = "{scratch}/cache"
        wheel.first = True  # pip compiles modules, unpacking does not
        try:
            wheel.env["PYTHONPATH"] = str(unpacked_wheel(self._kept / "wheel"))
        except subprocess.CalledProcessError:
            wheel.fault = "hatchling could not build it"
        return [checkout, wheel]

    def _folder(self, files: Sequence[Path]) -> list[Row]:
        folder, formats = str(files[0].parent), {file.suffix for file in files}
        return [
            bare_start(),
            self._ours(VERSION, "--version"),
            bare_text(*files),
            *(self._ours(name, "check", "--no-cache", f"-j{jobs}", folder) for jobs, name in JOBS.items()),
            self._ours(CACHED, "check", folder),
            *(peer.on(self._peers, files) for peer in PEERS if formats <= {*peer.reads}),
        ]


def bare_start() -> Row:
    """An interpreter that does nothing."""
    return Row(START, "floor", (sys.executable, "-c", "pass"))


def bare_text(*files: Path) -> Row:
    """An interpreter that takes the text out of files, and does nothing with it."""
    return Row(BARE, "floor", (*TEXT_ALONE, *map(str, files)))


def marks(files: Path, peers: Path, kept: Path, long: int) -> dict[str, Any]:
    """How many lines of unfair and of ordinary clauses each tool marks in the long contract, by language."""
    tools = dict[str, Any]()
    clauses = {language: planted_lines(contract_of(long, language, 0)) for language in ("en", "nl")}
    for language, lines in clauses.items():
        file = files / f"long-{language}.md"
        for name, marked in (("**contract-lint**", ours_marked(file, kept)), *marked_by_peers(peers, file)):
            tools.setdefault(name, {})[language] = [len(marked & one) for one in lines]
    return {"clauses": {language: [*map(len, lines)] for language, lines in clauses.items()}, "tools": tools}


def ours_marked(file: Path, kept: Path) -> set[int]:
    """The numbers of the lines that our own findings stand on."""
    env = environment(str(kept)) | ours(kept)
    command = [*LINT, "check", "--format", "json", str(file)]
    done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8")
    return lines_in([json.loads(done.stdout)], "documents", "findings", "location", "line")


def about(asked: argparse.Namespace) -> dict[str, Any]:
    """On what it was measured: `load` is how many processes wanted the processor before it began."""
    from contract_lint.version import __version__

    return {
        "version": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "words": asked.long,
        "files": asked.many,
    }


def told(row: Row) -> dict[str, Any]:
    """A row as it is kept: what was measured, not how."""
    kept = asdict(row)
    return {name: kept[name] for name in ("name", "kind", "seconds", "megabytes", "fault")}


def measured(asked: argparse.Namespace, groups: Sequence[str]) -> dict[str, Any]:
    """The figures of some groups."""
    with TemporaryDirectory() as kept:
        files = Path(kept, "files")
        files.mkdir()
        write_contracts(files, asked.long, asked.many)
        bench = Bench(files, asked.peers, Path(kept))
        figures = {"about": about(asked), "marks": marks(files, asked.peers, Path(kept), asked.long)}
        figures["groups"] = {}
        for name in groups:
            print(f"{name} ...", file=sys.stderr)
            rows = bench.rows(name)
            measure(rows, asked.rounds_of_many if name in FOLDERS else asked.rounds)
            figures["groups"][name] = [told(row) for row in rows]
        return figures


def main() -> None:
    """Measure, and write the page."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--peers", type=Path, default=Path.home() / ".cache" / "contract-lint-peers")
    ask.add_argument("--install", action="store_true", help="install the public tools, and end")
    ask.add_argument("--only", nargs="+", metavar="GROUP", choices=GROUPS, help="of " + ", ".join(GROUPS))
    ask.add_argument("--rounds", type=int, default=5, help="on nothing or one file")
    ask.add_argument("--rounds-of-many", type=int, default=3, help="on a folder")
    ask.add_argument("--long", type=int, default=LONG, metavar="WORDS", help="of the long contract")
    ask.add_argument("--many", type=int, default=MANY, metavar="COUNT", help="of files in the folder")
    ask.add_argument("--page", action="store_true", help="write the page of the figures that are kept")
    asked = ask.parse_args()
    asked.peers, words = asked.peers.absolute(), tomllib.loads(WORDS.read_text("utf-8"))
    if asked.install:
        install(asked.peers)
    elif asked.only:
        print(speed_page.render(measured(asked, asked.only), words), end="")
    else:
        if not asked.page:
            FIGURES.write_text(json.dumps(measured(asked, GROUPS), indent=1) + "\n", "utf-8")
        PAGE.write_text(speed_page.render(json.loads(FIGURES.read_text("utf-8")), words), "utf-8")


if __name__ == "__main__":
    main()
