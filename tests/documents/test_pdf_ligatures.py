"""Fonts that draw two letters as one shape and do not say which: the words around tell, a note says so."""

import pytest
from pdf_making import blocks, filled, with_meanings

from contract_lint.documents.pdf import read

WORDS = (
    "De garantie vervalt bij reparaties door anderen. De klant krijgt informatie over de actie en "
    "heeft recht op restitutie binnen tien dagen, behalve wanneer hij zelf een wettelijke "
    "verplichting schendt. De winkel stuurt een offerte, en wie die schriftelijk aanvaardt, betaalt "
    "de termijnen op tijd. Bij beëindiging geeft de winkel de borg terug; partijen blijven verplicht "
    "om geheim te houden wat vertrouwelijk is. Deze definities gelden ook voor de financiële "
    "bijlage."
)
SHOWN = {"ti": "#", "ft": "$", "ff": "~", "tt": "^", "fi": "@"}  # which letter of the font shows which


def torn(words, value, *ligatures):
    """The words as such a font has them, with a Unicode value of no use for the ligatures."""
    for letters in ligatures:
        words = words.replace(letters, SHOWN[letters])
    data = with_meanings(filled(words), {SHOWN[letters]: value for letters in ligatures})
    return read(data, "terms.pdf")


@pytest.mark.parametrize("value", [b"0000", b"FFFD", b"E001", b"F0A7", b"0001"])
def test_one_ligature_is_read_whatever_stands_for_it(value):
    found = torn(WORDS, value, "ti")
    assert blocks(found) == [WORDS]
    assert found.unread == ()
    [note] = found.notes
    assert note.endswith(f'were read by the words around: "ti" ({WORDS.count("ti")} times)')


def test_a_ligature_given_as_a_space_is_mended_inside_words_and_named():
    found = torn(WORDS, b"0020", "ti")
    assert "De garantie vervalt bij reparaties door anderen." in found.text
    assert "binnen en dagen" in found.text  # where a word begins with it, nothing is left of it
    [unread] = found.unread
    assert (unread.page, "--ocr" in unread.reason) == (1, True)


@pytest.mark.parametrize("value", [b"0000", b"FFFD"])
def test_shapes_with_the_same_value_are_told_apart_by_their_width(value):
    found = torn(WORDS, value, "ti", "ft", "ff", "tt", "fi")
    assert blocks(found) == [WORDS]


def test_a_word_over_a_line_end_is_mended_before_it_is_joined():
    data = with_meanings(
        ["De klant stuurt een o~erte en een specificatie van de uren. De win-", "kel antwoordt."],
        {"~": b"0000"},
    )
    assert "een offerte en een specificatie van de uren. De winkel antwoordt." in read(data, "terms.pdf").text


def test_what_no_word_explains_is_named():
    data = with_meanings(["De firma Jan#Qe heet nu Piet."], {"#": b"0000"})
    found = read(data, "terms.pdf")
    assert found.text == "De firma Jan\ufffdQe heet nu Piet.\n"
    [unread] = found.unread
    assert (unread.page, unread.reason) == (
        1,
        'letters without a Unicode value in 1 of its words, such as "Jan?Qe"',
    )


@pytest.mark.parametrize("value", [b"0000", b"E00A", b"F0B7"])
def test_a_shape_before_the_words_is_a_bullet(value):
    lines = ["De winkel levert:", "# fietsen voor volwassenen;", "#Fietsen voor kinderen."]
    found = read(with_meanings(lines, {"#": value}), "terms.pdf")
    assert blocks(found) == [lines[0], "• fietsen voor volwassenen;", "• Fietsen voor kinderen."]
    assert (found.notes, found.unread) == ((), ())
