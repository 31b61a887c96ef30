"""One Word file for each thing that Word files hold: changed where it must be, and nowhere else."""

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree

import pytest
from word_invariants import check_marks
from word_making import (
    box,
    control,
    deleted,
    document,
    field,
    finding,
    inserted,
    item,
    link,
    numbered,
    p,
    r,
    reviewed,
    t,
    table,
    word,
)
from word_settling import REVIEWER, W, accepted, stories

from contract_lint.clauses import divide
from contract_lint.model import Contract, Effect, Evidence, Rewrite, Severity, Span
from contract_lint.reviews import Item, Settings, Unreviewable
from contract_lint.reviews.docx import write

TERM, WORDS = "De opzegtermijn bedraagt ", "De opzegtermijn bedraagt drie maanden."
HIDDEN = r("geheim ", "<w:vanish/>")
ANOTHER = 'w:author="X" w:date="2024-01-01T00:00:00Z"'
WAS_PLAIN = f'<w:b/><w:rPrChange w:id="7" {ANOTHER}><w:rPr/></w:rPrChange>'
BODIES = {
    "one run": p(WORDS),
    "many runs": p(r("De opzeg", "<w:b/>"), "termijn bedraagt dr", r("ie maa", "<w:i/>"), "nden."),
    "tab and break": p(
        r(f"{t('De')}<w:tab/>{t('opzegtermijn bedraagt')}<w:br/>{t('drie')}<w:tab/>{t('maanden.')}")
    ),
    "hyphens": p(
        r(f"{t('De op')}<w:softHyphen/>{t('zegtermijn bedraagt drie maan')}<w:softHyphen/>{t('den.')}")
    ),
    "insertion of somebody": p("De opzegtermijn ", inserted(r("bedraagt drie maanden")), "."),
    "deletion of somebody": p(TERM, deleted("vier"), "drie maanden."),
    "link": p("De opzegtermijn ", link(r("bedraagt drie", "<w:u/>")), " maanden."),
    "link alone": p(TERM, link(r("drie maanden")), "."),
    "content control": p(TERM, control(r("drie maanden")), "."),
    "control around": control(p(WORDS)),
    "simple field": p(TERM, f'<w:fldSimple w:instr="REF a">{r("drie")}</w:fldSimple>', " maanden."),
    "field": p(TERM, field(" REF a ", r("drie")), " maanden."),
    "field and more": p(TERM, field(" REF a ", r("drie maan")), "den."),
    "smart tag": p(TERM, f'<w:smartTag w:uri="u" w:element="e">{r("drie")}</w:smartTag>', " maanden."),
    "hidden": p(f"{TERM}drie ", HIDDEN, "maanden."),
    "footnote mark": p(r(f'{t(f"{TERM}drie")}<w:footnoteReference w:id="2"/>{t(" maanden.")}')),
    "table": table(p(WORDS)),
    "text box": p("Zie: ", box(p(WORDS))),
    "comment of somebody": p(
        '<w:commentRangeStart w:id="0"/>', r(f"{TERM}dr"), '<w:commentRangeEnd w:id="0"/>',
        '<w:r><w:commentReference w:id="0"/></w:r>', r("ie maanden."),
    ),
    "changed formatting": p(r(WORDS, WAS_PLAIN)),
    "moved here": p(
        "De opzegtermijn ", f'<w:moveTo w:id="7" {ANOTHER}>{r("bedraagt drie maanden")}</w:moveTo>', "."
    ),
    "spaces that cannot break": p(f"{TERM}drie\u00a0maanden."),
}  # fmt: skip
COMMENTS = {"comments.xml": ("comments", f'<w:comment w:id="0" w:author="X">{p("Oud.")}</w:comment>')}
LINES = "".join(
    f'<w:footnote w:type="{kind}" w:id="{at}">{p(f"<w:r><w:{kind}/></w:r>")}</w:footnote>'
    for at, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
NOTE = f'<w:footnote w:id="2">{p("Opzeggen duurt drie maanden.")}</w:footnote>'
FOOTNOTES = {"footnotes.xml": ("footnotes", LINES + NOTE)}
PARTS = {"comment of somebody": COMMENTS, "footnote mark": FOOTNOTES}
EDITS = [
    ("drie maanden", "een maand"),
    ("bedraagt drie maanden", "is kort"),
    (WORDS, "U kunt dagelijks opzeggen."),
]


def flat(texts):
    return [re.sub(r"\s+", " ", text.replace("\u00ad", "")) for text in texts if text]


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("drie maanden", "een maand"),
        ("bedraagt drie maanden", "is kort"),
        ("De opzegtermijn bedraagt drie maanden.", "U kunt dagelijks opzeggen."),
    ],
)
def test_words_are_replaced_and_come_back(name, old, new):
    data = word(BODIES[name] + p("Slot."), PARTS.get(name))
    after = reviewed(data, (old, new))
    assert stories(after, accept=False) == stories(data, accept=False)
    before = flat(one.text for one in stories(data, accept=True)["word/document.xml"])
    assert [line.replace("geheim ", "") for line in flat(accepted(after))] == [
        line.replace("geheim ", "").replace(old, new) for line in before
    ]
    check_marks(data, after)


