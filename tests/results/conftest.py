"""A cache folder of the test's own, in which grammars and rules are compiled already."""

import os
import shutil
import subprocess
import sys

import pytest

from contract_lint import lint
from contract_lint.shipped import cached


@pytest.fixture(scope="session")
def compiled():
    """The compiled grammars and rules."""
    for text in (
        b"Opzeggen kan alleen per aangetekende brief.",
        b"You may cancel by registered letter only.",
    ):
        lint(text, name="terms.txt")
    return [path for path in cached("").parent.joinpath("contract-lint").iterdir() if path.is_file()]


@pytest.fixture
def cache_folder(compiled, tmp_path, monkeypatch):
    """The folder of reports in a cache of the test's own; nothing is in it yet."""
    folder = tmp_path / "cache" / "contract-lint"
    folder.mkdir(parents=True)
    for path in compiled:
        shutil.copy(path, folder)
    monkeypatch.setenv("CONTRACT_LINT_CACHE", str(folder.parent))
    return folder / "results"


@pytest.fixture
def check(cache_folder, tmp_path):
    """Run `check` as a process in a folder of its own."""
    (tmp_path / "work").mkdir()

    def run(*args, module="contract_lint"):
        command = [sys.executable, "-m", module, "check", *args]
        return subprocess.run(command, cwd=tmp_path / "work", env=dict(os.environ), capture_output=True)

    return run
