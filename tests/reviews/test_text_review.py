"""Text and Markdown: the rewrites made in the source, with its marks, line ends and wrapping."""

import shutil
import subprocess

import pytest
from word_making import finding

from contract_lint import lint
from contract_lint.clauses import divide
from contract_lint.documents import read
from contract_lint.model import Edit, Effect, Rewrite, Severity, Span
from contract_lint.reviews import Item, Settings, plan
from contract_lint.reviews.text import write
from contract_lint.reviews.text.patch import patch


def reviewed(text, *edits, name="terms.md", encoding="utf-8"):
    """The text after these edits (old, new); what could not be written is in the second place."""
    data = text.encode(encoding)
    contract = divide(read(data, name), "nl")
    items = []
    for old, new in edits:
        at = contract.document.text.index(old)
        edit = Edit(Span(at, at + len(old)), new)
        items.append(Item(finding(edit.span, Rewrite(Effect.WORDING, new, (edit,), True)), (edit,)))
    done = write(data, contract, items, Settings())
    return done.content.decode(encoding), [one.why for one in done.troubles]


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        ("Een termijn van drie maanden.", "drie maanden", "een maand", "Een termijn van een maand."),
        ("Een **lange** termijn.", "lange", "korte", "Een **korte** termijn."),
        ("Een **lange** termijn.", "lange termijn", "week", "Een **week**."),
        ("Een lange **termijn**.", "lange termijn", "week", "Een **week**."),
        ("Zie [de lange termijn](x.md).", "lange termijn", "week", "Zie [de week](x.md)."),
        ("Zie [de lange](x.md) termijn.", "lange termijn", "week", "Zie [de week](x.md)."),
        ("Een lange\ntermijn geldt.", "lange termijn", "week", "Een week geldt."),
        ("> Een lange\n> termijn geldt.", "lange termijn", "week", "> Een week geldt."),
        ("- Een lange\n  termijn geldt.", "lange termijn", "week", "- Een week geldt."),
        ("Een  lange   termijn.", "lange termijn", "week", "Een  week."),
        ("Een e\u0301e\u0301n jaar.", "één jaar", "week", "Een week."),
        ("Tom &amp; Co &mdash; lang.", "Tom & Co — lang", "kort", "kort."),
        ("Een lange termijn.\r\nNog een.\r\n", "lange", "korte", "Een korte termijn.\r\nNog een.\r\n"),
        ("| a | lange |\n|---|---|\n| b | c |\n", "lange", "korte", "| a | korte |\n|---|---|\n| b | c |\n"),
    ],
)
def test_words_are_replaced_in_the_source(before, old, new, after):
    assert reviewed(before, (old, new)) == (after, [])


def test_a_sentence_is_added_behind_the_marks_that_close():
    text = "U betaalt **een boete.**"
    data = text.encode()
    contract = divide(read(data, "terms.md"), "nl")
    end = len(contract.document.text.rstrip())
    edit = Edit(Span(end, end), " Maar nooit meer dan tien euro.")
    done = write(data, contract, [Item(finding(Span(0, 1)), (edit,))], Settings())
    assert done.content.decode() == "U betaalt **een boete.** Maar nooit meer dan tien euro."


def test_marks_that_would_break_are_told():
    text, troubles = reviewed("Een **lange** **termijn**.", ("lange termijn", "week"))
    assert text == "Een **lange** **termijn**."
    assert troubles == ["marks of Markdown stand among the words"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_file_keeps_its_encoding(encoding):
    text = "De termijn is één maand, niet € 5.\nEn dan is er nog een gewone regel tekst."
    assert reviewed(text, ("één maand", "een week"), name="t.txt", encoding=encoding)[0] == text.replace(
        "één maand", "een week"
    )


def adding(text, count=1, name="terms.txt"):
    data = text.encode()
    rewrite = Rewrite(Effect.RIGHTS, "Een nieuwe bepaling.")
    item = Item(finding(None, rewrite, family="no-hardship-exit", severity=Severity.NOTE), added=rewrite.text)
    return write(data, divide(read(data, name), "nl"), [item] * count, Settings()).content.decode()


def test_missing_clauses_are_numbered_on_below_each_other():
    first = "Artikel 1. Opzeggen\n1.1. De klant zegt op.\n1.2. Dat kan per brief.\n"
    lines = adding(f"{first}\nArtikel 2. Slot\n2.1. Einde.\n", 2).splitlines()
    assert lines[3:5] == ["1.3. Een nieuwe bepaling.", "1.4. Een nieuwe bepaling."]
    lines = adding(
        "Artikel 1. Opzeggen\n1.1. De klant zegt op.\n\nArtikel 2. Slot\n2.1. Einde.\n"
    ).splitlines()
    assert lines[2] == "1.2. Een nieuwe bepaling."


def test_a_missing_clause_stands_apart_as_its_neighbours_do():
    text = "## Opzeggen\n\n1.1. De klant zegt op.\n\n1.2. Dat kan per brief.\n\n## Slot\n\nEinde.\n"
    assert "1.2. Dat kan per brief.\n\n1.3. Een nieuwe bepaling.\n\n## Slot" in adding(text, name="terms.md")


def test_a_rewritten_contract_lints_clean_of_what_was_rewritten(make):
    for path in sorted(make.FOLDER.glob("*.txt")):
        report = lint(path, audience="consumer")
        done = write(path.read_bytes(), report.contract, plan(report, Settings()), Settings())
        assert done.changed > 5
        again = lint(done.content, name=path.name, audience="consumer")
        assert len(again.findings) <= len(report.findings) - done.changed


def test_the_diff_is_taken_by_git(tmp_path):
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    before, after = b"een\ntwee\ndrie", b"een\n2\ndrie en"
    (tmp_path / "terms.txt").write_bytes(before)
    told = patch(before, after, "terms.txt")
    subprocess.run(["git", "apply", "-"], input=told.encode(), cwd=tmp_path, check=True)
    assert (tmp_path / "terms.txt").read_bytes() == after
    assert patch(before, before, "terms.txt") == ""


REMARK = "<!-- contract-lint: accept some-rule: as agreed -->"


def test_a_remark_beside_the_words_stays():
    before = f"Een {REMARK} lange termijn. {REMARK}\n{REMARK}\nNog een lange weg."
    after = before.replace("lange termijn", "week")
    assert reviewed(before, ("lange termijn", "week")) == (after, [])


@pytest.mark.parametrize("between", [f" {REMARK} ", f"\n{REMARK}\n"])
def test_a_remark_among_the_words_is_not_overwritten(between):
    before = f"Een lange{between}termijn."
    assert reviewed(before, ("lange termijn", "week")) == (
        before,
        ["a remark to contract-lint stands among the words"],
    )
