"""The page as a file: whole, safe, self-contained, and true to the contract."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from lxml import html
from msgspec.structs import replace

from contract_lint import lint
from contract_lint.findings import load_rules
from contract_lint.model import Basis
from contract_lint.reports import View, render
from contract_lint.reports.html import families
from contract_lint.reports.html.words import WORDS

EXAMPLES = Path(__file__).parents[2] / "examples"
HOSTILE = '1.1 </p><script>alert(1)</script><img src=x onerror=alert(2)> {{ 7 * 7 }} "x" & \x00\u202e&lt;'


def page(*reports, **settings):
    return html.document_fromstring(render("html", reports, View(**settings)))


def words(element) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module", params=["sportschool.docx", "hosting.pdf", "sportschool.txt", "eerlijk.md"])
def example(request):
    return lint(EXAMPLES / request.param)


def test_the_whole_text_of_the_contract_is_there_in_its_order(example):
    told = page(example)
    for extra in told.cssselect(".remark, .ref, .turn, .unseen"):
        extra.drop_tree()
    shown = "".join(passage.text_content() for passage in told.cssselect(".passage"))
    assert "".join(shown.split()) == "".join(example.contract.document.text.split())


def test_every_finding_stands_beside_its_clause(example):
    told = page(example)
    assert len(told.cssselect(".remark")) == len(example.findings)
    placed = [finding for finding in example.findings if finding.evidence]
    beside = told.cssselect(".group .remark")
    assert [words(one.cssselect(".title")[0]) for one in beside] == [one.title for one in placed]
    for remark, finding in zip(beside, placed, strict=True):
        group = remark.getparent().getparent()
        quote = example.contract.document.quote(finding.evidence.span)
        own = [one for one in group.cssselect("mark") if remark.get("id") in one.get("data-notes").split()]
        assert " ".join(quote.split()).startswith(words(own[0]))


def test_links_lead_somewhere_and_names_are_used_once(dutch, english, unreadable, next_draft):
    for reports in ((dutch,), (dutch, english, unreadable), (next_draft,)):
        told = page(*reports)
        names = told.xpath("//@id")
        assert len(names) == len(set(names))
        assert {link[1:] for link in told.xpath("//a/@href") if link.startswith("#")} <= set(names)


def test_nothing_comes_from_elsewhere_and_no_script_but_its_own(dutch):
    text = render("html", (dutch,))
    told = html.document_fromstring(text)
    assert told.xpath("//@src | //link | //iframe | //object | //embed | //img") == []
    assert [link for link in told.xpath("//@href") if not link.startswith("#")] == ["https://example.org/1"]
    assert "url(" not in text and "@import" not in text
    script = re.search(r"<script>(.*)</script>", text, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = told.xpath("//meta[@http-equiv]/@content")[0]
    assert f"script-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy


def test_a_contract_cannot_put_anything_into_the_page():
    report = lint(f"Terms\n{HOSTILE} You may cancel only by registered letter.".encode(), name="<b>x.md")
    unsafe = replace(report.findings[0], basis=(Basis("law", "javascript:alert(3)"),), message=HOSTILE)
    report = replace(report, findings=(unsafe, *report.findings[1:]))
    told = page(report)
    assert len(told.xpath("//script")) == 1
    assert told.xpath("//img | //b") == []
    assert [link for link in told.xpath("//a/@href") if "javascript" in link] == []
    assert "<script>alert(1)</script>" in words(told.body)
    assert "{{ 7 * 7 }}" in words(told.body)


def test_the_page_says_what_was_assumed_what_was_not_read_and_what_was_kept_back(dutch, unreadable):
    told = page(dutch)
    about = words(told.cssselect(".about")[0])
    assert 'consument inferred: "het lid" (2 times)' in about
    assert "online opgegeven" in about
    assert "nagekeken op 2026-01-01" in about
    assert "p.4, a scanned page: there is no text in it" in words(told.cssselect(".unread")[0])
    assert [words(one) for one in told.cssselect(".muted li")][1] == "boete kernbeding"
    assert "this is no Word file" in words(page(unreadable).cssselect(".unread")[0])


def test_what_was_not_read_is_never_called_clean(dutch, english, unreadable):
    assert words(page(unreadable).cssselect(".verdict")[0]) == "No verdict: not everything was read."
    told = page(replace(english, findings=()), unreadable)
    assert "No verdict" in words(told.cssselect(".verdict")[0])
    assert "No verdict" in told.cssselect("title")[0].text
    assert words(told.cssselect(".drafts")[0]) == "1 of 2 not wholly read"
    assert words(page(dutch, english).cssselect(".drafts")[0]) == "1 of 2 not wholly read"


def test_nothing_found_is_never_called_fair(english):
    told = page(replace(english, findings=()))
    assert words(told.cssselect(".verdict")[0]) == "No findings."
    assert "No finding does not mean that a contract is fair." in words(told.cssselect(".found")[0])


@pytest.mark.parametrize("language", WORDS)
def test_the_page_is_in_one_language(language, dutch, english):
    told = page(dutch, english, language=language)
    assert told.get("lang") == language
    other = told.cssselect(f"[lang={'en' if language == 'nl' else 'nl'}]")
    assert len(other) == 1


def test_both_languages_have_words_for_everything():
    assert WORDS["en"].keys() == WORDS["nl"].keys()


def test_every_family_of_rules_has_a_name():
    assert {rule.family for rule in load_rules()} <= families.names().keys()
    assert all(set(named) == {"nl", "en"} for named in families.names().values())
    assert families.named("own-family", "en") == "Own family"


def test_a_comparison_tells_what_is_new_kept_and_gone(next_draft):
    told = page(next_draft)
    assert [one.get("data-standing") for one in told.cssselect(".remark")] == ["added", "kept", "removed"]
    assert words(told.cssselect(".drafts")[0]) == "1 nieuw, 1 als eerst, 1 niet meer aanwezig"
    assert words(told.cssselect(".path")[-1]) == "vergeleken met map/voorwaarden.pdf"


def test_what_is_accepted_stands_in_its_place_and_counts_for_nothing(spared):
    told = page(spared)
    first = told.cssselect(".group .remark")[0]
    assert first.get("data-standing") == "accepted"
    assert "Aanvaard sold with a <free> exit (J. Jansen, – 2027-01-31)" in words(first)
    assert words(told.cssselect(".verdict")[0]) == "1 waarschuwing, 1 kanttekening"
    assert words(told.cssselect(".drafts")[0]) == "1 aanvaard"
    nothing_else = replace(spared, findings=(), unread=())
    assert words(page(nothing_else).cssselect(".verdict")[0]) == "Niets dan wat is aanvaard."


def test_the_same_input_gives_the_same_bytes(dutch):
    assert render("html", (dutch,)) == render("html", (replace(dutch),))