def xml_of(data, part="word/document.xml"):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(part).decode()


def ours(data, kind):
    """The words of our marks of one kind."""
    root = ElementTree.fromstring(xml_of(data))
    marks = [one for one in root.iter(W + kind) if one.get(W + "author") == REVIEWER]
    return [
        "".join(text.text or "" for text in one.iter() if text.tag in (W + "t", W + "delText"))
        for one in marks
    ]


def test_only_the_words_that_differ_are_marked():
    data = word(p("De klant kan met een termijn van drie maanden schriftelijk opzeggen."))
    after = reviewed(
        data,
        (
            "De klant kan met een termijn van drie maanden schriftelijk opzeggen.",
            "De klant kan met een termijn van een maand opzeggen.",
        ),
    )
    assert ours(after, "del") == ["drie maanden schriftelijk"] or ours(after, "del") == [
        "drie maanden",
        "schriftelijk ",
    ]
    assert "opzeggen" not in "".join(ours(after, "ins"))


def test_new_words_look_like_most_of_the_old_ones():
    data = word(p(r("De ", "<w:b/>"), r("opzegtermijn bedraagt drie maanden.", "<w:i/>")))
    after = reviewed(data, ("De opzegtermijn bedraagt drie maanden.", "U kunt opzeggen."))
    assert re.search(r"<w:ins [^>]*><w:r><w:rPr><w:i/></w:rPr><w:t [^>]*>U kunt", xml_of(after))


def test_new_words_do_not_stand_in_a_link_that_is_only_part_of_the_old_ones():
    data = word(BODIES["link"])
    after = reviewed(data, ("bedraagt drie maanden", "is zeer kort en redelijk"))
    assert "redelijk" not in re.search("<w:hyperlink.*</w:hyperlink>", xml_of(after))[0]


def test_a_field_goes_as_a_whole_with_its_code():
    after = reviewed(word(BODIES["field"]), ("drie maanden", "een maand"))
    assert "delInstrText" in xml_of(after)
    assert "<w:instrText" not in xml_of(after)
    part = reviewed(word(BODIES["field and more"]), ("drie", "vier"))
    assert "delInstrText" not in xml_of(part)


def test_a_note_mark_in_deleted_words_stays():
    after = reviewed(word(BODIES["footnote mark"]), ("drie maanden", "een maand"))
    assert not re.search(
        "<w:del .*footnoteReference.*</w:del>", re.sub("</w:del>.*?<w:del", "", xml_of(after))
    )
    assert xml_of(after).count("footnoteReference") == 1


