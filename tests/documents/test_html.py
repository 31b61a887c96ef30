"""HTML: the main text as a browser shows it, with its kinds, labels and places."""

import re

import pytest

from contract_lint.documents import html
from contract_lint.documents.wanted import AS_USUAL, ORIGINAL, Wanted
from contract_lint.model import BlockKind

BODY, HEADING, ITEM, CELL = BlockKind.BODY, BlockKind.HEADING, BlockKind.ITEM, BlockKind.CELL
SOURCES = {
    "headings": (
        "<h1>Regels</h1><p>Tekst<h2>Slot</h2>",
        [(HEADING, 1, "Regels"), (BODY, 0, "Tekst"), (HEADING, 2, "Slot")],
    ),
    "paragraphs without end tags": (
        "<p>Een\n<p>Twee\n<div>Drie</div>Vier",
        [(BODY, 0, "Een"), (BODY, 0, "Twee"), (BODY, 0, "Drie"), (BODY, 0, "Vier")],
    ),
    "words in a line": (
        "<p>De <b>gast</b> be<i>taalt</i> <a href='#x'>hier</a> "
        "&euro;&nbsp;5 &amp; meer &#8211; &#x201C;ja&#x201D;</p>",
        [(BODY, 0, "De gast betaalt hier € 5 & meer – “ja”")],
    ),
    "white space": ("<p>\n  De\n\n  gast\t<span> betaalt</span>  .\n</p>", [(BODY, 0, "De gast betaalt .")]),
    "bullets": (
        "<ul><li>Een<li>Twee<ul><li>sub</li></ul></li></ul>",
        [(ITEM, 1, "• Een"), (ITEM, 1, "• Twee"), (ITEM, 2, "• sub")],
    ),
    "numbers": (
        "<ol start=3><li>Een<li value=7>Twee<li>Drie</ol>",
        [(ITEM, 1, "3. Een"), (ITEM, 1, "7. Twee"), (ITEM, 1, "8. Drie")],
    ),
    "letters and Roman numerals": (
        "<ol type=a><li>Een<li>Twee</ol><ol type=I><li>Een</ol>"
        "<ol style='list-style-type: lower-roman' start=4><li>Een</ol>",
        [(ITEM, 1, "a. Een"), (ITEM, 1, "b. Twee"), (ITEM, 1, "I. Een"), (ITEM, 1, "iv. Een")],
    ),
    "counting down": ("<ol reversed><li>Een<li>Twee</ol>", [(ITEM, 1, "2. Een"), (ITEM, 1, "1. Twee")]),
    "lists without labels": ("<ol style='list-style: none'><li>Een</ol>", [(ITEM, 1, "Een")]),
    "items that write their own number": (
        "<ol><li>1.1 De gast betaalt.<li>a) Twee<li><b>Artikel 3</b> Drie</ol>",
        [(ITEM, 1, "1.1 De gast betaalt."), (ITEM, 1, "a) Twee"), (ITEM, 1, "Artikel 3 Drie")],
    ),
    "paragraphs in an item": (
        "<ol><li><p>Een</p><p>verder</p><li>Twee</ol>",
        [(ITEM, 1, "1. Een"), (BODY, 0, "verder"), (ITEM, 1, "2. Twee")],
    ),
    "a heading in an item": (
        "<ol><li><h3>Prijs</h3><p>Vijf euro.</p></ol>",
        [(HEADING, 3, "1. Prijs"), (BODY, 0, "Vijf euro.")],
    ),
    "text behind a list in an item": (
        "<ul><li>Een<ol><li>sub</ol>verder</ul>",
        [(ITEM, 1, "• Een"), (ITEM, 2, "1. sub"), (BODY, 0, "verder")],
    ),
    "tables": (
        "<table><caption>Tarief</caption><tr><th>Naam<th>Prijs<tr><td>Boot<td>€ 5</table>Slot",
        [
            (BODY, 0, "Tarief"),
            (CELL, 0, "Naam"),
            (CELL, 0, "Prijs"),
            (CELL, 0, "Boot"),
            (CELL, 0, "€ 5"),
            (BODY, 0, "Slot"),
        ],
    ),
    "a table in a table": (
        "<table><tr><td>a<table><tr><td>b</table>c<td>d</table>",
        [(CELL, 0, "a"), (CELL, 0, "b"), (CELL, 0, "c"), (CELL, 0, "d")],
    ),
    "definitions": (
        "<dl><dt>Gast<dd>wie huurt<dt>Boot<dd>wat vaart</dl>",
        [(CELL, 0, "Gast"), (CELL, 0, "wie huurt"), (CELL, 0, "Boot"), (CELL, 0, "wat vaart")],
    ),
    "details, closed or open": (
        "<details><summary>Artikel 1</summary>De gast betaalt.</details>",
        [(BODY, 0, "Artikel 1"), (BODY, 0, "De gast betaalt.")],
    ),
    "an accordion": (
        "<button class=acc>Artikel 1</button><div class=panel>De gast betaalt.</div>",
        [(BODY, 0, "Artikel 1"), (BODY, 0, "De gast betaalt.")],
    ),
    "breaks": (
        "<p>De gast<br>betaalt.<br>1. De huur<br/>2. De prijs<br><br>Slot</p>",
        [(BODY, 0, "De gast betaalt."), (BODY, 0, "1. De huur"), (BODY, 0, "2. De prijs"), (BODY, 0, "Slot")],
    ),
    "text as it stands": (
        "<pre>1. De huur.\n2. De prijs\nvan de boot.</pre>",
        [(BODY, 0, "1. De huur."), (BODY, 0, "2. De prijs van de boot.")],
    ),
    "hyphens and places to break": (
        "<p>opzeg&shy;termijn op<wbr>zeggen btw&#8209;nummer",
        [(BODY, 0, "opzegtermijn opzeggen btw-nummer")],
    ),
    "scripts, styles and comments": (
        "<title>Weg</title><script>if (a < b) document.write('<p>weg')</script><style>p {}</style>"
        "<p>Tekst<!-- <p>weg --> hier</p>",
        [(BODY, 0, "Tekst hier")],
    ),
    "what is not shown": (
        "<p hidden>weg</p><p style='color:red; DISPLAY : none'>weg</p><template><p>weg</template>"
        "<noscript>weg</noscript>"
        "<span class='sr-only'>weg</span><select><option>weg</select><textarea>weg</textarea>"
        "<dialog>weg</dialog><p>Tekst",
        [(BODY, 0, "Tekst")],
    ),
    "shown after all": (
        "<p hidden=until-found>Een</p><dialog open>Twee</dialog><p aria-hidden=true>Drie</p>",
        [(BODY, 0, "Een"), (BODY, 0, "Drie")],
    ),
    "a less-than sign": ("<p>5 < 6 en a<3, x </ 4></p>", [(BODY, 0, "5 < 6 en a<3, x")]),
    "quotes in and around attributes": (
        "<p title='a>b' data-x=\"<p>\" class=c'd>Tekst</p>",
        [(BODY, 0, "Tekst")],
    ),
    "end tags without a beginning": (
        "</div></p><p>Een</b></table> twee</p></body></html>Slot",
        [(BODY, 0, "Een twee"), (BODY, 0, "Slot")],
    ),
    "a number set apart by Word": (
        "<p><![if !supportLists]><span>1.<span>&nbsp; </span></span><![endif]>De huur</p>",
        [(BODY, 0, "1. De huur")],
    ),
    "XHTML": (
        "<?xml version='1.0'?><html xmlns='x'><body><p>Een<br/></p><hr/><p>Twee</p></body></html>",
        [(BODY, 0, "Een"), (BODY, 0, "Twee")],
    ),
    "ruby": ("<p><ruby>woord<rt>uitspraak</rt></ruby></p>", [(BODY, 0, "woord")]),
}


