"""Cutting a document into lines: a paragraph, or a piece of one, with the label it begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from contract_lint.clauses import labels
from contract_lint.clauses.labels import Label, Style
from contract_lint.model import Block, BlockKind, Document

# Where a run-on list may go on: after the end of a point, a new label and a capital or bracket.
_RUN_ON = re.compile(
    r"(?<=[.;:,!?])\s+(?=(?:[a-z]|\d{1,2})[.)]\s+\S)|(?<=\w)\s+(?=(?:[a-z]|\d{1,2})[.)]\s+[A-Z])"
)
_SECTION = re.compile(r"(?<=[.;!?])\s+(?=§\s?\d{1,3}\s+[A-Z]|\d{1,2}\.\d{1,2}\.?\s+[A-Z])")
# "§ 2 Services, prices 2.1 The provider ...": an article with its first clause behind its title.
_FIRST_CLAUSE = re.compile(r"(?:§\s?|[Aa]rti(?:kel|cle)\s)(\d{1,3})\.?\s[^.;!?]{3,80}?\s(?=\1\.1\.?\s+[A-Z])")
_KNOWN_KINDS = (BlockKind.BODY, BlockKind.ITEM)
_LETTERED = (Style.LETTER, Style.INTEGER)


class Line(Struct, frozen=True):
    """A line from `start` to `end`; its own words begin at `body`, after any label.

    `readings` are the labels that it may begin with, likeliest first.
    """

    start: int
    body: int
    end: int
    kind: BlockKind
    level: int
    readings: tuple[Label, ...] = ()
    given: bool = False

    def words(self, text: str) -> str:
        """The text after the label."""
        return text[self.body : self.end]


def cut(document: Document) -> list[Line]:
    """The lines of a document in reading order."""
    pieces = (piece for block in document.blocks for piece in _pieces(document.text, block))
    return list(_join_lone_labels(document.text, pieces))


def _pieces(text: str, block: Block) -> Iterator[Line]:
    start, end = block.span.start, block.span.end
    for upto in [*_cuts(text, block), end]:
        yield _line(text, block, start, upto)
        start = upto
        while start < end and text[start].isspace():
            start += 1


def _line(text: str, block: Block, start: int, end: int) -> Line:
    while end > start and text[end - 1].isspace():
        end -= 1
    given = block.label is not None and block.label.start == start
    readings = labels.find(text, start, end, given)
    body = readings[0].end if readings else start
    return Line(start, min(body, end), end, block.kind, block.level, readings, given)


def _cuts(text: str, block: Block) -> list[int]:
    """Where a new label begins inside a paragraph, in a list that runs on or a section that follows."""
    start, end = block.span.start, block.span.end
    if block.kind not in _KNOWN_KINDS:
        return []
    cuts = [match.end() for match in _SECTION.finditer(text, start, end)]
    cuts += [match.end() for match in _FIRST_CLAUSE.finditer(text, start, end)]
    cuts += _run_on(text, start, end)
    return sorted(set(cuts))


def _run_on(text: str, start: int, end: int) -> list[int]:
    """The offsets of labels that count up from the first one: "a. ... b. ... c. ..."."""
    candidates = [start, *(match.end() for match in _RUN_ON.finditer(text, start, end))]
    cuts: list[int] = []
    run: list[tuple[Label, int]] = []
    for at in candidates:
        for label in labels.find(text, at, min(end, at + 12)):
            if label.style not in _LETTERED or label.bare:
                continue
            if label.value == (1,):
                cuts += _settled(run)
                run = [(label, at)]
            elif run and run[-1][0].close == label.close and _follows(run[-1][0], label):
                run.append((label, at))
            break
    cuts += _settled(run)
    return [cut for cut in cuts if cut != start]


def _settled(run: list[tuple[Label, int]]) -> list[int]:
    return [at for _, at in run] if len(run) > 1 else []


def _follows(before: Label, after: Label) -> bool:
    return before.style is after.style and after.value == (before.value[0] + 1,)


def _join_lone_labels(text: str, pieces: Iterator[Line]) -> Iterator[Line]:
    """A label that stands on a line by itself belongs to the line after it."""
    lone: Line | None = None
    for line in pieces:
        if lone is not None:
            if line.readings or line.kind is BlockKind.HEADING is not lone.kind:
                yield lone
            else:
                line = _joined(lone, line)
            lone = None
        if line.readings and line.body >= line.end and not line.readings[0].bare:
            lone = line
        else:
            yield line
    if lone is not None:
        yield lone


def _joined(lone: Line, line: Line) -> Line:
    readings = tuple(replace(label, end=line.start) for label in lone.readings)
    kind = line.kind if lone.kind is BlockKind.BODY else lone.kind
    return Line(lone.start, line.start, line.end, kind, lone.level or line.level, readings, lone.given)
