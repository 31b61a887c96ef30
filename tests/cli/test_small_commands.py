"""`completion` and `doctor`."""

from pathlib import Path

import pytest


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_for_this_program(run, shell):
    told = run("completion", shell)
    assert told.exit_code == 0
    assert "_CONTRACT_LINT_COMPLETE" in told.stdout


@pytest.fixture
def offered(run):
    """What the Tab key offers behind the words of a command line that is being typed."""

    def at(*words: str) -> list[str]:
        typed = {"COMP_WORDS": " ".join(("contract-lint", *words)), "COMP_CWORD": str(len(words))}
        told = run(env={"_CONTRACT_LINT_COMPLETE": "bash_complete", **typed}).output
        return [line.partition(",")[2] for line in told.split()]

    return at


def test_the_tab_key_offers_names_of_rules(offered):
    assert "exit-fee" in offered("explain", "exit")
    assert offered("check", "--select", "exit-fee,tacit-renewal-f") == ["exit-fee,tacit-renewal-fixed"]
    assert {"exit-fee", "exit-hindrance"} <= set(offered("rules", "--ignore", "exit"))
    assert "nl-consumer" in offered("rules", "--ruleset", "nl")
    assert offered("check", "--sector", "tele") == ["telecom"]
    assert offered("explain", "no-such-rule") == []


def test_the_tab_key_offers_own_rules(run, offered):
    run("rules", "new", "house-rule", "--ruleset", "house")
    Path(".contract-lint.toml").write_text('rules = ["house"]\n')
    assert offered("explain", "house") == ["house-rule"]


def test_the_tab_key_minds_no_fault_in_the_settings(offered):
    Path(".contract-lint.toml").write_text("rules = 1\n")
    assert "exit-fee" in offered("explain", "exit")


def test_doctor_tells_what_is_there_and_what_to_install(run, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda program, **_: None)
    told = run("doctor")
    assert told.exit_code == 0
    assert "not available: install tesseract-ocr" in told.stdout
    assert "not available: install LibreOffice" in told.stdout
    monkeypatch.setattr("shutil.which", lambda program, **_: "/bin/echo")
    assert "without nld, eng" in run("doctor").stdout
