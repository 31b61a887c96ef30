"""Files of older and other word processors, read by way of LibreOffice."""

import shutil
import subprocess
from pathlib import Path

import pytest
from docx_builder import abstract, docx, item, level, listed, p

from contract_lint.documents import office, read
from contract_lint.documents.limits import Limits
from contract_lint.documents.wanted import ORIGINAL, Wanted
from contract_lint.model import Unreadable

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
CHANGED = '<w:ins w:id="1" w:author="x"><w:r><w:t xml:space="preserve"> niet</w:t></w:r></w:ins>'
SOURCE = docx(
    p("Voorwaarden") + item("De klant betaalt.") + p(f"<w:r><w:t>Zij komt</w:t></w:r>{CHANGED}"),
    numbering=abstract(level(0, "Artikel %1.")) + listed(),
)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """One document in each of the formats."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "terms.docx").write_bytes(SOURCE)
    start = [OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to"]
    for suffix in ("odt", "rtf", "doc"):
        command = [*start, suffix, "--outdir", str(folder), str(folder / "terms.docx")]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder


@needs_office
@pytest.mark.parametrize("suffix", ["odt", "rtf", "doc"])
def test_a_file_is_read_and_says_how(files, suffix):
    path = files / f"terms.{suffix}"
    document = read(path)
    assert document.text == "Voorwaarden\nArtikel 1. De klant betaalt.\nZij komt niet\n"
    assert document.notes == ("converted by LibreOffice; paragraphs are counted as in the conversion",)
    assert (document.path, document.unread) == (str(path), ())
    assert read(path.read_bytes(), "anders.docx").text == document.text


@needs_office
def test_tracked_changes_survive_the_conversion(files):
    assert read(files / "terms.odt", wanted=Wanted(tracked=ORIGINAL)).text.endswith("Zij komt\n")


@needs_office
@pytest.mark.parametrize("data", [office._CONTAINER, office._CONTAINER + bytes(3000)])
def test_what_libreoffice_cannot_convert_says_so(data):
    with pytest.raises(Unreadable, match=r"^a\.doc is damaged.*LibreOffice"):
        read(data, "a.doc")


@pytest.mark.parametrize("data", [b"De klant betaalt.", bytes(range(256))])
def test_a_name_alone_makes_no_old_word_file(data):
    with pytest.raises(Unreadable, match=r"^a\.doc is damaged, or no Word"):
        read(data, "a.doc")


@needs_office
def test_libreoffice_gets_no_more_time_than_it_is_given(files):
    with pytest.raises(Unreadable, match=r"longer than 0\.01 seconds"):
        read(files / "terms.odt", wanted=Wanted(limits=Limits(conversion=0.01)))


def test_without_libreoffice_it_is_told_what_to_do(monkeypatch):
    monkeypatch.setattr(office.shutil, "which", lambda name: None)
    with pytest.raises(Unreadable, match=r"a\.rtf is read by way of LibreOffice, which is not installed"):
        read(b"{\\rtf1 tekst}", "a.rtf")


def test_a_program_that_does_not_start_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(office, "office", lambda: Path(tmp_path / "none"))
    with pytest.raises(Unreadable, match="does not start"):
        read(b"{\\rtf1 tekst}", "a.rtf")


def test_a_password_is_told_without_libreoffice(monkeypatch):
    monkeypatch.setattr(office.shutil, "which", lambda name: None)
    locked = office._CONTAINER + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(Unreadable, match="locked with a password"):
        read(locked, "a.docx")