@pytest.mark.parametrize(
    "properties",
    [
        '<w:lock w:val="sdtContentLocked"/>',
        '<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/>',
        "<w:dropDownList/>",
    ],
)
def test_a_closed_control_is_not_changed_but_told(properties):
    data = word(p("De opzegtermijn bedraagt ", control(r("drie maanden"), properties), "."))
    source = document(data)
    items = [item(source, "drie maanden", "een maand")]
    done = write(data, Contract(source, "nl", ()), items, Settings(language="nl"))
    assert (done.changed, done.remarked) == (0, 1)
    assert accepted(done.content) == ["De opzegtermijn bedraagt drie maanden."]
    assert "Liever: een maand" in xml_of(done.content, "word/comments.xml")
    silent = write(data, Contract(source, "nl", ()), items, Settings(comments=False))
    assert [(one.what, one.why) for one in silent.troubles] == [
        ("its fair words", "the words stand in a content control that may not be edited")
    ]


def test_a_formula_among_the_words_is_not_changed():
    data = word(p("De rente is ", "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", " procent."))
    source = document(data)
    done = write(
        data,
        Contract(source, "nl", ()),
        [item(source, "is x procent", "is wettelijk")],
        Settings(comments=False),
    )
    assert [one.why for one in done.troubles] == ["a formula stands among the words"]


def test_the_box_for_older_programs_says_the_same():
    after = xml_of(reviewed(word(BODIES["text box"]), ("drie maanden", "een maand")))
    choice, fallback = re.findall("<w:txbxContent>(.*?)</w:txbxContent>", after)
    assert re.sub(' w:id="[^"]*"', "", choice) == re.sub(' w:id="[^"]*"', "", fallback)
    assert "een maand" in fallback


def test_a_box_that_older_programs_see_otherwise_stays():
    body = p("Zie: ", box(p("De opzegtermijn bedraagt drie maanden."), p("Een oudere tekst.")))
    after = xml_of(reviewed(word(body), ("drie maanden", "een maand")))
    assert "Een oudere tekst." in after and after.count("een maand") == 1


HEADER = {"header1.xml": ("hdr", p("Opzeggen duurt drie maanden."))}


@pytest.mark.parametrize(
    ("body", "others", "said", "at"),
    [
        (
            p(r('<w:t>Zie de noot</w:t><w:footnoteReference w:id="2"/>'), "."),
            FOOTNOTES,
            "In this note",
            "Zie de noot",
        ),
        (p("Eerste alinea."), HEADER, "In the header or footer", "Eerste alinea."),
        (p("Voor. ", box(p("Opzeggen duurt drie maanden."))), None, "In the text box", None),
    ],
    ids=["note", "header", "box"],
)
def test_a_comment_stands_where_word_shows_it(body, others, said, at):
    data = word(body + p("Slot."), others)
    after = reviewed(data, ("drie maanden", "een maand"))
    assert stories(after, accept=False) == stories(data, accept=False)
    texts = [one.text for told in stories(after, accept=True).values() for one in told]
    assert "Opzeggen duurt een maand." in texts
    assert f"{said}: “drie maanden”" in xml_of(after, "word/comments.xml")
    assert at is None or commented(after) == {"0": at}
    check_marks(data, after)


def commented(data):
    """The words that each comment is about."""
    held, told = set(), {}
    for one in ElementTree.fromstring(xml_of(data)).iter():
        if one.tag == W + "commentRangeStart":
            held.add(one.get(W + "id"))
            told[one.get(W + "id")] = ""
        elif one.tag == W + "commentRangeEnd":
            held.discard(one.get(W + "id"))
        elif one.tag in (W + "t", W + "delText"):
            for number in held:
                told[number] += one.text or ""
    return told


def test_a_comment_holds_the_exact_words_in_insertions_of_others_too():
    data = word(p("De termijn is ", inserted(r("niet meer dan drie maanden lang")), "."))
    source = document(data)
    at = source.text.index("drie")
    done = write(data, Contract(source, "nl", ()), [Item(finding(Span(at, at + 12)))], Settings())
    assert commented(done.content) == {"0": "drie maanden"}
    assert stories(done.content, accept=False) == stories(data, accept=False)
    check_marks(data, done.content)


