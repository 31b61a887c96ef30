"""A command line with a hand-made pipeline behind it, and the real program as a process."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from contract_lint import results, workers
from contract_lint.cli import examining, main, settling
from contract_lint.model import (
    Block,
    Clause,
    Contract,
    Document,
    Evidence,
    Fault,
    Finding,
    Place,
    Profile,
    Report,
    Segment,
    Sentence,
    Severity,
    Span,
    Trait,
    Unread,
    Unreadable,
)

TOLD = Trait("unknown", "")


def report(text: str, name: str) -> Report:
    """A finding for every severity that the text names, and an unread part for the word "scan"."""
    if "unreadable" in text:
        raise Unreadable("the file is encrypted; save it without a password")
    if "fault" in text:
        raise Fault("no such terminal", "nl/x.lark", 3)
    if "crash" in text:
        raise ZeroDivisionError("a fault of ours")
    whole = Span(0, len(text))
    paper = Document(name, "text", text, (Block(whole),), (Segment(0, Place(line=1, column=1)),))
    clause = Clause("1", "", (), whole, (Sentence(whole),), 0, "en")
    findings = tuple(
        Finding(
            rule=f"rule-{level}",
            ruleset="example",
            family="family",
            severity=level,
            title="A title",
            message="A message.",
            why="A reason.",
            basis=(),
            evidence=Evidence(whole, whole),
            clause=0,
            fingerprint=f"{level}:1",
        )
        for level in Severity
        if str(level) in text
    )
    unread = (Unread("page", "it is a picture", 2),) if "scan" in text else ()
    contract = Contract(paper, "en", (clause,))
    return Report(name, contract, Profile(TOLD, TOLD, TOLD), findings, (), unread)


def in_this_process(work, tasks, _limits, _jobs=1):
    """What is done here can be watched here."""
    return ((index, work(task)) for index, task in enumerate(tasks))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list:
    """The options of every linting that was asked for; the linting itself is a stand-in."""
    seen = []

    def lint(source, options, name, rules):
        seen.append(options)
        if not isinstance(source, bytes) and not source.exists():
            raise Unreadable(f"{name} does not exist")
        content = source if isinstance(source, bytes) else source.read_bytes()
        return report(content.decode(), name)

    monkeypatch.setattr(examining, "lint", lint)
    monkeypatch.setattr(workers, "spread", in_this_process)
    monkeypatch.setattr(results, "key_of", lambda *_: None)  # a stand-in's reports are kept nowhere
    monkeypatch.setattr(settling, "load", lambda options: ("a rule",))
    return seen


@pytest.fixture
def run(asked, tmp_path, monkeypatch):
    """Run the command line in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "CONTRACT_LINT_DEBUG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def invoke(*args: str, **given):
        return CliRunner().invoke(main, list(args), prog_name="contract-lint", **given)

    return invoke


@pytest.fixture
def linting(run, monkeypatch):
    """The command line with the real pipeline behind it, on 22 November 2026."""
    from contract_lint import pipeline

    monkeypatch.setattr(examining, "lint", pipeline.lint)
    monkeypatch.setattr(settling, "load", pipeline.load)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    return run


@pytest.fixture
def process(tmp_path):
    """Run the real program as a process in an empty folder."""

    def start(*args: str, env: dict[str, str] | None = None, **given):
        command = [sys.executable, "-m", "contract_lint", *args]
        settings = {"capture_output": True, "cwd": tmp_path, "env": {**os.environ, **(env or {})}}
        return subprocess.run(command, **{**settings, **given})

    return start
