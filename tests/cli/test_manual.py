"""The manual says what help says, of every command, and COMMANDS.md is what it prints."""

import re
from pathlib import Path

import click
import pytest

from contract_lint.cli import main
from contract_lint.cli.manual import entries, page

ROOT = Path(__file__).parent.parent.parent
ENTRIES = list(entries(click.Context(main, info_name="contract-lint")))


def test_the_commands_in_markdown(request):
    printed = ROOT / "COMMANDS.md"
    told = page("markdown")
    if request.config.getoption("--accept"):
        printed.write_text(told, "utf-8")
    assert printed.read_text("utf-8") == told, "pytest -n 0 --accept tests/cli/test_manual.py"


@pytest.mark.parametrize("form", ["man", "markdown"])
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_command_is_in_it_with_all_options(entry, form):
    told = re.sub(r"\\f[BR]", "", page(form)).replace("\\-", "-")
    assert f"{entry.name} {entry.arguments}" in told
    for names, _ in entry.options:
        assert names.rpartition("--")[2].split()[0] in told


def test_the_command_prints_it(run, monkeypatch):
    assert run("manual").output == page("man")
    assert run("manual", "--format", "markdown").output == page("markdown")
    monkeypatch.setenv("CONTRACT_LINT_LANGUAGE", "nl")
    told = run("manual").output
    assert ".SH BESCHRIJVING" in told
    assert "Vindt oneerlijke bepalingen in contracten" in told


def test_no_line_of_text_is_taken_for_a_command_of_troff():
    known = {".TH", ".SH", ".SS", ".PP", ".TP", ".nf", ".fi", ".nh", ".ad"}
    opening = {line.split()[0] for line in page("man").splitlines() if line.startswith((".", "'"))}
    assert opening <= known
