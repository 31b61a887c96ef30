"""Writing the elements of a page as paragraphs, each character with its line and column in the source."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable

from contract_lint.documents.assembly import Assembly
from contract_lint.documents.html.furniture import NEVER_SHOWN, is_hidden, is_overlay
from contract_lint.documents.html.lists import Numbers
from contract_lint.documents.html.scanning import Text
from contract_lint.documents.html.tree import BLOCKS, HEADINGS, Element
from contract_lint.documents.text_decoding import LINE_END
from contract_lint.documents.text_wrapping import begins_with_label, ends_sentence
from contract_lint.documents.wanted import ACCEPTED
from contract_lint.model import BlockKind, Place

_PIECE = re.compile(
    r"(?P<entity>&(?:#\d{1,9}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{0,31});?)|(?P<end>\r\n|\r|\n)"
)
_OWN_LABEL = re.compile(
    r"\s*(?:\d+(?:\.\d+)+\.?\s|\d+[.)]\s|\(?[a-zA-Z\d]{1,4}\)\s|[a-zA-Z]\.\s|[§•–—-]\s|(?i:artikel|article|section)\s+\d)"
)
_MANY = 20  # words that are hidden on purpose and yet worth a mention
_FRAMES = ("iframe", "frame", "embed")
_CELLS = ("td", "th", "dt", "dd")  # a list of definitions is a table of two columns
_LISTS = ("ol", "ul", "menu", "dir")
_REMEMBERED = 200  # characters of a line, enough to tell how it ends


class Writer:
    """Writes elements into an assembly; a paragraph stays open until something ends it."""

    def __init__(
        self, source: str, assembly: Assembly, tracked: str, line: Callable[[int], int] = lambda line: line
    ) -> None:
        self._source, self._assembly, self._told_line = source, assembly, line
        self._starts = [0, *(end.end() for end in LINE_END.finditer(source))]
        self._struck = "del" if tracked == ACCEPTED else "ins"
        self._kind, self._level = BlockKind.BODY, 0
        self._numbers: list[Numbers] = []
        self._first = False  # no paragraph of the item is written yet
        self._label: tuple[str, Place] | None = None  # to stand before the next words
        self._line = ""  # what the open line shows
        self._breaks = 0  # line breaks since
        self._as_it_stands = False
        self.pictures = 0

    def write(self, element: Element, kind: BlockKind = BlockKind.BODY) -> None:
        """Write all that an element shows, but for the furniture in it."""
        self._kind, self._level = kind, 0
        self._children(element)
        self._close()

    def _children(self, element: Element) -> None:
        for child in element.children:
            if isinstance(child, Text):
                self._text(child)
            elif is_hidden(child):
                self._hidden(child)
            elif not child.furniture:
                self._element(child)

    def _element(self, element: Element) -> None:
        name = element.name
        if name == "br":
            self._breaks += 1
        elif name == "img":
            self.pictures += 1
        elif name in _FRAMES:
            self._frame(element)
        elif name in BLOCKS:
            self._block(element)
        elif name != self._struck:
            self._children(element)

    def _block(self, element: Element) -> None:
        """A block with what it changes, put back after it."""
        self._close()
        before = self._kind, self._level, self._as_it_stands
        self._enter(element)
        self._children(element)
        self._close()
        self._kind, self._level, self._as_it_stands = before
        if element.name == "li":
            self._label = None  # of an item without words
        if element.name in _LISTS:
            self._numbers.pop()

    def _enter(self, element: Element) -> None:
        name = element.name
        if name in _LISTS:
            self._numbers.append(Numbers(element))
        elif name == "pre":
            self._as_it_stands = True
        elif name == "li" and self._numbers:
            self._turn(BlockKind.ITEM, len(self._numbers))
            self._item(element)
        elif name in HEADINGS:
            self._turn(BlockKind.HEADING, int(name[1]))
        elif name in _CELLS:
            self._turn(BlockKind.CELL)

    def _turn(self, kind: BlockKind, level: int = 0) -> None:
        if self._kind is not BlockKind.MARGIN:
            self._kind, self._level = kind, level

    def _item(self, item: Element) -> None:
        """Begin an item; its number is shown unless its words begin with one."""
        self._first, label = True, self._numbers[-1].label(item)
        if label and not _OWN_LABEL.match(self._opening(item)):
            self._label = label, self._place(item.tag.start)

    def _opening(self, element: Element) -> str:
        """The first words of an element."""
        found = ""
        for child in element.children:
            if isinstance(child, Text):
                found += html.unescape(self._source[child.start : min(child.end, child.start + 100)])
            elif child.words and not is_hidden(child):
                found += self._opening(child)
            if len(found.strip()) > 20:
                break
        return found.lstrip()

    def _text(self, text: Text) -> None:
        at = text.start
        for piece in _PIECE.finditer(self._source, text.start, text.end):
            self._words(self._source[at : piece.start()], at)
            if piece["entity"]:
                self._words(html.unescape(piece["entity"]), piece.start())
            elif self._as_it_stands:
                self._breaks += 1
            else:
                self._words(" ", piece.start())
            at = piece.end()
        self._words(self._source[at : text.end], at)

    def _words(self, words: str, at: int) -> None:
        if not words:
            return
        if words.strip():
            self._begin(words, at)
        self._assembly.add(words, self._place(at))
        self._line = (self._line + words)[-_REMEMBERED:]

    def _begin(self, words: str, at: int) -> None:
        """Make ready for words that show: after line breaks, and where they are the first of an item."""
        if self._breaks:
            if self._ends_line(words):
                self._close()
            else:
                self._assembly.space(self._place(at))
                self._line = ""
            self._breaks = 0
        if self._label:
            self._assembly.label(*self._label)
            self._label = None

    def _ends_line(self, words: str) -> bool:
        """Whether line breaks before these words begin a paragraph of their own."""
        line, following = self._line.rstrip(), words.strip()
        if not line or self._breaks > 1 or begins_with_label(line, following, filled=False):
            return True
        return ends_sentence(line) or not following[:1].islower()

    def _close(self) -> None:
        """End the open paragraph; only the first of an item is the item."""
        further = self._kind is BlockKind.ITEM and not self._first
        self._assembly.paragraph(*((BlockKind.BODY, 0) if further else (self._kind, self._level)))
        if self._line.strip():
            self._first = False
        self._line, self._breaks = "", 0

    def _hidden(self, element: Element) -> None:
        """A browser does not show it; where it is long it may be a part that is folded away."""
        if element.words >= _MANY and element.name not in NEVER_SHOWN and not is_overlay(element):
            self._assembly.unread(
                f"{element.words} hidden words from line {self._line_of(element)} on",
                "the page does not show them as it was saved; open what is folded and save it again",
            )

    def _frame(self, element: Element) -> None:
        """A page within the page is not in the file."""
        address = element.attributes.get("src", "").strip()
        if address and not address.startswith(("about:", "javascript:", "data:")):
            line = self._line_of(element)
            reason = f"its page ({address[:100]}) is not in this file; save that page too"
            self._assembly.unread(f"a frame at line {line}", reason)

    def _line_of(self, element: Element) -> int:
        """The line of an element as it is told."""
        return self._told_line(self._place(element.tag.start).line or 1)

    def _place(self, at: int) -> Place:
        line = bisect_right(self._starts, at)
        return Place(line=line, column=at - self._starts[line - 1] + 1)
