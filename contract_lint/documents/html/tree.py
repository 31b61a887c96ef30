"""The elements of a page: what is inside what, with the end tags that HTML lets a writer leave out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field

from contract_lint.documents.html.scanning import RAW, Lost, Tag, Text, tokens

_DEEPEST = 150  # levels; what is nested deeper is read as if it stood there
_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
        "track", "wbr", "frame",
    }
)  # fmt: skip
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header",
        "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", *HEADINGS,
    }
)  # fmt: skip
_CELLS, _ROWS = frozenset({"td", "th"}), frozenset({"tr", "td", "th"})
_TABLE = frozenset({"table"})
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_OUTER = frozenset({"table", "body", "html"})
_SECTIONS = _ROWS | {"tbody", "thead", "tfoot", "caption"}
# An opening tag: the open elements that it ends, and the elements beyond which it ends none.
_ENDS = {
    "li": (frozenset({"li"}), _LISTS),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "td": (_CELLS, frozenset({"tr", "table"})),
    "th": (_CELLS, frozenset({"tr", "table"})),
    "tr": (_ROWS | {"caption"}, _TABLE),
    "tbody": (_SECTIONS, _TABLE),
    "thead": (_SECTIONS, _TABLE),
    "tfoot": (_SECTIONS, _TABLE),
    "option": (frozenset({"option"}), frozenset({"select"})),
}
_PARAGRAPH = (frozenset({"p"}), _CELLS | {"table", "button", "object"})


class Element(Struct):
    """An element; `children` are elements and texts in their order.

    `words` that it shows, those of them in links to other pages (`linked`), and whether it is `furniture`,
    are told once the page is whole.
    """

    tag: Tag
    attributes: dict[str, str]
    children: list[Element | Text] = field(default_factory=list)
    words: int = 0
    linked: int = 0
    furniture: bool = False  # no part of the main text

    @property
    def name(self) -> str:
        """The tag's name."""
        return self.tag.name

    def named(self, *names: str) -> Iterator[Element]:
        """The elements of these names inside, in their order."""
        waiting = [child for child in reversed(self.children) if isinstance(child, Element)]
        while waiting:
            element = waiting.pop()
            if element.name in names:
                yield element
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]


_BREAK = Element(Tag(0, "br"), {})


def parse(source: str) -> tuple[Element, Lost | None]:
    """The root of the page, and where its end is lost, if it is."""
    builder = _Builder()
    for token in tokens(source):
        if isinstance(token, Lost):
            return builder.stack[0], token
        if isinstance(token, Text):
            builder.stack[-1].children.append(token)
        elif token.closing:
            builder.close(token.name)
        else:
            builder.open(token)
    return builder.stack[0], None


class _Builder:
    """The elements that are open, the innermost last."""

    def __init__(self) -> None:
        self.stack = [Element(Tag(0, ""), {})]
        self._names: Counter[str] = Counter()  # of the open elements: mostly there is nothing to end

    def open(self, tag: Tag) -> None:
        """Take up an opening tag, after ending what it ends."""
        name = tag.name
        if name in BLOCKS and name != "button":
            self._end(*_PARAGRAPH)
        if name in _ENDS:
            self._end(*_ENDS[name])
        single = name in _VOID or name in RAW
        if not single and len(self.stack) == _DEEPEST:
            self.stack[-1].children += [_BREAK] if name in BLOCKS else []
            return
        element = Element(tag, tag.given())
        self.stack[-1].children.append(element)
        if not single:
            self.stack.append(element)
            self._names[name] += 1

    def close(self, name: str) -> None:
        """Take up an end tag; one without its beginning means nothing, save for a break."""
        if name == "br":
            self.stack[-1].children.append(_BREAK)
        same = frozenset(HEADINGS) if name in HEADINGS else frozenset({name})
        within = _TABLE if name in _SECTIONS else frozenset() if name in _OUTER else _TABLE | _CELLS
        self._end(same, within, nearest=True)

    def _end(self, names: frozenset[str], within: frozenset[str], nearest: bool = False) -> None:
        """End the outermost open element of these names, or the nearest, but none beyond `within`."""
        if not any(self._names[name] for name in names):
            return
        lowest = len(self.stack)
        for at in range(len(self.stack) - 1, 0, -1):
            name = self.stack[at].name
            if name in names:
                lowest = at
            if name in within or (nearest and lowest == at):
                break
        self._names.subtract(element.name for element in self.stack[lowest:])
        del self.stack[lowest:]
