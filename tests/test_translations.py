"""Every sentence that the program can say has its Dutch twin, with the same names, and none is left over."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from inspect import cleandoc
from pathlib import Path
from time import process_time

import click
import pytest

from contract_lint.cli import COMMANDS, main
from contract_lint.translations import NAME, PLACE, Twin, catalogue, translated

PACKAGE = Path(__file__).parent.parent / "contract_lint"
TABLE = catalogue("nl").plain

# What speaks two languages by itself, is read by programs, or holds words to look for.
OTHERWISE = (
    "clauses", "translations", "reports/csv", "reports/facts", "reports/github", "reports/gitlab",
    "reports/html", "reports/json", "reports/junit", "reports/markdown", "reports/notes", "reports/sarif",
    "reports/summary", "reports/view", "reports/stale", "reports/words", "reviews/remarks",
    "reviews/text/patch", "findings/judging", "findings/weighing", "findings/dating", "findings/wording",
    "findings/ruleschema", "settings/file", "documents/pdf/seams", "documents/text_hyphens",
    "facts/values", "documents/html/furniture",
)  # fmt: skip
# What looks like a sentence and is none.
NONE = {
    "MS Word 97", "Rich Text Format", "docx:MS Word 2007 XML", "text node", "annotation reference",
    "annotation text", "NO_COLOR, FORCE_COLOR", ".contract-lint.toml, pyproject.toml",
    "# contract-lint\n\n{}", '.TH CONTRACT-LINT 1 "" "contract-lint {}"', ".nh\n.ad l",
    "git lfs pull", "git annex get", "/Through gs {} {} {} rg\n{}f",
    "== != >= <= > < has only any in", "present( absent( near( here(",
    "hours days weeks months quarters years % EUR", "PDF, Word (.docx, .docm), HTML", "kept back",
    "not found", "aangenomen: de tekst zegt het niet", "afgeleid: {} ({} keer)",
    "assumed: the text does not say", "inferred: {} ({} times)", "stood here when the baseline was made",
}  # fmt: skip


def written(node: ast.AST) -> str | None:
    """A text in the code; what is filled in is {}."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def texts(node: ast.AST) -> Iterator[str]:
    """All texts in the code but docstrings and the help of options."""
    if isinstance(node, ast.Expr) and written(node.value) is not None:
        return
    if isinstance(node, ast.keyword) and node.arg == "help":
        return
    text = written(node)
    if text is not None:
        yield text
    for child in ast.iter_child_nodes(node):
        if text is None or isinstance(child, ast.FormattedValue):
            yield from texts(child)


def is_sentence(text: str) -> bool:
    """Whether somebody is told this: some words with a space between, and nothing of an expression."""
    words = re.findall(r"[A-Za-z]{2,}", re.sub(r"\{\}|--[a-z-]+", " ", text))
    return len(words) > 1 and " " in text and not re.search(r"\\|\(\?|<\?|\n    ", text)


@cache
def sentences() -> frozenset[str]:
    found = set()
    for path in PACKAGE.rglob("*.py"):
        if path.relative_to(PACKAGE).as_posix().startswith(OTHERWISE):
            continue
        found |= {text.strip("\n") for text in texts(ast.parse(path.read_text("utf-8")))}
    return frozenset(found)


def bare(text: str) -> str:
    return PLACE.sub("{}", text)


def known() -> set[str]:
    """The sentences of the table, whole and as what they join: "{}: not read: {}"."""
    return {bare(text) for text in TABLE}


def has_twin(text: str) -> bool:
    """Whether all that is said in a text is in the table, with a path or a name before it."""
    if not is_sentence(text) or bare(text) in known() or text in NONE:
        return True
    parts = (text.partition(mark) for mark in ("\n", ": ", "; ") if mark in text)
    return any(has_twin(start) and has_twin(end) for start, _, end in parts)


@pytest.mark.parametrize("text", sorted(filter(is_sentence, sentences() - NONE)))
def test_every_sentence_has_a_twin(text):
    assert has_twin(text), "write its twin into contract_lint/translations/nl.toml"


def helps(command: click.Command) -> Iterator[str]:
    for paragraph in cleandoc(command.help or "").split("\n\n"):
        lines = paragraph.split("\n")
        yield lines[1] if paragraph.startswith("\b") else " ".join(paragraph.split())
    yield from [command.short_help] if command.short_help else []
    yield from (one.help for one in command.params if isinstance(one, click.Option) and one.help)
    if isinstance(command, click.Group) and command is not main:
        context = click.Context(command)
        for name in command.list_commands(context):
            yield from helps(command.get_command(context, name))


