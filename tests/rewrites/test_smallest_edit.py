"""Rewrites: the smallest edit that clears the finding, in words that fit their place."""

from __future__ import annotations

import pytest

from contract_lint.clauses import split
from contract_lint.model import Edit, Report, Span
from contract_lint.pipeline import Options, lint
from contract_lint.rewrites import apply


def linted(text: str, language: str = "nl", **told: str) -> Report:
    return lint(text.encode(), Options(audience="consumer", language=language, **told), name="terms.txt")


def rewrite_of(report: Report, rule: str) -> tuple[str, list[tuple[str, str]]]:
    """The sentence as it would read, and each edit as (old words, new words)."""
    finding = next(finding for finding in report.findings if finding.rule == rule)
    assert finding.rewrite is not None
    assert finding.rewrite.verified
    assert report.contract is not None
    quote = report.contract.document.quote
    return finding.rewrite.text, [(quote(edit.span), edit.text) for edit in finding.rewrite.edits]


@pytest.mark.parametrize(
    ("language", "text", "rule", "edits"),
    [
        (
            "nl",
            "De klant kan opzeggen met een opzegtermijn van drie maanden.",
            "notice-over-one-month",
            [("drie maanden", "één maand")],
        ),
        (
            "en",
            "The customer may cancel with ninety days' notice.",
            "notice-over-one-month",
            [("ninety days'", "one month's")],
        ),
        (
            "nl",
            "De klant kan uitsluitend per aangetekende brief opzeggen.",
            "registered-letter-only",
            [("per aangetekende brief", "schriftelijk of per e-mail")],
        ),
    ],
)
def test_the_words_of_a_field_are_replaced(
    language: str, text: str, rule: str, edits: list[tuple[str, str]]
) -> None:
    assert rewrite_of(linted(text, language), rule)[1] == edits


@pytest.mark.parametrize(
    ("language", "text", "rule"),
    [
        (
            "nl",
            "De aangetekende opzegging van de klant moet op tijd zijn ontvangen.",
            "registered-letter-only",
        ),
        ("en", "To cancel your plan you have to ring us.", "registered-letter-only"),
        (
            "nl",
            "De klant kan opzeggen tegen het einde van de maand die op zijn bericht volgt.",
            "notice-at-fixed-moment",
        ),
    ],
)
def test_where_the_words_do_not_fit_the_sentence_is_replaced(language: str, text: str, rule: str) -> None:
    assert [old for old, _ in rewrite_of(linted(text, language), rule)[1]] == [text]


def test_the_rest_of_the_sentence_stands() -> None:
    text = "Opzeggen kan, ook tijdens de vakantie, met een opzegtermijn van vier maanden per e-mail."
    written, _ = rewrite_of(linted(text), "notice-over-one-month")
    assert written == text.replace("vier maanden", "één maand")


def test_edits_stand_in_the_document_and_read_as_told() -> None:
    report = linted("Artikel 1\nWelkom.\n\nArtikel 2\nDe opzegtermijn voor de klant bedraagt drie maanden.")
    written, _ = rewrite_of(report, "notice-over-one-month")
    finding = report.findings[0]
    assert report.contract is not None
    assert finding.rewrite is not None
    text = report.contract.document.text
    for edit in finding.rewrite.edits:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert written in text


def test_applying_divides_new_sentences_and_keeps_the_neighbours() -> None:
    report = linted("Eerste zin hier. Tweede zin hier. Derde zin hier. Vierde zin hier.")
    assert report.contract is not None
    sentences = report.contract.clauses[0].sentences
    edit = Edit(sentences[1].span, "Nieuwe zin. En nog een zin.")
    applied = apply(report.contract, 0, (edit,), split)
    document = applied.contract.document
    assert [document.quote(sentence.span) for sentence in applied.contract.clauses[0].sentences] == [
        "Eerste zin hier.",
        "Nieuwe zin.",
        "En nog een zin.",
        "Derde zin hier.",
    ]
    assert applied.gone == tuple(sentence.span for sentence in sentences[:3])


def test_inserting_moves_what_follows() -> None:
    report = linted("Eerste zin hier. Tweede zin hier.")
    assert report.contract is not None
    first = report.contract.clauses[0].sentences[0].span
    applied = apply(report.contract, 0, (Edit(Span(first.end, first.end), " Erbij."),), split)
    document = applied.contract.document
    told = [document.quote(sentence.span) for sentence in applied.contract.clauses[0].sentences]
    assert told == ["Eerste zin hier.", "Erbij.", "Tweede zin hier."]
