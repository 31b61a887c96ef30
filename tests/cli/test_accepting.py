"""`accept` and `baseline`: the way of a deviation from the first finding to the register and out of it."""

import json
from pathlib import Path

import pytest

TEXT = """Artikel 1 Duur
1.1 De overeenkomst wordt telkens stilzwijgend verlengd met een jaar.
1.2 De klant kan de overeenkomst alleen per aangetekende brief opzeggen.
"""
REGISTER = "contract-lint-accepted.json"


@pytest.fixture
def linting(linting):
    """The command line, in a folder with this contract."""
    Path("terms.txt").write_text(TEXT)
    return linting


def test_an_accepted_finding_fails_no_run_until_its_words_change(linting):
    assert linting("check", "terms.txt").exit_code == 1
    for name in ("tacit-renewal-fixed@1.1", "registered-letter-only"):
        told = linting("accept", name, "--because", "agreed with the association", "--in", "terms.txt")
        assert told.exit_code == 0, told.output
    done = linting("check", "terms.txt")
    assert (done.exit_code, "2 accepted" in done.stderr or "2 aanvaard" in done.stderr) == (0, True)

    Path("terms.txt").write_text(TEXT.replace("alleen per aangetekende brief", "per e-mail"))
    done = linting("check", "terms.txt")
    assert done.exit_code == 1
    assert "registered-letter-only" in done.stderr
    assert "niet meer gevonden" in done.stderr
    assert linting("check", "terms.txt", "--allow-unused").exit_code == 0

    assert "1 taken out, 1 kept" in linting("baseline", "prune", "terms.txt").stdout
    assert linting("check", "terms.txt").exit_code == 0


def test_an_acceptance_that_is_past_its_date_is_told_and_reported_again(linting):
    linting(
        "accept", "tacit-renewal-fixed", "--because", "for now", "--until", "2026-11-21", "--in", "terms.txt"
    )
    done = linting("check", "terms.txt", "--select", "tacit-renewal")
    assert done.exit_code == 1
    assert "aanvaard tot en met 2026-11-21, weer gemeld" in done.stderr


def test_a_name_that_stands_for_several_findings_is_asked_about(linting):
    Path("terms.txt").write_text(TEXT + TEXT.splitlines()[2].replace("1.2", "1.3") + "\n")
    told = linting("accept", "registered-letter-only", "--because", "x", "--in", "terms.txt")
    assert told.exit_code == 2
    assert "registered-letter-only@1.3" in told.stderr
    assert not Path(REGISTER).exists()
    assert linting("accept", "registered-letter-only", "--because", "x", "--all").exit_code == 0
    assert len(json.loads(Path(REGISTER).read_text())["accepted"]) == 2


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["no-such-rule", "--because", "x"], "no finding is called no-such-rule"),
        (["tacit-renewal-fixed", "--because", " "], "needs a reason"),
        (["tacit-renewal-fixed", "--because", "x", "--until", "soon"], "is no date"),
        (["tacit-renewal-fixed"], "Missing option '--because'"),
    ],
)
def test_what_cannot_be_accepted(linting, given, told):
    result = linting("accept", *given)
    assert (result.exit_code, told in result.stderr) == (2, True)


def test_a_baseline_keeps_what_stands_and_tells_what_is_new(linting):
    assert linting("baseline", "create", ".").exit_code == 0
    assert linting("check", "terms.txt").exit_code == 0
    assert linting("baseline", "create", ".").exit_code == 2
    Path("terms.txt").write_text(TEXT + "1.3 De klant kan de overeenkomst niet tussentijds opzeggen.\n")
    assert linting("check", "terms.txt").exit_code == 1
    assert "added" in linting("baseline", "update", ".").stdout
    assert linting("check", "terms.txt").exit_code == 0


def test_every_format_knows_what_is_accepted(linting):
    linting("accept", "tacit-renewal-fixed", "--because", "agreed", "--in", "terms.txt")
    document = json.loads(linting("check", "terms.txt", "--format", "json").stdout)["documents"][0]
    assert [one["finding"]["rule"] for one in document["accepted"]] == ["tacit-renewal-fixed"]
    assert document["accepted"][0]["because"] == "agreed"
    run = json.loads(linting("check", "terms.txt", "--format", "sarif").stdout)["runs"][0]
    spared = [result for result in run["results"] if "suppressions" in result]
    assert [one["ruleId"] for one in spared] == ["tacit-renewal-fixed"]
    assert spared[0]["suppressions"][0]["justification"] == "agreed"


def test_the_register_stands_where_the_settings_say(linting):
    Path(".contract-lint.toml").write_text('register = "deviations.json"\n')
    linting("accept", "tacit-renewal-fixed", "--because", "agreed", "--in", "terms.txt")
    assert Path("deviations.json").exists()
    Path("deviations.json").write_text("{")
    result = linting("check", "terms.txt")
    assert (result.exit_code, "cannot be read as a register" in result.stderr) == (2, True)


def test_an_entry_of_a_rule_that_is_not_asked_for_is_neither_unused_nor_pruned(linting):
    linting("baseline", "create", "terms.txt")
    before = Path(REGISTER).read_text()
    for narrower in (["--select", "tacit-renewal"], ["--ignore", "cancellation-form"]):
        done = linting("check", "terms.txt", *narrower)
        assert (done.exit_code, "niet meer gevonden" in done.stderr) == (0, False)
    linting("baseline", "prune", "terms.txt", "--select", "tacit-renewal")
    assert Path(REGISTER).read_text() == before


def test_a_date_that_is_none_is_told(linting, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "99999999999999")
    result = linting("check", "terms.txt")
    assert (result.exit_code, "it must be a number of seconds since 1970" in result.stderr) == (2, True)


def test_a_clause_that_says_more_than_was_accepted_is_told_until_that_is_accepted_too(linting):
    linting("baseline", "create", "terms.txt")
    more = "Opzegging door de klant kan uitsluitend per aangetekende post geschieden."
    Path("terms.txt").write_text(TEXT.replace("opzeggen.", f"opzeggen. {more}"))
    done = linting("check", "terms.txt")
    assert (done.exit_code, "registered-letter-only" in done.stdout) == (1, True)
    assert "er staat nu meer" in done.stderr
    before = len(json.loads(Path(REGISTER).read_text())["accepted"])
    assert "0 taken out" in linting("baseline", "prune", "terms.txt").stdout
    assert linting("baseline", "update", str(Path("terms.txt").resolve())).exit_code == 0
    done = linting("check", "terms.txt")
    assert (done.exit_code, "aanvaard, maar" in done.stderr) == (0, False)
    assert len(json.loads(Path(REGISTER).read_text())["accepted"]) == before
