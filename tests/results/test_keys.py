"""A report is found again only while all that it came from is the same."""

import os
import shutil
import sys
from dataclasses import replace

import pytest

from contract_lint.documents import Limits
from contract_lint.pipeline import Options
from contract_lint.results import key_of, keys

RULE = "given: exit_fee\n"
USUAL = Options()


@pytest.fixture
def terms(tmp_path):
    path = tmp_path / "terms.txt"
    path.write_bytes(b"You may leave at any time.")
    return path


def key(path, options=USUAL, name="terms.txt", most=1000):
    keys._content_of.cache_clear()
    return key_of(path, name, repr(options), options.own_rules, most)


def test_the_same_has_the_same_key(terms):
    assert key(terms) == key(terms) is not None
    os.utime(terms, (1, 1))
    assert key(terms) == key(terms, Options(progress=print))


def test_another_byte_is_another_document(terms):
    before = key(terms)
    terms.write_bytes(b"You may leave at any tide.")
    assert key(terms) != before


def test_another_name_is_another_report(terms):
    assert key(terms, name="a/terms.txt") != key(terms)


@pytest.mark.parametrize(
    "changed",
    [
        {"audience": "consumer"},
        {"sector": "gym"},
        {"concluded": "online"},
        {"jurisdiction": "be"},
        {"date": "2026-01-01"},
        {"language": "nl"},
        {"report_language": "nl"},
        {"rulesets": ("nl-dark",)},
        {"select": ("exit-fee",)},
        {"ignore": ("exit-fee",)},
        {"tracked": "original"},
        {"limits": Limits(pages=1)},
        {"severity": (("exit-fee", "note"),)},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_another_option_is_another_report(terms, changed):
    assert key(terms, replace(Options(), **changed)) != key(terms)


@pytest.mark.parametrize("name", ["rulesets/own/fee.yaml", "grammars/nl/own.lark", "grammars/facts.toml"])
def test_own_rules_and_grammars_count_by_their_content(terms, tmp_path, name):
    for path in ("rulesets/own/fee.yaml", "grammars/nl/own.lark", "grammars/facts.toml"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(RULE)
    options = Options(own_rules=(str(tmp_path),))
    before = key(terms, options)
    assert before not in (None, key(terms))
    (tmp_path / name).write_text(RULE.replace("fee", "fie"))
    assert key(terms, options) != before


@pytest.mark.parametrize(
    "part", ["version.py", "facts/needs.py", "grammars", "rulesets", "python", "version"]
)
def test_other_code_or_grammars_make_another_report(terms, tmp_path, monkeypatch, part):
    for name in ("facts", "grammars", "rulesets"):
        (tmp_path / "package" / name).mkdir(parents=True)
        (tmp_path / "package" / name / "needs.py").write_text("1")
    (tmp_path / "package" / "version.py").write_text("1")
    monkeypatch.setattr(keys, "_PACKAGE", tmp_path / "package")
    monkeypatch.setattr(keys, "shipped", lambda name: tmp_path / "package" / name)
    keys._edition.cache_clear()
    before = key(terms)
    keys._edition.cache_clear()
    assert key(terms) == before
    if part == "python":
        monkeypatch.setattr(sys, "version", "4.0")
    elif part == "version":
        monkeypatch.setattr(keys, "__version__", "9")
    else:
        path = tmp_path / "package" / part
        (path / "new.py" if path.is_dir() else path).write_text("22")
    keys._edition.cache_clear()
    assert key(terms) != before
    keys._edition.cache_clear()


def test_no_key_for_what_cannot_be_read_or_is_too_large(terms, tmp_path):
    assert key(terms, most=3) is None
    assert key(tmp_path) is None
    assert key(tmp_path / "gone.txt") is None
    assert key(tmp_path / "nul\0.txt") is None
    assert key(terms, Options(own_rules=("/nowhere",))) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes there")
def test_a_named_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "terms.txt")
    assert key(tmp_path / "terms.txt") is None


def test_the_copy_of_a_document_has_its_key(terms, tmp_path):
    shutil.copy(terms, tmp_path / "copy.txt")
    assert key(tmp_path / "copy.txt") == key(terms)
