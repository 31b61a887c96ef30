"""The smallest edits between two wordings."""

import pytest

from contract_lint.model import Edit, Span
from contract_lint.reviews.difference import smallest


def redline(old, new):
    """The old words with what goes and what comes."""
    told, at = "", 0
    for edit in smallest(Edit(Span(10, 10 + len(old)), new), old):
        start, end = edit.span.start - 10, edit.span.end - 10
        told += (
            old[at:start]
            + (f"[-{old[start:end]}-]" if end > start else "")
            + (f"{{+{edit.text}+}}" if edit.text else "")
        )
        at = end
    return told + old[at:]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("drie maanden", "een maand", "[-drie maanden-]{+een maand+}"),
        (
            "binnen 14 dagen na de factuur",
            "binnen 30 dagen na de factuur",
            "binnen [-14-]{+30+} dagen na de factuur",
        ),
        ("schriftelijk", "schriftelijk of per e-mail", "schriftelijk{+ of per e-mail+}"),
        ("alleen schriftelijk", "schriftelijk", "[-alleen -]schriftelijk"),
        ("", " Een zin erbij.", "{+ Een zin erbij.+}"),
        ("Dit gaat weg.", "", "[-Dit gaat weg.-]"),
        (
            "De klant verliest alles.",
            "Wij betalen terug.",
            "[-De klant verliest alles-]{+Wij betalen terug+}.",
        ),
        ("de klant, de ander", "de klant en de ander", "de klant[-,-]{+ en+} de ander"),
    ],
)
def test_only_what_differs_is_marked(old, new, expected):
    assert redline(old, new) == expected
