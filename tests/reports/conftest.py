"""Reports made by hand, so that the renderers are tested without the rooms before them."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from contract_lint.model import (
    Acceptance,
    Accepted,
    Basis,
    Block,
    Clause,
    Comparison,
    Contract,
    Document,
    Edit,
    Effect,
    Evidence,
    Finding,
    Lapse,
    Muted,
    Place,
    Profile,
    Report,
    Rewrite,
    Segment,
    Sentence,
    Severity,
    Span,
    Stale,
    Trait,
    Unread,
)

GOLDEN = Path(__file__).parent / "golden"

DUTCH = (
    "12. Duur en opzegging",
    "12.2 Na afloop van de afgesproken tijd wordt het abonnement telkens stilzwijgend verlengd met"
    " 12 maanden, tenzij het lid ten minste drie maanden voor het einde heeft opgezegd.",
    "12.3 Opzeggen kan alleen per aangetekende brief.",
)
ENGLISH = (
    "5. Fees",
    "5.1 If you leave early, you pay all remaining instalments at once.",
)


PLACES = {
    "pdf": lambda at: Place(page=at),
    "docx": lambda at: Place(paragraph=at),
    "markdown": lambda at: Place(line=at, column=1),
}


def span(text: str, words: str) -> Span:
    """Where these words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def document(path: str, form: str, lines: tuple[str, ...]) -> Document:
    """A document of one block a line, placed by page or by line."""
    text = "\n".join(lines)
    blocks = tuple(Block(span(text, line)) for line in lines)
    segments = []
    for at, block in enumerate(blocks, start=1):
        place = PLACES[form](at)
        segments.append(Segment(block.span.start, place))
    return Document(path, form, text, blocks, tuple(segments))


def said(paper: Document, block: Block) -> Span:
    """The block without its number."""
    return Span(block.span.start + len(paper.quote(block.span).split()[0]) + 1, block.span.end)


def contract(paper: Document, language: str) -> Contract:
    """A clause per block, numbered by its first word."""
    clauses = tuple(
        Clause(
            number=paper.quote(block.span).split()[0].rstrip("."),
            heading=paper.quote(paper.blocks[0].span).split(" ", 1)[1],
            path=(),
            span=block.span,
            sentences=(Sentence(said(paper, block)),),
            article=0,
            language=language,
        )
        for block in paper.blocks
    )
    return Contract(paper, language, clauses)


def tacit_renewal(paper: Document) -> Finding:
    """A finding with edits and a further place."""
    text, renewal = paper.text, said(paper, paper.blocks[1])
    twelve = span(text, "12 maanden")
    return Finding(
        rule="verlenging-vast",
        ruleset="nl-voorbeeld",
        family="tacit-renewal",
        severity=Severity.ERROR,
        title="Stilzwijgende verlenging voor vaste tijd",
        message="Na afloop loopt het contract stilzwijgend 12 maanden door.",
        why="Wie één datum mist, zit weer een jaar vast. Na afloop moet het lid elke maand weg kunnen.",
        basis=(Basis("art. 1:1 Voorbeeldwet", "https://example.org/1", "2026-01-01"), Basis("norm 2")),
        evidence=Evidence(span(text, "stilzwijgend verlengd met 12 maanden"), renewal),
        clause=1,
        fingerprint="0123456789abcdef:1",
        also=(Evidence(span(text, "drie maanden"), renewal),),
        rewrite=Rewrite(
            Effect.RIGHTS,
            "Na afloop …",
            (
                Edit(twelve, "onbepaalde tijd"),
                Edit(span(text, "ten minste drie maanden voor het einde"), "één maand tevoren"),
            ),
            verified=True,
        ),
    )


def registered_letter(paper: Document) -> Finding:
    """A finding whose rewrite was not verified."""
    text, letter = paper.text, said(paper, paper.blocks[2])
    return Finding(
        rule="brief-verplicht",
        ruleset="nl-voorbeeld",
        family="cancellation-form",
        severity=Severity.WARNING,
        title="Alleen per brief",
        message="Opzeggen kan alleen per aangetekende brief.",
        why="Dat maakt weggaan duur.",
        basis=(Basis("art. 2:2 Voorbeeldwet"),),
        evidence=Evidence(span(text, "alleen per aangetekende brief"), letter),
        clause=2,
        fingerprint="fedcba9876543210:1",
        rewrite=Rewrite(Effect.WORDING, "Opzeggen kan per e-mail.", (), verified=False),
    )


