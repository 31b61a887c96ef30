"""One clause in every corner of a Markdown file: each is found, or rightly not there."""

import pytest

from contract_lint.documents import markdown
from contract_lint.model import BlockKind

MARK = "Zwaluwstaart"
FOUND = {
    "a paragraph": MARK,
    "a heading": f"## {MARK} ##",
    "an underlined heading": f"{MARK}\n=======",
    "a heading without space in a list": f"- # {MARK}",
    "a list": f"- een\n- {MARK}",
    "a list in a list": f"1. een\n   - twee\n      * {MARK}",
    "a list with brackets": f"1) {MARK}",
    "a task": f"- [x] {MARK}",
    "a paragraph in an item": f"- een\n\n  {MARK}",
    "a table": f"| a | b |\n|---|:-:|\n| {MARK} | c |",
    "a table without bars at its sides": f"a | b\n--|--\nc | {MARK}",
    "the head of a table": f"| {MARK} |\n|---|",
    "a quote": f"> > {MARK}",
    "a note to the reader": f"> [!NOTE]\n> {MARK}",
    "code": f"```text\n{MARK}\n```",
    "code between tildes": f"~~~\n{MARK}\n~~~",
    "code that never ends": f"```\n{MARK}",
    "indented code": f"een\n\n    {MARK}",
    "emphasis in a word": "Zwaluw**staart**",
    "emphasis around it": f"***{MARK}***",
    "struck words": f"~~{MARK}~~",
    "code in a line": f"`` {MARK} ``",
    "a link": f"[{MARK}](https://x.nl 'titel')",
    "a link by name": f"[{MARK}][1]\n\n[1]: https://x.nl",
    "a picture's text": f"![{MARK}](a.png)",
    "a footnote": f"tekst[^1]\n\n[^1]: {MARK}",
    "a footnote of several lines": f"tekst[^a]\n\n[^a]: een\n    {MARK}",
    "a definition in brackets": f"[Klant]: wie bij ons {MARK} koopt",
    "a list of definitions": f"Klant\n: {MARK}",
    "an HTML block": f"<div>\n<p>{MARK}</p>\n</div>",
    "details": f"<details><summary>Meer</summary>\n\n{MARK}\n\n</details>",
    "an HTML table": f"<table><tr><td>a</td><td>{MARK}</td></tr></table>",
    "entities": "&#90;waluw&shy;staart",
    "escapes": f"\\*{MARK}\\*",
    "soft hyphens and joiners": "Zwaluw\u00adst\u200baart",
    "a hard break": f"een  \n{MARK}\\\ndrie",
    "behind a rule": f"een\n\n---\n\n{MARK}",
    "behind front matter": f"---\ntitle: x\n---\n{MARK}",
    "behind front matter in TOML": f"+++\ntitle = 'x'\n+++\n{MARK}",
    "between lines that look like front matter": f"tekst\n\n---\n{MARK}\n---",
    "front matter that never ends": f"---\n{MARK}",
    "a mathematical formula": f"$x$ {MARK}",
    "the last line without its end": f"een\r\n{MARK}",
}
ABSENT = {
    "front matter": f"---\ntitle: {MARK}\n---\ntekst",
    "front matter in TOML": f"+++\ntitle = '{MARK}'\n+++\ntekst",
    "a comment": f"tekst <!-- {MARK}\n{MARK} --> tekst",
    "the target of a link": f"[tekst](https://x.nl/{MARK} '{MARK}')",
    "the definition of a link": f'tekst\n\n[1]: https://x.nl/{MARK} "{MARK}"',
    "an attribute": f'<p title="{MARK}">tekst</p>',
    "the language of code": f"```{MARK}\ntekst\n```",
    "a script": f"<script>\n{MARK}\n</script>\ntekst",
    "a style sheet": f"<style>\n{MARK} {{}}\n</style>\ntekst",
}


def read(source):
    return markdown.read(source.encode(), "terms.md")


@pytest.mark.parametrize("name", FOUND)
def test_it_is_found_at_its_place(name):
    document, lines = read(FOUND[name]), FOUND[name].splitlines()
    assert document.text.count(MARK) == 1
    place = document.place(document.text.index(MARK))
    assert lines[place.line - 1][place.column - 1 :].startswith(("Zwaluw", "&#90;waluw"))


@pytest.mark.parametrize("name", ABSENT)
def test_it_is_rightly_not_there(name):
    document = read(ABSENT[name])
    assert MARK not in document.text and "tekst" in document.text


def test_a_footnote_is_a_note():
    kinds = [block.kind for block in read(FOUND["a footnote of several lines"]).blocks]
    assert kinds == [BlockKind.BODY, BlockKind.NOTE]
