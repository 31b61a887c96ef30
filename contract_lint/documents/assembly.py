"""Building a `Document`: readers add pieces with their places, characters are made plain once."""

from __future__ import annotations

import re
import unicodedata

from contract_lint.model import Block, BlockKind, Document, Place, Segment, Span, Unread

# Ligatures and hyphens that hide words from every lexicon.
_SPELLED = {
    "\u2010": "-", "\u2011": "-", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi",
    "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st", "\u0132": "IJ", "\u0133": "ij",
}  # fmt: skip
_SPACES = "\t\n\v\f\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# What shows nothing: controls, soft hyphens, joiners, marks of direction, variants, tags, noncharacters.
_UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff"
)
_HALVES = "\ud800-\udfff"  # of a character whose other half is lost
_SPECIAL = re.compile(
    f"(?P<space>[{_SPACES}]| {{2,}})|(?P<unseen>[{_UNSEEN}])|(?P<half>[{_HALVES}])|[{''.join(_SPELLED)}]"
    "|.[\u0300-\u036f]+"
)
# The same for ASCII, which most text is, many times as fast.
_SPECIAL_ASCII = re.compile(r"(?P<space>[\t-\r\x1c-\x1f]| {2,})|(?P<unseen>[\x00-\x1b\x7f])")


def _plain(special: re.Match[str]) -> str:
    """The plain spelling: a letter with loose accents becomes one character, spaces become one space."""
    match special.lastgroup:
        case "space":
            return " "
        case "unseen":
            return ""
        case "half":
            return "\ufffd"
    return _SPELLED.get(special.group()) or unicodedata.normalize("NFC", special.group())


class Assembly:
    """Collects text in reading order; `paragraph` ends a block, `document` gives the result.

    Within a block white space is single spaces; blocks are separated by one newline.
    """

    def __init__(self, path: str, format: str) -> None:
        self._path, self._format = path, format
        self._pieces: list[str] = []
        self._length = 0
        self._segments: list[Segment] = []
        self._blocks: list[Block] = []
        self._unread: list[Unread] = []
        self._notes: list[str] = []
        self._parts: list[str] = []
        self._start = 0  # of the open block
        self._label: Span | None = None

    def add(self, text: str, place: Place, real: bool = True) -> None:
        """Append text that stands side by side in the source from `place` on."""
        at = 0
        for special in (_SPECIAL_ASCII if text.isascii() else _SPECIAL).finditer(text):
            self._put(text[at : special.start()], at, place, real)
            self._put(_plain(special), special.start(), place, real)
            at = special.end()
        self._put(text[at:], at, place, real)

    def label(self, text: str, place: Place) -> None:
        """Append a number or bullet that the source shows but does not hold, and a space."""
        start = self._length
        self.add(text, place, real=False)
        self._label = Span(start, self._length)
        self.space(place)

    def space(self, place: Place) -> None:
        """Append a space that joins two pieces (a wrapped line, a table cell)."""
        self._put(" ", 0, place, False)

    def paragraph(self, kind: BlockKind = BlockKind.BODY, level: int = 0) -> None:
        """End the open block; an empty one leaves nothing behind."""
        self._drop_last_space()
        if self._length > self._start:
            self._blocks.append(Block(Span(self._start, self._length), kind, level, self._label))
            self._append("\n")
        self._start, self._label = self._length, None

    def unread(self, what: str, reason: str, page: int | None = None) -> None:
        """Note something that could not be read."""
        self._unread.append(Unread(what, reason, page))

    def note(self, told: str) -> None:
        """Tell how the document was read, where that is not as usual."""
        self._notes.append(told)

    def part(self, name: str) -> None:
        """Tell that counting paragraphs goes on in this part of the source."""
        self._parts.append(name)

    def document(self) -> Document:
        """The finished document."""
        self.paragraph()
        text = "".join(self._pieces)
        return Document(
            self._path,
            self._format,
            text,
            tuple(self._blocks),
            tuple(self._segments),
            tuple(self._unread),
            tuple(self._notes),
            tuple(self._parts),
        )

    def _put(self, text: str, shift: int, place: Place, real: bool) -> None:
        """Append plain text, its first character `shift` columns after `place`; spaces never double."""
        at_start = self._length == self._start or (bool(self._pieces) and self._pieces[-1].endswith(" "))
        if at_start and text[:1] == " ":
            stripped = text.lstrip(" ")
            shift += len(text) - len(stripped)
            text = stripped
        if not text:
            return
        if shift and place.column is not None:
            place = Place(place.page, place.box, place.paragraph, place.run, place.line, place.column + shift)
        self._segments.append(Segment(self._length, place, real))
        self._append(text)

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _drop_last_space(self) -> None:
        while self._pieces and self._length > self._start and self._pieces[-1].endswith(" "):
            last = self._pieces.pop()
            kept = last.rstrip(" ")
            self._length -= len(last) - len(kept)
            if kept:
                self._pieces.append(kept)
        while self._segments and self._segments[-1].start >= self._length and self._length > 0:
            self._segments.pop()