def read(source, name="terms.html", wanted=AS_USUAL):
    return html.read(source.encode() if isinstance(source, str) else source, name, wanted)


def shown(document):
    return [document.quote(block.span) for block in document.blocks]


@pytest.mark.parametrize("name", SOURCES)
def test_a_page_gives_its_blocks(name):
    source, expected = SOURCES[name]
    document = read(source)
    assert [(block.kind, block.level, document.quote(block.span)) for block in document.blocks] == expected
    assert not document.unread


@pytest.mark.parametrize("name", SOURCES)
def test_every_word_is_placed_where_it_stands(name):
    source = SOURCES[name][0].replace("><", ">\r\n<")
    document, lines = read(source), re.split(r"\r\n|\r|\n", source)
    labels = [block.label for block in document.blocks if block.label]
    for word in re.finditer(r"[a-zA-Z]+", document.text):
        place = document.place(word.start())
        there = (
            lines[place.line - 1][place.column - 1 :]
            .replace("&shy;", "")
            .replace("<wbr>", "")
            .replace("<i>", "")
        )
        assert there.startswith(word.group()) or any(
            label.start <= word.start() < label.end for label in labels
        )


SITE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Boot</title></head>
<body class="home menu-open">
<div id="CybotCookiebotDialog"><p>Wij gebruiken cookies en u stemt daarmee in.</p></div>
<a class="skip-link" href="#x">Naar de inhoud</a>
<header class="site-header"><a href="/">Bootje Varen</a>
<nav><ul><li><a href="/a">Huren</a><li><a href="/b">Prijzen</a></ul></nav></header>
<ul class="top"><li><a href="/c">Over ons</a></li><li><a href="/d">Contact</a></li></ul>
<div class="cookie-banner">Akkoord met cookies?</div>
{before}<article><header><h1>Voorwaarden</h1></header>
<ul><li><a href="#1">Artikel 1</a></li><li><a href="#2">Artikel 2</a></li></ul>
<h2 id=1>Artikel 1</h2><p>De gast betaalt de huur voor de dag waarop hij vaart,
en laat de boot schoon achter in de haven.</p>
<aside><p>Let op: de haven sluit om acht uur.</p></aside>
<h2 id=2>Artikel 2</h2><p>De verhuurder zorgt voor een veilige boot en voor vesten
voor allen die meevaren op het water.</p>
</article>{after}
<aside class="sidebar"><p>Volg ons voor nieuws</p></aside>
<footer><p>Bootje Varen, Kade 1, KvK 12345678. <a href="/p">Privacy</a></p></footer>
<footer role="contentinfo"><a href="/e">Sitemap</a> <a href="/f">Vacatures</a></footer>
</body></html>"""
MAIN = [
    "Voorwaarden",
    "Artikel 1",
    "Artikel 2",
    "Artikel 1",
    "De gast betaalt de huur voor de dag waarop hij vaart, en laat de boot schoon achter in de haven.",
    "Let op: de haven sluit om acht uur.",
    "Artikel 2",
    "De verhuurder zorgt voor een veilige boot en voor vesten voor allen die meevaren op het water.",
    "Bootje Varen, Kade 1, KvK 12345678. Privacy",
]


@pytest.mark.parametrize(
    "around", [("", ""), ("<main>", "</main>"), ("<div role=main>", "</div>"), ("<div><div>", "</div></div>")]
)
def test_a_saved_page_gives_its_main_text(around):
    document = read(SITE.format(before=around[0], after=around[1]))
    assert shown(document) == MAIN
    assert document.blocks[-1].kind is BlockKind.MARGIN
    assert not document.unread
    assert document.notes == ("only the main text of the page is read; words left out as menus and such: 27",)


def test_a_main_element_with_little_in_it_does_not_hide_the_rest():
    document = read(
        "<main><p>Welkom</p></main><div><p>De gast betaalt de huur en laat de boot schoon achter.</p></div>"
    )
    assert shown(document) == ["Welkom", "De gast betaalt de huur en laat de boot schoon achter."]


def test_what_is_named_like_furniture_but_holds_the_text_is_read():
    for name in ("sidebar", "cookie-consent", "navigation"):
        assert (
            shown(read(f"<div class='{name}'><p>De gast betaalt de huur.</p></div><p>Slot</p>"))[0]
            == "De gast betaalt de huur."
        )


def test_changes_marked_in_the_page_are_read_as_asked():
    source = "<p>binnen <del>30</del><ins>14</ins> dagen</p>"
    assert shown(read(source)) == ["binnen 14 dagen"]
    assert shown(read(source, wanted=Wanted(tracked=ORIGINAL))) == ["binnen 30 dagen"]


TEXT = (
    "<p>De gast betaalt de huur voor de dag waarop hij vaart, en laat de boot schoon achter in de haven van "
    "onze stad aan het meer.</p>"
)
NAMED = {
    "a frame": ("<iframe src='https://x.nl/av.html'></iframe>", "a frame at line 1"),
    "an embedded file": ("<embed src='av.pdf'>", "a frame at line 1"),
    "a long part that is folded away": (
        f"<p>Slot</p><div style='display:none'>{TEXT}</div>",
        "26 hidden words from line 1 on",
    ),
    "a tag without an end": ("<p>Slot</p>\n<a href='x>De rest", "all after line 2"),
    "a comment without an end": ("<!-- De rest", "all after line 1"),
    "a script without an end": ("\n<script>De rest", "all after line 2"),
    "broken bytes": (b"<p>Slot \xe9\xff</p>\xc3\xa9\xc3\xa9\xc3\xa9", "damaged characters"),
}


@pytest.mark.parametrize("name", NAMED)
def test_what_is_not_read_is_named(name):
    more, what = NAMED[name]
    (unread,) = read(TEXT.encode() + (more if isinstance(more, bytes) else more.encode())).unread
    assert unread.what == what and unread.reason


def test_a_page_without_text_says_so():
    assert [one.what for one in read("<body><div id=app></div><script>x</script>").unread] == ["the document"]
    assert [one.what for one in read("<body><img src=a.png><img src=b.png>").unread] == ["the pictures"]


def test_numbers_from_a_style_sheet_are_mentioned():
    document = read(
        "<style>li::before{counter-increment: c; content: counter(c)}</style>"
        "<ul style='list-style:none'><li>Een</ul>"
    )
    assert document.notes == ("its style sheet may number paragraphs; such numbers are not in the text",)


ENCODED = {
    "a mark": ("", "utf-8-sig"),
    "UTF-16": ("", "utf-16"),
    "nothing said": ("", "utf-8"),
    "Windows": ("", "cp1252"),
    "said in a meta tag": ("<meta charset='iso-8859-15'>", "iso-8859-15"),
    "said as if by the server": (
        '<meta http-equiv="Content-Type" content="text/html; charset=macintosh">',
        "macintosh",
    ),
    "said to be Latin-1, as Windows-1252": ("<meta charset=iso-8859-1>", "cp1252"),
    "said wrongly": ("<meta charset=iso-8859-1>", "utf-8"),
    "said in vain": ("<meta charset=hex>", "cp1252"),
}


@pytest.mark.parametrize("name", ENCODED)
def test_encodings(name):
    said, encoding = ENCODED[name]
    assert shown(read(f"{said}<p>Één café voor € 5".encode(encoding))) == ["Één café voor € 5"]


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 5000 + "Tekst",
        "<ul><li>" * 3000 + "Tekst",
        "<table><tr><td>" * 3000 + "Tekst",
        "<b>" * 20000 + "Tekst" + "</b>" * 20000,
    ],
    ids=("elements", "lists", "tables", "words"),
)
def test_nesting_without_end_is_no_trouble(source):
    assert read(source).text.split()[-1] == "Tekst"
