"""Automatic numbers beside those of LibreOffice, which counts for itself."""

import shutil
import subprocess

import pytest
from docx_builder import abstract, docx, item, level, lines, listed, style
from test_docx_numbering import CASES, HEADINGS, STYLE_CASES

from contract_lint.documents.docx import read

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")

# Where LibreOffice 7.4 goes its own way, and why we do not follow.
OWN_WAY = {
    "an overridden start returns when the level starts again": "ECMA-376 part 1, 17.9.27: also at a restart",
    "restart never": "LibreOffice does not know w:lvlRestart (17.9.10)",
    "restart after the first level only": "LibreOffice does not know w:lvlRestart (17.9.10)",
    "legal numbers show the levels above in digits": "LibreOffice does not know w:isLgl (17.9.4)",
    "hidden number": "LibreOffice shows a number whose own format hides it (17.9.24)",
    "an unknown level numbers nothing": "LibreOffice makes up a level that the list does not define",
    "the level tied to the style": "17.9.23: the level that names the style counts, whatever its own w:ilvl",
    "a level tied to another style": "17.9.23: no level of the list names the style",
    "styles based on each other in a circle": "LibreOffice crashes",
    "absurd numbers are not believed": "no number that Word would take",
}
FORMATS = (
    "decimal", "decimalZero", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "cardinalText",
    "ordinalText", "chicago", "decimalEnclosedCircle", "none", "russianLower",
)  # fmt: skip
ENGLISH = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>'


def _each_format():
    numbering = "".join(
        abstract(level(0, "%1", one), at) + listed(at, at) for at, one in enumerate(FORMATS, 1)
    )
    return numbering, "".join(item("woord", 0, at) for at in range(1, len(FORMATS) + 1) for _ in range(20))


def _documents():
    for name, (numbering, body, _) in CASES.items():
        if name not in OWN_WAY:
            yield name, docx(body, numbering=numbering)
    for name, (styles, body, _) in STYLE_CASES.items():
        if name not in OWN_WAY:
            yield name, docx(body, styles=styles, numbering=HEADINGS)
    numbering, body = _each_format()
    yield "every format", docx(body, numbering=numbering, styles=ENGLISH + style("Gewoon", default=True))


DOCUMENTS = dict(_documents())


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    """The lines that LibreOffice shows of each document; one start for all of them."""
    folder = tmp_path_factory.mktemp("office")
    sources = [folder / f"{at}.docx" for at, _ in enumerate(DOCUMENTS)]
    for source, data in zip(sources, DOCUMENTS.values(), strict=True):
        source.write_bytes(data)
    command = [OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to"]
    command += ["txt:Text (encoded):UTF8", "--outdir", str(folder), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    texts = (source.with_suffix(".txt").read_text("utf-8-sig") for source in sources)
    return dict(zip(DOCUMENTS, ([_plain(line) for line in text.splitlines()] for text in texts), strict=True))


def _plain(line):
    return " ".join(line.split())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_labels_are_those_of_libreoffice(name, converted):
    assert lines(read(DOCUMENTS[name], "terms.docx")) == [line for line in converted[name] if line]
