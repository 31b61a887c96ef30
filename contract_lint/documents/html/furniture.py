"""Telling the main text of a page from its furniture: menus, banners, questions about cookies, footers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from contract_lint.documents.html.scanning import Text
from contract_lint.documents.html.tree import Element

_MOSTLY = 0.5  # of the words: what holds more is no furniture, and a main text holds as many
_LINKS = 0.6  # of the words in links make a menu
_TAGS = frozenset({"nav", "aside", "header", "footer", "dialog", "search", "menu"})
_ROLES = frozenset(
    "navigation banner contentinfo search complementary dialog alertdialog menu menubar toolbar".split()  # noqa: SIM905
)
_EDGES = frozenset({"header", "footer", "banner", "contentinfo"})
# Names (of classes and ids) that builders of sites give to furniture.
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|breadcrumbs?|sidebar|skip-?(?:link|to-content)|pagination|newsletter|"
    r"social(?:-(?:links|share|icons))?|share-?buttons|(?:site|page|main|global)-?(?:header|footer|menu|nav))"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"cookie-?_?(?:banner|bar|consent|notice|popup|modal|dialog|law|message|wall|overlay)|cookiebot|onetrust|"
    r"didomi|usercentrics|cookieyes|(?:^|[\s_-])(?:cc-window|gdpr|consent-?(?:banner|bar|popup|modal|manager))",
    re.IGNORECASE,
)
_ARTICLES = ("main", "article", "section")
_UNSEEN_CLASS = re.compile(r"(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text)(?:$|\s)")
_UNSEEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
NEVER_SHOWN = frozenset(
    {
        "head", "template", "noscript", "select", "datalist", "object", "canvas", "audio", "video", "svg",
        "rt", "rp", "applet", "map",
    }
)  # fmt: skip


def measure(element: Element, source: str) -> None:
    """Count the words of every element; what is not shown counts for itself alone."""
    for child in element.children:
        if isinstance(child, Text):
            element.words += len(source[child.start : child.end].split())
            continue
        measure(child, source)
        if not is_hidden(child):
            element.words += child.words
            element.linked += child.linked
    if element.name == "a" and not element.attributes.get("href", "#").startswith("#"):
        element.linked = element.words


def mark(page: Element) -> list[Element]:
    """Mark the outermost pieces of furniture, and give them in their order."""
    pieces: list[Element] = []
    _mark(page, page, pieces)
    return pieces


def _mark(element: Element, page: Element, pieces: list[Element], inside: bool = False) -> None:
    """`inside` an article a header or aside belongs to it."""
    for child in element.children:
        if not isinstance(child, Element) or is_hidden(child):
            continue
        child.furniture = _is_furniture(child, page, inside)
        if child.furniture:
            pieces.append(child)
        else:
            _mark(child, page, pieces, inside or child.name in _ARTICLES)


def main_text(page: Element, pieces: Sequence[Element]) -> Element:
    """The element that holds the main text: the page says so itself, or it is the whole page."""
    holders = page.named(*_ARTICLES, "div")
    said = (one for one in holders if one.name == "main" or one.attributes.get("role") == "main")
    best = max(said, key=lambda one: one.words, default=page)
    useful = page.words - sum(piece.words for piece in pieces)
    return best if best.words >= _MOSTLY * useful else page


def left_out(element: Element) -> int:
    """How many words of an element are furniture."""
    inside = (child for child in element.children if isinstance(child, Element))
    return sum(child.words if child.furniture else left_out(child) for child in inside)


def _is_furniture(element: Element, page: Element, inside: bool) -> bool:
    if element.words > _MOSTLY * page.words:
        return False
    if (
        element.name == "nav"
        or element.attributes.get("role") == "navigation"
        or _COOKIES.search(_names(element))
    ):
        return True
    menu = element.name in ("ul", "ol", "div") and element.words and element.linked >= _LINKS * element.words
    return not inside and bool(menu or is_overlay(element))


def _names(element: Element) -> str:
    return f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"


def is_overlay(element: Element) -> bool:
    """Whether this is a menu, a dialog or a question about cookies, by its names."""
    names, marked = _names(element), element.name in _TAGS or element.attributes.get("role") in _ROLES
    return marked or bool(_COOKIES.search(names) or _NAMED.search(names))


def is_edge(element: Element) -> bool:
    """Whether a piece of furniture is a header or footer of the page, and more than a menu."""
    edge = element.name in _EDGES or element.attributes.get("role") in _EDGES
    return edge and element.linked < (1 - _LINKS) * element.words


def is_hidden(element: Element) -> bool:
    """Whether a browser does not show this element."""
    given = element.attributes
    return (
        element.name in NEVER_SHOWN
        or given.get("hidden", "until-found").lower() != "until-found"
        or (element.name == "dialog" and "open" not in given)
        or bool(_UNSEEN_STYLE.search(given.get("style", "")))
        or bool(_UNSEEN_CLASS.search(given.get("class", "")))
    )
