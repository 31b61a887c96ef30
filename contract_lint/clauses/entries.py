"""What the lines of a contract are in its outline."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from contract_lint.clauses.lines import Line


class Part(Enum):
    """What a line is in the outline."""

    HEADING = "heading"  # without a number of its own, or a chapter
    CLAUSE = "clause"  # begins a numbered unit
    ITEM = "item"  # a point of a list
    TEXT = "text"
    ASIDE = "aside"  # header, footer, note, text box: outside the flow
    CONTENTS = "contents"  # a line of the table of contents


class Entry(Struct, frozen=True):
    """A line with its part. `rank` orders headings, outermost lowest; `depth` nests list items.

    `text` is where the sentences of the line begin; `top` marks the start of a top-level article.
    `goes_on` marks an item that continues a list begun before it; `closes` is the rank from which on
    headings before it no longer hold, where that is not its own.
    """

    line: Line
    part: Part
    text: int
    number: str = ""
    title: str = ""
    rank: int = 0
    depth: int = 0
    top: bool = False
    goes_on: bool = False
    closes: int = 99
