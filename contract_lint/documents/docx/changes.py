"""The two sides of tracked changes: a document with all of them accepted, and as it was before them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from contract_lint.documents.docx.tags import SILENT, TEXT, WORD, Element, value
from contract_lint.documents.wanted import ORIGINAL

_REMOVED = frozenset({WORD + "del", WORD + "moveFrom"})
_ADDED = frozenset({WORD + "ins", WORD + "moveTo"})
_DELETED_TEXT = WORD + "delText"
_HIDDEN_ROW = WORD + "hidden"
_CELL_REMOVED, _CELL_ADDED = frozenset({WORD + "cellDel"}), frozenset({WORD + "cellIns"})
_CELL_MERGE = WORD + "cellMerge"
_MERGED = (WORD + "vMerge", WORD + "hMerge")


class Side(Struct, frozen=True):
    """What is read of a document on one side of its changes.

    `silent`: subtrees that hold no text of this side. `text`: the tags of what is written. `absent`: marks
    in the properties of a paragraph mark or a row, which say that it is not there; `absent_cell`: of a cell.
    """

    silent: frozenset[str]
    text: frozenset[str]
    absent: frozenset[str]
    absent_cell: frozenset[str]
    before: bool

    def properties(self, found: Element | None) -> Iterable[Element]:
        """The properties that hold on this side: a tracked change of format keeps the old ones in itself."""
        if found is None:
            return ()
        if self.before and len(found) and found[-1].tag == found.tag + "Change":
            return next(iter(found[-1]), ())
        return found  # type: ignore[no-any-return]

    def numbered(self, found: Element | None) -> Element | None:
        """The list membership, unless it was added since."""
        return None if self.before and found is not None and found.find(WORD + "ins") is not None else found

    def shows_row(self, properties: Element | None) -> bool:
        """Whether a table row is there and not hidden."""
        return properties is None or all(
            child.tag not in self.absent and child.tag != _HIDDEN_ROW for child in properties
        )

    def shows_cell(self, properties: Element | None) -> bool:
        """Whether a table cell is there, and does not only continue the one before or above it."""
        return properties is None or not any(
            child.tag in self.absent_cell or self._continues(child) for child in properties
        )

    def _continues(self, mark: Element) -> bool:
        if mark.tag == _CELL_MERGE:
            return bool(mark.get(WORD + ("vMergeOrig" if self.before else "vMerge")) == "cont")
        return mark.tag in _MERGED and (value(mark) or "continue") == "continue"


ACCEPTED_SIDE = Side(
    silent=SILENT | _REMOVED | {_DELETED_TEXT},
    text=frozenset({TEXT}),
    absent=_REMOVED,
    absent_cell=_CELL_REMOVED,
    before=False,
)
_ORIGINAL_SIDE = Side(
    silent=SILENT | _ADDED,
    text=frozenset({TEXT, _DELETED_TEXT}),
    absent=_ADDED,
    absent_cell=_CELL_ADDED,
    before=True,
)


def side_of(tracked: str) -> Side:
    """The side that is asked for."""
    return _ORIGINAL_SIDE if tracked == ORIGINAL else ACCEPTED_SIDE
