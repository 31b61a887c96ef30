"""What a statute says between quotation marks is no term of the contract."""

import pytest

from contract_lint.clauses import divide
from contract_lint.documents import read
from contract_lint.pipeline import Options, lint

TERM = "De overeenkomst wordt telkens stilzwijgend verlengd met een jaar."


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (f"Artikel 6:236 BW luidt: “{TERM}”", True),
        (f'Artikel 6:236 van het Burgerlijk Wetboek bepaalt het volgende: "{TERM}"', True),
        (f"De Wet van Dam zegt: „{TERM}”", True),
        (f"De folder zegt: “{TERM}”", False),
        (f"Artikel 6:236 BW is bekend. {TERM}", False),
        ('The Consumer Act states: "The contract shall automatically renew for one year."', True),
    ],
)
def test_only_what_a_statute_is_said_to_say(text, quoted):
    contract = divide(read(text.encode(), name="terms.txt"), "nl")
    assert bool(contract.statutes) is quoted


@pytest.mark.parametrize(("before", "told"), [("Artikel 6:236 BW luidt:", False), ("Wij schrijven:", True)])
def test_a_quoted_statute_gives_no_finding(before, told):
    report = lint(f"1. {before} “{TERM}”\n".encode(), Options(language="nl"))
    assert ("tacit-renewal" in {finding.family for finding in report.findings}) is told
