"""One contract in six formats (text, wrapped text, Markdown, HTML, Word, PDF): the same findings."""

import textwrap
from functools import cache

import pytest

from contract_lint import lint

SOURCES = ("sportschool", "hosting")


def wrapped(lines):
    """The contract as an editor breaks it."""
    texts = (f"{number}{':' * (kind == 'definition')} {words}".strip() for kind, number, words in lines)
    return "\n".join(textwrap.fill(text, 72) for text in texts)


@pytest.fixture(scope="session")
def found(make):
    """What is found in a source, once it stands in the format of a suffix."""
    makers = {
        ".md": lambda lines: make.as_markdown(lines).encode(),
        ".html": lambda lines: make.as_html(lines).encode(),
        ".docx": make.as_docx,
        ".pdf": make.as_pdf,
        ".wrapped.txt": lambda lines: wrapped(lines).encode(),
    }

    @cache
    def look(name, suffix):
        source = (make.FOLDER / f"{name}.txt").read_text("utf-8")
        content = source.encode() if suffix == ".txt" else makers[suffix](make.parse(source))
        return lint(content, name=name + suffix, audience="consumer")

    return look


def told(report):
    """The findings without what differs by format: no places, no offsets."""
    contract, quote = report.contract, report.contract.document.quote
    return [
        (
            finding.rule,
            finding.severity,
            contract.clauses[finding.clause].number if finding.clause is not None else None,
            [
                (quote(place.span), quote(place.sentence))
                for place in (finding.evidence, *finding.also)
                if place
            ],
            finding.message,
            finding.rewrite and (finding.rewrite.text, finding.rewrite.verified),
        )
        for finding in report.findings
    ]


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx", ".pdf", ".wrapped.txt"])
@pytest.mark.parametrize("name", SOURCES)
def test_the_findings_are_the_same(name, suffix, found):
    plain, other = found(name, ".txt"), found(name, suffix)
    assert told(other) == told(plain)
    assert other.unread == plain.unread == ()


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx", ".pdf", ".wrapped.txt"])
@pytest.mark.parametrize("name", SOURCES)
def test_the_clauses_are_the_same(name, suffix, found):
    plain, other = found(name, ".txt").contract, found(name, suffix).contract
    assert len(numbered(plain)) > 20
    assert numbered(other) == numbered(plain)


def numbered(contract):
    """The numbered clauses with their headings and sentences, each with its lead-in."""
    quote = contract.document.quote
    return [
        (
            clause.number,
            clause.heading,
            clause.article,
            [(quote(one.span), one.lead_in and quote(one.lead_in)) for one in clause.sentences],
        )
        for clause in contract.clauses
        if "." in clause.number
    ]


@pytest.mark.parametrize("name", SOURCES)
def test_there_is_something_to_compare(name, found):
    assert len(told(found(name, ".txt"))) > 6
