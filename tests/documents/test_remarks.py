"""Remarks to this program: no part of the text, wherever they stand, and about the clause beside them."""

import re
import time

import pytest
from docx_builder import docx, p, run, story
from hypothesis import example, given
from hypothesis import strategies as st

from contract_lint.documents import read
from contract_lint.documents.limits import REMARKS
from contract_lint.model import Document, Place

MARKDOWN = """# Terms of the club

1. Leaving

1.1 A member who leaves early pays
an exit fee of 100 euros.
  * at once, and
  * in **one** sum.  
Who stays pays nothing.

> 1.2 Notice is given | by letter
> to the club.

| Fee | Sum |
| --- | --- |
| Exit | EUR 100 |
"""
TEXT = """1. Leaving

1.1 A member who leaves early pays an exit fee of 100 euros, and that is what we
have agreed upon with all of our members since the club was founded in the year
1999, so that nobody is sur-
prised.

1.2 Notice is given by letter.
a) to the club;
b) to its board.
"""
HTML = """<html><body><main>
<h1>Terms &amp; rules</h1>
<p>1.1 A member who leaves early pays
an <b>exit</b> fee of 100 euros.</p>
<ol><li>at once<li>in one sum</ol>
<pre>Who stays
pays nothing.</pre>
</main></body></html>
"""
SOURCES = {"terms.md": MARKDOWN, "terms.txt": TEXT, "terms.html": HTML}
COMMENT = "<!-- contract-lint: accept exit-fee: as agreed -->"
LONG = "<!--Contract-Lint : accept exit-fee:\n   as agreed\r\n with all > of them -->"
BRACKETS = "[contract-lint: accept exit-fee: as agreed [see 4]]"


def document(source: str, name: str) -> Document:
    return read(source.encode(), name)


def words(remarked: Document) -> list[str]:
    """What the remarks are about: the words behind the first character, to the end of the line."""
    return [remarked.text[one.about.start :].split("\n")[0] if one.about else "" for one in remarked.remarks]


def sources_of(told: Document, source: str) -> list[str]:
    """What the source holds where the characters of a document are said to stand."""
    lines = re.split("\r\n|\r|\n", source)
    found = []
    for at, segment in enumerate(told.segments):
        end = told.segments[at + 1].start if at + 1 < len(told.segments) else len(told.text)
        for offset in range(segment.start, end if segment.real else segment.start):
            if told.text[offset] == "\n":
                continue
            place = told.place(offset)
            found.append(lines[place.line - 1][place.column - 1 : place.column])
    return found


def assert_left_alone(name: str, source: str, remarked: str) -> None:
    """Reading the remarked source gives the document of the other one, its places in the remarked one."""
    plain, told = document(source, name), document(remarked, name)
    assert (told.text, told.blocks, told.unread) == (plain.text, plain.blocks, plain.unread)
    assert sources_of(told, remarked) == sources_of(plain, source)
    assert len(told.remarks) == 1
    assert told.remarks[0].words.split()[:2] == ["accept", "exit-fee:"]


def places(name: str) -> st.SearchStrategy[int]:
    """Where somebody may write: anywhere in a text, outside the tags of a page."""
    source = SOURCES[name]
    inside = {at for tag in re.finditer(r"<[^>]*>|&\w+;", source) for at in range(tag.start() + 1, tag.end())}
    return st.sampled_from([at for at in range(len(source) + 1) if name != "terms.html" or at not in inside])


@pytest.mark.parametrize("name", SOURCES)
@given(data=st.data())
def test_a_remark_anywhere_changes_nothing(name, data):
    at, source = data.draw(places(name)), SOURCES[name]
    marks = [COMMENT, LONG, BRACKETS] if name == "terms.txt" else [COMMENT, LONG]
    mark = data.draw(st.sampled_from(marks))
    assert_left_alone(name, source, source[:at] + mark + source[at:])


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@given(data=st.data())
def test_a_remark_on_a_line_of_its_own_changes_nothing(name, end, data):
    source = SOURCES[name].replace("\n", end)
    starts = [0, *(found.end() for found in re.finditer(end, source))]
    at = data.draw(st.sampled_from(starts))
    before = data.draw(st.sampled_from(["", "  ", "> "] if name != "terms.html" else ["", "\t"]))
    assert_left_alone(name, source, f"{source[:at]}{before}{COMMENT} {end}{source[at:]}")


