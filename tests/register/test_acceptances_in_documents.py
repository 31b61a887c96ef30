"""Acceptances in the document itself: what they accept, and what is said of those that accept nothing."""

import pytest
from msgspec.structs import replace

from contract_lint.model import Acceptance, Lapse, Place, Remark, Report, Span
from contract_lint.pipeline import Options, lint
from contract_lint.register import Ground, accepted, decide
from contract_lint.register.remarks import acceptance

HEAD = "Artikel 1 Duur\n"
RENEWAL = "1.1 De overeenkomst wordt telkens stilzwijgend verlengd met een jaar.\n"
LETTER = "1.2 De klant kan alleen per aangetekende brief opzeggen.\n"
RULES = ("tacit-renewal-fixed", "registered-letter-only", "hardship-exit-missing")
TODAY = "2026-11-22"


def mark(words: str) -> str:
    return f"<!-- contract-lint: {words} -->\n"


def report(text: str) -> Report:
    return lint(text.encode(), Options(language="nl", select=RULES), "terms.md")


def decided(text: str, register: tuple[Acceptance, ...] = (), asked=lambda _rule: True) -> Report:
    return decide([report(text)], [Ground(register, lambda: RULES)], TODAY, asked).reports[0]


def told(text: str, **given) -> tuple[list[str], list[str], list[Lapse]]:
    """The rules found, those accepted, and why acceptances are stale."""
    judged = decided(text, **given)
    found = [one.rule for one in judged.findings if one.evidence]
    return found, [one.finding.rule for one in judged.accepted], [one.why for one in judged.stale]


def test_it_accepts_its_rule_in_the_clause_that_follows():
    text = HEAD + RENEWAL + mark("accept registered-letter-only: as agreed") + LETTER
    assert told(text) == (["tacit-renewal-fixed"], ["registered-letter-only"], [])
    (one,) = decided(text).accepted
    assert (one.acceptance.because, one.acceptance.place) == ("as agreed", Place(line=3, column=1))


def test_it_accepts_its_rule_in_the_clause_that_it_stands_in():
    text = HEAD + RENEWAL + LETTER.rstrip() + " " + mark("accept registered-letter-only: as agreed")
    assert told(text) == (["tacit-renewal-fixed"], ["registered-letter-only"], [])


def test_it_accepts_nothing_in_another_clause():
    text = HEAD + mark("accept registered-letter-only: as agreed") + RENEWAL + LETTER
    assert told(text) == (["tacit-renewal-fixed", "registered-letter-only"], [], [Lapse.UNUSED])


def test_something_missing_is_accepted_anywhere():
    missing = {one.rule for one in report(HEAD + RENEWAL).findings if one.evidence is None}
    assert missing == {"hardship-exit-missing"}
    judged = decided(HEAD + RENEWAL + mark("accept hardship-exit-missing: the law says so"))
    assert [one.finding.rule for one in judged.accepted] == ["hardship-exit-missing"]
    assert judged.stale == ()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("accept registered-letter-only", Lapse.REASON),
        ("accept registered-letter-only:", Lapse.REASON),
        ("accept registered-letter-only: -- (by Jan)", Lapse.REASON),
        ("accept registered-letter-only: x (until soon)", Lapse.DATE),
        ("accept registered-letter-only: x (until)", Lapse.DATE),
        ("accept registered-letter-only: x (until 2026-02-30)", Lapse.DATE),
        ("accept registered-letter-only: x (until 2026-11-21)", Lapse.EXPIRED),
        ("accept registered-leter-only: x", Lapse.RULE),
        ("accept cancellation-form: x", Lapse.RULE),
        ("ignore registered-letter-only: x", Lapse.FORM),
        ("accept", Lapse.FORM),
        ("", Lapse.FORM),
        ("accept tacit-renewal-fixed: x", Lapse.UNUSED),
    ],
)
def test_what_accepts_nothing_is_told_and_the_finding_too(words, why):
    assert told(HEAD + mark(words) + LETTER) == (["registered-letter-only"], [], [why])


def test_an_unknown_rule_is_told_with_the_nearest():
    (stale,) = decided(HEAD + mark("accept registered-leter-only: x") + LETTER).stale
    assert stale.hint == ("registered-letter-only",)
    assert stale.acceptance.excerpt == LETTER.strip()


def test_a_rule_that_nobody_asked_for_is_not_called_unused():
    text = HEAD + mark("accept tacit-renewal-fixed: x") + LETTER
    assert told(text, asked=lambda rule: rule != "tacit-renewal-fixed")[2] == []
    text = HEAD + mark("accept tacit-renewal-fixed") + LETTER
    assert told(text, asked=lambda _rule: False)[2] == [Lapse.REASON]


def test_the_remark_goes_before_the_register_and_keeps_its_entry_in_use():
    plain = report(HEAD + LETTER)
    entries = accepted(plain, [one for one in plain.findings if one.evidence], "in the register")
    judged = decided(HEAD + mark("accept registered-letter-only: in the document") + LETTER, entries)
    assert [one.acceptance.because for one in judged.accepted] == ["in the document"]
    assert judged.stale == ()


def test_it_holds_for_every_clause_that_it_is_about():
    both = report(HEAD + RENEWAL + LETTER.replace("1.2", "1.0") + LETTER)
    paper = both.contract.document
    remark = Remark("accept registered-letter-only: x", Place(paragraph=1), Span(0, len(paper.text)), "Jan")
    contract = replace(both.contract, document=replace(paper, remarks=(remark,)))
    judged = decide([replace(both, contract=contract)], [Ground((), lambda: RULES)], TODAY).reports[0]
    assert [one.finding.rule for one in judged.accepted] == ["registered-letter-only"] * 2
    assert {one.acceptance.by for one in judged.accepted} == {"Jan"}


@pytest.mark.parametrize(
    ("words", "because", "by", "until"),
    [
        (
            "accept a-b: Covers it (until 2027-06-30) (by Jan)",
            "Covers it",
            "Jan",
            "2027-06-30",
        ),
        ("Accept a-b: why (by: J. de Wit) (Until: 2027-06-30).", "why", "J. de Wit", "2027-06-30"),
        ("accept a-b why (see 4)", "why (see 4)", "signer", ""),
        ("accept: a-b: see (4) (by Jan) or else", "see (4) (by Jan) or else", "signer", ""),
        ("accept\n a-b :\n\n  over two\n  lines", "over two lines", "signer", ""),
        ("accept a-b: 10:00 (by x", "10:00 (by x", "signer", ""),
    ],
)
def test_the_words_of_a_remark(words, because, by, until):
    contract = report(HEAD + LETTER).contract
    found = acceptance(Remark(words, Place(line=1), Span(0, 1), "signer"), contract)
    assert isinstance(found, Acceptance)
    assert (found.rule, found.because, found.by, found.until) == ("a-b", because, by, until)
