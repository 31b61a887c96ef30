"""`compare`: what is held against what, and which findings fail the run."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

LETTER = "1.1 De klant kan uitsluitend per aangetekende brief opzeggen.\n"
MONTHS = "1.2 De klant heeft een opzegtermijn van zes maanden.\n"
COURT = "2.1 Alleen de rechter te Utrecht is bevoegd kennis te nemen van geschillen.\n"
HEAD = "Algemene voorwaarden\n\n1. Opzeggen\n"


@pytest.fixture
def compare(tmp_path):
    """Run the real program on two texts."""

    def run(old: str, new: str, *args: str):
        (tmp_path / "old.txt").write_text(old)
        (tmp_path / "new.txt").write_text(new)
        command = [sys.executable, "-m", "contract_lint", "compare", *args, "old.txt", "new.txt"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")

    return run


def standings(done) -> list[tuple[str, str]]:
    document = json.loads(done.stdout)["documents"][0]
    told = [(finding["standing"], finding["rule"]) for finding in document["findings"]]
    return told + [("removed", finding["rule"]) for finding in document["older"]["removed"]]


def test_moving_and_renumbering_change_nothing(compare):
    first = HEAD + COURT.replace("2.1", "1.1")
    moved = first + "2. Weg\n" + MONTHS.replace("1.2", "2.1") + LETTER.replace("1.1", "2.2")
    done = compare(HEAD + LETTER + MONTHS + COURT, moved, "--format", "json", "--fail-on", "note")
    assert {standing for standing, _ in standings(done)} == {"kept"}
    assert done.returncode == 0


def test_only_what_is_new_fails_the_run(compare):
    done = compare(HEAD + LETTER, HEAD + LETTER + MONTHS, "--format", "json")
    assert ("added", "notice-over-one-month") in standings(done)
    assert ("kept", "registered-letter-only") in standings(done)
    assert done.returncode == 1
    assert compare(HEAD + LETTER + MONTHS, HEAD + MONTHS).returncode == 0
    assert compare(HEAD + LETTER, HEAD + LETTER + MONTHS, "--fail-on", "none").returncode == 0


def test_what_is_said_once_more_is_new(compare):
    again = MONTHS.replace("1.2", "1.3")
    done = compare(HEAD + MONTHS, HEAD + MONTHS + again, "--format", "json", "--select", "notice-period")
    assert [standing for standing, _ in standings(done)] == ["kept", "added"]


def test_the_text_tells_what_is_new_in_full_and_the_rest_on_a_line_each(compare):
    done = compare(
        HEAD + LETTER + COURT, HEAD + LETTER + MONTHS, "--select", "notice-period,cancellation-form"
    )
    assert "art. 1.2  warning  notice-over-one-month  nieuw\n" in done.stdout
    assert "als eerst: 1\n  new.txt:4:30 art. 1.1  warning  registered-letter-only\n" in done.stdout
    assert done.stderr.endswith(
        "1 document: 1 nieuw (0 errors, 1 warning, 0 notes); 1 als eerst; 0 niet meer aanwezig\n"
    )


def write(**texts: str) -> None:
    for name, text in texts.items():
        path = Path(name.replace("__", "/") + ".txt")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)


def test_folders_are_paired_by_name(run):
    write(old__a="an error", old__gone="a warning", new__a="an error", new__fresh="a warning")
    result = run("compare", "old", "new", "--format", "json")
    documents = {document["path"]: document for document in json.loads(result.stdout)["documents"]}
    assert list(documents) == ["new/a.txt", "new/fresh.txt", "old/gone.txt"]
    assert documents["new/a.txt"]["findings"][0]["standing"] == "kept"
    assert documents["new/fresh.txt"]["findings"][0]["standing"] == "added"
    assert documents["old/gone.txt"]["older"]["removed"][0]["rule"] == "rule-warning"
    assert result.exit_code == 1


@pytest.mark.parametrize(("old", "new"), [("a scan", "fair"), ("fair", "a scan"), ("unreadable", "fair")])
def test_a_draft_that_was_not_wholly_read_is_told(run, old, new):
    write(old=old, new=new)
    result = run("compare", "old.txt", "new.txt", "--fail-on", "none")
    assert result.exit_code == 2
    assert "not read" in result.stderr


def test_a_new_draft_that_was_not_read_at_all_makes_nothing_better(run):
    write(old="an error", new="unreadable")
    result = run("compare", "old.txt", "new.txt", "--format", "json")
    assert json.loads(result.stdout)["summary"]["standings"]["removed"] == 0


def test_what_is_accepted_does_not_fail_the_run(run):
    write(old="fair", new="an error")
    assert run("compare", "old.txt", "new.txt").exit_code == 1
    assert run("baseline", "create", "new.txt").exit_code == 0
    result = run("compare", "old.txt", "new.txt", "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["documents"][0]["accepted"][0]["finding"]["rule"] == "rule-error"


def test_the_older_draft_from_a_pipe(run):
    write(new="an error")
    result = run(
        "compare", "-", "new.txt", "--stdin-filename", "terms.md", "--format", "json", input="an error"
    )
    document = json.loads(result.stdout)["documents"][0]
    assert (document["path"], document["older"]["path"]) == ("new.txt", "terms.md")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["a.txt"], "Missing argument 'NEW'"),
        (["a.txt", "a.txt"], "OLD and NEW are both a.txt"),
        (["a.txt", "map"], "two documents or two folders"),
        (["map", "empty"], "no documents in map, empty"),
        (["a.txt", "b.txt", "--output", "json=a.txt"], "is one of the documents"),
    ],
)
def test_what_was_asked_wrongly(run, args, told):
    for folder in ("map", "empty"):
        Path(folder).mkdir()
    write(a="fair", b="fair")
    result = run("compare", *args)
    assert result.exit_code == 2
    assert told in result.stderr
