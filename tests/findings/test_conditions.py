"""The `when` language: what it asks of facts, of the profile and of the rest of the contract."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from contract_lint.findings.conditions import ALWAYS, Scene, holds, parse
from contract_lint.findings.docket import Docket
from contract_lint.model import Duration, Fact, Fault, Money, Percentage, Profile, Span, Term, Trait

HERE = Span(0, 1)


def days(count: float, unit: str = "month", business: bool = False) -> Duration:
    return Duration(count, unit, HERE, business)


def terms(*names: str) -> tuple[Term, ...]:
    return tuple(Term(name, HERE) for name in names)


def fact(kind: str, clause: int = 0, **values) -> Fact:
    stated = {name: value if isinstance(value, tuple) else (value,) for name, value in values.items()}
    return Fact(kind, HERE, HERE, clause, stated)


def scene(given: dict[str, Fact] | Fact, *others: Fact, **traits: str) -> Scene:
    """A contract of four clauses, two to an article, with these facts."""
    named = {"": given} if isinstance(given, Fact) else given
    told = {"audience": "consumer", "sector": "unknown", "concluded": "unknown", **traits}
    clauses = [SimpleNamespace(article=number // 2, exception_to=()) for number in range(4)]
    contract = SimpleNamespace(clauses=clauses)
    docket = Docket.of(contract, [*named.values(), *others])
    return Scene(named, Profile(**{name: Trait(value, "given") for name, value in told.items()}), docket)


NOTICE = fact("notice_period", length=days(2), party=terms("customer"), before_end=terms("before_end"))


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("length > 1 month", True),
        ("length > 2 months", False),
        ("length >= 2 months", True),
        ("length < 90 days", True),
        ("length <= 9 weeks", True),
        ("length == 2 months", True),
        ("length != 2 months", False),
        ("length > 0.5 quarters", True),
        ("before_end", True),
        ("ceiling", False),
        ("not ceiling", True),
        ("not not before_end", True),
        ("party == customer", True),
        ("party != supplier", True),
        ("party in [customer, both]", True),
        ("audience == consumer", True),
        ("concluded in [online, phone]", False),
        ("sector == unknown and length > 1 month", True),
        ("ceiling or before_end and length > 1 year", False),
        ("(ceiling or before_end) and length > 1 month", True),
        ("exception", False),
    ],
)
def test_a_fact_is_asked(when, expected):
    assert holds(parse(when), scene(NOTICE)) is expected


@pytest.mark.parametrize(
    ("stated", "when", "expected"),
    [
        (days(30, "day"), "length > 1 month", False),
        (days(31, "day"), "length > 1 month", False),
        (days(4, "week"), "length >= 1 month", False),
        (days(30, "day"), "length >= 1 month", True),
        (days(33, "day"), "length > 1 month", True),
        (days(20, "day", business=True), "length <= 1 month", True),
        (days(30, "day", business=True), "length > 1 month", True),
        (days(1, "quarter"), "length == 3 months", True),
        (days(24, "hour"), "length < 2 days", True),
    ],
)
def test_lengths_are_compared_nearly_for_months_differ(stated, when, expected):
    assert holds(parse(when), scene(fact("notice_period", length=stated))) is expected


@pytest.mark.parametrize("operator", [">", ">=", "<", "<=", "=="])
def test_what_the_contract_does_not_state_compares_as_false(operator):
    assert not holds(parse(f"length {operator} 1 month"), scene(fact("notice_period")))


def test_a_party_that_is_not_stated_is_not_the_supplier():
    assert holds(parse("party != supplier"), scene(fact("notice_period")))


@pytest.mark.parametrize(
    ("channels", "when", "expected"),
    [
        (("written", "email"), "channels has email", True),
        (("written", "email"), "channels has [written, email]", True),
        (("written",), "channels has [written, email]", False),
        (("written",), "channels only [written, post]", True),
        (("written", "email"), "channels only [written, post]", False),
        ((), "channels only [written]", False),
        (("written", "email"), "channels any [email, portal]", True),
        (("written",), "channels any [email, portal]", False),
        (("written", "email"), "channels == [email, written]", True),
        (("written",), "channels != [email, written]", True),
        ((), "channels any []", False),
    ],
)
def test_lists_are_compared_as_sets(channels, when, expected):
    assert holds(parse(when), scene(fact("cancellation_form", channels=terms(*channels)))) is expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [("share > 1 %", True), ("share > 2 %", False), ("amount >= 50 EUR", True), ("amount > 50 EUR", False)],
)
def test_money_and_percentages_are_compared_exactly(when, expected):
    stated = fact("exit_fee", share=Percentage(1.01, HERE), amount=Money(50.0, "EUR", HERE))
    assert holds(parse(when), scene(stated)) is expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("ours.length > theirs.length", True),
        ("theirs.length > ours.length", False),
        ("ours.party == customer and theirs.party == supplier", True),
        ("ours.party == theirs.party", False),
        ("ours.ceiling", False),
    ],
)
def test_two_facts_are_held_against_each_other(when, expected):
    theirs = fact("notice_period", length=days(2, "week"), party=terms("supplier"))
    assert holds(parse(when), scene({"ours": NOTICE, "theirs": theirs})) is expected


@pytest.mark.parametrize(
    ("when", "clause", "expected"),
    [
        ("present(free_exit)", 3, True),
        ("absent(free_exit)", 3, False),
        ("absent(hardship_exit)", 0, True),
        ("present(free_exit: party == customer)", 3, True),
        ("present(free_exit: party == supplier)", 3, False),
        ("absent(free_exit: party == supplier)", 3, True),
        ("here(free_exit)", 0, True),
        ("here(free_exit)", 1, False),
        ("near(free_exit)", 1, True),
        ("near(free_exit)", 2, False),
        ("not near(free_exit)", 2, True),
        ("present(notice_period: length > 1 month and before_end)", 3, True),
    ],
)
def test_the_rest_of_the_contract_is_asked(when, clause, expected):
    exit_ = fact("free_exit", clause, party=terms("customer"))
    assert holds(parse(when), scene(NOTICE, exit_)) is expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("present(free_exit) and absent(hardship_exit)", True),
        ("present(hardship_exit: ground any [illness])", False),
        ("here(free_exit)", True),
        ("audience == consumer", True),
    ],
)
def test_a_rule_without_facts_asks_the_whole_document(when, expected):
    assert holds(parse(when), scene({}, fact("free_exit", 2))) is expected


def test_two_questions_alike_but_for_the_kind_have_their_own_answers():
    asked = scene({}, fact("free_exit", 2, party=terms("supplier")))
    when = "present(free_exit: party == supplier) and absent(notice_period: party == supplier)"
    assert holds(parse(when), asked)


def test_always_holds():
    assert holds(ALWAYS, scene({}))


@pytest.mark.parametrize(
    ("when", "at"),
    [
        ("length >", "length >"),
        ("length >> 1 month", "length >>"),
        ("party is customer", "party is customer"),
        ("present(notice_period", "present(notice_period"),
        ("channels any [email portal]", "email portal"),
        ("(length > 1 month", "(length > 1 month"),
        ("", ""),
        ("and length", "and length"),
        ("LENGTH > 1 month", "LENGTH"),
    ],
)
def test_what_is_no_condition_is_shown_where_it_goes_wrong(when, at):
    with pytest.raises(Fault, match="this is no condition") as fault:
        parse(when)
    assert at in str(fault.value)