@given(st.text(alphabet="<!->[]contract-lint: accept\n é\r", max_size=60))
@example("<!-- contract-lint: accept exit-fee: x")
@example("<!--> <!-- contract-lint: accept a: b -->")
@example("[contract-lint: accept a: [b] [contract-lint: accept c: d]]")
def test_what_looks_like_a_remark_is_no_accident(text):
    for name in SOURCES:
        told = document(f"Voorwaarden {text}\nEinde.", name)
        assert told.text.strip()
        assert [segment.start for segment in told.segments] == sorted({one.start for one in told.segments})


@pytest.mark.parametrize(
    ("line", "about"),
    [
        (f"1.1 One.\n1.2 Two. {COMMENT}\n1.3 Three.", "."),
        (f"1.1 One.\n{COMMENT}\n1.2 Two.\n1.3 Three.", "1.2 Two."),
        (f"1.1 One.\n{COMMENT}\n\n{COMMENT}\n\n1.2 Two.", "1.2 Two."),
        (f"1.1 One.\n{COMMENT} 1.2 Two.", "1.2 Two."),
        (f"1.1 One.\n1.2 T{COMMENT}wo.", "Two."),
        (f"1.1 One.\n1.2 Two.\n{COMMENT}", ""),
    ],
)
@pytest.mark.parametrize("name", ["terms.md", "terms.txt"])
def test_it_is_about_what_stands_before_it_or_on_a_line_of_its_own_about_what_follows(name, line, about):
    assert set(words(document(line, name))) == {about}


@pytest.mark.parametrize("name", SOURCES)
def test_there_may_be_nothing_else(name):
    told = document(f"{COMMENT}\n", name)
    assert (told.text, [one.words.strip() for one in told.remarks]) == ("", ["accept exit-fee: as agreed"])


def test_in_a_page_too():
    page = f"<p>1.1 One.</p> {COMMENT}\n{COMMENT}\n<p>1.2 Two.</p>"
    assert words(document(page, "terms.html")) == [".", "1.2 Two."]


def test_it_tells_where_it_is_written():
    told = document(f"1.1 One.\n  {COMMENT}\n1.2 Two. {COMMENT}\n", "terms.md")
    assert [one.place for one in told.remarks] == [Place(line=2, column=3), Place(line=3, column=10)]


def test_comments_for_others_are_left_alone():
    source = f"1.1 One. <!-- a note <b> --> Two.\n<!-- see {COMMENT}\n1.2 Three."
    told = document(source, "terms.md")
    assert told.remarks == ()
    assert "contract-lint" not in told.text
    assert document("1.1 <!-- made by contract-lint -->One.", "a.md").remarks == ()


def test_in_plain_text_alone_it_may_stand_in_brackets():
    source = f"1.1 One. {BRACKETS}\n[contract-linters do this: well]\n1.2 [Two].\n"
    told = document(source, "terms.txt")
    assert (told.text.split("\n")[0], len(told.remarks)) == ("1.1 One.", 1)
    assert "[contract-linters do this: well]" in told.text
    assert document(source, "terms.md").remarks == ()


@pytest.mark.parametrize(
    ("name", "mark", "closing"),
    [
        ("terms.md", COMMENT[:-3], "-->"),
        ("terms.txt", COMMENT[:-3], "-->"),
        ("terms.txt", BRACKETS[:-1], "]"),
        ("terms.txt", f"{BRACKETS[:-1]}\n\nmore]", "]"),
    ],
)
def test_one_without_an_end_takes_no_more_than_its_line_and_is_told(name, mark, closing):
    told = document(f"1.1 One.\n{mark}\n1.2 Two.\n", name)
    assert told.remarks == ()
    assert "accept" not in told.text
    assert told.text.rstrip().endswith("1.2 Two.")
    assert [(one.what, closing in one.reason) for one in told.unread] == [("a remark at line 2", True)]


