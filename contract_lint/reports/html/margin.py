"""The notes in the margin: one for each finding, with all that is to be said about it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from contract_lint.model import Basis, Effect, Finding, Severity, Span
from contract_lint.reports.entries import Entry
from contract_lint.reports.html.families import named
from contract_lint.reports.lines import Mark, line_of
from contract_lint.reports.muted import because
from contract_lint.reports.places import where
from contract_lint.reports.printable import clean
from contract_lint.reports.redline import redline
from contract_lint.reports.text import caveats

ACCEPTED = "accepted"
Piece = tuple[str, str]  # "del", "ins" or "", and the words

_TAG = {Mark.DELETED: "del", Mark.INSERTED: "ins"}


class Note(Struct, frozen=True):
    """A finding as it stands in the margin; `spans` are its places in the text, its own first."""

    id: str
    number: int
    finding: Finding
    family: str
    where: str
    standing: str  # that of an older draft, or "accepted"; empty for a finding as such
    because: str  # it is accepted, and by whom
    quote: str
    also: tuple[str, ...]
    redlines: tuple[tuple[Piece, ...], ...]
    caveats: tuple[str, ...]
    spans: tuple[Span, ...]

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.finding.severity

    @property
    def advice(self) -> bool:
        """Whether the new words are no more than a hint."""
        rewrite = self.finding.rewrite
        return rewrite is not None and rewrite.effect is Effect.ADVICE

    @property
    def law(self) -> tuple[Basis, ...]:
        """The legal bases; an address that is none of the web's is left out."""
        return tuple(
            basis if basis.url.startswith(("https://", "http://")) else Basis(basis.cite)
            for basis in self.finding.basis
        )


def note_of(entry: Entry, sheet: str, number: int, language: str, words: dict[str, str]) -> Note:
    """The note on one finding of the contract that is called `sheet` on the page."""
    finding, document = entry.finding, entry.contract.document
    places = (finding.evidence, *finding.also) if finding.evidence else ()
    return Note(
        id=f"{sheet}n{number}",
        number=number,
        finding=finding,
        family=named(finding.family, language),
        where=where(entry, words),
        standing=ACCEPTED if entry.acceptance else entry.standing.value if entry.standing else "",
        because=because(entry.acceptance) if entry.acceptance else "",
        quote=clean(entry.quote),
        also=tuple(clean(document.quote(place.span)) for place in finding.also),
        redlines=tuple(_redlines(entry)),
        caveats=tuple(caveats(finding.rewrite)) if finding.rewrite else (),
        spans=tuple(place.span for place in places),
    )


def _redlines(entry: Entry) -> Iterator[tuple[Piece, ...]]:
    """The new words as changes of the old ones; whole where there is nothing to change."""
    rewrite = entry.finding.rewrite
    if rewrite is None:
        return
    lines = redline(entry.contract.document, rewrite.edits, color=True)
    for told in lines or [line_of(rewrite.text, Mark.INSERTED)]:
        yield tuple((_TAG.get(mark, ""), text) for text, mark in told)
