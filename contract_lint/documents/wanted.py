"""What the caller wants of a reader."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from contract_lint.documents.limits import STANDARD, Limits

ACCEPTED, ORIGINAL = "accepted", "original"


class Wanted(Struct, frozen=True):
    """How to read a document; a reader passes over what its format does not know.

    `tracked`: the text as it stands once all tracked changes are accepted, or as it was before them.
    `password`: of an encrypted PDF. `ocr`: recognise the text of pages that are pictures. `progress` hears,
    a line at a time, how far slow work has come.
    """

    tracked: str = ACCEPTED
    password: str | None = None
    ocr: bool = False
    limits: Limits = STANDARD
    progress: Callable[[str], None] | None = None

    def __post_init__(self) -> None:
        if self.tracked not in (ACCEPTED, ORIGINAL):
            raise ValueError(f'tracked is "{ACCEPTED}" or "{ORIGINAL}", not "{self.tracked}"')


AS_USUAL = Wanted()
