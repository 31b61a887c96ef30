"""The formats for CI and spreadsheets keep within what their readers take."""

import csv
import io
import json
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from contract_lint.model import (
    Basis,
    Block,
    Clause,
    Contract,
    Document,
    Evidence,
    Finding,
    Place,
    Report,
    Segment,
    Sentence,
    Severity,
    Span,
    Unread,
)
from contract_lint.reports import FORMATS, View, render
from contract_lint.reports.summary import ROOM


def saying(text: str, count: int = 1, severity: Severity = Severity.ERROR) -> Report:
    """A report in which every word of a document, of a rule and of a reason is this text."""
    whole = Span(0, len(text))
    paper = Document(text or "a", "text", text, (Block(whole),), (Segment(0, Place(line=1, column=1)),))
    clause = Clause(text, text, (), whole, (Sentence(whole),), 0, "en")
    finding = Finding(
        rule="rule",
        ruleset="set",
        family="family",
        severity=severity,
        title=text,
        message=text,
        why=text,
        basis=(Basis(text),),
        evidence=Evidence(whole, whole),
        clause=0,
        fingerprint="0:1",
    )
    contract = Contract(paper, "en", (clause,))
    return Report(paper.path, contract, None, (finding,) * count, (), (Unread(text, text, 1),))


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)


@settings(deadline=None)
@given(WORDS)
def test_junit_reads_back_whatever_a_contract_says(text):
    root = ElementTree.fromstring(render("junit", (saying(text),)).encode())
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("2", "1", "1")


@settings(deadline=None)
@given(WORDS)
def test_no_cell_is_a_formula(text):
    for row in csv.reader(io.StringIO(render("csv", (saying(text),)).removeprefix("\ufeff"))):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r", "|", "%"))]


@pytest.mark.parametrize("cell", ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1"])
def test_formulas_become_text(cell):
    rows = list(csv.DictReader(io.StringIO(render("csv", (saying(cell),)).removeprefix("\ufeff"))))
    assert rows[1]["message"] == "'" + cell.strip()


@settings(deadline=None)
@given(WORDS)
def test_an_annotation_stays_on_its_line(text):
    first, second, end = render("github", (saying(text),)).split("\n")
    assert first.startswith("::error ") and second.startswith("::error ") and end == ""
    assert "\r" not in first + second


@settings(deadline=None, max_examples=40)
@given(WORDS)
def test_every_format_takes_whatever_a_contract_says(text):
    for form in FORMATS:
        told = render(form, (saying(text),))
        assert told.encode()


def test_annotations_keep_within_what_github_shows():
    reports = [saying("x", 12, level) for level in Severity]
    lines = render("github", [replace(report, unread=()) for report in reports]).splitlines()
    levels = [line.partition(" ")[0] for line in lines]
    assert levels == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    assert lines[-1] == "::notice title=contract-lint::… and 7 more, see the report"


def test_annotations_point_at_lines_only_where_the_file_has_them(dutch, english):
    assert "line=" not in render("github", (dutch,))
    assert "file=terms.md,line=2," in render("github", (english,))
    assert "file=map/voorwaarden.pdf.txt,line=3," in render("github", (dutch,), View(sidecar=True))


def test_an_annotation_is_escaped():
    told = render("github", (replace(saying("50%\r\nx"), path="a,b:c.md"),)).splitlines()
    assert told[0].startswith("::error file=a%2Cb%3Ac.md,title=not read::")
    assert told[1].endswith("::50%25 x. 50%25 x (art. 50%25 x)")


@pytest.mark.parametrize("taken", [0, 600_000, 999_990])
def test_a_summary_is_never_too_large_and_says_what_it_leaves_out(taken):
    report = saying("many words " * 40, 1000)
    told = render("github-summary", (report,), View(taken=taken))
    assert len(told.encode()) + taken <= ROOM + 1000 < 1_048_576
    assert "findings did not fit here, see the report" in told
    assert "No finding does not mean that a contract is fair." in told


def test_markdown_shows_what_a_contract_says_as_it_is():
    told = render("markdown", (saying("<b>a</b> | `c` [d](e) *f* _g_ #1 @h"),))
    assert "\\<b\\>a\\</b\\> \\| \\`c\\` \\[d\\](e) \\*f\\* \\_g\\_ \\#1 \\@h" in told
    assert "<b>" not in told


def test_gitlab_fingerprints_are_unique(dutch):
    content = json.loads(render("gitlab", (dutch, replace(dutch, path="other.pdf"))))
    assert len({issue["fingerprint"] for issue in content}) == len(content) == 8
    assert {issue["severity"] for issue in content} == {"blocker", "critical", "major", "minor"}


@pytest.mark.parametrize(
    ("level", "failures"), [(Severity.ERROR, 1), (Severity.WARNING, 2), (Severity.NOTE, 3), (None, 0)]
)
def test_junit_fails_where_the_run_does(dutch, level, failures):
    root = ElementTree.fromstring(render("junit", (dutch,), View(levels=(level,))).encode())
    assert root.get("failures") == str(failures)
    assert len(list(root.iter("system-out"))) == 3 - failures


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in ("text", "html")])
def test_what_was_not_read_is_in_every_format(form, unreadable):
    assert "this is no Word file" in render(form, (unreadable,))


def test_what_is_accepted_fails_nothing(spared):
    root = ElementTree.fromstring(render("junit", (spared,), View(levels=(Severity.NOTE,))).encode())
    assert (root.get("failures"), root.get("skipped")) == ("2", "1")
    rows = list(csv.DictReader(io.StringIO(render("csv", (spared,)).removeprefix("\ufeff"))))
    assert [(row["standing"], row["because"]) for row in rows][-1] == ("accepted", "sold with a <free> exit")
    for form in ("github", "gitlab"):
        assert "verlenging-vast" not in render(form, (spared,))
