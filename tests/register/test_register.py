"""Accepted deviations: found again wherever they move, told when past their date or unused."""

import json
from dataclasses import replace

import pytest

from contract_lint.model import Acceptance, Fault
from contract_lint.pipeline import Options, lint
from contract_lint.register import accepted, decide, merged, pruned, read, write

TEXT = """Artikel 1 Duur
1.1 De overeenkomst wordt telkens stilzwijgend verlengd met een jaar.
1.2 De klant kan alleen per aangetekende brief opzeggen.
"""
MOVED = """Artikel 1 Begin
1.1 Dit contract begint vandaag.
Artikel 2 Duur
2.1 De klant kan alleen per aangetekende brief opzeggen.
2.2 De overeenkomst wordt telkens stilzwijgend verlengd met een jaar.
"""
TODAY = "2026-11-22"


def report(text: str, name: str = "terms.txt"):
    return lint(text.encode(), Options(language="nl"), name)


def entries(text: str = TEXT, **given: str) -> tuple[Acceptance, ...]:
    told = report(text)
    return accepted(told, [f for f in told.findings if f.evidence], "asked for", **given)


def test_what_is_accepted_is_set_apart_with_its_reason():
    before = report(TEXT)
    told = decide([before], [entries()], TODAY)
    assert not [f for f in told.reports[0].findings if f.evidence]
    assert {one.acceptance.because for one in told.reports[0].accepted} == {"asked for"}
    assert len(told.reports[0].accepted) + len(told.reports[0].findings) == len(before.findings)
    assert (told.expired, told.unused) == ((), ())


def test_an_entry_survives_moving_and_renumbering():
    told = decide([report(MOVED)], [entries()], TODAY)
    assert not [f for f in told.reports[0].findings if f.evidence]
    assert told.unused == ()


def test_another_wording_is_another_finding():
    told = decide([report(TEXT.replace("een jaar", "twee jaar"))], [entries()], TODAY)
    assert "tacit-renewal-fixed" in {f.rule for f in told.reports[0].findings}
    assert {entry.rule for entry in told.unused} >= {"tacit-renewal-fixed"}


def test_the_same_words_a_second_time_are_told():
    twice = TEXT + "1.3 De klant kan alleen per aangetekende brief opzeggen.\n"
    told = decide([report(twice)], [entries()], TODAY)
    assert [f.clause for f in told.reports[0].findings if f.evidence] == [2]


@pytest.mark.parametrize(("until", "holds"), [("2026-11-22", True), ("2026-11-21", False), ("", True)])
def test_an_acceptance_holds_until_the_end_of_its_date(until, holds):
    told = decide([report(TEXT)], [entries(until=until)], TODAY)
    assert bool(told.reports[0].accepted) is holds
    assert bool(told.expired) is not holds


def test_an_entry_of_a_document_that_was_not_read_is_not_called_unused():
    elsewhere = [replace(entry, path="other.txt") for entry in entries()]
    assert decide([report(MOVED.replace("per aangetekende", "per"))], [elsewhere], TODAY).unused == ()


def test_a_register_is_sorted_and_comes_back(tmp_path):
    path = tmp_path / "register.json"
    write(path, reversed(entries(by="A. Jansen")))
    assert sorted(read(path), key=str) == sorted(entries(by="A. Jansen"), key=str)
    rows = json.loads(path.read_text())["accepted"]
    assert rows == sorted(rows, key=lambda row: (row["path"], row["rule"], row["fingerprint"]))
    assert [file.name for file in tmp_path.iterdir()] == ["register.json"]


def test_no_file_is_an_empty_register(tmp_path):
    assert read(tmp_path / "none.json") == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "cannot be read as a register"),
        ("[]", "a register is"),
        ('{"accepted": [{"rule": "a", "fingerprint": "b"}]}', 'entry 1: "because" is missing'),
        ('{"accepted": [{"rule": "a", "fingerprint": "b", "because": " "}]}', '"because" is missing'),
        ('{"accepted": [{"rool": "a"}]}', "fingerprint, path, rule"),
        ('{"accepted": [{"rule": "a", "fingerprint": "b", "because": "c", "until": "soon"}]}', "is no date"),
    ],
)
def test_what_is_wrong_in_a_register_is_told(tmp_path, text, told):
    path = tmp_path / "register.json"
    path.write_text(text)
    with pytest.raises(Fault, match=told):
        read(path)


def test_new_entries_take_the_place_of_older_ones():
    first, second = entries(), entries(by="somebody else")
    assert merged(first, second) == second
    assert pruned(first, second) == ()
