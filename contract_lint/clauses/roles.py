"""Deciding which party a name stands for, from the name itself and from its definition."""

from __future__ import annotations

import re

from contract_lint.clauses import party_words
from contract_lint.model import Role

_PERSON = re.compile(party_words.PERSON, re.IGNORECASE)
_SUPPLYING = re.compile(party_words.SUPPLYING, re.IGNORECASE)
_TAKING = re.compile(party_words.TAKING, re.IGNORECASE)
_ARTICLE = re.compile(r"(?i:de|het|een|the|an?|onze|our|uw|your)\s+")
# A word of a proper name: "Jansen", "HKweb", "eDutch", "Booking.com", "J."
WORD = r"(?:[A-ZÀ-Þ]\.(?=\s)|(?:[A-ZÀ-Þ0-9]|[a-z]{1,2}(?=[A-Z]))[\w&'’/+-]*(?:\.\w[\w-]*)*)"
NAME = rf"{WORD}(?: (?:& )?{WORD}){{0,4}}"
_SUFFIX = rf"(?:{party_words.COMPANY_FORMS})(?!\w)"
# A company with its legal form: "J. Jansen Webdesign B.V."
COMPANY = re.compile(rf"(?<!\w)({WORD}(?: (?:(?:&|en|and|of|van|de) )?{WORD}){{0,4}}?),? ({_SUFFIX})")
# A name that says of itself where it is established.
_ESTABLISHED = re.compile(
    rf"({NAME}),? \(?(?:statutair gevestigd|gevestigd|ingeschreven|kantoorhoudende?|h\.?o\.?d\.?n|KvK|KVK|"
    r"handelend|located|registered|incorporated|having its)"
)
_LEADING = re.compile(r"(?:[a-z]+ |Daarmee ){0,4}")
_VERB = re.compile(r"\.? (?:is|heeft|mag|kan|zal|may|will|shall|has)\b")
_LONGEST_NAME, _MOST_WORDS = 40, 5


def clean(name: str) -> str:
    """A name without article, quotes and punctuation around it; empty when it cannot be one."""
    dotted = re.search(r"\.\w\.[\s\"'“”‘’),;:]*$", name)  # the full stop of "B.V." belongs to it
    name = name.strip(" \t\n\"'“”‘’„()[].,;:*_") + ("." if dotted else "")
    article = _ARTICLE.match(name)
    if article and (name[0].islower() or " " not in name[article.end() :]):
        name = name[article.end() :]
    plain = name.lower().replace(" ", "_")
    if len(name) < 2 or len(name) > _LONGEST_NAME or "\n" in name or plain in party_words.NOT_NAMES:
        return ""
    return name if name[0].isalnum() and _is_name_shaped(name) else ""


def _is_name_shaped(name: str) -> bool:
    """Whether words are one noun, a proper name, or a party with an adjective ("Zakelijke klant")."""
    words = name.split()
    if len(words) == 1 or (len(words) <= 3 and by_name(words[-1]) is not None):
        return True
    proper = sum(word[0].isupper() or word[0].isdigit() or word[1:2].isupper() for word in words)
    joining = sum(word in ("&", "en", "and", "van", "de", "of", "der", "den") for word in words)
    return len(words) <= _MOST_WORDS and proper + joining == len(words)


def by_name(name: str) -> Role | None:
    """The role that a name is by itself ("Verhuurder")."""
    plain = name.lower().replace(" ", "_")
    last = plain.rpartition("_")[2]
    if plain in party_words.CUSTOMERS or last in party_words.CUSTOMERS:
        return Role.CUSTOMER
    return Role.SUPPLIER if plain in party_words.SUPPLIERS or last in party_words.SUPPLIERS else None


def by_definition(definition: str) -> Role | None:
    """The role that a definition describes, None when it defines no party or leaves it open."""
    if established(definition):
        return Role.SUPPLIER
    person = _PERSON.match(definition)
    supplying = _SUPPLYING.search(definition)
    if not person:
        # "de handelsnaam van ..." names no person but can only be the supplier.
        near = supplying is not None and supplying.start() < 20 and "handelsnaam" in supplying.group()
        return Role.SUPPLIER if near else None
    taking = _TAKING.search(definition)
    if supplying and (taking is None or supplying.start() < taking.start()):
        return Role.SUPPLIER
    if taking:
        return Role.CUSTOMER
    return Role.SUPPLIER if _is_business(person.group()) else None


def by_description(words: str) -> Role | None:
    """The role of somebody described in running words, by what is said last."""
    supplying = [match.start() for match in _SUPPLYING.finditer(words)]
    taking = [match.start() for match in _TAKING.finditer(words)]
    if not supplying and not taking:
        return None
    return Role.SUPPLIER if max(supplying, default=-1) > max(taking, default=-1) else Role.CUSTOMER


def established(text: str) -> re.Match[str] | None:
    """The company that a text begins with, with its legal form or its seat."""
    leading = _LEADING.match(text)
    head, start = text[:120], leading.end() if leading else 0
    company = COMPANY.match(head, start) or _ESTABLISHED.match(head, start)
    return None if company is None or _VERB.match(head, company.end()) else company


def _is_business(words: str) -> bool:
    return words.lower().endswith(("onderneming", "eenmanszaak", "vennootschap"))
