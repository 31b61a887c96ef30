"""What the README shows is what the program does: its commands are run, its files tried, its numbers counted.

A ```console block holds commands behind "$ ", each with the output that is expected below it, findings and
notes as a terminal shows them. `<!-- not run -->` above a block leaves it alone. A block that opens with
```console with the files above runs in a folder with the examples and the files that the README shows
(`<!-- file: PATH -->`). Blocks that open with ```console step by step are one session in the folder `club`
of these: each command begins where the one before it ended. `pytest --accept tests/test_readme.py` keeps new
outputs and numbers in README.md.
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
    r"(?P<not_run><!-- not run -->\n)?^```console(?P<where> with the files above| step by step)?\n"
    r"(?P<lines>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
FILE = re.compile(r"^<!-- file: (?P<path>\S+) -->\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STEPS = " step by step"
COMMITTER = {
    f"GIT_{who}_{what}": told
    for who in ("AUTHOR", "COMMITTER")
    for what, told in (("NAME", "A. Jansen"), ("EMAIL", "jansen@example.org"))
}
COMMAND = re.compile(r"^\$ ", re.MULTILINE)
FAMILIES = re.compile(r"(?<=<!-- families -->\n)(?:\|.*\n)+")


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A folder with the examples and the files that the README shows."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "examples", folder / "examples", ignore=shutil.ignore_patterns("__pycache__"))
    for file in FILE.finditer(README.read_text("utf-8")):
        path = folder / file["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file["text"], "utf-8")
    return folder


def run(command, folder):
    """The output of a command in a folder, as a terminal shows it without colour."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "PATH": path}
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env={**env, **COMMITTER, "PRE_COMMIT_HOME": str(folder.parent / "pre-commit")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return done.stdout


def blocks(text, copy):
    """Every block that is run, with its text as it should be."""
    found = [block for block in BLOCK.finditer(text) if not block["not_run"]]
    steps = [block for block in found if block["where"] == STEPS]
    others = [block for block in found if block["where"] != STEPS]
    with ThreadPoolExecutor() as pool:
        stepped = pool.submit(lambda: [shown(block, copy / "club", map) for block in steps])
        apart = [shown(block, copy if block["where"] else ROOT, pool.map) for block in others]
        return dict(zip((*others, *steps), (*apart, *stepped.result()), strict=True))


def shown(block, folder, each):
    """A block with what its commands print in a folder; `each` runs them, in their order or side by side."""
    commands = [session.partition("\n")[0] for session in COMMAND.split(block["lines"])[1:]]
    outputs = each(lambda command: run(command, folder), commands)
    lines = (f"$ {one}\n{output}".rstrip() for one, output in zip(commands, outputs, strict=True))
    return "\n".join((f"```console{block['where'] or ''}", *lines, "```"))


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


def test_its_python_runs():
    for code in PYTHON.findall(README.read_text("utf-8")):
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        assert done.stdout


def test_what_it_links_to_exists():
    links = re.findall(r"\]\(([^)#:]+)\)", README.read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []
