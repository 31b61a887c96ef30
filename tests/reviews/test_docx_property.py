"""Documents and edits that nobody thought of: rejecting gives back the file, accepting the new words."""

import os
import re

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from word_invariants import check_marks
from word_making import control, deleted, document, field, finding, inserted, link, p, r, t, table, word
from word_settling import accepted, stories

from contract_lint.model import Contract, Edit, Effect, Rewrite, Span
from contract_lint.reviews import Item, Settings
from contract_lint.reviews.docx import write

CASES = int(os.environ.get("CONTRACT_LINT_CASES", "200"))
SIGNS = (
    "<w:tab/>",
    "<w:br/>",
    "<w:noBreakHyphen/>",
    "<w:softHyphen/>",
    '<w:footnoteReference w:id="9"/>',
    t(""),
)
LOOKS = (
    "",
    "<w:b/>",
    "<w:i/>",
    '<w:b/><w:rPrChange w:id="700" w:author="X" w:date="2024-01-01T00:00:00Z"><w:rPr/></w:rPrChange>',
)

words = st.text("abc de", min_size=1, max_size=8)
inside = st.lists(st.one_of(words.map(t), words.map(t), st.sampled_from(SIGNS)), min_size=1, max_size=4)
runs = st.builds(lambda content, look: r("".join(content), look), inside, st.sampled_from(LOOKS))
several = st.lists(runs, min_size=1, max_size=3).map("".join)
pieces = st.one_of(
    runs,
    runs,
    several,
    several.map(inserted),
    several.map(
        lambda one: f'<w:moveTo w:id="901" w:author="X" w:date="2024-01-01T00:00:00Z">{one}</w:moveTo>'
    ),
    words.map(deleted),
    several.map(link),
    several.map(lambda one: link(inserted(one) + r("d"))),
    several.map(control),
    several.map(lambda one: control(inserted(one) + r("e"))),
    several.map(lambda one: f'<w:smartTag w:uri="u" w:element="e">{one}</w:smartTag>'),
    several.map(lambda one: f'<w:fldSimple w:instr="REF a">{one}</w:fldSimple>'),
    several.map(lambda one: field(" REF b ", one)),
    several.map(lambda one: f'<w:bookmarkStart w:id="3" w:name="b"/>{one}<w:bookmarkEnd w:id="3"/>'),
)
paragraphs = st.lists(pieces, min_size=1, max_size=5).map(lambda found: p(*found))
bodies = st.lists(
    st.one_of(
        paragraphs,
        paragraphs,
        paragraphs.map(table),
        paragraphs.map(control),
    ),
    min_size=1,
    max_size=3,
).map(lambda found: "".join(found) + p("Slot."))


@st.composite
def cases(draw):
    """The body of a Word file, and edits (start, end, words) apart from each other, each in one paragraph."""
    body = draw(bodies)
    edits = []
    for block in document(word(body)).blocks:
        at = block.span.start
        for _ in range(draw(st.integers(0, 3))):
            start = draw(st.integers(at, block.span.end))
            end = draw(st.integers(start, block.span.end))
            new = draw(st.text("XYZ wab", max_size=9))
            if (end > start or new.strip()) and (start, end) not in [one[:2] for one in edits]:
                edits.append((start, end, new))
                at = end
    return body, edits


def plain(text):
    """The text as a reader gives it: single spaces, no marks of hyphenation."""
    return re.sub(r"\s+", " ", text.replace("\u00ad", "")).strip()


def expected(text, edits):
    """The paragraphs of the text with the edits made."""
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return [plain(line) for line in text.split("\n") if plain(line)]


def item(start, end, new):
    edit = Edit(Span(start, end), new)
    return Item(
        finding(Span(start, max(end, start + 1)), Rewrite(Effect.WORDING, new, (edit,), True)), (edit,)
    )


BROKEN = p(r(t("oud") + "<w:softHyphen/>"), r("er")) + p("Slot.")
SPACED = p(r(t("oud") + "<w:tab/>"), r("<w:tab/><w:softHyphen/>"), r(t("er"))) + p("Slot.")


@example((BROKEN, [(0, 3, "Y"), (3, 3, "X")]), False)
@example((SPACED, [(1, 4, "")]), False)
@settings(max_examples=CASES, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases(), st.booleans())
def test_rejecting_restores_and_accepting_rewrites(case, commented):
    body, edits = case
    data = word(body)
    source = document(data)
    items = [item(*edit) for edit in edits]
    done = write(data, Contract(source, "nl", ()), items, Settings(comments=commented))
    assert [one.why for one in done.troubles if "comment" not in one.what] == []
    assert stories(done.content, accept=False) == stories(data, accept=False)
    assert [plain(one) for one in accepted(done.content) if plain(one)] == expected(source.text, edits)
    check_marks(data, done.content)
