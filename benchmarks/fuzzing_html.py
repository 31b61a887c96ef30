"""Pages for `fuzzing.py`: tags in any order, with attributes that mean something and such that do not."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location

from fuzzing_making import EXAMPLES, REMARKS, TEXT, Inputs, encoded
from hypothesis import strategies as st

_NAMES = (
    "p", "div", "span", "b", "a", "ul", "ol", "li", "table", "tr", "td", "th", "caption", "dl", "dt", "dd",
    "h1", "h3", "br", "hr", "img", "pre", "details", "summary", "main", "nav", "article", "section",
    "aside", "header", "footer", "script", "style", "title", "textarea", "template", "noscript", "iframe",
    "select", "option", "button", "form", "dialog", "ruby", "rt", "svg", "math", "del", "ins", "html",
    "head", "body", "meta", "base", "x-y", "o:p", "P", "DIV",
)  # fmt: skip
_ATTRIBUTES = (
    "", "", "", " hidden", " hidden=until-found", " style='display:none'", " style=list-style-type:none",
    " class='cookie-banner'", " id=nav", " role=main", " role=navigation", " type=i", " type=A",
    " start=-3", " start=99999999999", " value=4", " reversed", " href=/x", " href='#a'",
    " src=http://x.nl", " open", " charset=utf-16", " content='text/html; charset=hex'", " =", " ='", ' "',
    " a=b=c", "/", " /", " \x00",
)  # fmt: skip
_STRANGE = (
    "<!--", "-->", "<!-->", "<!DOCTYPE html>", "<![CDATA[", "]]>", "<?xml version='1.0'?>", "<", "</",
    "</>", "<>", "&", "&amp;", "&#0;", "&#xD800;", "&#x110000;", "&notit;", "&nbsp", "<a ", "<p a='",
    "\r\n", "\r", "counter-increment:x", "<div>" * 200, "<ul><li>" * 100, "<table><tr><td>" * 100,
    "</div>" * 50, "<b>" * 200, *REMARKS,
)  # fmt: skip

_OPENING = st.tuples(
    st.sampled_from(_NAMES), st.sampled_from(_ATTRIBUTES), st.sampled_from((">", ">", ">", "/>", ""))
)
_TAG = st.one_of(
    _OPENING.map(lambda told: f"<{''.join(told)}"), st.sampled_from(_NAMES).map(lambda name: f"</{name}>")
)
_PAGE = st.lists(st.one_of(_TAG, _TAG, TEXT, st.sampled_from(_STRANGE)), max_size=40).map("".join)
_PIECES = tuple(
    piece.encode()
    for piece in (*_STRANGE, *_ATTRIBUTES, *(f"<{name}>" for name in _NAMES), "<p>Tekst")
    if piece
)


def _pages() -> tuple[bytes, ...]:
    """The examples as pages of a site."""
    spec = spec_from_file_location("make_examples", EXAMPLES / "make.py")
    assert spec and spec.loader
    make = module_from_spec(spec)
    spec.loader.exec_module(make)
    texts = (EXAMPLES.joinpath(name).read_text("utf-8") for name in make.SOURCES)
    return tuple(make.as_html(make.parse(text)).encode() for text in texts)


INPUTS = Inputs(".html", encoded(_PAGE), _PIECES, whole=_pages())
