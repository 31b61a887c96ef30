"""Where Word lets words be changed with tracking, and where it lets a comment stand."""

from __future__ import annotations

from contract_lint.reviews.docx.names import (
    BOX,
    CONTROL,
    CONTROL_PROPERTIES,
    INSERTIONS,
    PARAGRAPH,
    PASSABLE,
    WORD,
    Element,
    value,
)
from contract_lint.reviews.docx.places import Unplaced

_LOCKED = ("contentLocked", "sdtContentLocked")
# Controls whose words come from elsewhere: Word would put them back.
_FED = frozenset({"dataBinding", "dropDownList", "comboBox", "date", "checkbox", "picture", "docPartObj"})


def check_changeable(run: Element) -> None:
    """Raise `Unplaced` where a tracked change in this run would be lost or damage the file."""
    above = list(run.iterancestors())
    inside = above[: next(at for at, one in enumerate(above) if one.tag == PARAGRAPH)]
    if any(one.tag not in PASSABLE for one in inside):
        raise Unplaced("Word tracks no changes in this kind of text")
    if any(one.tag == CONTROL and _is_closed(one) for one in above):
        raise Unplaced("the words stand in a content control that may not be edited")
    plain = next((at for at, one in enumerate(inside) if one.tag not in INSERTIONS), len(inside))
    if any(one.tag in INSERTIONS for one in inside[plain:]):
        raise Unplaced("somebody inserted these words together with the control around them")


def is_commentable(run: Element) -> bool:
    """Whether Word shows a comment here; in text boxes it does not."""
    return not any(one.tag == BOX for one in run.iterancestors())


def _is_closed(control: Element) -> bool:
    """Whether a content control is locked, or shows a value that is kept elsewhere."""
    properties = control.find(CONTROL_PROPERTIES)
    if properties is None:
        return False
    if value(properties.find(WORD + "lock")) in _LOCKED:
        return True
    return any(isinstance(child.tag, str) and child.tag.partition("}")[2] in _FED for child in properties)
