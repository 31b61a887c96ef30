"""The rewrites of a contract hold together: what was rewritten is gone, at every place."""

import pytest

from contract_lint import agreement
from contract_lint.agreement import agreed
from contract_lint.model import Edit, Span
from contract_lint.pipeline import Options, lint, load
from contract_lint.reviews import Settings, plan, redraft, review

OPTIONS = Options(audience="consumer")
TWICE = (
    "Artikel 1. Opzeggen\n"
    "1.1. De klant neemt een opzegtermijn van drie maanden in acht. "
    "Bij een jaarabonnement bedraagt de opzegtermijn van de klant vier maanden.\n"
    "1.2. Opzeggen kan per e-mail.\n"
)


@pytest.fixture(scope="module")
def rules():
    return load(OPTIONS)


def linted(text, rules):
    return lint(text.encode(), OPTIONS, "terms.txt", rules)


def test_every_place_of_a_finding_is_rewritten(rules):
    report = linted(TWICE, rules)
    assert any(finding.also for finding in report.findings)
    items = agreed(report, OPTIONS, rules, Settings())
    after = review(TWICE.encode(), report.contract, items, Settings()).content
    rewritten = {item.finding.rule for item in items if item.written}
    assert rewritten & {finding.rule for finding in report.findings if finding.also}
    assert not rewritten & {finding.rule for finding in lint(after, OPTIONS, "terms.txt", rules).findings}


@pytest.mark.parametrize("name", ["sportschool", "hosting"])
@pytest.mark.parametrize("suffix", [".docx", ".txt"])
def test_what_was_rewritten_is_gone(name, suffix, rules, make):
    path = make.FOLDER / f"{name}{suffix}"
    report = lint(path, OPTIONS, rules=rules)
    items = agreed(report, OPTIONS, rules, Settings())
    done = review(path.read_bytes(), report.contract, items, Settings())
    assert done.changed == sum(item.written for item in items) > 7
    after = lint(done.content, OPTIONS, path.name, rules)
    for item in (item for item in items if item.written):
        told = [one for one in after.findings if one.rule == item.finding.rule]
        sentences = [after.contract.document.quote(one.evidence.sentence) for one in told if one.evidence]
        assert not item.added or not told, item.finding.rule
        assert item.finding.rewrite.text not in sentences, item.finding.rule


def test_a_rewrite_that_fails_is_only_told(rules, monkeypatch):
    report = linted(TWICE, rules)

    def failing(report, settings):
        """Plans that put the old words back: nothing is gained by them."""
        items = plan(report, settings)
        return tuple(
            type(item)(
                item.finding,
                tuple(Edit(one.span, report.contract.document.quote(one.span)) for one in item.edits),
            )
            for item in items
        )

    monkeypatch.setattr(agreement, "plan", failing)
    assert not any(item.edits for item in agreed(report, OPTIONS, rules, Settings()))


def test_places_of_the_new_text_answer_to_the_old(rules):
    report = linted(TWICE, rules)
    text = report.contract.document.text
    old = Span(text.index("drie"), text.index("drie") + 4)
    told = next(item for item in plan(report, Settings()) if item.edits)
    draft = redraft(report.contract, [type(told)(told.finding, (Edit(old, "een en een halve"),))])
    new = draft.document.text
    at = new.index("halve")
    assert draft.same(Span(at, at + 5)) is None
    assert draft.around(Span(at, at + 5)) == old
    end = new.index("e-mail")
    assert draft.same(Span(end, end + 6)) == Span(text.index("e-mail"), text.index("e-mail") + 6)
    assert draft.document.quote(draft.document.blocks[0].span) == "Artikel 1. Opzeggen"
