"""Cutting an HTML source into tags and text, each with its offset, in linear time whatever it holds.

Follows the tokenizer of the HTML standard (https://html.spec.whatwg.org/multipage/parsing.html) as far as
text and structure go. Written for its offsets: no HTML library tells where in the source a text stands.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from msgspec import Struct

# A tag, its attributes never scanned twice; without ">" anywhere the source ends inside it.
_TAG = re.compile(
    r"<(?P<closing>/?)(?P<name>[A-Za-z][^\s/>]*+)"
    r"(?P<attributes>(?>[^>=]++|=\s*+(?>\"[^\"]*+\"|'[^']*+'|(?![\"'])[^\s>]*+))*+)>"
)
_ATTRIBUTE = re.compile(r"([^\s=\"'<>/]++)(?>\s*+=\s*+(?>\"([^\"]*+)\"|'([^']*+)'|([^\s>\"'][^\s>]*+)))?+")
_LETTER = re.compile(r"</?[A-Za-z]")
# Elements whose content is no markup, and is not shown either.
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "noembed", "noframes", "iframe"})


class Text(Struct, frozen=True):
    """Characters of the source between tags, as they stand there."""

    start: int
    end: int


class Tag(Struct, frozen=True):
    """An opening or closing tag; `name` in small letters, `attributes` as they stand in the source.

    `content` is what a raw element holds.
    """

    start: int
    name: str
    closing: bool = False
    attributes: str = ""
    content: str = ""

    def given(self) -> dict[str, str]:
        """The attributes by name, of several with one name the first."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.attributes):
            value = match[2] or match[3] or match[4] or ""
            found.setdefault(match[1].lower(), html.unescape(value) if "&" in value else value)
        return found


class Lost(Struct, frozen=True):
    """The rest of the source, inside a tag, comment or script that never ends: no browser shows it."""

    start: int


Token = Text | Tag | Lost


def tokens(source: str) -> Iterator[Token]:
    """The source, cut up."""
    at = text = 0
    while (opened := source.find("<", at)) >= 0:
        token, at = _markup(source, opened)
        if at == opened + 1:  # a "<" in the text
            continue
        if opened > text:
            yield Text(text, opened)
        text = at
        if token:
            yield token
    if text < len(source):
        yield Text(text, len(source))


def _markup(source: str, start: int) -> tuple[Token | None, int]:
    """What begins at this "<", and where it ends; one character further where nothing does."""
    if source.startswith("<!--", start):
        return _until(source, "-->", start, start + 2)
    if source.startswith(("<!", "<?"), start):
        return _until(source, ">", start, start)
    if source.startswith("</>", start):
        return None, start + 3
    if not _LETTER.match(source, start):
        return (_until(source, ">", start, start)) if source.startswith("</", start) else (None, start + 1)
    found = _TAG.match(source, start)
    if not found:
        return Lost(start), len(source)
    name = found["name"].lower()
    if name in RAW and not found["closing"]:
        return _raw(source, found, name)
    return Tag(start, name, bool(found["closing"]), found["attributes"]), found.end()


def _until(source: str, end: str, start: int, after: int) -> tuple[Token | None, int]:
    closed = source.find(end, after)
    return (Lost(start), len(source)) if closed < 0 else (None, closed + len(end))


def _raw(source: str, opening: re.Match[str], name: str) -> tuple[Token, int]:
    closing = re.compile(rf"</{name}(?=[\s/>])[^>]*+>", re.IGNORECASE).search(source, opening.end())
    if not closing:
        return Lost(opening.start()), len(source)
    content = source[opening.end() : closing.start()]
    return Tag(opening.start(), name, attributes=opening["attributes"], content=content), closing.end()
