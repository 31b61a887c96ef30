"""What the README shows is what the program does: its console blocks are run and compared.

A block opens with ```console; its commands stand behind "$ ", the output that is expected below them,
findings and notes as a terminal shows them. `<!-- not run -->` above a block leaves it alone.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCK = re.compile(
    r"(?P<not_run><!-- not run -->\n)?^```console\n(?P<lines>.*?)^```$", re.MULTILINE | re.DOTALL
)
COMMAND = re.compile(r"^\$ ", re.MULTILINE)


def sessions() -> list[tuple[str, str]]:
    """Commands and their outputs."""
    found = []
    for block in BLOCK.finditer(README):
        if not block["not_run"]:
            for session in COMMAND.split(block["lines"])[1:]:
                command, _, output = session.partition("\n")
                found.append((command, output))
    return found


@pytest.mark.parametrize(("command", "output"), sessions(), ids=lambda text: text[:60])
def test_the_readme_shows_what_it_prints(command, output):
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    dull = {"LC_ALL": "C.UTF-8", "NO_COLOR": "1", "PATH": path}
    done = subprocess.run(
        command,
        shell=True,
        cwd=ROOT,
        env={**os.environ, **dull},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert done.stdout.strip() == output.strip()


def test_there_are_commands_to_run():
    assert sessions()
