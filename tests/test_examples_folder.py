"""The contracts in examples/: remade they are the same, and what is found in them is as expected.

`pytest --accept tests/test_examples_folder.py` keeps new findings in examples_findings.txt.
"""

from pathlib import Path

import pytest

from contract_lint import lint
from contract_lint.documents import SUFFIXES, read
from contract_lint.model import Severity

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "examples"
EXPECTED = Path(__file__).with_name("examples_findings.txt")
CONTRACTS = sorted(path for path in FOLDER.iterdir() if path.suffix in SUFFIXES)


def as_lines(path):
    """The findings on a file, one a line."""
    report = lint(path)
    for finding in report.findings:
        number = report.contract.clauses[finding.clause].number if finding.clause is not None else "-"
        yield f"{path.stem} {number} {finding.severity} {finding.rule}"


def test_the_findings_are_as_expected(request):
    found = {path: list(as_lines(path)) for path in CONTRACTS}
    by_stem = {path.stem: lines for path, lines in found.items()}
    text = "\n".join(line for stem in sorted(by_stem) for line in by_stem[stem]) + "\n"
    if request.config.getoption("--accept"):
        EXPECTED.write_text(text, "utf-8")
    assert text == EXPECTED.read_text("utf-8")
    for path, lines in found.items():
        assert lines == by_stem[path.stem], path.name


def test_the_fair_contract_gives_no_warning():
    findings = lint(FOLDER / "eerlijk.md", audience="consumer").findings
    assert [finding.rule for finding in findings if finding.severity >= Severity.WARNING] == []


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
@pytest.mark.parametrize("name", ["hosting", "sportschool"])
def test_a_remade_contract_is_the_same(name, suffix, make):
    lines = make.parse((FOLDER / f"{name}.txt").read_text("utf-8"))
    maker = {".docx": make.as_docx, ".pdf": make.as_pdf}[suffix]
    content = maker(lines)
    assert content == maker(lines)
    kept = read(FOLDER / f"{name}{suffix}")
    assert read(content, kept.path).text == kept.text


def test_every_source_is_remade(make):
    assert sorted(path.name for path in FOLDER.glob("*.txt")) == sorted(make.SOURCES)
