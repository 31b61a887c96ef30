"""The sentence, its underlined words, and the redline, in the width there is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_lint.model import Document, Edit, Evidence, Place, Segment, Span
from contract_lint.reports.frame import LINES, Marked, frame, shorten
from contract_lint.reports.lines import Mark, line_of, paint, width, wrap
from contract_lint.reports.printable import clean
from contract_lint.reports.redline import redline

PADDING = "Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt. "


def paper(text: str) -> Document:
    return Document("a.txt", "text", text, (), (Segment(0, Place(line=1, column=1)),))


def framed(marked: str, columns: int = 80, label: str = "1") -> list[str]:
    """Frame a text whose evidence stands between [[ and ]]."""
    before, words, after = marked.replace("[[", "]]").split("]]")
    text = before + words + after
    evidence = Evidence(Span(len(before), len(before + words)), Span(0, len(text)))
    lines = frame(paper(text), evidence, label, Mark.ERROR, columns)
    return [paint(line, color=False) for line in lines]


def underlined(lines: list[str]) -> str:
    """The characters above the carets."""
    found = []
    for above, below in pairwise(lines):
        if "^" in below:
            found.append(
                "".join(c for c, mark in zip(above, below.ljust(len(above)), strict=True) if mark == "^")
            )
    return " ".join(found)


def test_carets_stand_under_the_words():
    assert framed("You pay [[all of it]] now.") == ["1 | You pay all of it now.", "  |         ^^^^^^^^^"]


def test_words_over_two_lines_are_underlined_on_both():
    lines = framed("One two three [[four five six seven]] eight.", columns=26)
    assert underlined(lines) == "four five six seven"
    assert lines[0] == "1 | One two three four"


@pytest.mark.parametrize(
    ("lead_in", "shown"),
    [("You may cancel only:", "5 | You may cancel only:"), (PADDING * 3 + "only:", "5 | … ")],
)
def test_a_list_item_stands_below_what_introduces_it(lead_in, shown):
    text = f"{lead_in} by letter;"
    item = Span(len(lead_in) + 1, len(text))
    evidence = Evidence(Span(item.start, item.end - 1), item)
    found = frame(paper(text), evidence, "5", Mark.ERROR, 60, Span(0, len(lead_in)))
    lines = [paint(line, color=False) for line in found]
    assert lines[0].startswith(shown)
    assert lines[-3].endswith("only:")
    assert lines[-2:] == ["  | by letter;", "  | ^^^^^^^^^"]


def test_a_long_sentence_keeps_the_words_and_what_stands_around():
    lines = framed(PADDING * 5 + "Then [[the fee is due]] at once. " + PADDING * 5)
    assert underlined(lines) == "the fee is due"
    assert len([line for line in lines if "^" not in line]) <= LINES
    assert lines[0].startswith("1 | … ")
    assert lines[-1].endswith(" …")
    assert all(len(line) <= 80 for line in lines)


def test_long_evidence_loses_its_middle():
    lines = framed("[[" + PADDING * 10 + "]]")
    assert " … " in " ".join(lines)
    assert lines[0].startswith("1 | Lorem ipsum")
    assert len([line for line in lines if "^" not in line]) <= LINES + 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u00adb\u200bc", "abc"),
        ("a \n\t b", "a b"),
        ("a\x00b\x9bc", "a\\x00b\\x9bc"),
        ("één €", "één €"),
    ],
)
def test_what_a_terminal_gets_to_see(text, told):
    assert clean(text) == told


def test_wide_and_joined_characters_keep_the_carets_in_place():
    assert framed("契約 [[e\u0301e\u0301n]]") == ["1 | 契約 e\u0301e\u0301n", "  |      ^^^"]


@given(st.text(max_size=300), st.integers(5, 100))
def test_wrapping_loses_no_word(text, columns):
    told = " ".join(paint(line, color=False) for line in wrap(line_of(text), columns))
    assert told == clean(text).strip()


@given(st.lists(st.sampled_from(["een", "kleine", "voorwaarde", "van"]), min_size=1, max_size=80), st.data())
def test_shortening_keeps_every_marked_word(words, data):
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, min(len(words), first + 4) - 1))
    before = "".join(word + " " for word in words[:first])
    marked = " ".join(words[first : last + 1])
    after = "".join(" " + word for word in words[last + 1 :])
    sentence = Marked(before + marked + after, ((len(before), len(before + marked)),))
    told = shorten(sentence, 100)
    assert [told.text[start:end] for start, end in told.marks] == [marked]
    assert width(told.text) <= 100


def redlined(text: str, *changes: tuple[str, str]) -> list[str]:
    edits = []
    for old, new in changes:
        start = text.index(old)
        edits.append(Edit(Span(start, start + len(old)), new))
    return [paint(line, color=False) for line in redline(paper(text), edits, color=False)]


@pytest.mark.parametrize(
    ("text", "changes", "told"),
    [
        (
            "The customer may cancel by registered letter only.",
            [("by registered letter only", "by e-mail")],
            ["The customer may cancel [-by registered letter only-] {+by e-mail+}."],
        ),
        (
            "One two three four five six ten seven eight nine ten eleven.",
            [("six ten", "six")],
            ["… two three four five six [-ten-] seven eight nine ten …"],
        ),
        (
            "Cancel in writing.",
            [("in writing", "in writing or by e-mail")],
            ["Cancel in writing {+or by e-mail+}."],
        ),
        ("It renews for a year.", [(" for a year", "")], ["It renews [-for a year-]."]),
    ],
)
def test_a_redline_shows_the_words_that_change(text, changes, told):
    assert redlined(text, *changes) == told


def test_edits_close_together_share_a_line_and_others_do_not():
    text = "You pay fifty euro and three months. " + PADDING + "You also pay interest."
    close = redlined(text, ("fifty euro", "nothing"), ("three months", "one month"))
    assert close == ["You pay [-fifty euro-] {+nothing+} and [-three months-] {+one month+}."]
    apart = redlined(text, ("fifty euro", "nothing"), ("interest", "no interest"))
    assert len(apart) == 2


def test_an_edit_does_not_show_the_paragraph_before():
    assert redlined("1. First\n2. You pay.", ("pay", "owe")) == ["You [-pay-] {+owe+}."]


def test_colour_takes_the_place_of_the_signs():
    text = "You pay now."
    line = redline(paper(text), [Edit(Span(8, 11), "later")], color=True)[0]
    assert paint(line, color=True) == "You pay \x1b[9;31mnow\x1b[0m \x1b[32mlater\x1b[0m."
