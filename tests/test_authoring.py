"""AUTHORING.md is done as it says: its files are written, its commands run in order, its outputs compared.

A file is a line with only its path in backticks, then a fenced block; "`path`, its fifth line" replaces
one line of it. Commands stand in ```console blocks. "…" stands for lines or words that do not matter.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = (Path(__file__).parent.parent / "AUTHORING.md").read_text("utf-8")
BLOCK = re.compile(
    r"(?:^`([\w./-]+)`(, its fifth line)?\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
COMMAND = re.compile(r"^\$ ", re.MULTILINE)


def run(command: str, folder: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return done.stdout


def written(path: Path, text: str, fifth: bool) -> None:
    if fifth:
        lines = path.read_text("utf-8").splitlines(keepends=True)
        text = "".join([*lines[:4], text, *lines[5:]])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def agrees(said: str, expected: str) -> bool:
    lines = re.escape(expected.strip() + "\n").replace("\\\n", "\n")
    pattern = re.sub(r"(?m)^…\n", r"(?:.*\\n)?", lines).replace("…", ".*")
    return re.fullmatch(pattern, said.strip() + "\n", re.DOTALL) is not None


@pytest.fixture(scope="module")
def steps(tmp_path_factory) -> list[tuple[str, str, str]]:
    """Every command with what it said and what the page says it says."""
    folder, found = tmp_path_factory.mktemp("author"), []
    for path, fifth, language, text in BLOCK.findall(PAGE):
        if path:
            written(folder / path, text, bool(fifth))
        elif language == "console":
            for session in COMMAND.split(text)[1:]:
                command, _, output = session.partition("\n")
                found.append((command, run(command, folder), output))
    return found


def test_the_page_does_what_it_says(steps):
    assert len(steps) == 7
    for command, said, expected in steps:
        assert agrees(said, expected), f"$ {command}\n{said}"


def test_the_page_teaches_all_that_an_author_has():
    for word in ("facts.toml", "lexicon", "start", "also", "stop", "unless", "--rules", "rules new", "gap"):
        assert word in PAGE
