"""What the README shows is what the program does: its commands are run, its files tried, its numbers counted.

A ```console block holds commands behind "$ ", each with the output that is expected below it, findings and
notes as a terminal shows them. `<!-- not run -->` above a block leaves it alone. A block that opens with
```console with the files above runs in a copy of the project that has the files and additions shown so far
(`<!-- file: PATH -->`, `<!-- append: PATH -->`). `pytest --accept tests/test_readme.py` keeps new outputs and
numbers in README.md.
"""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from contract_lint.findings import load_rules

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(
    r"(?P<not_run><!-- not run -->\n)?^```console(?P<copy> with the files above)?\n(?P<lines>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
PIECE = re.compile(
    r"^<!-- (?P<how>file|append): (?P<path>\S+) -->\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ ", re.MULTILINE)
FAMILIES = re.compile(r"(?<=<!-- families -->\n)(?:\|.*\n)+")
COPIED = ("contract_lint", "grammars", "rulesets", "examples", "tests", "pyproject.toml")


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the project with all that the README adds to it."""
    folder = tmp_path_factory.mktemp("copy")
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder)
    for piece in PIECE.finditer(README.read_text("utf-8")):
        path = folder / piece["path"]
        before = path.read_text("utf-8") + "\n" if piece["how"] == "append" else ""
        assert path.exists() == bool(before), f"{piece['path']} is there already, or cannot be added to"
        path.write_text(before + piece["text"], "utf-8")
    return folder


def run(command, folder):
    """The output of a command in a folder, as a terminal shows it without colour."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "PATH": path, "PYTHONPATH": str(folder)}
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return done.stdout


def blocks(text, copy):
    """Every block that is run, with its text as it should be."""
    wanted = [
        (block, session.partition("\n")[0], copy if block["copy"] else ROOT)
        for block in BLOCK.finditer(text)
        if not block["not_run"]
        for session in COMMAND.split(block["lines"])[1:]
    ]
    with ThreadPoolExecutor() as pool:
        outputs = list(pool.map(lambda one: run(one[1], one[2]), wanted))
    told = {block: f"```console{block['copy'] or ''}\n" for block, _, _ in wanted}
    for (block, command, _), output in zip(wanted, outputs, strict=True):
        told[block] += f"$ {command}\n{output.rstrip()}\n"
    return {block: f"{lines}```" for block, lines in told.items()}


def table(old):
    """The table of families with the rules counted; what a family finds stays as it is written."""
    written = {row.split("|")[1].strip(" `"): row.split("|")[2].strip() for row in old.splitlines()[2:]}
    counts = Counter(rule.family for rule in load_rules())
    rows = [f"| `{family}` | {written.get(family, '')} | {counts[family]} |" for family in sorted(counts)]
    return "\n".join((*old.splitlines()[:2], *rows)) + "\n"


def test_what_it_shows_is_what_is_printed(copy, request):
    text = README.read_text("utf-8")
    true = text
    for block, told in blocks(text, copy).items():
        true = true.replace(block.group(), told)
    true = FAMILIES.sub(lambda found: table(found.group()), true)
    if request.config.getoption("--accept"):
        README.write_text(true, "utf-8")
    assert README.read_text("utf-8").splitlines() == true.splitlines()


def test_every_family_is_described():
    rows = FAMILIES.search(README.read_text("utf-8")).group().splitlines()
    assert [row for row in rows if "|  |" in row] == []


def test_the_rule_that_it_adds_is_a_good_one(copy):
    asked = f"{sys.executable} -m pytest -n0 -p no:cacheprovider -k gym-notice tests/findings"
    assert " passed" in run(f"{asked} -o addopts=", copy)


def test_its_python_runs():
    for code in PYTHON.findall(README.read_text("utf-8")):
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        assert done.stdout


def test_what_it_links_to_exists():
    links = re.findall(r"\]\(([^)#:]+)\)", README.read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []
