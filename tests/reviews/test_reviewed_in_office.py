"""LibreOffice opens the reviewed files, and accepts and rejects all changes as the standard says."""

import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest
from test_docx_review import ARTICLES, BODIES, LAST, PARTS, adding
from word_making import numbered, p, reviewed, word

PYTHONS = ("/usr/bin/python3", "/usr/lib/libreoffice/program/python", "/opt/libreoffice/program/python")


def python_of_office():
    """A Python that can speak with LibreOffice; None where there is none."""
    for python in PYTHONS if shutil.which("soffice") else ():
        if (
            Path(python).exists()
            and subprocess.run([python, "-c", "import uno"], capture_output=True).returncode == 0
        ):
            return python
    return None


PYTHON = python_of_office()
pytestmark = pytest.mark.skipif(
    PYTHON is None, reason="LibreOffice with its Python (python3-uno) is not installed"
)

EDITS = (("drie maanden", "een maand"), ("De opzegtermijn", "Uw termijn"))
# A change of somebody is accepted or rejected along with ours.
OTHERS = ("insertion of somebody", "deletion of somebody", "moved here")
# LibreOffice 7.4 loses a change at the beginning of a block content control, computes fields anew, and
# misreads a run that holds both words and the mark of a note.
OWN_WAY = ("control around", "simple field", "field", "field and more", "footnote mark")
ITEMS = p("per brief;", look=numbered(2)) + p("per fax.", look=numbered(2))
CHANGED = {
    name: (
        word(body + p("Slot."), PARTS.get(name)),
        reviewed(word(body + p("Slot."), PARTS.get(name)), *EDITS),
    )
    for name, body in BODIES.items()
    if name not in (*OTHERS, *OWN_WAY)
}
ADDED = {
    name: (word(body), adding(word(body), count=2).content)
    for name, body in {
        "between": ARTICLES + LAST,
        "at the end": ARTICLES,
        "after a list": ARTICLES + ITEMS + LAST,
        "after a last list": ARTICLES + ITEMS,
    }.items()
}
CASES = {**CHANGED, **ADDED}


class Shown(NamedTuple):
    """What LibreOffice shows of a file before the review, with it accepted, and with it rejected."""

    before: str
    accepted: str
    rejected: str


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """All cases, by name; one start of LibreOffice for all of them."""
    folder = tmp_path_factory.mktemp("office")
    for at, (before, after) in enumerate(CASES.values()):
        (folder / f"{at}.before.docx").write_bytes(before)
        (folder / f"{at}.after.docx").write_bytes(after)
    script = Path(__file__).with_name("office_settling.py")
    subprocess.run([PYTHON, str(script), str(folder)], check=True, capture_output=True, timeout=120)

    def text(at, told):
        return " ".join((folder / f"{at}.{told}.txt").read_text("utf-8-sig").replace("\u00ad", "").split())

    told = ("before.accepted", "after.accepted", "after.rejected")
    return {name: Shown(*(text(at, one) for one in told)) for at, name in enumerate(CASES)}


@pytest.mark.parametrize("name", CASES)
def test_rejecting_gives_back_the_file(name, shown):
    assert shown[name].rejected == shown[name].before


@pytest.mark.parametrize("name", CHANGED)
def test_accepting_gives_the_new_words(name, shown):
    expected = shown[name].before.replace("geheim ", "")
    for old, new in EDITS:
        expected = expected.replace(old, new)
    assert shown[name].accepted.replace("geheim ", "") == expected


@pytest.mark.parametrize("name", ADDED)
def test_accepting_adds_the_clauses(name, shown):
    added = shown[name].accepted.split()
    assert added.count("nieuwe") == 2
    assert len(added) > len(shown[name].before.split()) + 5