def test_a_page_that_never_ends_its_comment_is_not_wholly_read():
    told = document(f"<p>One.</p>\n{COMMENT}\n{COMMENT}<p>Two.</p>\n<!-- to be continued", "terms.html")
    assert [one.what for one in told.unread] == ["all after line 4"]


@pytest.mark.parametrize("mark", [COMMENT, COMMENT[:-3], BRACKETS, BRACKETS[:-1], "[contract-lint:", "[[[["])
@pytest.mark.parametrize("name", ["terms.md", "terms.txt", "terms.html"])
@pytest.mark.parametrize("end", ["", "\n"])
def test_very_many_take_no_more_time_than_text(mark, name, end):
    started = time.process_time()
    told = document("1.1 One.\n" + (mark + end) * 10_000 + "\n1.2 Two.", name)
    assert len(told.remarks) <= REMARKS
    assert time.process_time() - started < 10
    if mark == COMMENT:
        assert [one.what for one in told.unread] == ["remarks"]


# Word


def comment(number: int, *paragraphs: str, author: str = "Jan") -> str:
    return f'<w:comment w:id="{number}" w:author="{author}">{"".join(map(p, paragraphs))}</w:comment>'


def mark(kind: str, number: int = 0) -> str:
    inside = f'<w:{kind} w:id="{number}"/>'
    return f"<w:r>{inside}</w:r>" if kind == "commentReference" else inside


def around(content: str, number: int = 0) -> str:
    start, end = mark("commentRangeStart", number), mark("commentRangeEnd", number)
    return start + content + end + mark("commentReference", number)


ACCEPT = "contract-lint: accept exit-fee: as agreed"


def in_word(body: str, comments: str = comment(0, ACCEPT)) -> Document:
    return read(docx(body, others={"comments.xml": ("comments", story("comments", comments))}), "terms.docx")


def quoted(told: Document) -> list[str]:
    return [told.quote(one.about) for one in told.remarks]


@pytest.mark.parametrize(
    ("body", "about"),
    [
        (p(run("1.1 ") + around(run("One") + run(" two")) + run(".")), "One two"),
        (p("1.1 One.") + p(around(run("1.2 Two."))), "1.2 Two."),
        (
            mark("commentRangeStart") + p("One.") + p("Two.") + mark("commentRangeEnd") + p("Three."),
            "One.\nTwo.",
        ),
        (p("One.") + p(run("Two.") + mark("commentReference")), "."),
        (p("One.") + p(mark("commentReference") + run("Two.")), "T"),
        (p("One.") + p(around("") + run("Two.")), "T"),
        (p("One.") + p(mark("commentReference")), ""),
        (p("One."), ""),
    ],
)
def test_a_word_comment_is_about_the_words_it_is_set_on(body, about):
    assert quoted(in_word(body)) == [about]


def test_a_word_comment_is_signed_and_changes_nothing():
    body = p(run("1.1 ") + around(run("One"), 3) + run(" two."))
    told = in_word(body, comment(3, "Contract-lint: accept", "exit-fee: as agreed", author="A. Jansen"))
    (remark,) = told.remarks
    assert (remark.words.split(), remark.author) == (["accept", "exit-fee:", "as", "agreed"], "A. Jansen")
    assert remark.place == Place(paragraph=1)
    plain = read(docx(body), "terms.docx")
    assert (told.text, told.segments) == (plain.text, plain.segments)


def test_comments_of_somebody_else_are_no_remarks():
    assert in_word(p(around(run("One."))), comment(0, "I would not accept this.")).remarks == ()


def test_damaged_comments_are_noted_and_the_text_is_read():
    others = {"comments.xml": ("comments", "<w:comments")}
    told = read(docx(p("One."), others=others), "terms.docx")
    assert (told.text.strip(), told.unread) == ("One.", ())
    assert "comments" in told.notes[0]


def test_very_many_word_comments_take_no_more_time_than_text():
    count = 5_000
    body = p("".join(around(run("x"), number) for number in range(count)))
    started = time.process_time()
    told = in_word(body, "".join(comment(number, ACCEPT) for number in range(count)))
    assert (len(told.remarks), len(told.unread)) == (REMARKS, 1)
    assert time.process_time() - started < 10
