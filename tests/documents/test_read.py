"""Choosing the reader of a file, and saying clearly why a file cannot be read."""

import io
import os
import zipfile

import pytest

from contract_lint import documents
from contract_lint.model import Unreadable


class Stub:
    """Stands for the module of a format."""

    def __init__(self, module):
        self.module = module

    def read(self, source, name, wanted):
        return self.module, source, name


@pytest.fixture
def chosen(monkeypatch):
    monkeypatch.setattr(documents, "import_module", Stub)


@pytest.mark.parametrize(
    ("name", "data", "module"),
    [
        ("a.pdf", b"%PDF-1.7", "pdf"),
        ("a.txt", b"%PDF-1.7", "pdf"),
        ("a", b"\n%PDF-1.7", "pdf"),
        ("a.pdf", b"damaged", "pdf"),
        ("a.docx", b"PK\x03\x04", "docx"),
        ("a.docm", b"damaged", "docx"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
        ("a.txt", b"{\\rtf1 x}", "office"),
        ("a.zip", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "office"),
        ("a.htm", b"<p>x", "html"),
        ("a", b"\xef\xbb\xbf\n<!-- saved -->\n<!DOCTYPE html>", "html"),
        ("a.txt", b"<html><body>", "html"),
        ("a.md", b"<div>x", "markdown"),
        ("a.md", b"# x", "markdown"),
        ("a.MARKDOWN", b"# x", "markdown"),
        ("a.txt", b"x", "text"),
        ("README", b"x", "text"),
        ("a.txt", "één".encode("utf-16"), "text"),
        ("a.txt", "klant".encode("utf-16-be"), "text"),
        ("a.txt", b"De klant\x00 betaalt", "text"),
    ],
)
def test_the_first_bytes_and_the_suffix_choose_the_reader(chosen, tmp_path, name, data, module):
    path = tmp_path / name
    path.write_bytes(data)
    assert documents.read(path) == (f"contract_lint.documents.{module}", path, str(path))
    assert documents.read(data, name) == (f"contract_lint.documents.{module}", data, name)


def test_bytes_without_name_are_standard_input(chosen):
    assert documents.read(b"x")[2] == "<stdin>"


def zipped():
    """An archive that is no Word file."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.txt", "x")
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.bin", b"\x00\x01\x02\x03", "is not a document"),
        ("a.mhtml", b"From: <x>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n", "is a web archive"),
        ("a.docx.txt", b"version https://git-lfs.github.com/spec/v1\n", "git lfs pull"),
        ("a.txt", b"/annex/objects/SHA256E-s1--1.docx\n", "git annex get"),
        ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x01", "is not a document"),
        ("a.zip", zipped(), ""),
        ("a.pdf", b"damaged", ""),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path, name, data, reason):
    path = tmp_path / name
    path.write_bytes(data)
    for source in (path, data):
        with pytest.raises(Unreadable) as caught:
            documents.read(source, name)
        assert reason in str(caught.value) and name in str(caught.value)
        assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_say_so(tmp_path):
    with pytest.raises(Unreadable, match="does not exist"):
        documents.read(tmp_path / "none.txt")
    with pytest.raises(Unreadable, match="is a folder"):
        documents.read(tmp_path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_says_so(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(Unreadable, match="permission"):
        documents.read(path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(201 * 1024 * 1024)
    with pytest.raises(Unreadable, match="too large"):
        documents.read(path)


def test_the_suffixes_are_those_of_the_readers():
    pages, word = (".html", ".htm", ".xhtml"), (".docx", ".docm", ".dotx", ".dotm", ".doc", ".odt", ".rtf")
    assert set(documents.SUFFIXES) == {".pdf", ".md", ".markdown", ".txt", *pages, *word}
