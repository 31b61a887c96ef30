"""A finding: an opinion with its evidence, its legal basis and the fair words; and the report of all."""

from __future__ import annotations

from enum import Enum, IntEnum

from msgspec import Struct
from msgspec.structs import asdict

from contract_lint.model.contract import Contract
from contract_lint.model.document import Place, Span, Unread


class Severity(IntEnum):
    """How bad: black list or mandatory law, grey list or strong sign, open norm or good practice."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Basis(Struct, frozen=True):
    """A legal basis or a stated norm of ours; `checked` is the ISO date it was last compared."""

    cite: str
    url: str = ""
    checked: str = ""
    note: str = ""  # the version of the text that was read, and every caveat


class Edit(Struct, frozen=True):
    """Replace the characters of `span` by `text`; an empty span inserts."""

    span: Span
    text: str


class Effect(Enum):
    """How far a rewrite may be trusted: plainer words, other rights, or advice never applied."""

    WORDING = "wording"
    RIGHTS = "rights"
    ADVICE = "advice"


class Rewrite(Struct, frozen=True):
    """The fair words: `edits` on the document, and `text`, the whole sentence as it would read.

    `verified` means that linting the new text no longer raises the finding, and raises no other.
    """

    effect: Effect
    text: str
    edits: tuple[Edit, ...] = ()
    verified: bool = False


class Evidence(Struct, frozen=True):
    """A place that says it: the exact words, and the whole sentence that holds them."""

    span: Span
    sentence: Span


class Finding(Struct, frozen=True):
    """An opinion with its evidence; `evidence` and `clause` are None for something missing."""

    rule: str
    ruleset: str
    family: str
    severity: Severity
    title: str
    message: str
    why: str
    basis: tuple[Basis, ...]
    evidence: Evidence | None
    clause: int | None
    fingerprint: str
    also: tuple[Evidence, ...] = ()
    rewrite: Rewrite | None = None
    lowered: str = ""  # why the severity is lower than the rule says


class Trait(Struct, frozen=True):
    """One thing assumed or told about the contract, with the reason ("given", or the words seen)."""

    value: str
    reason: str


class Profile(Struct, frozen=True):
    """What contract this is: whom it binds, in which trade, how it was made, under whose law, of what date.

    "unknown" where not told. `date` is ISO, perhaps without day or month; only one that is given decides
    which law was in force, since old terms are used for new contracts.
    """

    audience: Trait
    sector: Trait
    concluded: Trait
    jurisdiction: Trait = Trait("unknown", "")
    date: Trait = Trait("unknown", "")

    def traits(self) -> dict[str, Trait]:
        """All of them by name, in the order they are told in."""
        return asdict(self)


class Muted(Struct, frozen=True):
    """A finding that a gate kept back, and why."""

    rule: str
    reason: str
    evidence: Evidence | None


class Acceptance(Struct, frozen=True):
    """A deviation that somebody accepted: in the register, or at `place` in the document itself.

    An entry of the register is found again by its rule and its sentences, wherever they move: `fingerprint`
    is that of the finding, `also` holds those of its further sentences, and `severity` tells how bad it was
    (None in old registers: however bad). `until` is the last ISO date it holds, "" for always. `path` and
    `excerpt` are for people.
    """

    rule: str
    fingerprint: str
    because: str
    by: str = ""
    until: str = ""
    path: str = ""
    excerpt: str = ""
    also: tuple[str, ...] = ()
    severity: Severity | None = None
    place: Place | None = None


class Accepted(Struct, frozen=True):
    """A finding that is accepted, and why."""

    finding: Finding
    acceptance: Acceptance


class Lapse(Enum):
    """Why an acceptance accepts nothing, or not all."""

    UNUSED = "unused"  # nothing that it speaks of is found any more
    EXPIRED = "expired"
    OUTGROWN = "outgrown"  # the finding says more than was accepted, or is more serious now
    RULE = "unknown-rule"
    REASON = "no-reason"
    DATE = "no-date"
    FORM = "unclear"


class Stale(Struct, frozen=True):
    """An acceptance that accepts nothing, or not all; `hint` are the nearest names of rules."""

    acceptance: Acceptance
    why: Lapse
    hint: tuple[str, ...] = ()


class Standing(Enum):
    """What a new draft does with a finding: it is new, it was there before, it is there no more."""

    ADDED = "added"
    KEPT = "kept"
    REMOVED = "removed"


class Comparison(Struct, frozen=True):
    """What the report on an older draft says: fingerprints of what is kept, findings that are gone."""

    old: Report
    kept: frozenset[str]
    removed: tuple[Finding, ...]


class Report(Struct, frozen=True):
    """All that is to be told about one document. A document that could not be read has no contract."""

    path: str
    contract: Contract | None
    profile: Profile | None
    findings: tuple[Finding, ...] = ()
    muted: tuple[Muted, ...] = ()
    unread: tuple[Unread, ...] = ()
    compared: Comparison | None = None
    accepted: tuple[Accepted, ...] = ()
    stale: tuple[Stale, ...] = ()