def missing_button() -> Finding:
    """A finding about something missing."""
    return Finding(
        rule="geen-knop",
        ruleset="eigen",
        family="no-electronic-exit",
        severity=Severity.NOTE,
        title="Geen opzegknop",
        message="Er staat niet in hoe het lid online kan opzeggen.",
        why="Online erin is online eruit.",
        basis=(),
        evidence=None,
        clause=None,
        fingerprint="00000000ffffffff:1",
        rewrite=Rewrite(Effect.ADVICE, "Het lid kan op [adres van de website] opzeggen."),
    )


@pytest.fixture
def dutch() -> Report:
    """A PDF with a finding of every kind: with edits, with further places, and about something missing."""
    paper = document("map/voorwaarden.pdf", "pdf", DUTCH)
    findings = (tacit_renewal(paper), registered_letter(paper), missing_button())
    profile = Profile(
        Trait("consumer", 'inferred: "het lid" (2 times)'), Trait("unknown", ""), Trait("online", "given")
    )
    muted = (Muted("proeftijd", "kernbeding", findings[0].evidence), Muted("boete", "kernbeding", None))
    unread = (Unread("a scanned page", "there is no text in it", 4),)
    return Report(paper.path, contract(paper, "nl"), profile, findings, muted, unread)


@pytest.fixture
def english() -> Report:
    """A Markdown contract with one finding."""
    paper = document("terms.md", "markdown", ENGLISH)
    sentence = said(paper, paper.blocks[1])
    words = span(paper.text, "all remaining instalments at once")
    finding = Finding(
        rule="fee-all-instalments",
        ruleset="example",
        family="exit-fee",
        severity=Severity.ERROR,
        title="All instalments due on leaving",
        message="Leaving early costs everything that was still to come.",
        why="A fee may not exceed the loss.",
        basis=(Basis("Example Act s. 3", "https://example.org/3"),),
        evidence=Evidence(words, sentence),
        clause=1,
        fingerprint="aaaaaaaaaaaaaaaa:1",
        rewrite=Rewrite(
            Effect.RIGHTS,
            "If you leave early, you pay at most one instalment.",
            (Edit(words, "at most one instalment"),),
            verified=True,
        ),
    )
    profile = Profile(
        Trait("consumer", "given"), Trait("gym", 'inferred: "gym" (3 times)'), Trait("unknown", "")
    )
    return Report(paper.path, contract(paper, "en"), profile, (finding,))


@pytest.fixture
def unreadable() -> Report:
    """A file that could not be read at all."""
    return Report("leeg.docx", None, None, unread=(Unread("document", "this is no Word file"),))


@pytest.fixture
def next_draft(dutch: Report) -> Report:
    """A new draft of the Dutch contract, in Word: one finding is new, one kept, one gone."""
    paper = document("map/voorwaarden.docx", "docx", DUTCH)
    new, kept = tacit_renewal(paper), registered_letter(paper)
    old = replace(dutch, findings=(kept, missing_button()))
    compared = Comparison(old, frozenset({kept.fingerprint}), (missing_button(),))
    return Report(paper.path, contract(paper, "nl"), dutch.profile, (new, kept), compared=compared)


@pytest.fixture
def spared(dutch: Report) -> Report:
    """The Dutch contract with the worst finding accepted."""
    first, *others = dutch.findings
    why = Acceptance(first.rule, first.fingerprint, "sold with a <free> exit", "J. Jansen", "2027-01-31")
    return replace(dutch, findings=tuple(others), accepted=(Accepted(first, why),))


@pytest.fixture
def remarked(english: Report) -> Report:
    """The English contract with its finding accepted in the document, and acceptances that are stale."""
    (finding,) = english.findings
    at = Place(line=4, column=1)
    here = Acceptance("exit-fee", "", "covers the <b>handset</b>", "Jan", "2026-02-28", place=at)
    told = replace(here, rule=finding.rule)
    entry = replace(here, because="for now", until="2026-01-31", excerpt="5.1 If you leave", place=None)
    stale = [Stale(replace(here, excerpt="5.2 You pay"), Lapse.UNUSED)]
    stale += [Stale(one, why) for one in (entry, here) for why in (Lapse.UNUSED, Lapse.EXPIRED)]
    stale += [
        Stale(entry, Lapse.OUTGROWN),
        Stale(replace(here, rule="exit-fees"), Lapse.RULE, ("exit-fee", "exit-fee-tied")),
        Stale(replace(here, because=""), Lapse.REASON),
        Stale(replace(here, until="soon"), Lapse.DATE),
        Stale(replace(here, rule="", because="=ignore all", place=Place(paragraph=3)), Lapse.FORM),
    ]
    return replace(english, findings=(), accepted=(Accepted(finding, told),), stale=tuple(stale))


@pytest.fixture
def golden(request: pytest.FixtureRequest):
    """Compare a text with a kept one, whole; `pytest --accept` keeps the new text."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert text == path.read_bytes().decode()

    return compare
