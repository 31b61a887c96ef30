"""Whole reports in every format, compared with the texts kept in golden/."""

import pytest
from msgspec.structs import replace

from contract_lint.model import Duration, Fact, Span
from contract_lint.reports import FORMATS, View, extract, facts, notes, render

SUFFIX = {"sarif": "sarif", "junit": "xml", "gitlab": "json", "csv": "csv", "json": "json", "html": "html"}
MARKDOWN = ("markdown", "github-summary")


def called(form: str) -> str:
    """The name of a golden file."""
    suffix = "md" if form in MARKDOWN else SUFFIX.get(form, "txt")
    return f"{'report' if form == 'json' else form}.{suffix}"


@pytest.fixture
def reports(dutch, english, unreadable):
    return (dutch, english, unreadable)


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("text-narrow.txt", {"width": 48}),
        ("text-english.txt", {"language": "en"}),
        ("text-color.txt", {"color": True}),
        ("text-muted.txt", {"muted": True}),
    ],
)
def test_text(name, settings, reports, golden):
    golden(name, render("text", reports, View(**settings)))


@pytest.mark.parametrize("form", FORMATS)
def test_a_check(form, reports, golden):
    golden(called(form), render(form, reports))


@pytest.mark.parametrize("form", FORMATS)
def test_a_comparison(form, next_draft, golden):
    golden(f"compared/{called(form)}", render(form, (next_draft,)))


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_accepted(form, spared, golden):
    golden(f"accepted/{called(form)}", render(form, (spared,)))


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_accepted_in_the_document(form, remarked, golden):
    golden(f"remarked/{called(form)}", render(form, (remarked,), View(muted=True)))


def test_notes_on_stale_acceptances(remarked, golden):
    golden("remarked/notes.txt", notes.render((remarked,)))
    golden("remarked/notes-dutch.txt", notes.render((remarked,), "nl"))


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_found_at_all(form, english, golden):
    golden(f"nothing/{called(form)}", render(form, (replace(english, findings=()),)))


def test_notes_on_a_comparison(next_draft, golden):
    golden("compared/notes.txt", notes.render((next_draft,)))


def test_notes(reports, golden):
    golden("notes.txt", notes.render(reports))


def test_notes_in_the_language_asked_for(reports, golden):
    golden("notes-dutch.txt", notes.render(reports, "nl"))


def test_facts(dutch, golden):
    paper = dutch.contract.document
    start = paper.text.index("12 maanden")
    twelve = Span(start, start + len("12 maanden"))
    length = {"length": (Duration(12, "month", twelve),)}
    found = [Fact("tacit_renewal", twelve, dutch.contract.clauses[1].sentences[0].span, 1, length)]
    golden("facts.txt", facts.as_text(dutch.contract, found))
    golden("facts.json", facts.as_json(dutch.contract, found))


def test_extract(dutch, golden):
    golden("extract.txt", extract.render(dutch.contract))
