"""Reading Markdown: what is shown, at the place where it stands in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from contract_lint.documents.assembly import Assembly
from contract_lint.documents.markdown_inline import Piece, pieces
from contract_lint.documents.remarks import Parted
from contract_lint.documents.text_decoding import decode, note_lost, split_lines
from contract_lint.documents.text_wrapping import begins_with_label, ends_sentence
from contract_lint.documents.wanted import AS_USUAL, Wanted
from contract_lint.model import BlockKind, Document, Place

_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+|$)(.*)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*$")
_RULE = re.compile(r" {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_FENCE = re.compile(r"\s*(```+|~~~+)")
_ITEM = re.compile(r"(\s*)([-*+]|\d{1,9}[.)])(\s+|$)")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?+)++")
_TABLE_RULE = re.compile(r"\s*+(?:\|\s*+)?:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)*+\|?\s*$")
# Of the target of a link: no more than an address and a title, or it is text in brackets.
_DEFINITION = re.compile(r" {0,3}\[[^\]^][^\]]*\]:\s*\S+(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^)]*\)))?\s*$")
_NOTE = re.compile(r" {0,3}\[\^[^\]\s]{1,40}\]:\s*")
_UNSEEN = tuple(
    (re.compile(opening, re.IGNORECASE), re.compile(closing, re.IGNORECASE))
    for opening, closing in (("<!--", "-->"), (r"<script\b", r"</script\s*>"), (r"<style\b", r"</style\s*>"))
)
_LINE_INSIDE = re.compile(r"[^\r\n]")
_EVIDENT = re.compile(r"#{1,6} \S")


def read(source: Path | bytes, name: str, wanted: Wanted = AS_USUAL) -> Document:
    """Read a Markdown file; marks, links and HTML tags are left out, the words keep their places."""
    text = decode(source if isinstance(source, bytes) else source.read_bytes())
    parted = Parted(text, quoted=True)
    return parted.placed(Reader(name, "markdown").read(parted.text))


def is_evident(lines: Sequence[str]) -> bool:
    """Whether lines of a plain text file are Markdown: several of them are headings."""
    return sum(_EVIDENT.match(line) is not None for line in lines) >= 2


class Reader:
    """Reads line by line; a paragraph stays open until something ends it."""

    def __init__(self, name: str, format: str) -> None:
        self._assembly = Assembly(name, format)
        self._kind, self._level = BlockKind.BODY, 0
        self._last = ""  # the last line of the open paragraph, empty when none is open
        self._indents: list[int] = []  # of the lists that are open
        self._fence = ""

    def read(self, text: str) -> Document:
        """The document of this text."""
        lines = split_lines(_shown(text))
        note_lost(text, self._assembly)
        first = _front_matter(lines)
        tables = _table_lines(lines)
        for index in range(first, len(lines)):
            following = lines[index + 1] if index + 1 < len(lines) else ""
            self._line(lines[index], index + 1, following, index in tables)
        self._close()
        return self._assembly.document()

    def _line(self, line: str, number: int, following: str, in_table: bool) -> None:
        if self._fenced(line, number):
            return
        column = 1
        if quote := _QUOTE.match(line):
            line, column = line[quote.end() :], column + quote.end()
        if in_table:
            self._row(line, number, column)
        elif not line.strip():
            self._close()
        elif heading := _HEADING.match(line):
            self._heading(_unclosed(heading[2]), number, column + heading.start(2), len(heading[1]))
        elif self._last and self._kind is BlockKind.BODY and (under := _UNDERLINE.match(line)):
            self._close(BlockKind.HEADING, 1 if under[1][0] == "=" else 2)
        else:
            self._plain(line, number, column)

    def _plain(self, line: str, number: int, column: int) -> None:
        """A line of words, unless it is a rule, or tells where a link leads."""
        if note := _NOTE.match(line):
            self._note(line, note.end(), number, column)
        elif _RULE.match(line) or _DEFINITION.match(line):
            self._close()
        else:
            self._words(line, number, column)

    def _fenced(self, line: str, number: int) -> bool:
        """Whether the line is code, or a fence around it; code is text as it stands."""
        fence = _FENCE.match(line)
        if self._fence:
            if fence and fence[1].startswith(self._fence):
                self._fence = ""
            elif line.strip():
                self._assembly.add(line, Place(line=number, column=1))
                self._assembly.paragraph()
            return True
        if fence:
            self._close()
            self._fence = fence[1]
        return fence is not None

    def _heading(self, words: str, number: int, column: int, level: int) -> None:
        self._close()
        self._indents.clear()
        self._add(pieces(words), number, column)
        self._assembly.paragraph(BlockKind.HEADING, level)

    def _note(self, line: str, start: int, number: int, column: int) -> None:
        self._close()
        self._kind, self._level = BlockKind.NOTE, 0
        self._add(pieces(line[start:]), number, column + start)
        self._last = line

    def _words(self, line: str, number: int, column: int) -> None:
        """A line of a list or paragraph: it begins a block, or goes on with the open one."""
        item = _ITEM.match(line)
        indent = len(line) - len(line.lstrip())
        if item and not (item[2][0].isdigit() and self._last and not self._indents and not _first(item[2])):
            self._close()
            self._open_item(len(item[1].expandtabs(4)))
            mark = item[2] if item[2][0].isdigit() else "-"
            self._assembly.add(mark + " ", Place(line=number, column=column + item.start(2)))
            rest = item.end()
        elif self._last and not self._breaks(line):
            self._assembly.space(Place(line=number, column=column))
            rest = 0
        else:
            self._close()
            self._continue_item(indent)
            rest = 0
        self._add(pieces(line[rest:]), number, column + rest)
        self._last = line

    def _breaks(self, line: str) -> bool:
        """Whether the line does not go on with the open paragraph: a label, or after a hard break."""
        if begins_with_label(self._last.rstrip(), line.strip()):
            return True
        hard = self._last.endswith(("  ", "\\")) or self._last.rstrip().lower().endswith(
            ("<br>", "<br/>", "<br />")
        )
        return hard and (ends_sentence(self._last.rstrip(" \\")) or not line.lstrip()[:1].islower())

    def _open_item(self, indent: int) -> None:
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
        if not self._indents or self._indents[-1] < indent:
            self._indents.append(indent)
        self._kind, self._level = BlockKind.ITEM, len(self._indents)

    def _continue_item(self, indent: int) -> None:
        """A paragraph that is indented below a list item stays body text; one that is not ends the lists."""
        if not indent:
            self._indents.clear()
        self._kind, self._level = BlockKind.BODY, 0

    def _row(self, line: str, number: int, column: int) -> None:
        self._close()
        if _TABLE_RULE.match(line):
            return
        for start, cell in _cells(line):
            self._add(pieces(cell), number, column + start)
            self._assembly.paragraph(BlockKind.CELL)

    def _add(self, found: Iterator[Piece], number: int, column: int) -> None:
        for piece in found:
            self._assembly.add(piece.text, Place(line=number, column=column + piece.start), piece.real)

    def _close(self, kind: BlockKind | None = None, level: int = 0) -> None:
        if self._last:
            self._assembly.paragraph(kind or self._kind, level if kind else self._level)
        self._kind, self._level, self._last = BlockKind.BODY, 0, ""


def _unclosed(words: str) -> str:
    """The words of a heading without the number signs that may close it."""
    kept = words.rstrip().rstrip("#")
    return kept if not kept or kept[-1].isspace() else words


def _first(mark: str) -> bool:
    """Whether a number may begin a list in the middle of a paragraph."""
    return mark.rstrip(".)") in ("0", "1")


def _front_matter(lines: Sequence[str]) -> int:
    """The index of the first line after the front matter."""
    if not lines or lines[0].rstrip() not in ("---", "+++"):
        return 0
    closing = (lines[0].rstrip(), "...")
    return next((index + 1 for index in range(1, len(lines)) if lines[index].rstrip() in closing), 0)


def _shown(text: str) -> str:
    """The text with comments and scripts blanked out, so that all places stay right."""
    for opening, closing in _UNSEEN:
        kept, at = [], 0
        while (start := opening.search(text, at)) and (end := closing.search(text, start.end())):
            kept += [text[at : start.start()], _LINE_INSIDE.sub(" ", text[start.start() : end.end()])]
            at = end.end()
        text = "".join(kept) + text[at:]
    return text


def _table_lines(lines: Sequence[str]) -> set[int]:
    """The indexes of the lines of tables: a head, a rule below it, and the rows that follow."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        if "|" not in line:
            continue
        if index - 1 in found or (index + 1 < len(lines) and _is_table_rule(lines[index + 1])):
            found.add(index)
    return found


def _is_table_rule(line: str) -> bool:
    return "|" in line and _TABLE_RULE.match(line) is not None


def _cells(line: str) -> Iterator[tuple[int, str]]:
    """The cells of a table row with the offset of each."""
    start = 0
    for bar in re.finditer(r"(?<!\\)\|", line):
        if bar.start():
            yield start, line[start : bar.start()]
        start = bar.end()
    yield start, line[start:]
