"""`completion` and `doctor`."""

import pytest


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_for_this_program(run, shell):
    told = run("completion", shell)
    assert told.exit_code == 0
    assert "_CONTRACT_LINT_COMPLETE" in told.stdout


def test_doctor_tells_what_is_there_and_what_to_install(run, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda program, **_: None)
    told = run("doctor")
    assert told.exit_code == 0
    assert "not available: install tesseract-ocr" in told.stdout
    assert "not available: install LibreOffice" in told.stdout
    monkeypatch.setattr("shutil.which", lambda program, **_: "/bin/echo")
    assert "without nld, eng" in run("doctor").stdout