def test_every_place_of_a_finding_has_its_comment():
    data = word(p("Dit mag niet. Dat mag niet."))
    source = document(data)
    places = [Evidence(Span(at, at + 8), Span(at - 4, at + 9)) for at in (4, 18)]
    told = finding(None, evidence=places[0], also=(places[1],))
    done = write(data, Contract(source, "nl", ()), [Item(told)], Settings(language="nl"))
    assert list(commented(done.content).values()) == ["mag niet", "mag niet"]
    assert "Hetzelfde als bij “mag niet”." in xml_of(done.content, "word/comments.xml")


def test_comments_join_those_that_are_there():
    data = word(BODIES["comment of somebody"], COMMENTS)
    comments = ElementTree.fromstring(
        xml_of(reviewed(data, ("drie maanden", "een maand")), "word/comments.xml")
    )
    assert [(one.get(W + "id"), one.get(W + "author")) for one in comments] == [("0", "X"), ("1", REVIEWER)]


def test_an_acceptance_in_a_comment_stays_as_it_is():
    """The rewrite of another rule's finding is written around it; its own finding is not told any more."""
    told = p("contract-lint: accept some-rule: as agreed")
    others = {"comments.xml": ("comments", f'<w:comment w:id="0" w:author="Jan">{told}</w:comment>')}
    data = word(BODIES["comment of somebody"], others)
    source = document(data)
    assert [(one.words.strip(), one.author) for one in source.remarks] == [
        ("accept some-rule: as agreed", "Jan")
    ]
    after = reviewed(data, ("drie maanden", "een maand"))
    first = ElementTree.fromstring(xml_of(after, "word/comments.xml"))[0]
    before = ElementTree.fromstring(xml_of(data, "word/comments.xml"))[0]
    assert ElementTree.canonicalize(ElementTree.tostring(first)) == ElementTree.canonicalize(
        ElementTree.tostring(before)
    )
    assert commented(after)["0"] == commented(data)["0"]
    again = document(after)
    assert [one.words for one in again.remarks] == [one.words for one in source.remarks]


def test_comments_wear_the_styles_of_the_document():
    after = reviewed(word(BODIES["one run"]), ("drie", "vier"))
    assert '<w:rStyle w:val="Verwijzing"/>' in xml_of(after)
    assert '<w:pStyle w:val="Opmerking"/>' in xml_of(after, "word/comments.xml")


def test_the_review_is_signed_and_dated_and_always_the_same():
    data = word(BODIES["one run"])
    first, again = (
        reviewed(data, ("drie", "vier"), author="Jo de Wit", epoch=1_700_000_000) for _ in range(2)
    )
    assert first == again
    comments = xml_of(first, "word/comments.xml")
    assert 'w:author="Jo de Wit" w:date="2023-11-14T22:13:20Z" w:initials="JDW"' in comments
    assert 'w:date="2000-01-01T00:00:00Z"' in xml_of(reviewed(data, ("drie", "vier")))
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2023, 11, 14, 22, 13, 20)}


def test_other_parts_stay_as_they_are():
    data = word(BODIES["one run"])
    after = reviewed(data, ("drie", "vier"))
    for name in ("word/styles.xml", "word/numbering.xml", "_rels/.rels"):
        assert xml_of(after, name) == xml_of(data, name)


def test_nothing_found_is_nothing_written():
    data = word(BODIES["one run"])
    assert write(data, Contract(document(data), "nl", ()), [], Settings()).content == data


def adding(data, text="Een nieuwe bepaling.", family="no-hardship-exit", count=1):
    contract = divide(document(data), "nl")
    rewrite = Rewrite(Effect.RIGHTS, text)
    items = [
        Item(finding(None, rewrite, family=family, severity=Severity.NOTE), added=text) for _ in range(count)
    ]
    return write(data, contract, items, Settings())


ARTICLES = (
    p("Duur en opzegging", look=f'<w:pStyle w:val="Kop1"/>{numbered(0)}')
    + p("De overeenkomst duurt een jaar.", look=numbered(1))
    + p(r("Opzeggen kan per brief.", "<w:i/>"), look=numbered(1))
)
LAST = p("Slot", look=f'<w:pStyle w:val="Kop1"/>{numbered(0)}') + p(
    "Nederlands recht geldt.", look=numbered(1)
)


