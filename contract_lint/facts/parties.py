"""Who acts: the party that a fact binds or favours, from the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from contract_lint.facts.lexicon import Landmark, Names
from contract_lint.facts.windows import ABOVE, BEFORE, Mark
from contract_lint.model import Contract, Role, Term

PARTIES = {"CUSTOMER": "customer", "SUPPLIER": "supplier", "BOTH": "both"}
_REACH = 30  # characters looked back for a preposition
_BESIDE = 2  # characters between a party and its verb
_LISTS = ("agent", "mentioned", "joined", "articles", "receiving", "opening", "objects")


class Prepositions(Struct, frozen=True):
    """The words that say what a party after them is: its agent, somebody merely mentioned, a new subject."""

    agent: re.Pattern[str]
    mentioned: re.Pattern[str]
    joined: re.Pattern[str]
    receiving: re.Pattern[str]
    opening: re.Pattern[str]
    objects: re.Pattern[str]  # pronouns that are no subject, and may be possessives: "ons"


@lru_cache(maxsize=8)
def prepositions(
    agent: tuple[str, ...],
    mentioned: tuple[str, ...],
    joined: tuple[str, ...],
    articles: tuple[str, ...],
    receiving: tuple[str, ...],
    opening: tuple[str, ...],
    objects: tuple[str, ...],
) -> Prepositions:
    """Compile the word lists of a language."""
    between = rf"(?: (?:{'|'.join(articles)}))*[ ]?$"
    return Prepositions(
        re.compile(rf"(?<!\w)(?:{'|'.join(agent)}){between}"),
        re.compile(rf"(?<!\w)(?:{'|'.join(mentioned)}){between}"),
        re.compile(rf"^[ ]?(?:{'|'.join(joined)}){between}"),
        re.compile(rf"^(?: \w+){{0,2}} (?:{'|'.join(receiving)})(?!\w)" if receiving else r"(?!)"),
        re.compile(rf"(?<!\w)(?:{'|'.join(opening)})(?: \w+)?{between}" if opening else r"(?!)"),
        re.compile("|".join(objects) if objects else r"(?!)"),
    )


def prepositions_of(words: Mapping[str, Mapping[str, Sequence[str]]]) -> Prepositions:
    """The prepositions of a language from its word lists."""
    entry = words["parties"]
    return prepositions(*(tuple(entry.get(name, ())) for name in _LISTS))


def names(contract: Contract) -> Names:
    """The contract's own party names, with the terminal that each stands for."""
    terminal = {Role.CUSTOMER: "CUSTOMER", Role.SUPPLIER: "SUPPLIER"}
    return Names.of(
        {party.name.lower(): terminal[party.role] for party in contract.parties if party.name.strip()}
    )


def related(landmarks: Iterable[Landmark], lowered: str, words: Prepositions) -> Iterator[Landmark]:
    """The landmarks of a text, each party with its relation.

    It is an "agent", a "subject", the subject "opening" a next main clause, or merely "mentioned".
    """
    last: Landmark | None = None
    for landmark in landmarks:
        if landmark.name in PARTIES:
            joined = last and words.joined.search(lowered[last.span.end : landmark.span.start][:_REACH])
            before = lowered[max(0, landmark.span.start - _REACH) : landmark.span.start]
            after = lowered[landmark.span.end : landmark.span.end + _REACH]
            relation = last.relation if last and joined else _relation(before, after, words)
            if relation != "agent" and words.objects.fullmatch(
                lowered, landmark.span.start, landmark.span.end
            ):
                relation = "mentioned"
            landmark = last = replace(landmark, relation=relation)
        yield landmark


def _relation(before: str, after: str, words: Prepositions) -> str:
    """Who receives ("door ons ontvangen") is an agent in grammar only: merely mentioned."""
    if words.agent.search(before):
        return "mentioned" if words.receiving.search(after) else "agent"
    if words.mentioned.search(before):
        return "mentioned"
    return "opening" if words.opening.search(before) else "subject"


def actor(marks: Sequence[Mark], match: Sequence[Mark]) -> Term | None:
    """The party that acts in a match: an agent ("door de klant") before a subject, the nearest first.

    A sentence without a party leans on its heading, but not on the sentence before it: somebody may act
    whose name is not known ("Acme may change the fees"), or nobody ("fees are not refunded"). Who opens a
    next main clause ("... is uitgesloten en wij betalen niets terug") has no part in what stands before.
    """
    end = max(mark.after for mark in match)
    for context in ("", ABOVE):
        acting = [mark for mark in marks if mark.relation and _context(mark.name) == context]
        for relations in (("agent",), ("subject", "opening")):
            among = [mark for mark in acting if mark.relation in relations]
            chosen = _nearest([mark for mark in among if mark.at < end or mark.relation != "opening"], match)
            if chosen:
                return _together(chosen, acting)
    return None


def _context(name: str) -> str:
    return next((suffix for suffix in (ABOVE, BEFORE) if name.endswith(suffix)), "")


def _who(mark: Mark) -> str:
    return PARTIES[mark.name.removesuffix(ABOVE)]


def _nearest(marks: Sequence[Mark], match: Sequence[Mark]) -> Mark | None:
    """The party right before the match; else the nearest before or inside it, else one after it.

    Right before "may" stands who may: "the school may expel a student" is about the school.
    """
    start, end = min(mark.at for mark in match), max(mark.after for mark in match)
    return min(
        marks,
        key=lambda mark: (
            not 0 <= start - mark.after <= _BESIDE,
            mark.at >= end,
            max(start - mark.after, mark.at - end, 0),
        ),
        default=None,
    )


def _together(chosen: Mark, acting: Sequence[Mark]) -> Term:
    """The chosen party, or "both" when the other stands joined to it ("door u of Leverancier")."""
    beside = {_who(mark) for mark in acting if mark.relation == chosen.relation and _close(mark, chosen)}
    joined = {"customer", "supplier"} <= beside and chosen.relation == "agent"
    return Term("both" if joined else _who(chosen), chosen.span)


def _close(mark: Mark, other: Mark) -> bool:
    return abs(mark.at - other.at) <= _REACH
