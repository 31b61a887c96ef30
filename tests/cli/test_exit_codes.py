"""0 nothing to report, 1 findings, 2 not everything could be done, whatever stood in the way."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from contract_lint import workers
from contract_lint.cli import examining, settling
from contract_lint.model import Fault


def write(**texts: str) -> None:
    for name, text in texts.items():
        Path(f"{name}.txt").write_text(text)


@pytest.mark.parametrize(
    ("text", "level", "code"),
    [
        ("fair", "note", 0),
        ("a note", "note", 1),
        ("a note", "warning", 0),
        ("a warning", "warning", 1),
        ("a warning", "error", 0),
        ("an error", "error", 1),
        ("an error", "none", 0),
        ("an error with a scan", "none", 2),
        ("fair with a scan", "warning", 2),
        ("unreadable", "none", 2),
        ("crash", "none", 2),
    ],
)
def test_the_level_decides_and_unread_outranks_it(run, text, level, code):
    write(terms=text)
    assert run("check", "--fail-on", level, "terms.txt").exit_code == code


def test_warning_is_the_usual_level(run):
    write(first="a note", second="a warning")
    assert run("check", "first.txt").exit_code == 0
    assert run("check", "second.txt").exit_code == 1


@pytest.mark.parametrize("bad", ["unreadable", "crash"])
def test_one_bad_document_does_not_hide_the_others(run, bad):
    write(a=bad, b="an error")
    result = run("check", "a.txt", "gone.txt", "b.txt")
    assert result.exit_code == 2
    assert "b.txt:1:1 art. 1  error  rule-error" in result.stdout
    assert "gone.txt: not read: does not exist\n" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_internal_error_is_one_line_unless_debugging(run):
    write(a="crash")
    result = run("check", "a.txt")
    assert result.stderr.splitlines()[0] == (
        "a.txt: not read: internal error (ZeroDivisionError: a fault of ours);"
        " please report it, with what --debug shows"
    )
    assert "Traceback" in run("--debug", "check", "a.txt").stderr
    assert "Traceback" in run("check", "a.txt", env={"CONTRACT_LINT_DEBUG": "1"}).stderr


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (Fault("no such field", "rules/x.yaml", 3), "Error: rules/x.yaml:3: no such field\n"),
        (
            ValueError("one\ntwo"),
            "contract-lint: internal error (ValueError: one two);"
            " please report it, with what --debug shows\n",
        ),
    ],
)
def test_what_stops_the_whole_run(run, monkeypatch, error, told):
    def load(_options):
        raise error

    monkeypatch.setattr(settling, "load", load)
    write(a="fair")
    result = run("check", "a.txt")
    assert (result.exit_code, result.stderr, result.stdout) == (2, told, "")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["check"], "Missing argument 'PATH...'"),
        (["check", "--fail-on", "never", "a.txt"], "'never' is not one of"),
        (["check", "--no-such-option", "a.txt"], "No such option"),
        (["chekc", "a.txt"], 'there is no command "chekc"; did you mean "check"?'),
        (["check", "empty"], "no documents in empty"),
        (["facts", "gone.pdf"], "gone.pdf"),
        (["extract", "gone.pdf"], "gone.pdf"),
    ],
)
def test_what_was_asked_wrongly(run, args, told):
    Path("empty").mkdir()
    result = run(*args)
    assert result.exit_code == 2
    assert told in result.stderr
    assert "Traceback" not in result.output


def test_a_fault_in_a_grammar_stops_the_run_and_is_told_once(run):
    write(a="fault", b="an error")
    result = run("check", "a.txt", "b.txt")
    assert (result.exit_code, result.stderr) == (2, "Error: nl/x.lark:3: no such terminal\n")


def test_no_rules_left_is_no_fair_contract(run, monkeypatch):
    monkeypatch.setattr(settling, "load", lambda options: ())
    write(a="fair")
    result = run("check", "a.txt")
    assert result.exit_code == 2
    assert "no rule is left" in result.stderr


def test_no_command_shows_the_help(run):
    assert "Commands:" in run().output


def test_an_interrupt_is_quiet(run, monkeypatch):
    def lint(*_given):
        raise KeyboardInterrupt

    monkeypatch.setattr(examining, "lint", lint)
    write(a="fair")
    result = run("check", "a.txt")
    assert result.exit_code == 130
    assert "Traceback" not in result.stderr


def test_an_interrupt_leaves_finished_results_whole(run, monkeypatch):
    def spread(work, tasks, *_given):
        yield 0, work(tasks[0])
        raise KeyboardInterrupt

    monkeypatch.setattr(workers, "spread", spread)
    write(a="an error", b="an error")
    result = run("check", "a.txt", "b.txt")
    assert result.exit_code == 130
    assert "a.txt:1:1 art. 1  error  rule-error" in result.stdout
    assert "b.txt: not read: the run was interrupted" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
def test_an_interrupt_while_waiting_for_standard_input(tmp_path):
    program = "from contract_lint.cli import main, reading; print(flush=True); main(['extract', '-'])"
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    started = subprocess.Popen([sys.executable, "-c", program], cwd=tmp_path, **pipes)
    started.stdout.readline()
    time.sleep(0.5)  # until it waits for its input
    started.send_signal(signal.SIGINT)
    _, told = started.communicate(timeout=30)
    assert started.returncode == 130
    assert b"Traceback" not in told


def test_a_reader_that_leaves_early_is_no_fault(tmp_path):
    command = f"{sys.executable} -m contract_lint schema"
    done = subprocess.run(
        ["bash", "-c", f"({command}; echo $? >code) | true"], capture_output=True, cwd=tmp_path
    )
    assert done.stderr == b""
    assert (tmp_path / "code").read_text() == "0\n"
