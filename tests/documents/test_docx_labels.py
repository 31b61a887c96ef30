"""How one automatic number or bullet looks."""

import pytest
from docx_builder import abstract, document, item, labels, level, listed

from contract_lint.documents.docx.labels import formatted
from contract_lint.model import BlockKind

BULLETS = [
    ("-", "", "-"),
    ("–", "", "–"),
    ("•", "", "•"),
    ("\uf0b7", '<w:rFonts w:ascii="Symbol"/>', "•"),
    ("§", '<w:rFonts w:ascii="Wingdings"/>', "•"),
    ("o", '<w:rFonts w:ascii="Courier New"/>', "•"),
    ("\uf0a7", "", "•"),
    ("", "", ""),
]


@pytest.mark.parametrize(("text", "fonts", "expected"), BULLETS)
def test_bullets(text, fonts, expected):
    bullet = level(0, text, "bullet").replace("</w:lvl>", f"<w:rPr>{fonts}</w:rPr></w:lvl>")
    read = document(item("eerste"), numbering=abstract(bullet) + listed())
    assert labels(read) == [expected]
    assert read.blocks[0].kind is BlockKind.ITEM


FORMATS = [
    ("decimal", 12, "12"), ("decimalZero", 7, "07"), ("lowerLetter", 26, "z"), ("lowerLetter", 28, "bb"),
    ("upperLetter", 3, "C"), ("lowerRoman", 49, "xlix"), ("upperRoman", 1994, "MCMXCIV"), ("none", 3, ""),
    ("upperRoman", 4000, "4000"), ("lowerLetter", 0, "0"), ("lowerRoman", -2, "-2"), ("unheardOf", 5, "5"),
    ("ordinal", 1, "1st"), ("ordinal", 12, "12th"), ("ordinal", 23, "23rd"), ("hex", 26, "1A"),
    ("chicago", 2, "†"), ("chicago", 5, "**"), ("numberInDash", 3, "- 3 -"), ("decimalFullWidth", 10, "１０"),
    ("decimalEnclosedCircle", 20, "⑳"), ("decimalEnclosedCircle", 21, "21"), ("decimalEnclosedParen", 2, "⑵"),
    ("decimalEnclosedFullstop", 1, "⒈"), ("russianLower", 3, "в"), ("cardinalText", 0, "0"),
    ("cardinalText", 1000, "1000"),
]  # fmt: skip


@pytest.mark.parametrize(("number_format", "count", "expected"), FORMATS)
def test_formats(number_format, count, expected):
    assert formatted(count, number_format) == expected


def test_ordinals_follow_the_language_of_the_document():
    dutch = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    numbering = abstract(level(0, "%1 lid", "ordinal")) + listed()
    assert labels(document(item("a") + item("b"), styles=dutch, numbering=numbering)) == ["1e lid", "2e lid"]


WRITTEN = {
    "nl-NL": {
        1: "Een Eerste", 2: "Twee Tweede", 3: "Drie Derde", 8: "Acht Achtste", 12: "Twaalf Twaalfde",
        20: "Twintig Twintigste", 21: "Eenentwintig Eenentwintigste", 22: "Tweeëntwintig Tweeëntwintigste",
        100: "Honderd Honderdste", 101: "Honderdeen Honderdeerste",
        213: "Tweehonderddertien Tweehonderddertiende",
        999: "Negenhonderdnegenennegentig Negenhonderdnegenennegentigste",
    },
    "en-GB": {
        1: "One First", 5: "Five Fifth", 12: "Twelve Twelfth", 20: "Twenty Twentieth", 30: "Thirty Thirtieth",
        21: "Twenty-one Twenty-first", 100: "One hundred One hundredth",
        342: "Three hundred forty-two Three hundred forty-second",
    },
}  # fmt: skip


@pytest.mark.parametrize("language", WRITTEN)
def test_numbers_written_out(language):
    for count, expected in WRITTEN[language].items():
        words = (formatted(count, kind, language) for kind in ("cardinalText", "ordinalText"))
        assert " ".join(words) == expected
