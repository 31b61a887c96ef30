"""The JSON report keeps its promises: its schema, its order, its offsets."""

import json

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from contract_lint.model import Lapse
from contract_lint.reports.json import SCHEMA, SCHEMA_VERSION, render
from contract_lint.reports.view import View

VALIDATOR = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))


@pytest.fixture
def content(dutch, english, unreadable):
    return json.loads(render((dutch, english, unreadable)))


def test_the_schema_is_one():
    Draft202012Validator.check_schema(VALIDATOR.schema)
    assert VALIDATOR.schema["$defs"]["report"]["properties"]["schema_version"]["const"] == SCHEMA_VERSION


def test_the_report_follows_its_schema(content):
    assert [error.message for error in VALIDATOR.iter_errors(content)] == []


def test_the_schema_describes_every_key():
    """`additionalProperties: false` everywhere, and all keys required: a new key must be described."""
    for name, entry in VALIDATOR.schema["$defs"].items():
        assert entry["additionalProperties"] is False, name
        assert entry["required"] == list(entry["properties"]), name


def test_keys_stand_in_the_order_of_the_schema(content):
    finding = content["documents"][0]["findings"][0]
    assert list(finding) == VALIDATOR.schema["$defs"]["finding"]["required"]
    assert list(content["documents"][0]) == VALIDATOR.schema["$defs"]["document"]["required"]


def test_the_same_input_gives_the_same_bytes(dutch, english):
    assert render((dutch, english)) == render((replace(dutch), replace(english)))


def test_colour_width_and_language_change_nothing(dutch):
    assert render((dutch,)) == render((dutch,), View(language="en", color=True, width=40, muted=True))


def test_offsets_give_the_quote_back(dutch, content):
    for finding in content["documents"][0]["findings"]:
        if place := finding["location"]:
            assert dutch.contract.document.text[place["start"] : place["end"]] == finding["quote"]
            assert finding["quote"] in finding["sentence"] in finding["clause"]["text"]


def test_something_missing_has_no_place(content):
    finding = content["documents"][0]["findings"][2]
    assert [finding[key] for key in ("quote", "sentence", "clause", "location")] == [None] * 4


def test_a_document_that_was_not_read(content):
    document = content["documents"][2]
    assert document == {
        "path": "leeg.docx",
        "language": None,
        "profile": None,
        "notes": [],
        "unread": [{"what": "document", "reason": "this is no Word file", "page": None}],
        "findings": [],
        "muted": [],
        "accepted": [],
        "stale": [],
        "older": None,
    }


def test_the_summary_counts(content):
    assert content["summary"] == {
        "documents": 3,
        "findings": {"error": 2, "warning": 1, "note": 1},
        "unread": 2,
        "muted": 2,
        "accepted": 0,
        "stale": 0,
        "standings": None,
    }


def test_acceptances_in_the_document_follow_the_schema(remarked):
    content = json.loads(render((remarked,)))
    assert [error.message for error in VALIDATOR.iter_errors(content)] == []
    document = content["documents"][0]
    assert document["accepted"][0]["place"] == {"line": 4, "column": 1, "paragraph": None}
    assert {one["why"] for one in document["stale"]} == {why.value for why in Lapse}
    assert content["summary"]["stale"] == len(remarked.stale)


def test_a_comparison_follows_the_schema_and_counts(next_draft):
    content = json.loads(render((next_draft,)))
    assert [error.message for error in VALIDATOR.iter_errors(content)] == []
    assert content["summary"]["standings"] == {"added": 1, "kept": 1, "removed": 1}
    document = content["documents"][0]
    assert [finding["standing"] for finding in document["findings"]] == ["added", "kept"]
    assert [finding["rule"] for finding in document["older"]["removed"]] == ["geen-knop"]
    assert content["summary"]["unread"] == len(document["older"]["unread"]) == 1
