"""Writing a review into a Word file: tracked changes for the rewrites, comments for the reasons."""

from __future__ import annotations

from collections.abc import Sequence

from contract_lint.model import Contract, Edit
from contract_lint.reviews.dates import stamp, zip_date
from contract_lint.reviews.docx import changes
from contract_lint.reviews.docx.boxes import follow, twins
from contract_lint.reviews.docx.comments import Comments, mark_range
from contract_lint.reviews.docx.cutting import Cuts, Fragment
from contract_lint.reviews.docx.drafts import Draft, Sheet, drafts
from contract_lint.reviews.docx.fields import Fields
from contract_lint.reviews.docx.ids import Ids
from contract_lint.reviews.docx.locating import Change
from contract_lint.reviews.docx.names import INSERTED, PARAGRAPH, Element
from contract_lint.reviews.docx.package import Package
from contract_lint.reviews.docx.paragraphs import add_after
from contract_lint.reviews.docx.places import Slice
from contract_lint.reviews.plan import Item, Settings
from contract_lint.reviews.result import Reviewed, Unreviewable

_CONVERTED = "it was converted to be read; save it as .docx and review that"
_STRICT = (
    "a review cannot be written into a 'Strict Open XML Document'; open it in Word, save it as"
    " 'Word Document (.docx)', and review that"
)
_SIGNED = "its digital signature does not hold for the reviewed copy"


def write(data: bytes, contract: Contract, items: Sequence[Item], settings: Settings) -> Reviewed:
    """The Word file with the review in it; everything that is not part of the review stays as it was."""
    if not items:
        return Reviewed(data)
    package = Package(data)
    if not all(package.holds(part) for part in contract.document.parts):
        raise Unreviewable(_CONVERTED)
    if package.strict:
        raise Unreviewable(_STRICT)
    sheet = Sheet(contract, settings, package)
    found = drafts(sheet, items)
    ids = Ids(
        (package.root(part) for part in contract.document.parts), settings.author, stamp(settings.epoch)
    )
    _mark(sheet, found, ids)
    done = tuple(draft.item for draft in found)
    return Reviewed(
        package.write(zip_date(settings.epoch)),
        sum(item.written for item in done),
        len(done) if settings.comments else 0,
        tuple(sheet.troubles),
        (_SIGNED,) if package.signed else (),
    )


def _mark(sheet: Sheet, found: Sequence[Draft], ids: Ids) -> None:
    """Cut the runs, make the changes, add the clauses, then set the comments around the words."""
    made = {edit: told for draft in found for edit, told in draft.changes.items()}
    everything = [change for told in made.values() for change in told]
    pairs = twins(one.run for change in everything for one in change.slices)
    cuts = Cuts([*(one for change in everything for one in change.slices), *_commented(found)], ids)
    _change(made, cuts, ids)
    for edit in made:
        sheet.package.change(sheet.places.part(edit.span.start))
    _add(sheet, found, ids)
    if sheet.settings.comments:
        _comment(sheet, found, cuts, ids)
    follow(pairs, ids)


def _commented(found: Sequence[Draft]) -> list[Slice]:
    return [one for draft in found for remark in draft.remarks for one in remark.slices]


def _change(made: dict[Edit, tuple[Change, ...]], cuts: Cuts, ids: Ids) -> None:
    """Make all changes, the last first: what is put at the end of words comes before what follows them."""
    fields: dict[Element, Fields] = {}
    for change in (change for told in made.values() for change in told):
        for one in cuts.fragments(change.slices):
            paragraph = _paragraph(one.run)
            fields.setdefault(paragraph, Fields(paragraph))
    for edit in sorted(made, key=lambda edit: edit.span, reverse=True):
        for change in reversed(made[edit]):
            _make(change, cuts, ids, fields)


def _make(change: Change, cuts: Cuts, ids: Ids, fields: dict[Element, Fields]) -> None:
    by_paragraph: dict[Element, list[Fragment]] = {}
    for one in cuts.fragments(change.out):
        by_paragraph.setdefault(_paragraph(one.run), []).append(one)
    shown = {one.run for one in cuts.fragments(change.words)}
    for number, (paragraph, fragments) in enumerate(by_paragraph.items()):
        behind = [one for one in fragments if one.run in shown] or fragments
        changes.replace(fragments, behind, "" if number else change.text, ids, fields[paragraph])
    if not by_paragraph:
        left, right = cuts.fragments(change.left)[-1:], cuts.fragments(change.right)[:1]
        beside = (left or right)[0]
        changes.insert(
            left[0] if left else None,
            right[0] if right else None,
            change.text,
            ids,
            fields[_paragraph(beside.run)],
        )


def _add(sheet: Sheet, found: Sequence[Draft], ids: Ids) -> None:
    """Add the missing clauses, those at one place below each other."""
    last: dict[Element, Element] = {}
    for draft in found:
        if draft.added is not None:
            after, like, text = draft.added
            new = add_after(last.get(after, after), like, text, ids)
            last[after] = new
            sheet.package.change(sheet.package.main)
            for remark in draft.remarks:
                remark.slices, remark.run = (), new.find(INSERTED)[0]


def _comment(sheet: Sheet, found: Sequence[Draft], cuts: Cuts, ids: Ids) -> None:
    comments = Comments(
        sheet.package, sheet.settings.author, sheet.settings.initials, stamp(sheet.settings.epoch)
    )
    sheet.package.change(sheet.package.main)
    for remark in (remark for draft in found for remark in draft.remarks):
        held = [one.run for one in cuts.fragments(remark.slices)] or [remark.run]
        first = changes.before_insertions(held[0], ids)
        last = changes.after_insertions(held[-1], ids)
        while (after := last.getnext()) is not None and after.tag == INSERTED and ids.is_ours(after):
            last = after
        number = comments.add(remark.lines)
        mark_range(first, last, number, comments.reference(number, last))


def _paragraph(run: Element) -> Element:
    return next(run.iterancestors(PARAGRAPH))
