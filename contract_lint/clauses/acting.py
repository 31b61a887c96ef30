"""Who acts as only one of the parties does: names and nouns that no definition introduces.

Who reserves rights and disclaims liability drafted the terms; who indemnifies and declares signed them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from enum import Enum, auto

from contract_lint.clauses import party_words, roles
from contract_lint.model import Role, Span


class Deed(Enum):
    """A drafter RESERVES and DISCLAIMS, who signs GIVES, either may be ENTITLED, and a thing CAN too."""

    RESERVES = auto()
    DISCLAIMS = auto()
    ENTITLED = auto()
    GIVES = auto()
    CAN = auto()


_REACH = 70  # characters before a verb in which its subject stands
_LEAST = 2  # times that are no accident
_ADVERBS = r"(?:(?!(?:de|het|een|u|je|wij|we|ik|the|an?|you) )[a-zé]+ ){0,4}?"
_NOT = r"(?:niet|nooit|nimmer|geenszins|not|never)"
# A deed by its verb and by what follows: the verb, or in Dutch the subject behind it.
_DEEDS = (
    (Deed.RESERVES, r"behoud(?:t|en)?|reserves?", r"(?:zich|het recht|the right)\b"),
    (
        Deed.DISCLAIMS,
        r"is|zijn|kan|kunnen|wordt|are|shall|will|can|cannot",
        rf"{_NOT} {_ADVERBS}(?:aansprakelijk|verantwoordelijk|schadeplichtig|liable|responsible)\b",
    ),
    (
        Deed.DISCLAIMS,
        r"aanvaard(?:t|en)|accepteer(?:t|en)|draagt|accepts?|assumes?",
        r"(?:geen|no) (?:\w+ )?(?:aansprakelijkheid|verantwoordelijkheid|liability|responsibility)\b",
    ),
    (
        Deed.ENTITLED,
        r"is|zijn|heeft|hebben",
        r"(?:gerechtigd|bevoegd|vrij om|het recht (?:om|voor|te)|de bevoegdheid)\b",
    ),
    (Deed.GIVES, r"vrijwaart|verklaart|machtigt|erkent|indemnifies|acknowledges|warrants", ""),
    (Deed.CAN, r"kan|mag|zal|may|will|shall", ""),
)
_PROPER = rf"{roles.WORD}(?: (?:(?:&|en|of|van|de|het|der|den|in|op|and|the) ){{0,2}}{roles.WORD}){{0,4}}"
_SITE = r"[a-z][a-z0-9-]{2,30}\.(?:nl|be|eu|com|net|org|io|app)"
_ARTICLE = r"(?i:de|het|the)"
_SUBJECT = rf"(?:{_ARTICLE} (?P<noun>[a-zà-ÿ-]{{3,30}})|(?:{_ARTICLE} )?(?P<proper>{_PROPER}|{_SITE}))"
_BEFORE = re.compile(rf"(?<![\w.@/-]){_SUBJECT}$")
_DIRECT = [
    (deed, re.compile(rf" (?:{verb})\b" + (rest and rf" {_ADVERBS}{rest}"))) for deed, verb, rest in _DEEDS
]
# "In no event shall Acme be liable": the subject stands behind what denies it.
_NEVER_LIABLE = re.compile(
    r"(?i:geen (?:enkel )?geval|evenmin|nimmer|nooit|no event|no circumstances|nor) "
    rf"(?:is|zijn|kan|kunnen|shall|will) {_SUBJECT} {_ADVERBS}(?:aansprakelijk|verantwoordelijk|liable)\b"
)
_INVERTED = [
    (Deed.DISCLAIMS, _NEVER_LIABLE),
    *(
        (deed, re.compile(rf"\b(?:{verb}) {_SUBJECT} {_ADVERBS}{rest}"))
        for deed, verb, rest in _DEEDS
        if rest
    ),
]
# Who is at home in a title or a site of the text, and stands behind such words, is no thing.
_HEAD = 300  # characters of a title with what is beside it
_SITES = re.compile(r"(?:www\.|@|https?://)[\w.-]+")
_BESIDE = "door|bij|met|jegens|namens|aan|by|with"
_THING = re.compile(r"(?:ing|en|heid|tie|schap|ment|age|ion|s)$")
_BEGINNING = party_words.NOT_FIRST | roles.STOP_WORDS  # words that begin a sentence, and no name
# "Ik" and "mij" are the drafter's where the terms say so, not the words that somebody signs.
_MYSELF = re.compile(
    rf"\b(?i:behoud ik m(?:ij|e)|ik behoud m(?:ij|e)|heb ik het recht|ben ik {_ADVERBS}{_NOT}|"
    rf"ik ben {_NOT} (?:aansprakelijk|verplicht)|mijn (?:diensten|tarieven|praktijk|voorwaarden))\b"
)
_SIGNING = re.compile(r"\b(?i:ik|ondergetekende) (?:verklaar|machtig|ga (?:hiermee )?akkoord|heb gelezen)")


def parties(text: str) -> Iterator[tuple[str, Span, Role]]:
    """The names, their first place there, and the party that their deeds make them.

    A noun is a party's by what it does or by its trade ("het pension"); a proper name is hardly ever
    the customer's.
    """
    deeds: dict[str, Counter[Deed]] = {}
    homes = _homes(text)
    places: dict[str, Span] = {}
    for deed, match in _matches(text):
        name, start = _name(match)
        if name and roles.by_name(name) is None:
            places.setdefault(name, Span(start, start + len(name)))
            deeds.setdefault(name, Counter())[deed] += 1
    for name, done in deeds.items():
        role = _role(name, done)
        if role is None and done[Deed.CAN] and _letters(name) in homes and _is_somebody(text, name):
            role = Role.SUPPLIER
        if role is not None:
            yield name, places[name], role
    yield from _myself(text)


def _matches(text: str) -> Iterator[tuple[Deed, re.Match[str]]]:
    for deed, pattern in _DIRECT:
        for verb in pattern.finditer(text):
            subject = _BEFORE.search(text, max(0, verb.start() - _REACH), verb.start())
            if subject:
                yield deed, subject
    for deed, pattern in _INVERTED:
        for match in pattern.finditer(text):
            yield deed, match


def _name(match: re.Match[str]) -> tuple[str, int]:
    """The subject of a match, without the words before it that only begin a sentence, and its place."""
    if match["noun"]:
        return match["noun"], match.start("noun")
    start, words = match.start("proper"), match["proper"].split(" ")
    while len(words) > 1 and words[0].lower() in _BEGINNING:
        start += len(words.pop(0)) + 1
    name = " ".join(words)
    return name if roles.clean(name) == name else "", start


def _role(name: str, done: Counter[Deed]) -> Role | None:
    trade = roles.is_trade(name)
    proper = not name.islower() or "." in name
    if done[Deed.RESERVES] or (done[Deed.DISCLAIMS] and (trade or proper)):
        return Role.SUPPLIER
    if done[Deed.ENTITLED] and (trade or (proper and done[Deed.ENTITLED] >= _LEAST)):
        return Role.SUPPLIER
    return Role.CUSTOMER if not trade and not proper and done[Deed.GIVES] >= _LEAST else None


def _homes(text: str) -> str:
    """The letters of the title and of the sites that a text names."""
    return _letters(text[:_HEAD] + " ".join(_SITES.findall(text))[:_HEAD])


def _is_somebody(text: str, name: str) -> bool:
    """Whether a name is used as a person's is, and never as a noun."""
    noun = rf"\b(?:(?:de|het|een|deze|uw|the|an?|your|this) {re.escape(name)}|{re.escape(name.lower())})\b"
    behind = re.search(rf"\b(?:{_BESIDE}) {re.escape(name)}\b", text)
    return behind is not None and not _THING.search(name) and not re.search(noun, text)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.lower())


def _myself(text: str) -> Iterator[tuple[str, Span, Role]]:
    said = _MYSELF.search(text)
    if said and not _SIGNING.search(text):
        for word in party_words.MYSELF:
            own = re.search(rf"\b{word}\b", text)
            if own:
                yield word, Span(*own.span()), Role.SUPPLIER
