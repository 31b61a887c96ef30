"""Accepted deviations: found again wherever they move, told when past their date or unused."""

import json

import pytest
from msgspec.structs import replace

from contract_lint.model import Acceptance, Fault, Lapse, Severity
from contract_lint.pipeline import Options, lint
from contract_lint.register import Decided, Ground, accepted, merged, pruned, read, written
from contract_lint.register import decide as decided

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


def decide(reports, registers, today=TODAY) -> Decided:
    return decided(reports, [Ground(register) for register in registers], today)


def stale(told: Decided) -> list[Lapse]:
    """Why acceptances of the first report are stale."""
    return [one.why for one in told.reports[0].stale]


def test_what_is_accepted_is_set_apart_with_its_reason():
    before = report(TEXT)
    told = decide([before], [entries()])
    assert not [f for f in told.reports[0].findings if f.evidence]
    assert {one.acceptance.because for one in told.reports[0].accepted} == {"asked for"}
    assert len(told.reports[0].accepted) + len(told.reports[0].findings) == len(before.findings)
    assert told.stale == told.reports[0].stale == ()


def test_an_entry_survives_moving_and_renumbering():
    told = decide([report(MOVED)], [entries()])
    assert not [f for f in told.reports[0].findings if f.evidence]
    assert told.stale == ()


def test_another_wording_is_another_finding():
    told = decide([report(TEXT.replace("een jaar", "twee jaar"))], [entries()])
    assert "tacit-renewal-fixed" in {f.rule for f in told.reports[0].findings}
    assert {entry.rule for entry in told.entries(Lapse.UNUSED)} >= {"tacit-renewal-fixed"}
    assert set(stale(told)) == {Lapse.UNUSED}


def test_the_same_words_a_second_time_are_told():
    twice = TEXT + "1.3 De klant kan alleen per aangetekende brief opzeggen.\n"
    told = decide([report(twice)], [entries()])
    assert [f.clause for f in told.reports[0].findings if f.evidence] == [2]


@pytest.mark.parametrize(("until", "holds"), [("2026-11-22", True), ("2026-11-21", False), ("", True)])
def test_an_acceptance_holds_until_the_end_of_its_date(until, holds):
    told = decide([report(TEXT)], [entries(until=until)])
    assert bool(told.reports[0].accepted) is holds
    assert bool(told.entries(Lapse.EXPIRED)) is not holds
    assert set(stale(told)) == (set() if holds else {Lapse.EXPIRED})


def test_an_entry_of_a_document_that_was_not_read_is_not_called_unused():
    elsewhere = [replace(entry, path="other.txt") for entry in entries()]
    assert decide([report(MOVED.replace("per aangetekende", "per"))], [elsewhere]).stale == ()


MORE = "Opzegging door de klant kan uitsluitend per aangetekende post geschieden."


def test_another_bad_sentence_in_an_accepted_clause_is_told():
    clause = TEXT.splitlines()[2]
    grown = TEXT.replace(clause, f"{clause} {MORE}")
    assert len(report(grown).findings) == len(report(TEXT).findings)  # one finding for a clause and rule
    told = decide([report(grown)], [entries()])
    assert [f.rule for f in told.reports[0].findings if f.evidence] == ["registered-letter-only"]
    assert stale(told) == [Lapse.OUTGROWN]
    assert told.entries(Lapse.UNUSED) == ()

    again = merged(entries(), entries(grown))
    assert decide([report(grown)], [again]).stale == ()
    assert len(again) == len(entries())
    assert not [f for f in decide([report(TEXT)], [again]).reports[0].findings if f.evidence]


def test_what_has_become_more_serious_is_told():
    mild = tuple(replace(entry, severity=Severity.NOTE) for entry in entries())
    told = decide([report(TEXT)], [mild])
    assert [f for f in told.reports[0].findings if f.evidence]
    assert set(stale(told)) == {Lapse.OUTGROWN}
    harsh = tuple(replace(entry, severity=Severity.ERROR) for entry in entries())
    assert not [f for f in decide([report(TEXT)], [harsh]).reports[0].findings if f.evidence]


def test_an_entry_of_another_document_that_is_past_its_date_is_told_where_its_words_are():
    elsewhere = [replace(entry, path="gone.txt") for entry in entries(until="2026-01-01")]
    assert set(stale(decide([report(TEXT)], [elsewhere]))) == {Lapse.EXPIRED}
    assert stale(decide([report("Artikel 1 Duur\n1.1 Niets.\n")], [elsewhere])) == []


def test_a_register_is_sorted_and_comes_back(tmp_path):
    path = tmp_path / "register.json"
    path.write_text(written(reversed(entries(by="A. Jansen")), path))
    assert sorted(read(path), key=str) == sorted(entries(by="A. Jansen"), key=str)
    rows = json.loads(path.read_text())["accepted"]
    assert rows == sorted(rows, key=lambda row: (row["path"], row["rule"], row["fingerprint"]))


def test_a_register_names_documents_from_where_it_stands(tmp_path, monkeypatch):
    path, contracts = tmp_path / "register.json", tmp_path / "contracts"
    contracts.mkdir()
    monkeypatch.chdir(contracts)
    path.write_text(written([replace(entry, path="terms.md") for entry in entries()], path))
    assert {row["path"] for row in json.loads(path.read_text())["accepted"]} == {"contracts/terms.md"}
    assert {entry.path for entry in read(path)} == {"terms.md"}
    monkeypatch.chdir(tmp_path)
    assert {entry.path for entry in read(path)} == {"contracts/terms.md"}


def test_an_older_register_knows_the_first_sentence_however_bad(tmp_path):
    path = tmp_path / "register.json"
    rows = [
        {key: value for key, value in row.items() if key not in ("also", "severity")}
        for row in json.loads(written(entries(), path))["accepted"]
    ]
    path.write_text(json.dumps({"schema_version": "1.0", "accepted": rows}))
    assert not [f for f in decide([report(TEXT)], [read(path)]).reports[0].findings if f.evidence]
    clause = TEXT.splitlines()[2]
    told = decide([report(TEXT.replace(clause, f"{clause} {MORE}"))], [read(path)])
    assert stale(told) == [Lapse.OUTGROWN]


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
        ('{"accepted": [{"rule": "a", "fingerprint": "b", "because": "c", "also": "d"}]}', "be a list"),
        ('{"accepted": [{"rule": "a", "fingerprint": "b", "because": "c", "severity": "eror"}]}', "mean er"),
        ('{"schema_version": "2.0", "accepted": []}', "schema_version 2.0, and this contract-lint knows"),
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
    grown = tuple(replace(entry, also=("0123456789abcdef",)) for entry in second)
    assert merged(first, grown) == grown
    elsewhere = tuple(replace(entry, path="other.txt") for entry in grown)
    assert merged(first, elsewhere) == (*first, *elsewhere)
    assert pruned(first, first[:1]) == first[1:]
