"""Every style of numbering: the text of a contract, and the clauses it must fall into."""

import pytest

from contract_lint.clauses import divide
from contract_lint.documents import read


def divided(text):
    """Each clause as (number, heading, sentences), a sentence being its words and those of its lead-in."""
    return divided_as(text, "terms.txt")


def divided_as(text, name):
    """The same, of a text in the format that a file's name tells."""
    contract = divide(read(text.encode(), name))
    document = contract.document
    return [
        (
            clause.number,
            clause.heading,
            [
                (document.quote(sentence.span), sentence.lead_in and document.quote(sentence.lead_in))
                for sentence in clause.sentences
            ],
        )
        for clause in contract.clauses
    ]


def plain(*sentences):
    return [(sentence, None) for sentence in sentences]


PAID = "De gast betaalt vooraf aan de balie."
OPEN = "Het zwembad is open van mei tot en met september."
STYLES = {
    "articles without numbers inside": (
        f"Artikel 1 - Betaling\n{PAID}\n\nArtikel 2 - Zwembad\n{OPEN} {PAID}",
        [("1", "Betaling", plain(PAID)), ("2", "Zwembad", plain(OPEN, PAID))],
    ),
    "articles in capitals with a colon": (
        f"ARTIKEL 1: BETALING\n{PAID}\nARTIKEL 2: ZWEMBAD\n{OPEN}",
        [("1", "BETALING", plain(PAID)), ("2", "ZWEMBAD", plain(OPEN))],
    ),
    "decimals below articles": (
        f"Artikel 1. Betaling\n1.1. {PAID}\n1.2. {OPEN}\nArtikel 2. Zwembad\n2.1 {OPEN}",
        [
            ("1.1", "Betaling", plain(PAID)),
            ("1.2", "Betaling", plain(OPEN)),
            ("2.1", "Zwembad", plain(OPEN)),
        ],
    ),
    "integers below articles": (
        f"Artikel 5 Betaling\n1. {PAID}\n2. {OPEN}",
        [("5.1", "Betaling", plain(PAID)), ("5.2", "Betaling", plain(OPEN))],
    ),
    "letters that are sentences below an article": (
        f"ARTIKEL 3: REGELS\na. {PAID}\nb. {OPEN}",
        [("3.a", "REGELS", plain(PAID)), ("3.b", "REGELS", plain(OPEN))],
    ),
    "letters in one line": (
        f"ARTIKEL 3: REGELS\na. {PAID} b. {OPEN} c. {PAID}",
        [("3.a", "REGELS", plain(PAID)), ("3.b", "REGELS", plain(OPEN)), ("3.c", "REGELS", plain(PAID))],
    ),
    "a label on a line of its own": (
        f"1.\n\nBetaling\n\n{PAID}\n\n2.\n\nZwembad\n\n{OPEN}",
        [("1", "Betaling", plain(PAID)), ("2", "Zwembad", plain(OPEN))],
    ),
    "titled decimals": (
        f"1 Verblijf\n1.9 Betaling\n{PAID}\n1.10 Zwembad\n{OPEN}",
        [("1.9", "Betaling", plain(PAID)), ("1.10", "Zwembad", plain(OPEN))],
    ),
    "the introduction of an article with numbers": (
        f"Artikel 4 Verblijf\n{OPEN}\n4.1 {PAID}",
        [("4", "Verblijf", plain(OPEN)), ("4.1", "Verblijf", plain(PAID))],
    ),
    "a title run into its sentence": (
        f"1. Betaling. {PAID}\n2. Openingstijden. {OPEN}",
        [("1", "Betaling", plain(PAID)), ("2", "Openingstijden", plain(OPEN))],
    ),
    "brackets": (
        f"1) {PAID}\n2) {OPEN}",
        [("1", "", plain(PAID)), ("2", "", plain(OPEN))],
    ),
    "section signs in running text": (
        f"{PAID} § 1 Rooms 1.1 {OPEN} § 2 Pool 2.1 {PAID} 2.2 {OPEN}",
        [
            ("", "", plain(PAID)),
            ("1.1", "Rooms", plain(OPEN)),
            ("2.1", "Pool", plain(PAID)),
            ("2.2", "Pool", plain(OPEN)),
        ],
    ),
    "Roman numbers above integers": (
        f"I. Your Stay\n1. {PAID}\n2. {OPEN}\nII. The Pool\n{OPEN}",
        [
            ("I.1", "Your Stay", plain(PAID)),
            ("I.2", "Your Stay", plain(OPEN)),
            ("II", "The Pool", plain(OPEN)),
        ],
    ),
    "English articles": (
        f"Article 1 Rooms\n{OPEN}\nSection 2 Pool\n{PAID}",
        [("1", "Rooms", plain(OPEN)), ("2", "Pool", plain(PAID))],
    ),
    "headings without numbers": (
        f"HUISREGELS\n\nBetaling\n\n{PAID}\n\nZwembad\n\n{OPEN}",
        [("", "Betaling", plain(PAID)), ("", "Zwembad", plain(OPEN))],
    ),
    "neither numbers nor headings": (
        f"{PAID}\n\n{OPEN}",
        [("", "", plain(PAID)), ("", "", plain(OPEN))],
    ),
    "text before the first article": (
        f"{OPEN}\n\nArtikel 1 Betaling\n{PAID}",
        [("", "", plain(OPEN)), ("1", "Betaling", plain(PAID))],
    ),
    "a reference is no article": (
        f"Artikel 1 Betaling\n{PAID}\nArtikel 7 lid 2 is niet van toepassing op kinderen.",
        [("1", "Betaling", plain(PAID, "Artikel 7 lid 2 is niet van toepassing op kinderen."))],
    ),
    "an amount is no number": (
        f"Artikel 1 Betaling\n1.1 {PAID}\n12.50 euro is de prijs van een handdoek.",
        [("1.1", "Betaling", plain(PAID, "12.50 euro is de prijs van een handdoek."))],
    ),
    "a lettered number": (
        f"7. Betaling\n{PAID}\n7a. Zwembad\n{OPEN}",
        [("7", "Betaling", plain(PAID)), ("7a", "Zwembad", plain(OPEN))],
    ),
    "numbers that begin again below every heading": (
        f"Betaling\n\n1. {PAID}\n2. {OPEN}\n\nZwembad\n\n1. {OPEN}",
        [("1", "Betaling", plain(PAID)), ("2", "Betaling", plain(OPEN)), ("1", "Zwembad", plain(OPEN))],
    ),
}


