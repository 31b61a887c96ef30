"""The text of a contract for people and for `git diff`: one clause a paragraph, with its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from contract_lint.model import Clause, Contract
from contract_lint.reports.printable import clean

_NEAR = 20  # characters before a number, such as "Artikel " or "Section "


class Line(Struct, frozen=True):
    """A line as it is written; `start` is the offset in `Document.text` of what stands behind `label`."""

    text: str
    start: int | None = None  # None for an empty line between clauses
    label: str = ""


def render(contract: Contract) -> str:
    """The clauses in their order, an empty line between two."""
    return "".join(f"{line.text}\n" for line in lines(contract))


def lines(contract: Contract) -> list[Line]:
    """All lines in their order, each with its place in the document."""
    told: list[Line] = []
    for clause in contract.clauses:
        paragraph = _paragraph(clause, list(_cut(contract, clause)))
        told += [Line(""), *paragraph] if told and paragraph else paragraph
    return told


def _cut(contract: Contract, clause: Clause) -> Iterator[Line]:
    """The clause, a source's paragraph on a line."""
    start = clause.span.start
    for line in contract.document.quote(clause.span).split("\n"):
        yield Line(clean(line).strip(), start)
        start += len(line) + 1


def _paragraph(clause: Clause, cut: Sequence[Line]) -> list[Line]:
    """Without empty lines at its ends; its full number leads where its own text has it in part."""
    inked = [at for at, line in enumerate(cut) if line.text]
    if not inked:
        return []
    kept = list(cut[inked[0] : inked[-1] + 1])
    if not any(clause.number in line.text[: len(clause.number) + _NEAR] for line in kept):
        label = f"{clause.number} "
        kept[0] = Line(label + kept[0].text, kept[0].start, label)
    return kept
