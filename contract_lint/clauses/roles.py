"""Deciding which party a name stands for, from the name itself and from its definition."""

from __future__ import annotations

import re

from contract_lint.clauses import party_words, words_en, words_nl
from contract_lint.model import Role

_PERSON = re.compile(party_words.PERSON, re.IGNORECASE)
_SUPPLYING = re.compile(party_words.SUPPLYING, re.IGNORECASE)
_TAKING = re.compile(party_words.TAKING, re.IGNORECASE)
_SEATED = re.compile(party_words.SEATED, re.IGNORECASE)
_DESCRIBED = re.compile(party_words.DESCRIBED, re.IGNORECASE)
_TRADE = re.compile(rf"(?:{party_words.TRADES})\b")
_ARTICLE = re.compile(r"(?i:de|het|een|the|an?|onze|our|uw|your)\s+")
# A word of a proper name: "Jansen", "HKweb", "eDutch", "Booking.com", "J."
WORD = (
    r"(?:(?![BN]\.V\.)(?:[A-ZÀ-Þ]\.){1,4}(?=\s)|"
    r"(?:[A-ZÀ-Þ0-9]|[a-z]{1,2}(?=[A-Z]))[\w&'’/+-]*+(?:\.\w[\w-]*+)*+)"
)
NAME = rf"{WORD}(?: (?:& )?{WORD}){{0,4}}"
SUFFIX = rf"(?:{party_words.COMPANY_FORMS})(?!\w)"
# A company with its legal form: "J. Jansen Webdesign B.V."
COMPANY = re.compile(rf"(?<!\w)({WORD}(?: (?:(?:&|en|and|of|van|de) )?{WORD}){{0,4}}?),? ({SUFFIX})")
# A name that says of itself where it is established.
_ESTABLISHED = re.compile(
    rf"({NAME}),? \(?(?:statutair gevestigd|gevestigd|ingeschreven|kantoorhoudende?|h\.?o\.?d\.?n|KvK|KVK|"
    r"handelend|located|registered|incorporated|having its)"
)
_NUMBERED = re.compile(r"^[\d.]+\s+")
_LEADING = re.compile(r"(?:[a-z]+ |Daarmee ){0,4}")
_VERB = re.compile(r"\.? (?:is|heeft|mag|kan|zal|may|will|shall|has)\b")
STOP_WORDS = words_nl.STOP_WORDS | words_nl.STARTERS | words_en.STOP_WORDS | words_en.STARTERS
_LONGEST_NAME, _MOST_WORDS = 40, 5


def clean(name: str) -> str:
    """A name without article, quotes and punctuation around it; empty when it cannot be one."""
    name = _NUMBERED.sub("", re.sub(r"[’']s$", "", name.strip()))
    dotted = re.search(r"\.\w\.[\s\"'“”‘’),;:]*$", name)  # the full stop of "B.V." belongs to it
    name = name.strip(" \t\n\"'“”‘’„()[].,;:*_") + ("." if dotted else "")
    article = _ARTICLE.match(name)
    if article and (name[0].islower() or " " not in name[article.end() :]):
        name = name[article.end() :]
    plain = name.lower()
    if len(name) < 2 or len(name) > _LONGEST_NAME or "\n" in name or _is_thing(plain):
        return ""
    return name if name[0].isalnum() and _is_name_shaped(name) else ""


def is_trade(name: str) -> bool:
    """Whether a noun names a trade, or a house in which one is carried on: "kattenpension", "the academy"."""
    return _TRADE.search(name.lower()) is not None


def _is_thing(plain: str) -> bool:
    """Whether a name is that of a service or a document: "Acme Services", "User Agreement"."""
    return plain in party_words.NOT_NAMES or plain.rpartition(" ")[2] in party_words.NOT_NAMES


def _is_name_shaped(name: str) -> bool:
    """Whether words are one noun, a proper name, or a party with an adjective ("Zakelijke klant")."""
    words = name.split()
    if by_name(name) is not None:
        return True
    if len(words) == 1:
        return name.lower() not in STOP_WORDS
    proper = sum(word[0].isupper() or word[0].isdigit() or word[1:2].isupper() for word in words)
    if words[0].lower() in party_words.NOT_FIRST:
        return False
    joining = sum(word in ("&", "en", "and", "van", "de", "of", "der", "den") for word in words)
    return len(words) <= _MOST_WORDS and proper + joining == len(words)


def by_name(name: str) -> Role | None:
    """The role that a name is by itself ("Verhuurder")."""
    plain = name.lower()
    adjective, _, last = plain.partition(" ")
    noun = last if adjective in party_words.ADJECTIVES else plain
    if plain in party_words.CUSTOMERS or noun in party_words.CUSTOMERS:
        return Role.CUSTOMER
    return Role.SUPPLIER if plain in party_words.SUPPLIERS or noun in party_words.SUPPLIERS else None


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


def by_words_before(words: str) -> Role | None:
    """The role of whom the words before a name describe: a company with its seat, or a customer."""
    if _SEATED.search(words):
        return Role.SUPPLIER
    companies = list(COMPANY.finditer(words))
    if companies and len(words) - companies[-1].end() < 60:
        return Role.SUPPLIER
    return Role.CUSTOMER if _DESCRIBED.search(words[-90:]) else None


def is_seated(words: str) -> bool:
    """Whether words tell where a company is established or registered."""
    return _SEATED.search(words) is not None


def established(text: str) -> re.Match[str] | None:
    """The company that a text begins with, with its legal form or its seat."""
    leading = _LEADING.match(text)
    head, start = text[:120], leading.end() if leading else 0
    company = COMPANY.match(head, start) or _ESTABLISHED.match(head, start)
    return None if company is None or _VERB.match(head, company.end()) else company


def _is_business(words: str) -> bool:
    return words.lower().endswith(("onderneming", "eenmanszaak", "vennootschap"))
