"""What makes a finding the same in the next draft, and what makes it another."""

import pytest
from msgspec.structs import replace

from contract_lint import lint
from contract_lint.findings import compare
from contract_lint.model import Severity
from contract_lint.sayings import fingerprint

LETTER = "De klant kan uitsluitend per aangetekende brief opzeggen."
MONTHS = "De klant heeft een opzegtermijn van zes maanden."


def contract(*sentences: str) -> bytes:
    clauses = (f"{number}. {sentence}" for number, sentence in enumerate(sentences, 1))
    return "\n".join(("Voorwaarden", *clauses)).encode()


def report(*sentences: str):
    return lint(contract(*sentences), audience="consumer", select=["notice-period", "cancellation-form"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Opzeggen kan per brief.", "opzeggen  kan, per brief"),
        ("In afwijking van artikel 4.2 geldt dit.", "In afwijking van artikel 12 geldt dit."),
        ("Subject to clauses 3.1 and 4 it ends.", "Subject to clauses 5 and 6.2 it ends."),
        ("4.2. De klant betaalt.", "De klant betaalt."),
    ],
)
def test_the_same(one, other):
    assert fingerprint("rule", one) == fingerprint("rule", other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("De termijn is 3 maanden.", "De termijn is 4 maanden."),
        ("12 maanden na aanvang.", "24 maanden na aanvang."),
        ("Het lid 2 maanden laten wachten.", "Het lid 3 weken laten wachten."),
    ],
)
def test_another(one, other):
    assert fingerprint("rule", one) != fingerprint("rule", other)


def test_equal_ones_are_counted():
    first, second = report(MONTHS, LETTER, MONTHS).findings[::2]
    assert first.fingerprint.removesuffix(":1") == second.fingerprint.removesuffix(":2")


def standings(old, new) -> tuple[int, int, int]:
    """How many are added, kept and removed."""
    compared = compare(old, new).compared
    return len(new.findings) - len(compared.kept), len(compared.kept), len(compared.removed)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ((LETTER, MONTHS), (MONTHS, LETTER), (0, 2, 0)),
        ((LETTER,), (LETTER, MONTHS), (1, 1, 0)),
        ((LETTER, MONTHS), (LETTER,), (0, 1, 1)),
        ((MONTHS, MONTHS), (MONTHS,), (0, 1, 1)),
        ((MONTHS,), (MONTHS, LETTER, MONTHS), (2, 1, 0)),
        ((MONTHS,), (MONTHS.replace("zes", "acht"),), (1, 0, 1)),
    ],
)
def test_two_drafts(old, new, told):
    assert standings(report(*old), report(*new)) == told


def test_a_clause_that_says_more_of_the_same_is_new():
    more = "Voor de opzegging door de klant geldt een opzegtermijn van acht maanden."
    grown, plain = report(f"{MONTHS} {more}"), report(MONTHS)
    assert len(grown.findings) == len(plain.findings) == 1
    assert standings(plain, grown) == (1, 0, 0)
    assert standings(grown, plain) == (0, 1, 0)


def test_what_has_become_more_serious_is_new():
    new = report(MONTHS)
    mild = replace(new, findings=tuple(replace(one, severity=Severity.NOTE) for one in new.findings))
    assert standings(mild, new) == (1, 0, 0)
    assert standings(new, mild) == (0, 1, 0)