@pytest.mark.parametrize(("text", "clauses"), STYLES.values(), ids=STYLES)
def test_a_contract_falls_into_its_clauses(text, clauses):
    assert divided(text) == clauses


LEAD = "De gast mag niet:"
LISTS = {
    "letters": (f"{LEAD}\na. roken;\nb. zingen.", [(LEAD, None), ("roken;", LEAD), ("zingen.", LEAD)]),
    "dashes": (f"{LEAD}\n- roken;\n- zingen.", [(LEAD, None), ("roken;", LEAD), ("zingen.", LEAD)]),
    "bullets": (f"{LEAD}\n• roken;\n• zingen.", [(LEAD, None), ("roken;", LEAD), ("zingen.", LEAD)]),
    "Roman numbers": (
        f"{LEAD}\n(i) roken;\n(ii) zingen.",
        [(LEAD, None), ("roken;", LEAD), ("zingen.", LEAD)],
    ),
    "integers": (f"{LEAD}\n1. roken;\n2. zingen.", [(LEAD, None), ("roken;", LEAD), ("zingen.", LEAD)]),
    "a lead-in without colon": (
        "De gast mag\n- roken;\n- zingen.",
        [*plain("De gast mag"), ("roken;", "De gast mag"), ("zingen.", "De gast mag")],
    ),
    "a sentence after the list": (
        f"{LEAD}\n- roken;\n- zingen.\nDit geldt ook in het zwembad.",
        [*plain(LEAD), ("roken;", LEAD), ("zingen.", LEAD), *plain("Dit geldt ook in het zwembad.")],
    ),
    "whole sentences after a whole sentence": (
        "Er gelden regels.\n- De gast betaalt vooraf.\n- De gast zingt niet.",
        plain("Er gelden regels.", "De gast betaalt vooraf.", "De gast zingt niet."),
    ),
    "fragments after a whole sentence": (
        "Dit is verboden.\n- roken\n- zingen",
        [*plain("Dit is verboden."), ("roken", "Dit is verboden."), ("zingen", "Dit is verboden.")],
    ),
    "a nested list below the first point": (
        f"{LEAD}\na. roken:\n- binnen;\n- buiten;\nb. zingen.",
        [
            *plain(LEAD),
            ("roken:", LEAD),
            ("binnen;", f"{LEAD}\na. roken:"),
            ("buiten;", f"{LEAD}\na. roken:"),
            ("zingen.", LEAD),
        ],
    ),
    "a nested list below a later point": (
        f"{LEAD}\na. zingen;\nb. roken:\n- binnen;",
        [*plain(LEAD), ("zingen;", LEAD), ("roken:", LEAD), ("binnen;", "roken:")],
    ),
    "bullets below a bullet": (
        "De prijs is vast.\n- Dit geldt in het bijzonder voor:\n- de kamer;\n- het ontbijt;",
        [
            *plain("De prijs is vast."),
            ("Dit geldt in het bijzonder voor:", None),
            ("de kamer;", "Dit geldt in het bijzonder voor:"),
            ("het ontbijt;", "Dit geldt in het bijzonder voor:"),
        ],
    ),
    "a second sentence in a point": (
        f"{LEAD}\n- roken. Wie rookt, betaalt de schoonmaak.\n- zingen.",
        [*plain(LEAD), ("roken.", LEAD), *plain("Wie rookt, betaalt de schoonmaak."), ("zingen.", LEAD)],
    ),
}


