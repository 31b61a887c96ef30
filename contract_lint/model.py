"""The words every room shares: frozen values without behaviour of their own trade.

A position is a `Span` of half-open offsets into `Document.text` from the first byte to the last
renderer; pages, lines and columns exist for people only and come from `Document.place`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum


class Unreadable(Exception):
    """A document that cannot be read at all; the text says what is wrong and what to do."""


class Fault(Exception):
    """Something wrong in a file that a person wrote for us (grammar, rule, setting), at its line."""

    def __init__(self, message: str, path: str = "", line: int | None = None) -> None:
        place = f"{path}:{line}: " if path and line else f"{path}: " if path else ""
        super().__init__(place + message)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open offsets into `Document.text`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Place:
    """Where a character stands in the source; counts start at 1, None where a format has no such thing.

    `box` is (left, bottom, right, top) of the line in PDF points, origin at the bottom left.
    """

    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    paragraph: int | None = None
    run: int | None = None
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters of `Document.text` from `start` on that stand side by side in the source from `place` on.

    `real` is False for text that the source shows but does not hold (Word's automatic numbers).
    """

    start: int
    place: Place
    real: bool = True


class BlockKind(Enum):
    """What a paragraph is in its source, as far as the format itself says so."""

    BODY = "body"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"
    NOTE = "note"
    MARGIN = "margin"  # header, footer
    BOX = "box"  # text box


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph. `level` is the heading or list depth (1 = outermost, 0 = unknown).

    `label` spans an automatic number or bullet that the reader placed before the text.
    """

    span: Span
    kind: BlockKind = BlockKind.BODY
    level: int = 0
    label: Span | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that could not be read or judged: named in the report and in the exit code."""

    what: str
    reason: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document's final text: paragraphs (`blocks`) separated by one newline, every character placed."""

    path: str
    format: str  # "pdf", "docx", "markdown", "text"
    text: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    unread: tuple[Unread, ...] = ()

    def quote(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]

    def place(self, offset: int) -> Place:
        """Where the character at this offset stands in the source."""
        at = bisect_right(self.segments, offset, key=lambda segment: segment.start) - 1
        if at < 0:
            return Place()
        segment = self.segments[at]
        column = segment.place.column
        if column is None or not segment.real:
            return segment.place
        return replace(segment.place, column=column + offset - segment.start)


class Role(Enum):
    """Who drafted the terms, and who signs them."""

    CUSTOMER = "customer"
    SUPPLIER = "supplier"


@dataclass(frozen=True, slots=True)
class PartyName:
    """A name that this contract itself gives to a party ("hierna: het Lid", "'Provider' means")."""

    name: str
    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or list item; `lead_in` is the text that introduces the list it stands in."""

    span: Span
    lead_in: Span | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """The smallest numbered unit ("5.2"), or an article or section that has no numbers inside.

    `span` covers number and heading too; spans of clauses follow each other and cover the text.
    `article` counts the top-level articles: clauses with the same `article` belong together.
    """

    number: str
    heading: str
    path: tuple[str, ...]
    span: Span
    sentences: tuple[Sentence, ...]
    article: int
    language: str


@dataclass(frozen=True, slots=True)
class Contract:
    """A document divided into clauses, with its language ("nl", "en" or "unknown") and party names."""

    document: Document
    language: str
    clauses: tuple[Clause, ...]
    parties: tuple[PartyName, ...] = ()


class Severity(IntEnum):
    """How bad: black list or mandatory law, grey list or strong sign, open norm or good practice."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4375, "quarter": 91.3125, "year": 365.25}


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as written; compared in days, a month being an average month."""

    count: float
    unit: str  # a key of DAYS
    span: Span
    business: bool = False  # counted in business days

    @property
    def days(self) -> float:
        """Calendar days, five business days making a week."""
        return self.count * DAYS[self.unit] * (1.4 if self.business else 1.0)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount as written; `currency` is an ISO 4217 code."""

    amount: float
    currency: str
    span: Span


@dataclass(frozen=True, slots=True)
class Percentage:
    """A percentage as written, 15.0 for "15%"."""

    amount: float
    span: Span


@dataclass(frozen=True, slots=True)
class Term:
    """A concept of the lexicon by its terminal's name in lower case ("registered_letter", "customer")."""

    name: str
    span: Span


Value = Duration | Money | Percentage | Term


@dataclass(frozen=True, slots=True)
class Fact:
    """What the contract says, without opinion. `clause` indexes `Contract.clauses`."""

    kind: str
    span: Span
    sentence: Span
    clause: int
    values: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Basis:
    """A legal basis or a stated norm of ours; `checked` is the ISO date it was last compared."""

    cite: str
    url: str = ""
    checked: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters of `span` by `text`; an empty span inserts."""

    span: Span
    text: str


class Effect(Enum):
    """How far a rewrite may be trusted: plainer words, other rights, or advice never applied."""

    WORDING = "wording"
    RIGHTS = "rights"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Rewrite:
    """The fair words: `edits` on the document, and `text`, the whole sentence as it would read.

    `verified` means that linting the new text no longer raises the finding, and raises no other.
    """

    effect: Effect
    text: str
    edits: tuple[Edit, ...] = ()
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that says it: the exact words, and the whole sentence that holds them."""

    span: Span
    sentence: Span


@dataclass(frozen=True, slots=True)
class Finding:
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
    facts: tuple[Fact, ...] = ()
    rewrite: Rewrite | None = None


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing assumed or told about the contract, with the reason ("given", or the words seen)."""

    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What contract this is: whom it binds, in which trade, how it was made. "unknown" where not told."""

    audience: Trait
    sector: Trait
    concluded: Trait


@dataclass(frozen=True, slots=True)
class Muted:
    """A finding that a gate kept back, and why."""

    rule: str
    reason: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Report:
    """All that is to be told about one document. A document that could not be read has no contract."""

    path: str
    contract: Contract | None
    profile: Profile | None
    findings: tuple[Finding, ...] = ()
    muted: tuple[Muted, ...] = ()
    unread: tuple[Unread, ...] = ()
