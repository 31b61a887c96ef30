"""Acceptances in the documents themselves: what the commands make of them."""

import json
from pathlib import Path

import pytest

HEAD = "# Voorwaarden\n\n## Artikel 1 Opzeggen\n\n"
RENEWAL = "1.1 De overeenkomst wordt telkens stilzwijgend verlengd met een jaar.\n\n"
LETTER = "1.2 De klant kan de overeenkomst alleen per aangetekende brief opzeggen.\n\n"
ACCEPT = "<!-- contract-lint: accept registered-letter-only: de bond wil het (by Jan) -->\n"
PLAIN, ACCEPTED = HEAD + RENEWAL + LETTER, HEAD + RENEWAL + ACCEPT + LETTER
RENEWED = ACCEPT.replace("registered-letter-only", "tacit-renewal-fixed")


@pytest.fixture
def check(linting):
    """Check a text; gives the exit code, the one document of the JSON report, and the notes."""

    def run(text: str, *args: str, name: str = "terms.md"):
        Path(name).write_text(text)
        done = linting("check", name, "--format", "json", *args)
        return done.exit_code, json.loads(done.stdout)["documents"][0], done.stderr

    return run


def rules(document: dict, key: str = "findings") -> list[str]:
    told = document[key] if key == "findings" else [one["finding"] for one in document[key]]
    return [one["rule"] for one in told if one["quote"]]


def test_what_is_accepted_fails_no_run(check):
    assert check(PLAIN)[0] == 1
    code, document, notes = check(HEAD + RENEWED + RENEWAL + ACCEPT + LETTER)
    assert (code, rules(document)) == (0, [])
    assert rules(document, "accepted") == ["tacit-renewal-fixed", "registered-letter-only"]
    (one, _) = document["accepted"]
    assert (one["because"], one["by"], one["place"]["line"]) == ("de bond wil het", "Jan", 5)
    assert "2 aanvaard" in notes


def test_findings_beside_it_are_what_they_were(check):
    def told(document):
        named = [
            {**one, "location": {**one["location"], "line": 0}}
            for one in document["findings"]
            if one["quote"]
        ]
        return [one for one in named if one["rule"] != "registered-letter-only"]

    assert told(check(PLAIN)[1]) == told(check(ACCEPTED)[1]) != []


@pytest.mark.parametrize(
    ("remark", "told"),
    [
        (ACCEPT.replace("registered-letter-only", "exit-fee"), "terms.md:7:1: exit-fee: "),
        (ACCEPT.replace("registered", "registred"), "is registered-letter-only bedoeld?"),
        (ACCEPT.replace(": de bond wil het", ""), "aanvaard zonder reden"),
        (ACCEPT.replace("accept", "allow"), "is niet te begrijpen"),
        (ACCEPT.replace("(by Jan)", "(until 1 mei)"), '"1 mei" is geen datum'),
    ],
)
def test_one_that_accepts_nothing_fails_the_run_unless_it_may(check, remark, told):
    text = HEAD + RENEWAL + remark + LETTER
    code, document, notes = check(text, "--fail-on", "none")
    assert (code, told in notes, len(document["stale"])) == (1, True, 1)
    assert "registered-letter-only" in rules(document)
    assert "baseline prune" not in notes
    assert check(text, "--fail-on", "none", "--allow-unused")[0] == 0


def test_one_past_its_date_is_told_and_fails_by_its_finding_alone(check, linting, monkeypatch):
    text = HEAD + ACCEPT.replace("(by Jan)", "(until 2026-11-22)") + LETTER
    args = ("--select", "registered-letter-only")
    assert check(text, *args)[0] == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1795305600 + 86400))
    code, document, notes = check(text, *args)
    assert (code, rules(document)) == (1, ["registered-letter-only"])
    assert "aanvaard tot en met 2026-11-22, weer gemeld" in notes
    assert check(text, *args, "--fail-on", "none")[0] == 0


def test_a_rule_that_is_not_asked_for_is_not_called_unused(check):
    assert check(ACCEPTED, "--select", "tacit-renewal", "--fail-on", "none")[1]["stale"] == []


def test_own_rules_are_known(check, linting):
    assert linting("rules", "new", "own-rule").exit_code == 0
    own = str(next(Path().rglob("own-rule.yaml")))
    remark = ACCEPT.replace("registered-letter-only", "own-rule")
    (stale,) = check(HEAD + remark + LETTER, "--rules", own)[1]["stale"]
    assert stale["why"] == "unused"
    assert check(HEAD + remark + LETTER)[1]["stale"][0]["why"] == "unknown-rule"


def test_sarif_tells_which_are_written_in_the_source(linting):
    Path("terms.md").write_text(ACCEPTED)
    assert linting("accept", "tacit-renewal-fixed", "--because", "agreed", "--in", "terms.md").exit_code == 0
    run = json.loads(linting("check", "terms.md", "--format", "sarif").stdout)["runs"][0]
    kinds = {one["ruleId"]: one["suppressions"][0] for one in run["results"] if "suppressions" in one}
    assert kinds["registered-letter-only"]["kind"] == "inSource"
    assert kinds["registered-letter-only"]["justification"] == "de bond wil het"
    assert kinds["tacit-renewal-fixed"]["kind"] == "external"


def test_the_text_lists_what_is_accepted_when_asked(linting):
    Path("terms.md").write_text(ACCEPTED)
    assert "de bond wil het" not in linting("check", "terms.md").stdout
    assert "de bond wil het (Jan)" in linting("check", "terms.md", "--show-muted").stdout


def test_a_baseline_leaves_to_the_document_what_it_accepts_itself(linting):
    Path("terms.md").write_text(ACCEPTED)
    assert linting("baseline", "create", "terms.md").exit_code == 0
    register = json.loads(Path("contract-lint-accepted.json").read_text())["accepted"]
    assert "tacit-renewal-fixed" in {one["rule"] for one in register}
    assert "registered-letter-only" not in {one["rule"] for one in register}
    assert linting("check", "terms.md").exit_code == 0


@pytest.mark.parametrize(("old", "new"), [(PLAIN, ACCEPTED), (ACCEPTED, PLAIN)])
def test_a_draft_that_only_accepts_says_the_same(linting, old, new):
    Path("old.md").write_text(old)
    Path("new.md").write_text(new)
    done = linting("compare", "old.md", "new.md", "--format", "json", "--fail-on", "note")
    summary = json.loads(done.stdout)["summary"]["standings"]
    assert (done.exit_code, summary["added"], summary["removed"]) == (0, 0, 0)


def test_what_is_extracted_holds_no_remark(linting):
    for name, text in (("plain.md", PLAIN), ("accepted.md", ACCEPTED)):
        Path(name).write_text(text)
    plain, accepted = (linting("extract", name).stdout for name in ("plain.md", "accepted.md"))
    assert plain == accepted
    assert "aangetekende" in plain


@pytest.mark.parametrize("mark", ["[{}]", "<!-- {} -->"])
def test_plain_text_has_brackets_for_it(check, mark):
    remark = mark.format("contract-lint: accept registered-letter-only: de bond wil het") + "\n"
    text = (HEAD + RENEWAL + remark + LETTER).replace("#", "")
    assert rules(check(text, name="terms.txt")[1], "accepted") == ["registered-letter-only"]


def test_a_review_leaves_the_remark_where_it_stands(linting):
    Path("terms.md").write_text(ACCEPTED)
    assert linting("review", "terms.md", "-o", "after.md").exit_code == 0
    after = Path("after.md").read_text()
    assert f"\n\n{ACCEPT}{LETTER}1.3 Bij verhuizing" in after
    assert RENEWAL not in after
