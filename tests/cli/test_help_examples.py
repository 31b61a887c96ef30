"""Every command shows examples in its help, and they do what they say, as a shell runs them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from contract_lint.cli import main
from contract_lint.cli.manual import entries

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
TERMS = "# Voorwaarden\n\n1. Opzeggen kan uitsluitend per aangetekende brief.\n"
ENTRIES = list(entries(click.Context(main, info_name="contract-lint")))


def shown() -> dict[str, list[str]]:
    """The lines to type, by command."""
    lines: dict[str, list[str]] = {}
    for entry in ENTRIES:
        blocks = [told.split("\n") for told in entry.paragraphs if "\n" in told]
        lines[entry.name] = [line.strip() for block in blocks for line in block if not line.endswith(":")]
    return lines


@pytest.fixture(scope="session")
def desk(tmp_path_factory) -> Path:
    """A repository with all that the examples speak of."""
    desk = tmp_path_factory.mktemp("desk")
    for name in ("contracts", "signed", "draft", "house-rules", "home/.config/fish/completions"):
        (desk / name).mkdir(parents=True)
    for name in ("terms.docx", "terms-2025.docx", "contracts/terms.docx", "signed/gym.docx"):
        shutil.copy(EXAMPLES / "sportschool.docx", desk / name)
    for name in ("terms-2026.docx", "draft/gym.docx"):
        shutil.copy(EXAMPLES / "hosting.docx", desk / name)
    shutil.copy(EXAMPLES / "hosting.pdf", desk / "terms.pdf")
    (desk / "terms.md").write_text(TERMS)
    (desk / "terms.html").write_text(
        "<p>Het lid kan het abonnement alleen per aangetekende brief opzeggen.</p>"
    )
    subprocess.run(
        [sys.executable, "-m", "contract_lint", "rules", "new", "no-fees"], cwd=desk / "house-rules"
    )
    author = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for command in (["init", "-q"], ["add", "."], [*author, "commit", "-q", "-m", "Terms"]):
        subprocess.run(["git", *command], cwd=desk, check=True)
    return desk


@pytest.mark.parametrize("name", shown())
def test_every_command_shows_examples(name):
    assert shown()[name]


@pytest.mark.skipif(not shutil.which("bash"), reason="bash runs the examples")
@pytest.mark.parametrize("line", sorted({line for lines in shown().values() for line in lines}))
def test_examples_run(line, desk, tmp_path):
    folder = tmp_path / "desk"
    shutil.copytree(desk, folder)
    if "baseline update" in line:
        subprocess.run(["bash", "-c", line.replace("update", "create")], cwd=folder, env=environment(folder))
    typed = line.replace("man -l -", "cat")
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", typed],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode in (0, 1), done.stderr  # 1 is findings
    assert "Error" not in done.stderr
    assert "not read" not in done.stderr


def environment(folder: Path) -> dict[str, str]:
    summary = str(folder / "summary.md")
    scripts = Path(sys.executable).parent
    path = f"{scripts}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "HOME": str(folder / "home"), "GITHUB_STEP_SUMMARY": summary}
