"""Clauses that make an exception to another one: "In afwijking van artikel 3.10", "subject to clause 8"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from contract_lint.clauses.building import Draft

# The clause that says this is the exception to the one it names ...
_DEPARTS = (
    "in afwijking van|afwijkend van|anders dan|in tegenstelling tot"
    "|notwithstanding|by way of derogation from|in derogation of|as an exception to|contrary to"
)
# ... and here the clause that is named is the exception to the one that says this.
_MAKES_ROOM = (
    "behoudens|behalve|met uitzondering van|uitgezonderd|tenzij|onverminderd"
    "|subject to|except as(?: set out| provided| stated)? in|save as provided in|unless otherwise stated in"
)
_BETWEEN = (
    r"(?: (?:het|de|hetgeen|the))?(?: (?:bepaalde|gestelde|bepaling|provisions?|rights?))?"
    r"(?: (?:in|van|of|under))?"
)
_NAMED = (
    r" (?:(?:artikel(?:en)?|art\.|lid|leden|clauses?|articles?|sections?|paragraphs?)"
    r" (?P<number>\d+(?:\.\d+)*)(?![:\d])"
    r"|(?P<before>het (?:vorige|voorgaande|eerdere)(?: (?:lid|artikel))?"
    r"|the (?:previous|preceding) (?:clause|paragraph|section)|the foregoing))"
)
_REFERENCE = re.compile(
    rf"\b(?:(?P<departs>{_DEPARTS})|(?P<room>{_MAKES_ROOM})){_BETWEEN}{_NAMED}"
    # An article of a statute is none of this contract.
    r"(?! (?:BW|Wft|Awb|WER|van (?:de|het) (?:wet|burgerlijk)|of the (?:\w+ )?(?:act|code|directive)))",
    re.IGNORECASE,
)


def exceptions(text: str, drafts: Sequence[Draft], spans: Sequence[tuple[int, int]]) -> dict[int, set[int]]:
    """By clause, the clauses that it makes an exception to."""
    found: dict[int, set[int]] = {}
    places: dict[str, list[int]] = {}
    for index, draft in enumerate(drafts):
        places.setdefault(draft.number, []).append(index)
    for index, (start, end) in enumerate(spans):
        for reference in _REFERENCE.finditer(text, start, end):
            for named in _named(reference, index, drafts, places):
                rule, exception = (named, index) if reference["departs"] else (index, named)
                if rule != exception:
                    found.setdefault(exception, set()).add(rule)
    return found


def _named(
    reference: re.Match[str], index: int, drafts: Sequence[Draft], places: dict[str, list[int]]
) -> Iterator[int]:
    """The clauses that a reference in a clause names: of its own article first."""
    if reference["before"]:
        yield from [index - 1] if index and drafts[index - 1].article == drafts[index].article else []
        return
    number = reference["number"]
    own = [
        place
        for ending in (number, f"{drafts[index].number.rpartition('.')[0]}.{number}")
        for place in places.get(ending, ())
        if drafts[place].article == drafts[index].article
    ]
    yield from own or places.get(number) or _of_article(number, drafts)


def _of_article(number: str, drafts: Sequence[Draft]) -> Iterator[int]:
    """All clauses of an article that has clauses of its own."""
    for place, draft in enumerate(drafts):
        if draft.number.startswith(f"{number}."):
            yield place
