"""Markdown: what is shown, with its kind, its level and its place."""

import re

import pytest

from contract_lint.documents import markdown
from contract_lint.model import BlockKind

BODY, HEADING, ITEM, CELL = BlockKind.BODY, BlockKind.HEADING, BlockKind.ITEM, BlockKind.CELL
SOURCES = {
    "headings": (
        "# Regels #\nTekst\n## Slot",
        [(HEADING, 1, "Regels"), (BODY, 0, "Tekst"), (HEADING, 2, "Slot")],
    ),
    "underlined headings": ("Regels\n===\n\nSlot\n---\n", [(HEADING, 1, "Regels"), (HEADING, 2, "Slot")]),
    "a wrapped paragraph": (
        "De gast\nbetaalt.\n\nDank u.",
        [(BODY, 0, "De gast betaalt."), (BODY, 0, "Dank u.")],
    ),
    "lists": (
        "1. Een\n   regel\n   - sub\n2. Twee\n* ster\n+ plus",
        [
            (ITEM, 1, "1. Een regel"),
            (ITEM, 2, "- sub"),
            (ITEM, 1, "2. Twee"),
            (ITEM, 1, "- ster"),
            (ITEM, 1, "- plus"),
        ],
    ),
    "labels that Markdown does not know": (
        "5.1 De gast betaalt.\n5.2 De gast vaart.\na. Eerst.",
        [(BODY, 0, "5.1 De gast betaalt."), (BODY, 0, "5.2 De gast vaart."), (BODY, 0, "a. Eerst.")],
    ),
    "tables": (
        "| Naam | Wat |\n|:--|--:|\n| A \\| B | *per* dag |\n\nSlot",
        [(CELL, 0, "Naam"), (CELL, 0, "Wat"), (CELL, 0, "A | B"), (CELL, 0, "per dag"), (BODY, 0, "Slot")],
    ),
    "marks": (
        "**De** __gast__ ~~niet~~ `code` _vet_ a_b_c 2 * 3 \\*ster\\*",
        [(BODY, 0, "De gast niet code vet a_b_c 2 * 3 *ster*")],
    ),
    "links": (
        "Zie [onze **regels**](https://x.nl/a(b) 'titel'), "
        "[de lijst][1], ![een boot](b.png) en <https://y.nl>.\n\n[1]: z",
        [(BODY, 0, "Zie onze regels, de lijst, een boot en https://y.nl.")],
    ),
    "placeholders are no links": ("De heer [naam] te [plaats].", [(BODY, 0, "De heer [naam] te [plaats].")]),
    "HTML": (
        "<p>De <b>gast</b> &amp; de boot</p>\n<!-- niet\ndit -->\nslot<br>regel",
        [(BODY, 0, "De gast & de boot"), (BODY, 0, "slot regel")],
    ),
    "quotes": ("> De gast\n> betaalt.", [(BODY, 0, "De gast betaalt.")]),
    "code": (
        "```\nDe *gast*\n# betaalt\n```\nSlot",
        [(BODY, 0, "De *gast*"), (BODY, 0, "# betaalt"), (BODY, 0, "Slot")],
    ),
    "front matter": ("---\ntitle: x\n---\nTekst", [(BODY, 0, "Tekst")]),
    "rules": ("Een\n\n---\n\nTwee", [(BODY, 0, "Een"), (BODY, 0, "Twee")]),
    "hard breaks": (
        "Bootje Varen  \nKade 1  \nen verder",
        [(BODY, 0, "Bootje Varen"), (BODY, 0, "Kade 1 en verder")],
    ),
}


@pytest.mark.parametrize(("source", "expected"), SOURCES.values(), ids=SOURCES)
def test_markdown_gives_its_blocks(source, expected):
    document = markdown.read(source.encode(), "terms.md")
    assert [(block.kind, block.level, document.quote(block.span)) for block in document.blocks] == expected


@pytest.mark.parametrize("source", [source for source, _ in SOURCES.values()], ids=SOURCES)
def test_every_word_is_placed_where_it_stands(source):
    document = markdown.read(source.encode(), "terms.md")
    lines = source.splitlines()
    for word in re.finditer(r"\w+", document.text):
        place = document.place(word.start())
        assert lines[place.line - 1][place.column - 1 :].startswith(word.group())


def test_a_heading_of_blanks_takes_no_longer_than_its_length():
    told = markdown.read(b"# Regels " + b" " * 200_000 + b"b ##\n", "terms.md")
    assert told.text == "Regels b\n"
