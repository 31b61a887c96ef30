"""What comes of a review: the new file, and what could not be written into it."""

from __future__ import annotations

from msgspec import Struct

from contract_lint.model import Finding


class Unreviewable(Exception):
    """A file that a review cannot be written into; the text says why and what to do."""


class Trouble(Struct, frozen=True):
    """A finding that is not in the file as it should be: what is missing, and why."""

    finding: Finding
    what: str
    why: str


class Reviewed(Struct, frozen=True):
    """The bytes of the reviewed file; `changed` and `remarked` count findings, `notes` is for the user."""

    content: bytes
    changed: int = 0
    remarked: int = 0
    troubles: tuple[Trouble, ...] = ()
    notes: tuple[str, ...] = ()
