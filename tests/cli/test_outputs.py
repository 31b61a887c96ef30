"""Reports in several formats from one run: what is written where, whole or not at all."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from contract_lint.cli import outputs
from contract_lint.cli.portable import portable
from contract_lint.model import Report
from contract_lint.reports import FORMATS


def write(*paths: str, text: str = "fair") -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text)


def test_every_format_from_one_run(run):
    write("a.txt", text="an error with a scan")
    asked = [f"--output={form}=report.{form}" for form in FORMATS]
    result = run("check", *asked, "a.txt")
    assert result.exit_code == 2
    assert "rule-error" in result.stdout  # the text, as without --output
    for form in FORMATS:
        told = Path(f"report.{form}").read_text("utf-8")
        assert "rule-error" in told, form
        assert "it is a picture" in told, form
        assert str(Path.cwd()) not in told, form
    assert sorted(path.name for path in Path().glob("*")) == sorted(
        ["a.txt", *(f"report.{form}" for form in FORMATS)]
    )


def test_a_text_file_tells_what_was_not_read_and_keeps_its_permissions(run):
    write("in/a.txt", text="an error with a scan")
    Path("report.txt").write_text("old")
    Path("report.txt").chmod(0o640)
    run("check", "--output", "text=report.txt", "in")
    told = Path("report.txt").read_text("utf-8")
    assert "rule-error" in told
    assert "in/a.txt p.2: not read: page: it is a picture\n" in told
    assert Path("report.txt").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(("suffix", "form"), outputs.SUFFIXES.items())
def test_the_suffix_tells_the_format(run, suffix, form):
    write("a.md", text="an error")
    run("check", "--output", f"report{suffix}", f"--output={form}=asked", "a.md")
    assert Path(f"report{suffix}").read_bytes() == Path("asked").read_bytes()


def test_a_report_to_standard_output_takes_the_place_of_the_text(run):
    write("a.txt", text="a scan")
    result = run("check", "--output", "json=-", "--output", "junit=x.xml", "a.txt")
    assert json.loads(result.stdout)["summary"]["unread"] == 1
    assert ElementTree.parse("x.xml").getroot().get("errors") == "1"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--output", "sarif=-", "--output", "json=-"], "only one report can go to standard output"),
        (["--output", "sarif=-", "--format", "text"], "only one report can go to standard output"),
        (["--output", "sarfi=x"], 'there is no format "sarfi"; did you mean "sarif"?; there are text, json'),
        (["--output", "report"], "say in which format, as html=report"),
        (["--output", "csv="], "say to which file, as csv=FILE"),
        (["--output", "json=x", "--output", "csv=./x"], "x is named twice"),
        (["--output", "json=no/such/x"], "there is no folder no/such; make it first"),
        (["--output", "json=map"], "map is a folder; name a file in it"),
        (["--output", "markdown=map/../map/a.txt"], "is one of the documents"),
    ],
)
def test_what_cannot_be_written_is_told_before_the_work(run, asked, args, told):
    write("map/a.txt", text="an error")
    result = run("check", *args, "map")
    assert result.exit_code == 2
    assert told in result.stderr
    assert (asked, result.stdout) == ([], "")
    assert Path("map/a.txt").read_text() == "an error"


def test_a_file_that_fails_does_not_keep_the_others_from_being_written(run, monkeypatch):
    def save(text, path, kept=outputs.streams.save):
        if path.name == "full.json":
            raise OSError(28, "No space left on device")
        kept(text, path)

    monkeypatch.setattr(outputs.streams, "save", save)
    write("a.txt", text="an error")
    result = run("check", "--output", "full.json", "--output", "x.csv", "a.txt")
    assert result.exit_code == 2
    assert "full.json: No space left on device" in result.stderr
    assert "rule-error" in result.stdout
    assert "rule-error" in Path("x.csv").read_text("utf-8")


def test_a_summary_is_added_to_what_the_step_has_written(run):
    write("a.txt", text="an error")
    write("summary.md", text="# Before\n")
    run("check", "--output", "github-summary=summary.md", "a.txt")
    told = Path("summary.md").read_text("utf-8")
    assert told.startswith("# Before\n")
    assert "rule-error" in told


def test_lines_of_the_sidecar(run):
    """The stand-in reads text files, which have lines of their own: the path stays theirs."""
    write("a.txt", text="an error")
    result = run("check", "--sarif-locations", "sidecar", "--format", "sarif", "a.txt")
    location = json.loads(result.stdout)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "a.txt"


def test_paths_say_nothing_of_this_machine(monkeypatch, tmp_path):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    given = [
        str(tmp_path / "here" / "a.txt"),
        "b.txt",
        str(tmp_path / "x" / "c.txt"),
        str(tmp_path / "d.txt"),
    ]
    told = [report.path for report in portable([Report(path, None, None) for path in given])]
    assert told == ["a.txt", "b.txt", "x/c.txt", "d.txt"]


def test_reports_and_extracted_text_in_a_folder_are_no_contracts(run):
    write("map/a.txt", text="an error")
    reports = ("html=map/report.html", "map/report.md", "map/report.json", "map/report.csv")
    for _ in range(2):
        result = run("check", *(f"--output={report}" for report in reports), "--format", "json", "map")
        assert [document["path"] for document in json.loads(result.stdout)["documents"]] == ["map/a.txt"]
    write("map/b.docx", "map/b.docx.txt", "map/c.docx.txt")
    documents = json.loads(run("check", "--format", "json", "map").stdout)["documents"]
    assert [one["path"] for one in documents] == ["map/a.txt", "map/b.docx", "map/c.docx.txt"]
    given = json.loads(run("check", "--format", "json", "map/b.docx.txt").stdout)["documents"]
    assert [one["path"] for one in given] == ["map/b.docx.txt"]
