"""Where a finding is said to stand, its words are found again in the source, whatever the format."""

import re
import textwrap
import zipfile
from functools import cache
from io import BytesIO

import pypdfium2
import pytest
from lxml import etree

from contract_lint import lint

SOURCES = ("sportschool", "hosting")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD = re.compile(r"[^\W\d_]{2,}")


def in_lines(data, document):
    """The source from a place on, by line and column."""
    lines = re.split(r"\r\n|\r|\n", data.decode())
    return lambda place, word: lines[place.line - 1][place.column - 1 :].startswith(word)


def in_word(data, document):
    """The run of a Word file, by paragraph, run and column."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        roots = [etree.fromstring(archive.read(name)) for name in document.parts]
    paragraphs = [one for root in roots for one in root.iter(W + "p")]

    def there(place, word):
        run = list(paragraphs[place.paragraph - 1].iter(W + "r"))[place.run - 1]
        return "".join(run.itertext(W + "t"))[place.column - 1 :].startswith(word)

    return there


def in_pdf(data, document):
    """The words within the box on the page; a word may be broken at its end."""
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(data)]

    def there(place, word):
        left, bottom, right, top = place.box
        shown = pages[place.page - 1].get_text_bounded(left - 2, bottom - 2, right + 2, top + 2)
        return word in shown or any(shown.rstrip().rstrip("-\ufffe").endswith(word[:at]) for at in (2, 3, 4))

    return there


def wrapped(make, lines):
    texts = (f"{number}{':' * (kind == 'definition')} {words}".strip() for kind, number, words in lines)
    return "\n".join(textwrap.fill(text, 72) for text in texts)


FORMATS = {
    ".txt": (lambda make, source: source.encode(), in_lines),
    ".wrapped.txt": (lambda make, source: wrapped(make, make.parse(source)).encode(), in_lines),
    ".md": (lambda make, source: make.as_markdown(make.parse(source)).encode(), in_lines),
    ".html": (lambda make, source: make.as_html(make.parse(source)).encode(), in_lines),
    ".docx": (lambda make, source: make.as_docx(make.parse(source)), in_word),
    ".pdf": (lambda make, source: make.as_pdf(make.parse(source)), in_pdf),
}


@pytest.fixture(scope="module")
def look(make):
    """The bytes of a contract in a format, and the report on it."""

    @cache
    def linted(name, suffix):
        data = FORMATS[suffix][0](make, (make.FOLDER / f"{name}.txt").read_text("utf-8"))
        return data, lint(data, name=name + suffix, audience="consumer")

    return linted


def evidence(report):
    """All places that the findings tell."""
    return [
        place.sentence
        for finding in report.findings
        for place in (finding.evidence, *finding.also)
        if place is not None
    ]


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", SOURCES)
def test_every_word_of_a_finding_stands_where_it_is_said_to_stand(name, suffix, look):
    data, report = look(name, suffix)
    document = report.contract.document
    there, checked = FORMATS[suffix][1](data, document), 0
    labels = [block.label for block in document.blocks if block.label]
    for span in evidence(report):
        for word in WORD.finditer(document.quote(span)):
            at = span.start + word.start()
            if not any(label.start <= at < label.end for label in labels):
                assert there(document.place(at), word.group()), (word.group(), document.place(at))
                checked += 1
    assert checked > 100


@pytest.mark.parametrize("name", SOURCES)
def test_the_article_of_a_finding_is_the_one_above_its_line(name, look):
    data, report = look(name, ".txt")
    lines, document = data.decode().splitlines(), report.contract.document
    for finding in report.findings:
        if finding.clause is None or finding.evidence is None:
            continue
        line = document.place(finding.evidence.span.start).line
        above = (re.match(r"(\d+\.\d+)\.|(?:Artikel|Article) (\d+)\.", one) for one in reversed(lines[:line]))
        number = next(found[1] or found[2] for found in above if found)
        assert report.contract.clauses[finding.clause].number.startswith(number)
