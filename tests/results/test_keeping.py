"""Reports on disk: as they were, or not at all."""

import os
import stat
import sys

import pytest
from msgspec.structs import replace

from contract_lint import lint
from contract_lint.model import Unread
from contract_lint.results import forget_oldest, keep, keeping, recall
from contract_lint.workers import alone

KEY, OTHER = "a" * 64, "b" * 64


@pytest.fixture(scope="module")
def report():
    return lint(b"You may cancel by registered letter only, at three months' notice.", name="terms.txt")


def test_a_report_comes_back_as_it_was(cache_folder, report):
    assert report.findings
    assert recall(KEY) is None
    keep(KEY, report)
    assert recall(KEY) == report
    assert repr(recall(KEY)) == repr(report)
    assert recall(OTHER) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:20],
        lambda content: content[:-1],
        lambda content: content + b"x",
        lambda content: content.replace(b"letter", b"lettre"),
        lambda content: bytes(len(content)),
        lambda content: keeping._seal(KEY, b"\x81\xa1a\x01") + b"\x81\xa1a\x01",
    ],
    ids=["empty", "short", "cut", "longer", "word", "zeros", "another shape"],
)
def test_what_is_damaged_is_not_found_and_goes_away(cache_folder, report, damage):
    keep(KEY, report)
    (file,) = cache_folder.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert recall(KEY) is None
    assert list(cache_folder.iterdir()) == []


def test_a_report_under_a_strange_name_is_not_taken(cache_folder, report):
    keep(KEY, report)
    (file,) = cache_folder.iterdir()
    file.rename(file.with_name(file.name.replace(KEY, OTHER)))
    assert recall(OTHER) is None


def test_what_was_not_wholly_read_is_not_kept(cache_folder, report):
    keep(KEY, replace(report, contract=None))
    keep(KEY, replace(report, unread=(Unread("page", "it is a picture", 2),)))
    assert not cache_folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions there")
def test_what_is_kept_is_for_this_user_alone(cache_folder, report):
    keep(KEY, report)
    (file,) = cache_folder.iterdir()
    assert stat.S_IMODE(cache_folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    cache_folder.chmod(0o755)
    keep(OTHER, report)
    assert stat.S_IMODE(cache_folder.stat().st_mode) == 0o700


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no users there")
def test_the_folder_of_somebody_else_is_left_alone(cache_folder, report, monkeypatch):
    keep(KEY, report)
    monkeypatch.setattr(os, "getuid", lambda: -1)
    keep(OTHER, report)
    assert recall(KEY) is None
    assert [path.name for path in cache_folder.iterdir()] == [f"{KEY}.report"]


def test_no_cache_is_no_fault(cache_folder, report):
    cache_folder.write_text("a file where the folder should be")
    keep(KEY, report)
    assert recall(KEY) is None
    forget_oldest()


def test_the_least_used_is_forgotten_first(cache_folder, report):
    names = [letter * 64 for letter in "abcd"]
    for at, name in enumerate(names):
        keep(name, report)
        os.utime(cache_folder / f"{name}.report", (at, at))
    assert recall(names[0])  # which makes it the youngest
    forget_oldest(most=2)
    assert [bool(recall(name)) for name in names] == [True, False, False, True]
    size = (cache_folder / f"{names[0]}.report").stat().st_size
    forget_oldest(most_bytes=size)
    assert len(list(cache_folder.iterdir())) == 1


def _write(task):
    report, _ = task
    for _ in range(50):
        keep(KEY, report)
        assert recall(KEY) == report
    return True


def test_two_runs_at_once_do_no_harm(cache_folder, report):
    from contract_lint.workers import spread

    assert dict(spread(_write, [(report, 1), (report, 2)], jobs=2)) == {0: True, 1: True}
    assert alone(_write, (report, 0)) is True
    assert [path.name for path in cache_folder.iterdir()] == [f"{KEY}.report"]
