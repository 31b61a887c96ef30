"""The plan of a review: what is written into the text, and what is only said about it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from contract_lint.model import Edit, Effect, Finding, Report, Severity, Span


class Settings(Struct, frozen=True):
    """How a review is written. `epoch` (seconds since 1970) dates it; None is a date that never changes."""

    author: str = "contract-lint"
    comments: bool = True
    changes: bool = True
    severity: Severity = Severity.NOTE  # findings below it are left out
    language: str = "en"  # of the remarks
    epoch: int | None = None

    @property
    def initials(self) -> str:
        """The first letters of the author's names."""
        return "".join(part[0] for part in re.split(r"[\s\-_.]+", self.author) if part).upper()[:9]


class Item(Struct, frozen=True):
    """A finding, and the part of its rewrite to write: edits of the text, or a clause to add."""

    finding: Finding
    edits: tuple[Edit, ...] = ()
    added: str = ""

    @property
    def written(self) -> bool:
        """Whether the fair words stand in the text."""
        return bool(self.edits or self.added)

    def unwritten(self) -> Item:
        """The same finding, only told."""
        return replace(self, edits=(), added="")


def plan(report: Report, settings: Settings) -> tuple[Item, ...]:
    """The findings in reading order; where two want the same words changed, the graver one has them."""
    findings = [one for one in report.findings if one.severity >= settings.severity]
    chosen: dict[int, Item] = {}
    taken: list[Edit] = []
    for finding in sorted(findings, key=lambda one: -one.severity):
        item = _wanted(finding) if settings.changes else Item(finding)
        if any(clashes(edit, other) for edit in item.edits for other in taken):
            item = item.unwritten()
        taken += item.edits
        chosen[id(finding)] = item
    return tuple(chosen[id(finding)] for finding in findings)


def edits_of(items: Iterable[Item]) -> list[Edit]:
    """All edits in reading order, each once."""
    edits = {(edit.span, edit.text): edit for item in items for edit in item.edits}
    return sorted(edits.values(), key=lambda edit: edit.span)


def _wanted(finding: Finding) -> Item:
    """What a rewrite asks to write: never advice, nor words that do not clear the finding."""
    rewrite = finding.rewrite
    if rewrite is None or rewrite.effect is Effect.ADVICE:
        return Item(finding)
    if finding.evidence is None:
        return Item(finding, added=rewrite.text)
    return Item(finding, edits=rewrite.edits if rewrite.verified else ())


def clashes(edit: Edit, other: Edit) -> bool:
    """Whether two edits want different words at one place."""
    return edit != other and (edit.span.meets(other.span) or _same_point(edit.span, other.span))


def _same_point(one: Span, other: Span) -> bool:
    return one == other and len(one) == 0
