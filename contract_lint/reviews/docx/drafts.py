"""What is to be done in a Word file for each finding, looked up before anything is changed."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from contract_lint.model import Contract, Edit, Evidence, Finding
from contract_lint.reviews.additions import Spot, spots
from contract_lint.reviews.docx.allowed import check_changeable
from contract_lint.reviews.docx.anchors import Anchors
from contract_lint.reviews.docx.locating import Change, commented, last_slice, located
from contract_lint.reviews.docx.names import PARAGRAPH, Element
from contract_lint.reviews.docx.package import Package
from contract_lint.reviews.docx.places import Places, Slice, Unplaced
from contract_lint.reviews.plan import Item, Settings
from contract_lint.reviews.remarks import Line, remark, repeated, stands_in
from contract_lint.reviews.result import Trouble


class Remark(Struct):
    """A comment to write: around characters, else around one run."""

    lines: list[Line]
    slices: tuple[Slice, ...] = ()
    run: Element | None = None


class Draft(Struct):
    """One finding: its changes by edit, the clause to add (after, like, words), and its comments."""

    item: Item
    changes: dict[Edit, tuple[Change, ...]] = field(default_factory=dict)
    added: tuple[Element, Element, str] | None = None
    remarks: list[Remark] = field(default_factory=list)


class Sheet:
    """A Word file under review, and what goes wrong in it."""

    def __init__(self, contract: Contract, settings: Settings, package: Package) -> None:
        self.contract, self.settings, self.package = contract, settings, package
        self.places = Places(contract.document, package)
        self.anchors = Anchors(package)
        self.troubles: list[Trouble] = []

    def missed(self, finding: Finding, what: str, why: Unplaced) -> None:
        """Note what of a finding is not in the file."""
        self.troubles.append(Trouble(finding, what, str(why)))


def drafts(sheet: Sheet, items: Sequence[Item]) -> list[Draft]:
    """A draft for every finding."""
    absent = [item for item in items if item.finding.evidence is None]
    places = spots(sheet.contract, [item.finding.family for item in absent])
    spot_of = {id(item): place for item, place in zip(absent, places, strict=True)}
    return [_draft(sheet, item, spot_of.get(id(item))) for item in items]


def _draft(sheet: Sheet, item: Item, spot: Spot | None) -> Draft:
    draft = Draft(item)
    try:
        draft.changes = {
            edit: tuple(located(edit, sheet.contract.document, sheet.places)) for edit in item.edits
        }
        draft.added = _addition(sheet, item, spot) if item.added else None
    except Unplaced as why:
        draft = Draft(item.unwritten())
        if not sheet.settings.comments:
            sheet.missed(item.finding, "its fair words", why)
    if sheet.settings.comments:
        draft.remarks = _remarks(sheet, draft, spot)
    return draft


def _addition(sheet: Sheet, item: Item, spot: Spot | None) -> tuple[Element, Element, str]:
    """The paragraphs after which and like which a clause is added, and its words."""
    if spot is None:
        raise Unplaced("there is no clause to put it after")
    after, like = (last_slice(block, sheet.places).run for block in (spot.after, spot.like))
    check_changeable(after)
    return next(after.iterancestors(PARAGRAPH)), next(like.iterancestors(PARAGRAPH)), spot.number + item.added


def _remarks(sheet: Sheet, draft: Draft, spot: Spot | None) -> list[Remark]:
    """The comments on a finding: one at its words, one at each further place."""
    finding, document = draft.item.finding, sheet.contract.document
    language = sheet.settings.language
    lines = remark(finding, document, language, draft.item.written)
    if finding.evidence is None:
        found = [_about_the_whole(sheet, finding, lines, spot)]
    else:
        found = [_remark(sheet, finding, finding.evidence, lines)]
    for further in finding.also:
        found.append(_remark(sheet, finding, further, repeated(finding, document, language)))
    return [one for one in found if one]


def _remark(sheet: Sheet, finding: Finding, evidence: Evidence, lines: list[Line]) -> Remark | None:
    """A comment at the words, or as near to them as Word shows comments."""
    document = sheet.contract.document
    try:
        slices = commented(evidence, sheet.places)
        run, elsewhere = sheet.anchors.nearest(slices[0].run, sheet.places.part(evidence.span.start))
    except Unplaced as why:
        sheet.missed(finding, f"the comment on “{document.quote(evidence.span)}”", why)
        return None
    if not elsewhere:
        return Remark(lines, slices)
    where = stands_in(elsewhere, document, evidence, sheet.settings.language)
    return Remark([lines[0], where, *lines[1:]], run=run)


def _about_the_whole(sheet: Sheet, finding: Finding, lines: list[Line], spot: Spot | None) -> Remark | None:
    """A comment on something missing: at the paragraph that it should follow, else at the beginning."""
    try:
        slices = tuple(sheet.places.slices(spot.after.span)) if spot else ()
        return Remark(lines, slices, None if slices else sheet.anchors.first())
    except Unplaced as why:
        sheet.missed(finding, "the comment", why)
        return None
