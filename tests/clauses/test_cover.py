"""Whatever the text: clauses follow each other and cover it, and sentences lie inside their clause."""

from hypothesis import given, settings
from hypothesis import strategies as st

from contract_lint.clauses import divide
from contract_lint.documents import markdown, text

LABELS = [
    "",
    "Artikel 3 ",
    "ARTIKEL 4:",
    "§ 2 ",
    "1.",
    "2. ",
    "3.1 ",
    "3.2. ",
    "a. ",
    "b) ",
    "(i) ",
    "- ",
    "• ",
    "I. ",
    "## ",
]
WORDS = [
    "De gast betaalt.",
    "Betaling",
    "roken;",
    "BETALING",
    "zie art. 5",
    "B.V.",
    "onder:",
    "The guest may",
    "",
    "12.50",
]
LINES = st.lists(
    st.tuples(st.sampled_from(LABELS), st.lists(st.sampled_from(WORDS), max_size=4)), max_size=25
)


def check(document):
    contract = divide(document)
    ends = [0, *(clause.span.end for clause in contract.clauses)]
    assert [clause.span.start for clause in contract.clauses] == ends[:-1]
    assert ends[-1] == (len(document.text) if document.blocks else 0)
    for clause in contract.clauses:
        for sentence in clause.sentences:
            words = document.quote(sentence.span)
            assert words and words == words.strip()
            assert clause.span.holds(sentence.span)
            assert sentence.lead_in is None or sentence.lead_in.end <= sentence.span.start
    articles = [clause.article for clause in contract.clauses]
    assert articles == sorted(articles)


@settings(max_examples=150, deadline=None)
@given(LINES)
def test_clauses_cover_what_looks_like_a_contract(lines):
    source = "\n".join(label + " ".join(words) for label, words in lines)
    check(text.read(source.encode(), "terms.txt"))
    check(markdown.read(source.encode(), "terms.md"))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aB1. (i)-•:;\n§#*|\"'“\u00a0\u00ad", max_size=120))
def test_clauses_cover_any_text(source):
    check(text.read(source.encode() or b" ", "terms.txt"))
    check(markdown.read(source.encode() or b" ", "terms.md"))


def test_no_text_has_no_clauses():
    assert divide(text.read(b" \n", "terms.txt")).clauses == ()


def test_a_paragraph_of_megabytes_takes_seconds():
    words = b"De gast betaalt vooraf (hierna: 'de Gast'). a. Eerst. b. Daarna; zie art. 5 lid 2.... "
    for source in (words * 20_000, b"." * 2_000_000, b"(" * 2_000_000, b"Aa " * 700_000):
        check(text.read(source, "terms.txt"))