@cache
def all_helps() -> frozenset[str]:
    commands = [import_module(module).command for module, _ in COMMANDS.values()]
    shorts = [told for _, told in COMMANDS.values()]
    told = {text for command in (main, *commands) for text in helps(command)} | set(shorts)
    return frozenset(text for text in told if not text.startswith(("contract-lint ", "git ", "echo ")))


@pytest.mark.parametrize("text", sorted(all_helps()))
def test_all_help_has_a_twin(text):
    assert catalogue("nl").sentence(text), "write its twin into contract_lint/translations/nl.toml"


@pytest.mark.parametrize("english", sorted(TABLE))
def test_twins_have_the_same_names(english):
    places = re.findall(r"\{[a-z_!]+\}", english)
    assert set(places) == set(re.findall(r"\{[a-z_!]+\}", TABLE[english]))


@pytest.mark.parametrize("english", [text for text in TABLE if "\n" not in text])
def test_a_sentence_is_known_again_by_its_fixed_words(english):
    def filled(text: str) -> str:
        return PLACE.sub(lambda at: "7" if at[1] in ("count", "number") else f"⟨{at[1]}⟩", text)

    assert translated(filled(english), "nl") == filled(TABLE[english])
    if " " in english:
        assert translated(f"a/b.docx:3: {filled(english)}", "nl") == f"a/b.docx:3: {filled(TABLE[english])}"


def stretches(text: str) -> Iterator[str]:
    """A text, and all that it joins."""
    parts = re.split(r"(: |; |\n)", text)
    for start in range(0, len(parts), 2):
        for end in range(start + 1, len(parts) + 1, 2):
            yield "".join(parts[start:end])


def test_no_twin_is_left_over():
    source = (PACKAGE / "translations" / "nl.toml").read_text("utf-8")
    groups = (group for group in source.split("\n\n") if "'s own sentences" not in group)
    table = tomllib.loads("\n\n".join(groups)).keys() - {"and", "or"}
    said = {bare(part) for text in sentences() for part in stretches(text)} | all_helps()
    unused = [text for text in table if not {bare(text), bare(text.removeprefix(NAME))} & said]
    assert [text for text in unused if not any(Twin(text, "").values(one) for one in all_helps())] == []


@pytest.mark.parametrize(
    "text",
    [
        "go " * 40_000,
        "the document " * 40_000,
        "a: b; c, " * 20_000,
        '"x" has no field ' * 5_000,
        "\n" * 100_000,
        "x or " * 40_000 + "y",
    ],
    ids=lambda text: text[:12],
)
def test_hostile_names_cost_no_time(text):
    """What a document calls its attachments stands in messages too."""
    start = process_time()
    assert translated(f'the attachment "{text}"', "nl")
    assert process_time() - start < 3


def test_names_that_somebody_gave_stay():
    assert translated("no documents in rules, page", "nl") == "geen documenten in rules, page"
    assert translated("fact: is empty", "nl") == "fact: is leeg"
    assert translated("a: has a damaged part rules (is empty); x", "nl").startswith(
        "a: has a damaged part rules"
    )


def test_parts_of_a_message_are_told_together_where_they_make_a_sentence():
    data = "OCR needs tesseract's data for nld (Debian: tesseract-ocr-nld)"
    told = "OCR vraagt om de gegevens van tesseract voor nld (Debian: tesseract-ocr-nld)"
    scan, beeld = "a picture without text, such as a scan", "een afbeelding zonder tekst, zoals een scan"
    assert translated(f"page 3: {scan}; {data}", "nl") == f"pagina 3: {beeld}; {told}"
    styles = "the styles (headings and hidden text): the document is empty; save the document again"
    told = "de stijlen (koppen en verborgen tekst): het document is leeg; bewaar het document opnieuw"
    assert translated(styles, "nl") == told


def test_a_long_list_of_names_stays_behind_its_sentence():
    names = ", ".join(f"kind_{n}" for n in range(200))
    said = f'a/b.lark:1: fact kind "x" is not declared in facts.toml; did you mean y or z? allowed: {names}'
    told = f'a/b.lark:1: het soort feit "x" staat niet in facts.toml; is y of z bedoeld? toegestaan: {names}'
    assert translated(said, "nl") == told