@pytest.mark.parametrize(("text", "sentences"), LISTS.values(), ids=LISTS)
def test_an_item_has_the_text_that_introduces_it(text, sentences):
    assert divided(f"Artikel 1 Regels\n1.1 {text}") == [("1.1", "Regels", sentences)]


def test_the_next_number_after_a_list_goes_on_with_the_clauses():
    text = f"Artikel 2 Regels\n1. {LEAD}\n1. roken;\n2. zingen.\n2. {PAID}\n3. {OPEN}"
    assert [number for number, _, _ in divided(text)] == ["2.1", "2.2", "2.3"]


def test_after_h_comes_the_letter_i():
    text = "Artikel 4 Regels\n" + "\n".join(f"{letter}. {PAID}" for letter in "abcdefghij")
    assert [number for number, _, _ in divided(text)] == [f"4.{letter}" for letter in "abcdefghij"]


def test_a_table_of_contents_is_no_text():
    titles = "Artikel 1 Betaling\nArtikel 2 Zwembad\nArtikel 3 Slot\n"
    body = f"Artikel 1 Betaling\n{PAID}\nArtikel 2 Zwembad\n{OPEN}\nArtikel 3 Slot\n{PAID}"
    assert divided(titles + "\n" + body) == divided(body)


def test_headings_have_a_path_and_articles_an_ordinal():
    text = (
        f"# Regels\n\n## Artikel 1 Geld\n\n### Vooraf\n\n{PAID}\n\n"
        f"## Artikel 2 Water\n\n2.1 {OPEN}\n\n2.2 {PAID}"
    )
    clauses = divide(read(text.encode(), "terms.md")).clauses
    assert [(clause.path, clause.article) for clause in clauses] == [
        (("Regels", "Geld", "Vooraf"), 1),
        (("Regels", "Water"), 2),
        (("Regels", "Water"), 2),
    ]


def test_a_table_with_numbers_is_divided_by_them():
    text = f"| Nr | Tekst |\n|---|---|\n| 1. Betaling | {PAID} {OPEN} |\n| 2. Zwembad | {OPEN} {PAID} |"
    clauses = divide(read(text.encode(), "terms.md")).clauses
    assert [(clause.number, clause.heading, len(clause.sentences)) for clause in clauses[-2:]] == [
        ("1", "Betaling", 2),
        ("2", "Zwembad", 2),
    ]


def test_a_cell_is_introduced_by_the_name_before_it():
    head = "| Onderdeel | Afspraak |\n|---|---|\n"
    rows = f"{head}| Opzegtermijn | 2 maanden |\n| Honden | Mogen mee. Aan de lijn. |"
    sentences = divided_as(rows, "terms.md")[0][2]
    assert sentences[2:] == [
        ("Opzegtermijn", None),
        ("2 maanden", "Opzegtermijn"),
        ("Honden", None),
        ("Mogen mee.", "Honden"),
        ("Aan de lijn.", None),
    ]


def test_cells_of_a_table_of_three_columns_introduce_nothing():
    rows = (
        "| Boot | Dag | Week |\n|---|---|---|\n| Kano | 20 euro | 90 euro |\n| Sloep | 40 euro | 150 euro |"
    )
    assert {lead_in for _, lead_in in divided_as(rows, "terms.md")[0][2]} == {None}
