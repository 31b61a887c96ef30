"""The command line with its cache: the same answers, sooner; and nothing broken by a sudden end."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from contract_lint.reports import FORMATS
from contract_lint.results import recall

EXAMPLES = Path(__file__).parents[2] / "examples"
CONTRACTS = sorted(path for path in EXAMPLES.iterdir() if path.suffix in (".md", ".txt", ".docx", ".pdf"))
KILLS = int(os.environ.get("CONTRACT_LINT_KILLS", "20"))
HEAVY = ("lark", "lxml", "pypdfium2", "pdfplumber", "yaml", "multiprocessing", "contract_lint.findings",
         "contract_lint.facts", "contract_lint.clauses")  # fmt: skip
WATCHED = """
import sys
from contract_lint.cli import main
try:
    main()
finally:
    print(*sys.modules)
"""
TERMS = "You may cancel by registered letter only.\n"


@pytest.fixture
def work(tmp_path, check):
    folder = tmp_path / "work"
    folder.joinpath("terms.txt").write_text(TERMS)
    return folder


def answered(done):
    return done.returncode, done.stdout, done.stderr


def test_from_the_cache_every_format_is_the_same(check, work, cache_folder):
    for path in CONTRACTS:
        shutil.copy(path, work)
    wanted = [part for form in FORMATS for part in ("--output", f"{form}=../{form}.{{}}")]
    runs = []
    for number, further in enumerate((["--no-cache"], [], [])):
        done = check(".", *(part.format(number) for part in wanted), *further)
        assert cache_folder.exists() is (number > 0)
        written = [work.with_name(f"{form}.{number}").read_bytes() for form in FORMATS]
        runs.append((answered(done), *written))
    assert runs[0][0][0] == 1
    assert runs[0] == runs[1] == runs[2]
    assert len(list(cache_folder.iterdir())) == len(CONTRACTS) + 1


def test_a_known_answer_loads_neither_readers_nor_grammars(check, work):
    work.joinpath("watched.py").write_text(WATCHED)
    first, second = (set(check("terms.txt", module="watched").stdout.decode().split()) for _ in range(2))
    assert {"multiprocessing", "contract_lint.findings"} <= first
    assert set(HEAVY) & second == set()


def test_no_cache_neither_reads_nor_writes(check, work, cache_folder):
    assert check("terms.txt", "--no-cache").returncode == 1
    assert not cache_folder.exists()
    right = check("terms.txt")
    (entry,) = cache_folder.iterdir()
    entry.write_bytes(b"damaged")
    assert answered(check("terms.txt", "--no-cache")) == answered(right)
    assert entry.read_bytes() == b"damaged"
    assert answered(check("terms.txt")) == answered(right)
    assert entry.read_bytes() != b"damaged"


def test_what_changes_is_judged_anew(check, work, cache_folder):
    assert check("terms.txt").returncode == 1
    work.joinpath("terms.txt").write_text("You may leave at any time, free of charge.\n")
    assert check("terms.txt").returncode == 0
    assert len(list(cache_folder.iterdir())) == 2


def test_wrong_options_are_told_though_the_report_is_known(check, work):
    check("terms.txt")
    done = check("terms.txt", "--ignore", "no-such-rule")
    assert done.returncode == 2
    assert b"no-such-rule" in done.stderr
    gone = check("terms.txt", "--rules", "nowhere")
    assert gone.returncode == 2
    assert b"nowhere" in gone.stderr


def test_nothing_is_kept_of_passwords_scans_and_standard_input(check, work, cache_folder):
    work.joinpath("secret").write_text("sesame")
    check("terms.txt", "--password-file", "secret")
    check("terms.txt", "--ocr")
    check("-", "--stdin-filename", "terms.txt")
    assert not cache_folder.exists() or list(cache_folder.iterdir()) == []


def test_two_drafts_are_compared_from_the_cache(work, cache_folder):
    work.joinpath("new.txt").write_text(TERMS + "\nWe may change the price at any time.\n")
    command = [sys.executable, "-m", "contract_lint", "compare", "terms.txt", "new.txt"]
    runs = [
        answered(subprocess.run([*command, *further], cwd=work, capture_output=True))
        for further in (["--no-cache"], [], [])
    ]
    assert runs[0] == runs[1] == runs[2]
    assert len(list(cache_folder.iterdir())) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
def test_a_sudden_end_leaves_nothing_broken(work, cache_folder, tmp_path):
    """Kills a parallel run at random moments; CONTRACT_LINT_KILLS says how often."""
    chance = random.Random(20260101)
    page = tmp_path / "page.html"
    command = [sys.executable, "-m", "contract_lint", "check", ".", "-j2", "--output", f"html={page}"]
    longest = 0.0
    for number in range(KILLS + 1):
        for name in range(6):
            work.joinpath(f"{name}.txt").write_text(f"{TERMS}\nDraft {number} of {name}.\n")
        start = time.monotonic()
        run = subprocess.Popen(command, cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if number:
            time.sleep(chance.uniform(0.05, longest))
            run.kill()
        run.wait(120)
        longest = longest or time.monotonic() - start
        assert_whole(cache_folder, page)
        assert_nobody_left(str(tmp_path))
        page.unlink(missing_ok=True)
    again = [
        subprocess.run([*command, *more], cwd=work, capture_output=True) for more in ([], ["--no-cache"])
    ]
    assert answered(again[0]) == answered(again[1])


def assert_whole(cache_folder, page):
    kept = list(cache_folder.glob("*.report"))
    assert all(recall(path.stem) for path in kept)
    assert not page.exists() or page.read_text("utf-8").rstrip().endswith("</html>")


def assert_nobody_left(place):
    """Wait for the processes that have this folder in their environment."""
    for _ in range(600):
        if not any(place in environment(process) for process in Path("/proc").glob("[0-9]*")):
            return
        time.sleep(0.05)
    raise AssertionError("a process outlived its run")


def environment(process):
    if process.name == str(os.getpid()):
        return ""
    try:
        return process.joinpath("environ").read_text("utf-8", "replace")
    except OSError:
        return ""


def test_an_acceptance_in_the_document_is_decided_anew_on_a_known_report(check, work, monkeypatch):
    remark = "<!-- contract-lint: accept registered-letter-only: as agreed (until 2026-11-22) -->\n"
    args = ("terms.txt", "--select", "registered-letter-only", "--audience", "consumer")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # that day
    assert check(*args).returncode == 1
    work.joinpath("terms.txt").write_text(remark + TERMS)
    first, second = check(*args), check(*args)
    assert answered(first) == answered(second)
    assert first.returncode == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1795305600 + 86400))
    late = check(*args)
    assert (late.returncode, b"accepted until 2026-11-22, reported again" in late.stderr) == (1, True)
