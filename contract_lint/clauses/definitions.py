"""Finding the places where a contract defines a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from contract_lint.clauses import roles
from contract_lint.model import BlockKind, Clause, Document, Role, Span

_INTRODUCTION = 6000  # characters at the beginning in which companies in brackets are the supplier's
_REACH = 240  # characters of a definition, or of the words before a name, that are judged
_QUOTE = "\"“”„'‘’"
# A name, a colon or "means", and its definition.
_DEFINED = re.compile(
    rf"[{_QUOTE}]?(?P<name>[^\W\d_][^:{_QUOTE}.;\n]{{1,44}}?)[{_QUOTE}]?\s?(?:\([^()\n]{{1,60}}\)\s?)?"
    rf"(?::|\s[–—-]|,?\s(?:means|shall mean|refers to|betekent|betreft|wordt verstaan)|"
    rf"(?<=[{_QUOTE}])\s(?:is|are)(?=\s(?:a|an|the|every|any|de|een|elke|iedere)\s))\s"
)
# What the party before it will be called: "hierna te noemen: de Studio".
_CALLED = re.compile(
    r"(?i:hierna(?:\sook)?(?:\ste\snoemen|\sgenoemd|\saangeduid\sals)?|verder(?:\ste\snoemen|\sgenoemd)|"
    r"aangeduid\sals|hereinafter(?:\s(?:referred\sto\sas|called))?|hereafter|referred\sto\sas)\b\s?[:;,]?\s?"
    rf"(?P<name>(?:(?:de|het|the)\s)?[{_QUOTE}]?[^\W\d_][^{_QUOTE}(),;:\n]{{1,40}}?)"
    rf"(?=[{_QUOTE}),;.\n]|\s(?:en|and|of|or|is|zijn)\s|$)"
)
_CALLS = ("ierna", "erder te", "erder gen", "angeduid als", "ereinafter", "ereafter", "eferred to as")
_BRACKETS = re.compile(r"\(([^()\n]{2,160})\)")
_QUOTED = re.compile(r"[\"“„‘'](?P<name>[^\"“”„‘’'\n]{1,40}?),?[\"”’']")
_OURSELVES = re.compile(r"(?i:[\"“„‘'](?:we|us|our|ons|wij|onze)[,.]?[\"”’'])")
_YOURSELF = re.compile(r"(?i:[\"“„‘'](?:you|your|u|uw|je|jij|jou)[,.]?[\"”’'])")
_JOINED = re.compile(r"(?i:\s(?:and|en)\s)")
_DEFINING = re.compile(r"(?i:defini|begrip|begrippen|interpretation)")
_POSTAL = re.compile(r"(?:\d|\b(?:te|in|at|of))\s*$")
_BEFORE = re.compile(rf"(?<![\w.])({roles.NAME}(?:,? {roles.SUFFIX})?)\s?$")
_SIDE = re.compile(r"\s(?:or|of(?=\s(?:de|het|[a-z])))\s|\s?[/]\s?|,\s")


class Definition(Struct, frozen=True):
    """A name where it is defined, and the role if its definition tells."""

    name: str
    span: Span
    role: Role | None
    words: str = ""  # the definition


def found(document: Document, clauses: tuple[Clause, ...]) -> Iterator[Definition]:
    """All definitions of names, in no particular order; the same name may come more than once."""
    yield from _worded(document, clauses)
    yield from _tabled(document)
    yield from _called(document.text)
    yield from _bracketed(document.text)


def _worded(document: Document, clauses: tuple[Clause, ...]) -> Iterator[Definition]:
    """Sentences that begin with a name and a colon or "means", and headings that are a defined term."""
    text = document.text
    for clause in clauses:
        for sentence in clause.sentences:
            match = _DEFINED.match(text, sentence.span.start, sentence.span.end + 1)
            if match:
                yield from _named(text, match.span("name"), text[match.end() : match.end() + _REACH])
        if clause.sentences and len(clause.heading) <= 40 and any(map(_DEFINING.search, clause.path[:-1])):
            start = text.find(clause.heading, clause.span.start, clause.span.end)
            first = clause.sentences[0].span.start
            words = text[first : first + _REACH] if start >= 0 else ""
            yield from _named(text, (start, start + len(clause.heading)), words)


def _tabled(document: Document) -> Iterator[Definition]:
    """Tables with a name in one cell and its definition in the next."""
    for block, following in zip(document.blocks, document.blocks[1:], strict=False):
        if block.kind is BlockKind.CELL is following.kind and 1 < len(block.span) <= 40:
            words = document.text[following.span.start : following.span.end][:_REACH]
            yield from _named(document.text, (block.span.start, block.span.end), words)


def _named(text: str, span: tuple[int, int], words: str) -> Iterator[Definition]:
    """The names before a definition: several when written "Klant / Huurder"."""
    start = span[0]
    written = text[span[0] : span[1]]
    words = re.split(r"[;\n]", words.strip(), maxsplit=1)[0]
    if not words:
        return
    for piece in _SIDE.split(written):
        at = text.find(piece, start, span[1]) if piece else -1
        name = roles.clean(piece or "")
        if at < 0 or not name:
            continue
        offset = text.index(name, at)
        role = roles.by_name(name) or roles.by_definition(words)
        if role is Role.CUSTOMER and _JOINED.search(name):
            continue  # "Cancellation and refunds: customers who ..."
        yield Definition(name, Span(offset, offset + len(name)), role, words)


def _called(text: str) -> Iterator[Definition]:
    """ "Hierna te noemen": the words before the name tell who it is."""
    for at in _called_at(text):
        match = _CALLED.match(text, at)
        name = roles.clean(match["name"]) if match else ""
        if not match or not name:
            continue
        offset = text.index(name, match.start("name"))
        before = _words_before(text, match.start())
        role = roles.by_name(name) or roles.by_words_before(before)
        yield Definition(name, Span(offset, offset + len(name)), role, before)


def _called_at(text: str) -> Iterator[int]:
    """Where words such as "hierna" begin; plain searches, for speed."""
    for words in _CALLS:
        at = text.find(words)
        while at > 0:
            if not text[at - 2 : at - 1].isalpha():
                yield at - 1
            at = text.find(words, at + 1)


def _bracketed(text: str) -> Iterator[Definition]:
    """Quoted names in brackets; "we" or "you" beside them tells whose they are."""
    for brackets in _BRACKETS.finditer(text):
        inside = brackets[1]
        ours, yours = _OURSELVES.search(inside), _YOURSELF.search(inside)
        if not (ours or yours or _QUOTED.search(inside)):
            continue
        before = _words_before(text, brackets.start())
        side = Role.SUPPLIER if ours else Role.CUSTOMER if yours else None
        for quoted in _QUOTED.finditer(inside):
            name = roles.clean(quoted["name"])
            if name:
                start = text.index(name, brackets.start(1) + quoted.start())
                role = side or roles.by_name(name)
                if role is None and start < _INTRODUCTION:
                    role = _of_company(name, before)
                yield Definition(name, Span(start, start + len(name)), role, before)
        if ours:
            yield from _just_before(text, brackets.start())


def _of_company(name: str, before: str) -> Role | None:
    """The supplier's role for a name in brackets behind a company of that name, or right behind one."""
    companies = list(roles.COMPANY.finditer(before))
    if not companies:
        return Role.SUPPLIER if roles.is_seated(before) else None
    words = companies[-1].group().lower()
    close = len(before.rstrip()) - companies[-1].end() <= 1
    initials = "".join(word[0] for word in words.split())
    named = all(word.lower() in words for word in name.split()) or initials.startswith(name.lower())
    return Role.SUPPLIER if close or named or roles.is_seated(before) else None


def _just_before(text: str, end: int) -> Iterator[Definition]:
    """The name that brackets with "we" or "us" explain."""
    left = max(0, end - 80)
    match = _BEFORE.search(text[left:end])
    name = roles.clean(match[1]) if match else ""
    if match and name and not match[1][0].isdigit() and not _POSTAL.search(text[left : left + match.start()]):
        start = text.index(name, left + match.start(1))
        yield Definition(name, Span(start, start + len(name)), Role.SUPPLIER)


def _words_before(text: str, end: int) -> str:
    """The words of the same line before an offset, back to the party before it."""
    line = text[max(0, end - _REACH) : end]
    line = "\n".join(line.splitlines()[-4:])
    return re.split(r"\)|\n\s*(?:en|and|En|And)\s*\n", line)[-1]
