"""The page of accuracy says what the scorer measured, and nothing else."""

import json
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "benchmarks" / "accuracy.py"


def figures(gold=0, hit=0, found=0, right=0, traps=0, p=0.0, r=0.0, r2=None, f1=0.0) -> dict:
    return {
        "gold": gold,
        "hit": hit,
        "found": found,
        "right": right,
        "traps": traps,
        "p": p,
        "r": r,
        "r2": r2,
        "f1": f1,
    }


SCORES = {
    "nl": {
        "penalty": figures(12, 10, 11, 10, 1, 0.909, 0.833, 0.9, 0.87),
        "transfer": figures(10, 5, 10, 5, 0, 0.5, 0.5, 0.5, 0.5),
        "interest": figures(3, 0, 0, 0),
        "ALL (family right)": figures(25, 15, 21, 15, 1, 0.714, 0.6, 0.857, 0.652),
        "ANY (sentence right)": figures(25, 18, 21, 19, 0, 0.905, 0.72, None, 0.802),
        "MACRO": {"p": 0.47, "r": 0.444, "f1": 0.457},
    },
    "somewhere": {
        "penalty": figures(1, 1, 1, 1, 0, 1.0, 1.0, 1.0, 1.0),
        "ALL (family right)": figures(1, 1, 1, 1, 0, 1.0, 1.0, 1.0, 1.0),
        "ANY (sentence right)": figures(1, 1, 1, 1, 0, 1.0, 1.0, None, 1.0),
        "MACRO": {"p": 1.0, "r": 1.0, "f1": 1.0},
    },
}
WORDS = {
    "opening": "# How accurate\n",
    "corpora": {"nl": {"about": "Dutch contracts.", "traps": 10}},
    "yardsticks": [
        {
            "said": "precision",
            "corpora": ["nl", "en"],
            "row": "ALL (family right)",
            "figure": "p",
            "least": 0.85,
        },
        {
            "said": "recall of 2",
            "corpora": ["nl"],
            "row": "ALL (family right)",
            "figure": "r2",
            "least": 0.85,
        },
    ],
    "families": {"corpora": ["nl"], "labels": 10, "least": 0.65},
    "others": [
        {"corpus": "nl", "said": "regexes", "f1": 0.44},
        {"corpus": "nl", "said": "people", "f1": 0.87},
    ],
    "known": {"misses": ["A figure in a picture."], "alarms": ["A quoted statute."]},
}
PAGE = """\
# How accurate

## Yardsticks

| | wanted | reached | |
|---|---:|---:|---|
| precision, nl | 0.85 | 0.71 | not |
| recall of 2, nl | 0.85 | 0.86 | met |
| traps hit, at most, nl | 5% | 10% | not |
| F1 of every family with 10 labels or more, nl | 0.65 | 0.50 | not: transfer |

## Beside others, on nl

| | F1 |
|---|---:|
| regexes | 0.44 |
| **contract-lint** | 0.80 |
| people | 0.87 |

## nl

Dutch contracts.

| family | labels | hit | findings | right | traps hit | precision | recall | recall of grade 2 | F1 |
|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
| interest | 3 | 0 | 0 | 0 | 0 | 0.00 | 0.00 | - | 0.00 |
| penalty | 12 | 10 | 11 | 10 | 1 | 0.91 | 0.83 | 0.90 | 0.87 |
| transfer | 10 | 5 | 10 | 5 | 0 | 0.50 | 0.50 | 0.50 | 0.50 |
| **ALL (family right)** | 25 | 15 | 21 | 15 | 1 | 0.71 | 0.60 | 0.86 | 0.65 |
| **ANY (sentence right)** | 25 | 18 | 21 | 19 | 0 | 0.91 | 0.72 | - | 0.80 |
| **MACRO** |  |  |  |  |  | 0.47 | 0.44 | - | 0.46 |

## somewhere

| family | labels | hit | findings | right | traps hit | precision | recall | recall of grade 2 | F1 |
|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
| penalty | 1 | 1 | 1 | 1 | 0 | 1.00 | 1.00 | 1.00 | 1.00 |
| **ALL (family right)** | 1 | 1 | 1 | 1 | 0 | 1.00 | 1.00 | 1.00 | 1.00 |
| **ANY (sentence right)** | 1 | 1 | 1 | 1 | 0 | 1.00 | 1.00 | - | 1.00 |
| **MACRO** |  |  |  |  |  | 1.00 | 1.00 | - | 1.00 |

## What it is known to miss

- A figure in a picture.

## Where it is known to cry wolf

- A quoted statute.
"""


@pytest.fixture(scope="module")
def script():
    spec = spec_from_file_location("accuracy", SCRIPT)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_says_what_was_measured(script):
    assert script.render(SCORES, WORDS) == PAGE


def test_the_scorer_is_run_by_its_path(script, tmp_path):
    scorer = tmp_path / "scorer.py"
    (tmp_path / "scores.json").write_text(json.dumps(SCORES))
    scorer.write_text(
        "import pathlib, sys\n"
        "assert sys.argv[1] == 'corpus' and sys.argv[2] == '--cmd' and sys.argv[-1] == '--json', sys.argv\n"
        "print(pathlib.Path(__file__).with_name('scores.json').read_text())\n"
    )
    assert script.measured([scorer, Path("corpus")]) == SCORES


def test_the_page_is_written_with_our_own_words(tmp_path):
    (tmp_path / "scores.json").write_text(json.dumps(SCORES))
    command = [sys.executable, str(SCRIPT), "scores.json", "--output", "page.md"]
    subprocess.run(command, cwd=tmp_path, check=True)
    page = (tmp_path / "page.md").read_text("utf-8")
    assert page.startswith("# How accurate it is\n")
    assert "| penalty | 12 | 10 | 11 | 10 | 1 | 0.91 |" in page
    assert "## What it is known to miss\n\n- " in page
