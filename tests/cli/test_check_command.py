"""`check`: which documents, which options, and where the output goes."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from contract_lint import workers
from contract_lint.cli import examining, streams
from contract_lint.cli.sources import Source
from contract_lint.pipeline import Options


def write(*paths: str, text: str = "fair") -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text)


def checked(result) -> list[str]:
    return [document["path"] for document in json.loads(result.stdout)["documents"]]


def test_folders_are_walked_in_order_without_hidden_and_lock_files(run):
    write("map/b.docx", "map/a.PDF", "map/sub/c.md", "map/d.markdown", "map/e.txt")
    write("map/.git/no.txt", "map/~$b.docx", "map/.no.md", "map/no.css", "map/no")
    result = run("check", "--format", "json", "map")
    assert checked(result) == ["map/a.PDF", "map/b.docx", "map/d.markdown", "map/e.txt", "map/sub/c.md"]


def test_files_keep_their_order_and_come_once(run):
    write("b.txt", "a.txt", "odd.name")
    assert checked(run("check", "--format", "json", "b.txt", "./a.txt", ".", "odd.name")) == [
        "b.txt",
        "a.txt",
        "odd.name",
    ]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links there")
def test_the_biggest_document_is_read_first_and_told_in_its_place(run, monkeypatch):
    write("a.txt")
    write("b.txt", text="fair " * 1000)
    taken, spread = [], workers.spread
    monkeypatch.setattr(
        workers, "spread", lambda work, tasks, *rest: taken.extend(tasks) or spread(work, tasks, *rest)
    )
    assert checked(run("check", "--format", "json", "a.txt", "gone.txt", "b.txt")) == [
        "a.txt",
        "gone.txt",
        "b.txt",
    ]
    assert [name for name, *_ in taken] == ["b.txt", "a.txt", "gone.txt"]


def test_a_folder_that_links_to_itself_ends(run):
    write("map/a.txt")
    Path("map/again").symlink_to("..", target_is_directory=True)
    assert checked(run("check", "--format", "json", "map")) == ["map/a.txt"]


def test_standard_input_goes_by_the_name_it_is_given(run):
    result = run("check", "--format", "json", "--stdin-filename", "terms.md", "-", input="an error")
    assert checked(result) == ["terms.md"]
    assert result.exit_code == 1


def test_options_reach_the_pipeline(run, asked):
    write("a.txt")
    flags = "--audience consumer --sector telecom --concluded phone --language nl --report-language en"
    names = "--ruleset one,two --ruleset three --select fees --ignore a,b"
    assert run("check", *flags.split(), *names.split(), "a.txt").exit_code == 0
    assert asked == [
        Options(
            audience="consumer",
            sector="telecom",
            concluded="phone",
            language="nl",
            report_language="en",
            rulesets=("one", "two", "three"),
            select=("fees",),
            ignore=("a", "b"),
        )
    ]


def test_auto_is_nothing_given(run, asked):
    write("a.txt")
    run("check", "--language", "auto", "--report-language", "auto", "a.txt")
    assert asked == [Options()]


def test_findings_and_notes_go_their_own_ways(run):
    write("a.txt", text="an error")
    result = run("check", "a.txt")
    assert result.stdout == (
        "a.txt:1:1 art. 1  error  rule-error\n"
        "  A message.\n"
        "  1 | an error\n"
        "    | ^^^^^^^^\n"
        "  why      A reason.\n"
    )
    assert result.stderr == (
        "a.txt: English; audience: unknown; sector: unknown; concluded: unknown\n"
        "1 document: 1 error, 0 warnings, 0 notes\n"
    )


def test_nothing_found_leaves_standard_output_empty(run):
    write("a.txt")
    result = run("check", "a.txt")
    assert result.stdout == ""
    assert result.stderr.endswith("1 document: no findings\n")


def test_a_folder_that_cannot_be_listed_is_told(run, monkeypatch):
    def scandir(path):
        raise PermissionError(13, "Permission denied", str(path))

    Path("map").mkdir()
    monkeypatch.setattr(os, "scandir", scandir)
    result = run("check", "map")
    assert (result.exit_code, result.stderr) == (2, "Error: map: Permission denied\n")


def test_a_file_name_cannot_steer_the_terminal(run):
    write("a\x1b[31m.txt", text="an error")
    result = run("check", "a\x1b[31m.txt")
    assert "\x1b" not in result.output
    assert "a\\x1b[31m.txt:1:1" in result.stdout


@pytest.mark.parametrize(
    ("env", "terminal", "colored"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_colour(monkeypatch, env, terminal, colored):
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
    assert streams.colored(sys.stdout) is colored


def test_colour_in_a_pipe_when_forced(run):
    write("a.txt", text="an error")
    assert "\x1b[1;31merror\x1b[0m" in run("check", "a.txt", env={"FORCE_COLOR": "1"}).stdout


class Terminal(io.StringIO):
    """A stream that somebody watches."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "names", "shown"),
    [
        (Terminal, ["a", "b"], True),
        (Terminal, ["a"], False),
        (io.StringIO, ["a", "b"], False),
    ],
)
def test_a_progress_bar_only_where_somebody_watches_something_long(monkeypatch, stream, names, shown):
    monkeypatch.setattr(sys, "stderr", stream())
    sources = [Source(name, None) for name in names]
    with examining._progress(sources) as bar:
        for source in sources:
            if bar:
                bar.update(1, source.name)
    assert (f"{len(names)}/{len(names)}" in sys.stderr.getvalue()) is shown


@pytest.mark.parametrize(("joined", "between"), [(True, "\n\n"), (False, "\n")])
def test_a_line_stands_between_findings_and_notes_where_both_are_seen(tmp_path, joined, between):
    (tmp_path / "a.txt").write_text("1. You may cancel only by registered letter.\n")
    stderr = subprocess.STDOUT if joined else subprocess.PIPE
    command = [sys.executable, "-m", "contract_lint", "check", "a.txt"]
    done = subprocess.run(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=stderr, encoding="utf-8")
    told, _, notes = (done.stdout + (done.stderr or "")).partition("a.txt: English")
    assert notes
    assert told.endswith(between)
    assert joined or not told.endswith("\n\n")