def test_a_missing_clause_follows_its_subject_in_the_same_look():
    data = word(ARTICLES + LAST)
    done = adding(data)
    told = stories(done.content, accept=True)["word/document.xml"]
    assert [one.text for one in told][3:5] == ["Een nieuwe bepaling.", "Slot"]
    assert told[3].look == told[2].look == stories(data, accept=True)["word/document.xml"][2].look
    assert "".join(
        atom.what for atom in told[3].atoms if "<w:i" in atom.look or "}i" in atom.look or "i>" in atom.look
    )
    assert stories(done.content, accept=False) == stories(data, accept=False)
    check_marks(data, done.content)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    "after",
    [
        LAST,
        "",
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
        + p("Einde."),
    ],
    ids=["paragraph", "end", "table"],
)
@pytest.mark.parametrize(
    "items", ["", p("per brief;", look=numbered(2)) + p("per fax.", look=numbered(2))], ids=["plain", "list"]
)
def test_added_clauses_are_taken_away_whole(items, after, count):
    data = word(ARTICLES + items + after)
    done = adding(data, count=count)
    assert not done.troubles
    assert stories(done.content, accept=False) == stories(data, accept=False)
    assert accepted(done.content).count("Een nieuwe bepaling.") == count
    check_marks(data, done.content)


def test_a_section_break_stays_at_the_end_of_its_section():
    data = word(
        ARTICLES.replace(f"<w:pPr>{numbered(1)}</w:pPr>", f"<w:pPr>{numbered(1)}<w:sectPr/></w:pPr>") + LAST
    )
    done = adding(data)
    assert stories(done.content, accept=False) == stories(data, accept=False)
    told = stories(done.content, accept=True)["word/document.xml"]
    assert ["sectPr" in one.look for one in told[2:4]] == [False, True]


def test_typed_numbers_are_typed_on():
    body = (
        p("Artikel 1. Opzegging", look='<w:pStyle w:val="Kop1"/>')
        + p("1.1. De klant zegt op.")
        + p("1.2. Per brief.")
    )
    done = adding(word(body), count=2)
    assert accepted(done.content)[3:] == ["1.3. Een nieuwe bepaling.", "1.4. Een nieuwe bepaling."]
    assert "Een nieuwe bepaling." in commented(done.content)["0"]


def test_without_changes_a_missing_clause_is_told_where_it_should_stand():
    data = word(ARTICLES + LAST)
    told = finding(None, Rewrite(Effect.RIGHTS, "Een nieuwe bepaling."), family="no-hardship-exit")
    done = write(data, divide(document(data), "nl"), [Item(told)], Settings(changes=False, language="nl"))
    assert commented(done.content) == {"0": "Opzeggen kan per brief."}
    assert "Toe te voegen: Een nieuwe bepaling." in xml_of(done.content, "word/comments.xml")


def test_a_damaged_part_is_told_in_a_sentence():
    data = word(p("De termijn is drie maanden."), {"comments.xml": ("comments", "<w:comment")})
    with pytest.raises(Unreviewable, match="damaged part word/comments"):
        reviewed(data, ("drie", "vier"))


def test_threads_and_numbers_of_newer_versions_are_kept_up():
    spaces = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    parts = {
        **COMMENTS,
        "commentsExtended.xml": (
            "commentsExtended",
            f'<w15:commentEx {spaces} w15:paraId="00000001" w15:done="0"/>',
        ),
    }
    after = reviewed(word(BODIES["comment of somebody"], parts), ("drie maanden", "een maand"))
    numbers = re.findall('paraId="([^"]*)"', xml_of(after, "word/commentsExtended.xml"))
    assert len(numbers) == len(set(numbers)) == 2
    assert f'paraId="{numbers[1]}"' in xml_of(after, "word/comments.xml")
