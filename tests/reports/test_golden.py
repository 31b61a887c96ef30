"""Whole reports, compared with the texts kept in golden/."""

import pytest

from contract_lint.reports import RENDERERS, extract, facts, notes


@pytest.fixture
def reports(dutch, english, unreadable):
    return (dutch, english, unreadable)


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("text.txt", {}),
        ("text-narrow.txt", {"width": 48}),
        ("text-english.txt", {"language": "en"}),
        ("text-color.txt", {"color": True}),
    ],
)
def test_text(name, settings, reports, golden):
    golden(name, RENDERERS["text"](reports, **settings))


def test_json(reports, golden):
    golden("report.json", RENDERERS["json"](reports))


def test_notes(reports, golden):
    golden("notes.txt", notes.render(reports))


def test_notes_in_the_language_asked_for(reports, golden):
    golden("notes-dutch.txt", notes.render(reports, "nl"))


def test_facts(dutch, golden):
    found = [fact for finding in dutch.findings for fact in finding.facts]
    golden("facts.txt", facts.as_text(dutch.contract, found))
    golden("facts.json", facts.as_json(dutch.contract, found))


def test_extract(dutch, golden):
    golden("extract.txt", extract.render(dutch.contract))
