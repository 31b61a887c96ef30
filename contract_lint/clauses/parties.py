"""The names that a contract itself gives to its parties."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from contract_lint.clauses import acting, definitions, party_words, roles
from contract_lint.clauses.definitions import Definition
from contract_lint.model import Clause, Document, PartyName, Role, Span

_HEAD = 2500  # characters at the beginning in which a supplier introduces itself
_NAME = roles.NAME
# "Welcome to X", "agreement between you and X", "de algemene voorwaarden van X"
_INTRODUCED = re.compile(
    r"(?:(?i:welcome to|thanks? (?:you )?for (?:using|choosing)|by (?:using|accessing)|between you and|"
    r"operated by|"
    r"provided by|(?:algemene )?voorwaarden (?:van|bij|voor)|tussen u en|diensten van|training bij|"
    rf"(?:lid|deelname) bij) )(?P<name>{_NAME})(?=[\s,.!)(])"
)
_TERMS_OF = "oorwaarden van "
_TITLED = re.compile(
    r"^(?:(?i:algemene (?:huur|leverings)?voorwaarden|huisregels|privacybeleid) (?:van )?"
    rf"(?P<nl>{_NAME})|(?P<en>{_NAME}) (?i:terms\b|general terms|user agreement|conditions of use).*)",
    re.MULTILINE,
)
# X acts as the one whose terms these are: "X behoudt zich het recht voor", "X may at any time".
_ACTING = re.compile(
    rf"(?P<name>{_NAME}) (?:is (?:niet |nooit |te allen tijde )?(?:gerechtigd|aansprakelijk|bevoegd|"
    rf"verantwoordelijk|"
    r"gesloten)|behoudt zich|mag|kan|zal|heeft het recht|verwerkt|biedt|spant zich|staat er|garandeert|"
    r"may|reserves|"
    r"grants|provides|offers|is not (?:liable|responsible)|shall|will|does not|cannot)\b"
)
_BETWEEN = re.compile(
    r"(?:overeenkomst(?:en)?|afspra(?:ak|ken)|opdrachten|rechtsverhouding(?:en)?|agreements?|contracts?) "
    rf"(?:tussen|between) (?:de |het |the )?(?P<one>{_NAME}|[a-zà-ÿ]{{3,20}}) (?:en|and) (?:de |het |"
    rf"the |een |a )?"
    rf"(?P<other>{_NAME}|[a-zà-ÿ]{{3,20}})\b"
)
_SPEAKING = re.compile(r"[\"“‘'](?i:we|us|wij|ons)[,.]?[\"”’']")
_OPPOSITE = re.compile(
    r"(?:wederpartij van|met wie|aan wie|persoon die met|counterparty of|with whom) "
    rf"(?P<name>{_NAME})(?=[\s,.;:)])"
)


def named(document: Document, clauses: tuple[Clause, ...]) -> tuple[PartyName, ...]:
    """The names with their roles, in order of appearance; a name of unclear role is left out."""
    census = Census(document.text)
    for definition in definitions.found(document, clauses):
        census.define(definition)
    census.companies()
    census.introductions(clauses)
    census.deeds()
    census.opposites()
    return census.result()


class Census:
    """Gathers votes for the role of each name."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._speaks = _SPEAKING.search(text) is not None  # whether the supplier calls itself "we"
        self._votes: defaultdict[str, Counter[Role]] = defaultdict(Counter)
        self._first: dict[str, tuple[str, Span]] = {}

    def define(self, definition: Definition) -> None:
        """A definition outweighs everything else; its words may name the supplier too."""
        if definition.role is not None:
            weight = 3 if roles.by_name(definition.name) else 2
            self._vote(definition.name, definition.span, definition.role, weight)
        opposite = _OPPOSITE.search(definition.words)
        if opposite:
            self._suppose(opposite["name"])
        if definition.role is Role.SUPPLIER:
            company = roles.established(definition.words)
            if company:
                self._suppose(company[1])
                self._suppose(company.group())

    def companies(self) -> None:
        """Companies with their legal form in the first lines, or whose terms the text says these are."""
        found = list(roles.COMPANY.finditer(self._text, 0, _HEAD))
        at = self._text.find(_TERMS_OF)
        while at >= 0:
            company = roles.COMPANY.match(self._text, at + len(_TERMS_OF))
            found += [company] if company else []
            at = self._text.find(_TERMS_OF, at + 1)
        for company in found:
            self._suppose(company[1])
            self._suppose(company.group())

    def introductions(self, clauses: tuple[Clause, ...]) -> None:
        """Names in the title or in the usual opening words, when they also act or come often."""
        spelt = list(self._acting(clauses))
        acting = Counter(name.lower() for name in spelt)
        forms = {name.lower(): name for name in spelt}
        head = self._text[:_HEAD]
        likely = {name for name, count in acting.items() if count >= 5 or (count > 1 and forms[name] in head)}
        likely |= {(match["nl"] or match["en"]).lower() for match in _TITLED.finditer(head)}
        for match in _INTRODUCED.finditer(head):
            name = match["name"]
            if roles.clean(name) and (acting[name.lower()] or self._text.count(name) > 2):
                likely.add(name.lower())
                forms.setdefault(name.lower(), name)
        for name in sorted(likely):
            form = roles.clean(self._as_spelt(name, forms))
            if form and not roles.by_name(form):
                self._suppose(form)

    def deeds(self) -> None:
        """Who does what only one of the parties does; a definition outweighs it.

        Beside a firm that is known, another name is its own too only if it has a word of it.
        """
        known = {
            word
            for name in list(self._votes)
            if self._role(name) is Role.SUPPLIER and not roles.by_name(name)
            for word in name.split()
        }
        for name, place, role in acting.parties(self._text):
            lower = name.lower()
            foreign = known.isdisjoint(lower.split()) and lower != name
            if not (known and foreign) and not any(other.endswith(" " + lower) for other in self._votes):
                self._vote(name, place, role, 1)

    def _acting(self, clauses: tuple[Clause, ...]) -> Iterator[str]:
        """The names that sentences begin with, when they do what a supplier does."""
        for clause in clauses:
            for sentence in clause.sentences:
                match = _ACTING.match(self._text, sentence.span.start, sentence.span.end)
                if match:
                    yield match["name"]

    def opposites(self) -> None:
        """ "Tussen X en de leerling": who stands opposite a known party is the other one."""
        for match in _BETWEEN.finditer(self._text):
            one, other = (self._role(match[side]) or roles.by_name(match[side]) for side in ("one", "other"))
            one, other = one or _opposite(other), other or _opposite(one)
            for side, role in (("one", one), ("other", other)):
                lower = match[side][0].islower() and roles.by_name(match[side]) is None
                if role is not None and one is not other and not lower:
                    self._vote(match[side], Span(*match.span(side)), role, 1)

    def result(self) -> tuple[PartyName, ...]:
        """The names whose votes agree, in order of appearance."""
        settled = {key: role for key in self._votes if (role := self._role(key)) is not None}
        names = [
            PartyName(self._first[key][0], role, self._first[key][1])
            for key, role in settled.items()
            if not self._has_words_before(key, settled) and not self._is_third(key, role)
        ]
        return tuple(sorted(names, key=lambda party: (party.span, party.name)))

    def _has_words_before(self, key: str, settled: Mapping[str, Role]) -> bool:
        """Whether a name only has words too many before another name ("Identiteit van Acme")."""
        words = key.split()
        return any(settled.get(" ".join(words[start:])) is settled[key] for start in range(1, len(words)))

    def _is_third(self, key: str, role: Role) -> bool:
        """Whether a platform that calls itself "we" means others by "Supplier" or "Seller"."""
        return role is Role.SUPPLIER and self._speaks and key in party_words.THIRD

    def _as_spelt(self, name: str, forms: Mapping[str, str]) -> str:
        """The form of a name that the text itself uses: a title may have more words after it."""
        parts = name.split()
        shorter = (" ".join(parts[:count]) for count in range(len(parts), 0, -1))
        return next((forms[form] for form in shorter if form in forms), "")

    def _role(self, name: str) -> Role | None:
        votes = self._votes.get(name.lower())
        if not votes:
            return None
        (role, most), *rest = votes.most_common()
        return role if not rest or most > rest[0][1] else None

    def _suppose(self, name: str) -> None:
        """Take a name for the supplier's, at its first place in the text."""
        name = roles.clean(name.strip())
        start = self._text.find(name) if name else -1
        if start >= 0 and name[0].isupper() | name[0].isdigit() | name[1:2].isupper():
            self._vote(name, Span(start, start + len(name)), Role.SUPPLIER, 2)

    def _vote(self, name: str, span: Span, role: Role, weight: int) -> None:
        name = roles.clean(name) or (name if name in party_words.MYSELF else "")
        if name:
            self._votes[name.lower()][role] += weight
            self._first.setdefault(name.lower(), (name, span))


def _opposite(role: Role | None) -> Role | None:
    if role is None:
        return None
    return Role.SUPPLIER if role is Role.CUSTOMER else Role.CUSTOMER
