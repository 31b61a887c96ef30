"""The contract given back reviewed: the findings and their fair words written into a copy of the file."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from contract_lint.model import Contract
from contract_lint.reviews.plan import Item, Settings, clashes, plan
from contract_lint.reviews.redraft import Redraft, redraft
from contract_lint.reviews.result import Reviewed, Trouble, Unreviewable

__all__ = [
    "Item",
    "Redraft",
    "Reviewed",
    "Settings",
    "Trouble",
    "Unreviewable",
    "clashes",
    "plan",
    "redraft",
    "review",
]

# Format -> its module, and how a file of it begins.
_WRITERS = {
    "docx": ("contract_lint.reviews.docx", b"PK"),
    "pdf": ("contract_lint.reviews.pdf", b""),
    "markdown": ("contract_lint.reviews.text", b""),
    "text": ("contract_lint.reviews.text", b""),
}


class Writer(Protocol):
    """What the module of a format offers."""

    def write(self, data: bytes, contract: Contract, items: tuple[Item, ...], settings: Settings) -> Reviewed:
        """The bytes of a file with the review in it."""


def review(data: bytes, contract: Contract, items: tuple[Item, ...], settings: Settings) -> Reviewed:
    """The bytes of a document with the items in it; `Unreviewable` where that cannot be."""
    format = contract.document.format
    if format not in _WRITERS:
        raise Unreviewable(f"a review cannot be written into this format ({format}); save it as .docx first")
    module, start = _WRITERS[format]
    if not data.startswith(start):
        raise Unreviewable("it was converted to be read; save it as .docx and review that")
    writer = cast(Writer, import_module(module))
    return writer.write(data, contract, items, settings)
