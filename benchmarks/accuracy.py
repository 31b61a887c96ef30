"""Write ACCURACY.md from what a scorer measured.

    python benchmarks/accuracy.py SCORER CORPUS [CORPUS ...] [--output FILE]
    python benchmarks/accuracy.py SCORES.json [--output FILE]

SCORER is a program that takes corpora and `--json`, runs contract-lint on them, and prints for every
corpus and family: gold, hit, found, right, traps, p, r, r2 and f1. A file with its output does too.
The words around the figures stand in accuracy.toml.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
WORDS = Path(__file__).with_suffix(".toml")
TOTALS = ("ALL (family right)", "ANY (sentence right)", "MACRO")
_TRAPPED = 0.05
_FIGURES = ("p", "r", "r2", "f1")
_COLUMNS = (
    "family", "labels", "hit", "findings", "right", "traps hit",
    "precision", "recall", "recall of grade 2", "F1",
)  # fmt: skip
Scores = Mapping[str, Mapping[str, Mapping[str, Any]]]  # corpus -> row -> figures


def render(scores: Scores, words: Mapping[str, Any]) -> str:
    """The page."""
    parts = [words["opening"].strip(), _yardsticks(scores, words), *_others(scores, words)]
    parts += [_corpus(name, rows, words) for name, rows in scores.items()]
    return "\n\n".join([*parts, _known(words["known"])]) + "\n"


def _yardsticks(scores: Scores, words: Mapping[str, Any]) -> str:
    rows = [
        (f"{entry['said']}, {corpus}", entry["least"], scores[corpus][entry["row"]][entry["figure"]])
        for entry in words["yardsticks"]
        for corpus in entry["corpora"]
        if corpus in scores
    ]
    lines = [
        f"| {said} | {least:.2f} | {_shown(reached)} | {_met(reached, least)} |"
        for said, least, reached in rows
    ]
    lines += [*_traps(scores, words["corpora"]), *_weak_families(scores, words["families"])]
    return "\n".join(["## Yardsticks", "", "| | wanted | reached | |", "|---|---:|---:|---|", *lines])


def _traps(scores: Scores, corpora: Mapping[str, Any]) -> Iterator[str]:
    """Which part of the traps is hit, where it is known how many there are."""
    for corpus, rows in scores.items():
        known = corpora.get(corpus, {}).get("traps")
        if known:
            share = rows[TOTALS[0]]["traps"] / known
            verdict = "met" if share <= _TRAPPED else "not"
            yield f"| traps hit, at most, {corpus} | {_TRAPPED:.0%} | {share:.0%} | {verdict} |"


def _weak_families(scores: Scores, asked: Mapping[str, Any]) -> Iterator[str]:
    """Whether any family with enough labels stays under its F1."""
    for corpus in asked["corpora"]:
        families = _families(scores.get(corpus, {}))
        measured = {name: row for name, row in families.items() if row["gold"] >= asked["labels"]}
        if measured:
            weak = [name for name, row in measured.items() if row["f1"] < asked["least"]]
            least = min(row["f1"] for row in measured.values())
            said = f"F1 of every family with {asked['labels']} labels or more, {corpus}"
            verdict = f"not: {', '.join(weak)}" if weak else "met"
            yield f"| {said} | {asked['least']:.2f} | {least:.2f} | {verdict} |"


def _families(rows: Mapping[str, Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    return {name: row for name, row in rows.items() if name not in TOTALS}


def _met(reached: float | None, least: float) -> str:
    return "met" if reached is not None and reached >= least else "not"


def _shown(figure: float | None) -> str:
    return "-" if figure is None else f"{figure:.2f}"


def _others(scores: Scores, words: Mapping[str, Any]) -> Iterator[str]:
    """Others on the same corpus, with this tool among them."""
    for corpus in scores:
        others = [(entry["f1"], entry["said"]) for entry in words["others"] if entry["corpus"] == corpus]
        if others:
            ours = (scores[corpus]["ANY (sentence right)"]["f1"], "**contract-lint**")
            rows = [f"| {said} | {f1:.2f} |" for f1, said in sorted([*others, ours])]
            yield "\n".join([f"## Beside others, on {corpus}", "", "| | F1 |", "|---|---:|", *rows])


def _corpus(name: str, rows: Mapping[str, Mapping[str, Any]], words: Mapping[str, Any]) -> str:
    about = words["corpora"].get(name, {}).get("about", "")
    families = sorted(_families(rows).items())
    totals = [(total, rows[total]) for total in TOTALS if total in rows]
    head = [f"| {' | '.join(_COLUMNS)} |", "|---" + "|---:" * (len(_COLUMNS) - 1) + "|"]
    lines = [_row(family, row) for family, row in families]
    lines += [_row(f"**{total}**", row) for total, row in totals]
    return "\n".join([f"## {name}", "", *([about, ""] if about else []), *head, *lines])


def _row(name: str, row: Mapping[str, Any]) -> str:
    counts = (str(row.get(count, "")) for count in ("gold", "hit", "found", "right", "traps"))
    return f"| {' | '.join([name, *counts, *(_shown(row.get(figure)) for figure in _FIGURES)])} |"


def _known(known: Mapping[str, list[str]]) -> str:
    misses = "\n".join(f"- {sentence}" for sentence in known["misses"])
    alarms = "\n".join(f"- {sentence}" for sentence in known["alarms"])
    return f"## What it is known to miss\n\n{misses}\n\n## Where it is known to cry wolf\n\n{alarms}"


def measured(source: list[Path]) -> Scores:
    """The scores: read from a JSON file, or measured by running the scorer."""
    if source[0].suffix == ".json":
        scores: Scores = json.loads(source[0].read_text("utf-8"))
        return scores
    command = [sys.executable, *map(str, source), "--cmd", f"{sys.executable} -m contract_lint", "--json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    scores = json.loads(done.stdout)
    return scores


def main() -> None:
    """Measure, and write the page."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("source", nargs="+", type=Path, metavar="SCORER CORPUS ... | SCORES.json")
    ask.add_argument("--output", type=Path, default=ROOT / "ACCURACY.md")
    asked = ask.parse_args()
    page = render(measured(asked.source), tomllib.loads(WORDS.read_text("utf-8")))
    asked.output.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
