"""Input made to be slow: the time grows with the size and no faster, and nothing is too large to be told."""

import time

import pytest
from docx_builder import docx, p, run

from contract_lint.documents import Limits, Wanted, read
from contract_lint.model import Unreadable

pytestmark = pytest.mark.usefixtures("steady")

PIECES = (
    "<a ", "<a b='", "<!--", "-->", "<", "</", "&", "&#", "<script>", "<p x=", "<![CDATA[", "<li>", "<td>",
    "</p>", "<br>", "<p>a", "=", "<a\"'", "<div>", "**a ", "[", "[a](", "![", "`", "_a ", "> ", "- ", "|a",
    "1.", "\\", "# ", "---\n", "a-\nb ", "e\u0301", "\u0301", " ", "\t", "\r", "\u00ad", "\u202e", "~~",
    "[^1]: ", "a\n\n", "(", "x", "1.1 ", "Artikel ", "<ul><li>", "<table><tr><td>", "<ol><li>1",
)  # fmt: skip
SUFFIXES = (".txt", ".md", ".html")
FEW, MANY, SLOWER = 5_000, 20_000, 10  # times as slow for four times as much: square growth takes 16


def seconds(data, name):
    """The least of three runs, of this process alone."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        read(data, name)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("piece", PIECES)
def test_the_time_grows_no_faster_than_the_text(piece, suffix):
    few, many = (f"Tekst {piece * count}".encode() for count in (FEW, MANY))
    assert seconds(many, "a" + suffix) < SLOWER * max(seconds(few, "a" + suffix), 0.02)


@pytest.mark.parametrize("piece", ["woord", "woord. ", "<w:br/>", "<w:tab/>"])
def test_a_paragraph_of_a_word_file_grows_likewise(piece):
    def made(count):
        return docx(p(f"<w:r>{piece * count}</w:r>" if piece.startswith("<") else run(piece * count)))

    few, many = made(FEW), made(MANY)
    assert seconds(many, "a.docx") < SLOWER * max(seconds(few, "a.docx"), 0.02)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_ten_megabytes_in_one_paragraph_are_read(suffix):
    assert len(read(b"woord " * 1_750_000, "a" + suffix).text) > 10_000_000


def test_ten_megabytes_in_one_paragraph_of_a_word_file_are_read():
    assert len(read(docx(p("".join(run("woord " * 50_000) for _ in range(35)))), "a.docx").text) > 10_000_000


def test_the_limits_are_those_that_are_given():
    data = docx(p("Tekst."))
    for limits, told in (
        (Limits(file=100), "too large"),
        (Limits(part=100), "would unpack to"),
        (Limits(unpacked=100), "would unpack to"),
        (Limits(ratio=1, ratio_matters=100), "would unpack to"),
    ):
        with pytest.raises(Unreadable, match=told):
            read(data, "a.docx", Wanted(limits=limits))
