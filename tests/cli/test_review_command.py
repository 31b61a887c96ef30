"""`contract-lint review` as a process: what it writes, refuses and says."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


@pytest.fixture
def contract(tmp_path):
    """A copy of an example, by its suffix."""

    def copy(suffix):
        target = tmp_path / f"terms{suffix}"
        shutil.copy(EXAMPLES / f"sportschool{suffix}", target)
        return target

    return copy


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".txt"])
def test_a_review_is_written_and_the_document_stays(suffix, contract, process, tmp_path):
    source = contract(suffix)
    before = source.read_bytes()
    done = process("review", source.name, "-o", f"out{suffix}")
    assert done.returncode == 0, done.stderr
    assert b"findings commented on" in done.stderr
    assert source.read_bytes() == before
    first = (tmp_path / f"out{suffix}").read_bytes()
    assert first != before
    process("review", source.name, "-o", f"again{suffix}")
    assert (tmp_path / f"again{suffix}").read_bytes() == first


def test_the_document_itself_is_never_overwritten(contract, process, tmp_path):
    source = contract(".docx")
    (tmp_path / "link.docx").symlink_to(source)
    os.link(source, tmp_path / "hard.docx")
    before = source.read_bytes()
    for name in ("terms.docx", "./terms.docx", "link.docx", "hard.docx"):
        done = process("review", "terms.docx", "-o", name, "--force")
        assert (done.returncode, b"is the document itself" in done.stderr) == (2, True), name
    assert source.read_bytes() == before


def test_another_file_is_overwritten_only_by_force(contract, process, tmp_path):
    contract(".docx")
    (tmp_path / "out.docx").write_text("mine")
    done = process("review", "terms.docx", "-o", "out.docx")
    assert done.returncode == 2
    assert b"--force" in done.stderr
    assert (tmp_path / "out.docx").read_text() == "mine"
    assert process("review", "terms.docx", "-o", "out.docx", "--force").returncode == 0
    assert (tmp_path / "out.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["terms.docx"], b"say which file to write"),
        (["terms.docx", "-o", "out.pdf"], b"the review of a .docx file is a .docx file too"),
        (["terms.docx", "-o", "none/out.docx"], b"there is no folder none"),
        (["terms.docx", "--diff"], b"--diff is for .md"),
        (["terms.docx", "-o", "out.docx", "--comments-only", "--changes-only"], b"leave nothing to write"),
        (["terms.txt", "-o", "out.txt", "--comments-only"], b"a text has no comments"),
        (["terms.pdf", "-o", "out.pdf", "--changes-only"], b"a PDF takes no changes"),
        ([".", "-o", "out.docx"], b"is a folder"),
        (["absent.docx", "-o", "out.docx"], b"does not exist"),
        (["terms.docx", "-o", "out.docx", "--tracked", "original"], b"leave out --tracked"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(arguments, said, contract, process, tmp_path):
    contract(".docx")
    contract(".txt")
    done = process("review", *arguments)
    assert done.returncode == 2
    assert said in done.stderr, done.stderr
    assert b"Traceback" not in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["terms.docx", "terms.txt"]


def test_html_is_refused_in_a_sentence(process, tmp_path):
    words = "<p>De overeenkomst wordt stilzwijgend verlengd met een jaar en opzeggen kan niet.</p>"
    (tmp_path / "terms.html").write_text(f"<html><body>{words * 3}</body></html>")
    done = process("review", "terms.html", "-o", "out.html")
    assert done.returncode == 2
    assert b"a review cannot be written into this format (html)" in done.stderr
    assert not (tmp_path / "out.html").exists()


def test_a_diff_goes_to_standard_output_or_to_a_file(contract, process, tmp_path):
    contract(".txt")
    done = process("review", "terms.txt", "--diff")
    assert done.returncode == 0
    assert done.stdout.startswith(b"--- a/terms.txt\n+++ b/terms.txt\n@@")
    assert process("review", "terms.txt", "--diff", "-o", "terms.diff").returncode == 0
    assert (tmp_path / "terms.diff").read_bytes() == done.stdout


def test_findings_below_a_level_are_left_out(contract, process, tmp_path):
    contract(".docx")
    counts = []
    for level in ("note", "warning", "error"):
        done = process("review", "terms.docx", "-o", f"{level}.docx", "--severity", level)
        counts.append(int(done.stderr.split(b"commented on: ")[1].split(b",")[0]))
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[2] > 0


def test_a_wrong_date_is_said(contract, process, tmp_path):
    contract(".docx")
    done = process("review", "terms.docx", "-o", "out.docx", env={"SOURCE_DATE_EPOCH": "today"})
    assert (done.returncode, b"SOURCE_DATE_EPOCH" in done.stderr) == (2, True)


def test_an_accepted_finding_is_left_out(contract, process, tmp_path):
    contract(".docx")
    process("review", "terms.docx", "-o", "all.docx")
    done = process("baseline", "create", "terms.docx")
    assert done.returncode == 0, done.stderr
    done = process("review", "terms.docx", "-o", "none.docx")
    assert b"commented on: 0, rewritten: 0" in done.stderr
    assert (tmp_path / "none.docx").read_bytes() == (tmp_path / "terms.docx").read_bytes()


def test_a_file_of_another_word_processor_is_refused_in_a_sentence(contract, process, tmp_path):
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    contract(".docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "odt", "terms.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    done = process("review", "terms.odt", "-o", "out.odt")
    assert (done.returncode, b"save it as .docx and review that" in done.stderr) == (2, True), done.stderr
    assert not (tmp_path / "out.odt").exists()
