"""The text of a contract for people and for `git diff`: one clause a paragraph, with its number."""

from __future__ import annotations

from contract_lint.model import Clause, Contract
from contract_lint.reports.cells import clean

_NEAR = 20  # characters before a number, such as "Artikel " or "Section "


def render(contract: Contract) -> str:
    """The clauses in their order, an empty line between two."""
    paragraphs = (_paragraph(contract, clause) for clause in contract.clauses)
    return "\n".join(f"{paragraph}\n" for paragraph in paragraphs if paragraph)


def _paragraph(contract: Contract, clause: Clause) -> str:
    """The clause, a source's paragraph on a line; its full number leads where its own text has it in part."""
    lines = [clean(line).strip() for line in contract.document.quote(clause.span).split("\n")]
    shown = any(clause.number in line[: len(clause.number) + _NEAR] for line in lines)
    return "\n".join([f"{clause.number} {lines[0]}" if not shown else lines[0], *lines[1:]]).strip()
