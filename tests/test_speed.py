"""The page of speed says what was measured, and the benchmark that writes it runs."""

import json
import subprocess
import sys
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BENCHMARKS = ROOT / "benchmarks"
WORDS = tomllib.loads((BENCHMARKS / "speed.toml").read_text("utf-8"))
FIGURES = {
    "about": {
        "version": "1.0",
        "python": "3.11",
        "system": "Linux",
        "cores": 2,
        "load": 0.1,
        "words": 25_000,
        "files": 200,
    },
    "marks": {
        "clauses": {"en": [10, 50], "nl": [11, 51]},
        "tools": {"ours": {"en": [9, 1], "nl": [8, 2]}, "theirs": {"en": [3, 4]}},
    },
}


def loaded(name):
    spec = spec_from_file_location(name, BENCHMARKS / f"{name}.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


page = loaded("speed_page")
contracts = loaded("contracts")


def row(name, *seconds, kind="ours", fault=""):
    return {"name": name, "kind": kind, "seconds": [*seconds], "megabytes": 20.4, "fault": fault}


def figures(check, jobs, cached, public):
    one = [row(page.START, 0.01), row(page.BARE, 0.2, 0.25), row(page.COLD, check + 1, check)]
    folder = [
        row(page.VERSION, 0.05),
        *(row(page.JOBS[n], taken) for n, taken in zip((1, 2), jobs, strict=True)),
    ]
    theirs = [row("quick 1.0, offline", public, kind="public"), row("gone 2.0", kind="public", fault="a|b")]
    groups = {
        "start": [row(page.START, 0.01)],
        **{name: [*one, *theirs] for name in (page.SHORT, *page.LONGS)},
        **{name: [*folder, row(page.CACHED, cached)] for name in page.FOLDERS},
    }
    return {**FIGURES, "groups": groups}


def yardsticks(told):
    """The last three cells of each yardstick."""
    table = told.partition("## Yardsticks")[2].partition("\n## ")[0].strip().splitlines()[2:]
    return [tuple(cell.strip() for cell in line.split("|")[2:5]) for line in table]


def test_the_page_is_made_of_the_figures_that_are_kept():
    kept = json.loads((BENCHMARKS / "speed.json").read_text("utf-8"))
    assert (ROOT / "SPEED.md").read_text("utf-8") == page.render(kept, WORDS)


def test_yardsticks_that_are_met():
    told = yardsticks(page.render(figures(0.3, (10.0, 5.0), 0.4, 0.6), WORDS))
    assert told == [
        *[("1.5", "1.50", "met")] * len(page.LONGS),
        ("1.7", "2.00", "met"),
        ("1.0", "0.84", "met"),
        *[("1.0", "0.50", "met")] * 5,
    ]


def test_yardsticks_that_are_not_met():
    told = yardsticks(page.render(figures(0.4, (10.0, 8.0), 0.95, 0.2), WORDS))
    assert told == [
        *[("1.5", "2.00", "not")] * len(page.LONGS),
        ("1.7", "1.25", "not"),
        ("1.0", "2.00", "not"),
        *[("1.0", "2.00", "not: quick 1.0")] * 5,
    ]


def test_rows_are_ratios_to_the_floors():
    told = page.render(figures(0.3, (10.0, 5.0), 0.4, 0.6), WORDS)
    assert "\n| `check` | 0.300 | 0.800 | 30.0 | 1.5 | 20 |\n" in told
    assert "\n| gone 2.0 | not run: a/b | | | | |\n" in told
    assert "\n## 25,000 words of English, as Markdown\n" in told


@pytest.mark.parametrize(("load", "busy"), [(0.9, False), (1.0, True)])
def test_a_busy_machine_is_told(load, busy):
    made = figures(0.3, (10.0, 5.0), 0.4, 0.6)
    told = page.render({**made, "about": {**FIGURES["about"], "load": load}}, WORDS)
    assert ("The machine was busy" in told) is busy


def test_marks_are_counted_by_language():
    told = page.render(figures(0.3, (10.0, 5.0), 0.4, 0.6), WORDS)
    assert "\n| lines with a clause | 10 | 50 | 11 | 51 |\n| ours | 9 | 1 | 8 | 2 |\n" in told
    assert "\n| theirs | 3 | 4 | - | - |\n" in told


@pytest.mark.parametrize("language", ["nl", "en"])
def test_contracts_are_mostly_ordinary_and_always_the_same(language, tmp_path):
    made = contracts.contract_of(2_000, language, 1)
    assert made == contracts.contract_of(2_000, language, 1) != contracts.contract_of(2_000, language, 2)
    assert 2_000 <= sum(len(one.text.split()) for one in made) < 2_300
    contracts.write_text(made, tmp_path / "contract.md")
    lines = (tmp_path / "contract.md").read_text("utf-8").splitlines()
    unfair, ordinary = contracts.planted_lines(made)
    assert [lines[number - 1] for number in sorted(unfair)] == [one.text for one in made if one.planted]
    assert 4 * len(unfair) < len(ordinary) < 8 * len(unfair)


def test_no_slot_of_a_sentence_stays_open():
    assert [text for language in ("nl", "en") for text in contracts.sentences(language) if "{" in text] == []


@pytest.fixture
def peers(tmp_path):
    """Stand-ins for two public tools: one finds something on line 3, one breaks."""
    for name, script in (
        (
            "proselint",
            'for file; do case $file in -*|check) ;; *) echo "$file:3:1: odd: Odd." ;; esac; done; exit 1',
        ),
        ("semgrep", "echo no rules >&2; exit 7"),
    ):
        program = tmp_path / "peers" / name / "bin" / name
        program.parent.mkdir(parents=True)
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
    return tmp_path / "peers"


def test_the_benchmark_runs(peers):
    small = ["--rounds=1", "--rounds-of-many=1", "--long=200", "--many=4", f"--peers={peers}"]
    command = [sys.executable, str(BENCHMARKS / "speed.py"), *small, "--only", "start", "long-en.md", "prose"]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    rows = [line.split(" | ") for line in told.splitlines() if line.startswith("| ")]
    ours = [row for row in rows if row[0].startswith(("| `", "| its text"))]
    assert len(ours) == 4 + 5 + 6
    assert all(float(row[1]) > 0 for row in ours)
    assert told.count("not run: ended with 7: no rules") == 2
    assert told.count("not run: not installed") == 5 + 5
    assert [row[1:] for row in rows if row[0] == "| proselint 0.16.0"][-1] == ["0", "0", "0", "0 |"]
