"""The words inside a line of Markdown, without emphasis, links, tags and escapes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from msgspec import Struct

_MARKS = re.compile(
    r"(?=[\\!\[<&`*~_])(?:"  # every mark begins with one of these
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<link>!?\[(?P<words>[^\[\]]{0,1000})\](?:\((?P<target>[^()\s]{0,2000}(?:\([^()\s]{0,500}\))?[^()]{0,200})\)|\[[^\[\]]{0,200}\]))"
    r"|(?P<note>\[\^[^\]\s]{1,40}\])"
    r"|(?P<auto><(?P<address>(?:https?://|mailto:)?[^\s<>@]{1,200}[@.][^\s<>]{1,1000})>)"
    r"|(?P<tag></?[A-Za-z][^<>]{0,1000}>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|(?P<code>`{1,3})"
    r"|(?P<stars>\*{1,3}(?=\S)|(?<=\S)\*{1,3}|~~)"
    r"|(?P<lows>(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)))"
)


class Piece(Struct, frozen=True):
    """Words that stand side by side in the source from `start` on."""

    start: int
    text: str
    real: bool = True


def pieces(line: str, shift: int = 0) -> Iterator[Piece]:
    """The words of a line; `shift` is added to their places."""
    at = 0
    for mark in _MARKS.finditer(line):
        if mark.start() > at:
            yield Piece(shift + at, line[at : mark.start()])
        yield from _kept(mark, shift)
        at = mark.end()
    if at < len(line):
        rest = line[at:]
        yield Piece(shift + at, rest[:-1] if rest.endswith("\\") else rest)


def _kept(mark: re.Match[str], shift: int) -> Iterator[Piece]:
    """What remains of a mark: an escaped character, the words of a link, a space for a line break."""
    if mark["escape"]:
        yield Piece(shift + mark.start() + 1, mark["escape"][1:])
    elif mark["link"]:
        yield from pieces(mark["words"], shift + mark.start("words"))
    elif mark["auto"]:
        yield Piece(shift + mark.start("address"), mark["address"])
    elif mark["entity"]:
        yield Piece(shift + mark.start(), html.unescape(mark["entity"]))
    elif mark["tag"] and re.match(r"</?(?:br|p|li|td|th|div|tr)\b", mark["tag"], re.IGNORECASE):
        yield Piece(shift + mark.start(), " ", real=False)
