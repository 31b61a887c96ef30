"""Contracts for the benchmarks: ordinary clauses, and among them as many unfair ones as in real terms.

    python benchmarks/contracts.py FOLDER [--long WORDS] [--many COUNT]

Writes into FOLDER, always the same for the same numbers: `short.docx` of 10 pages, `long-en` and `long-nl` in
every format, and a folder `many` of Dutch and English contracts in turn, of the lengths that real terms have,
as DOCX, PDF, Markdown and text in turn; those that are Markdown or text are in the folder `prose` as well.
The sentences stand in contracts.toml.
"""

from __future__ import annotations

import argparse
import shutil
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count, cycle
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

PROSE = (".md", ".txt")
FORMATS = (".docx", ".pdf", *PROSE)
SHORT = 5_000  # words on 10 pages
LONG = 25_000  # words on 48 pages
MANY = 200
_USUAL, _SPREAD, _LEAST, _MOST = 1_800, 0.8, 400, 12_000  # words of real terms: a lognormal, cut off
_PARAGRAPHS = 12  # in an article of examples
_TRIES = 20  # to make a sentence that the contract does not have yet


class Paragraph(NamedTuple):
    """A paragraph of a contract: the title (level 1), a heading (2) or a clause (0), which may be unfair."""

    text: str
    level: int = 0
    planted: bool = False


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def sentences(language: str) -> list[str]:
    """Every sentence that contracts in this language are made of, fair and unfair, its slots filled."""
    filled = _Filler(language, Random(0)).filled
    topics = [topic[language] for topic in _words()["topics"]]
    return [filled(text) for topic in topics for text in (*topic["ordinary"], *topic["unfair"])]


class _Filler:
    """Fills the slots of sentences, no two of them alike as long as that can be had."""

    def __init__(self, language: str, random: Random) -> None:
        self._slots, self._random, self._made = _words()[language]["slots"], random, set[str]()

    def filled(self, text: str) -> str:
        for _ in range(_TRIES):
            chosen = {slot: self._random.choice(values) for slot, values in self._slots.items()}
            chosen["Thing"] = chosen["thing"].capitalize()
            made = text.format(**chosen).format(**chosen)  # a value may have a slot of its own
            if made not in self._made:
                break
        self._made.add(made)
        return made


def contract_of(words: int, language: str, seed: int) -> list[Paragraph]:
    """A contract of at least so many words: all that is ordinary, and an unfair clause in most articles."""
    random, told, made = Random(f"{language} {seed}"), _words()[language], 0
    filled = _Filler(language, random).filled
    paragraphs = [Paragraph(filled(told["title"]), 1)]
    for article, topic in enumerate(_topics(language, random), 1):
        paragraphs.append(Paragraph(f"{told['article']} {article}. {topic['heading']}", 2))
        unfair = random.sample(topic["unfair"], min(1, len(topic["unfair"])))
        clauses = [*topic["ordinary"], *unfair]
        for number, text in enumerate(random.sample(clauses, len(clauses)), 1):
            paragraphs.append(Paragraph(f"{article}.{number} {filled(text)}", planted=text in unfair))
            made += len(paragraphs[-1].text.split())
        if made >= words:
            break
    return paragraphs


def _topics(language: str, random: Random) -> Iterator[dict[str, Any]]:
    """What articles are about: definitions, then every topic, over and over in another order."""
    yield _words()[language]["definitions"]
    while True:
        yield from (topic[language] for topic in random.sample(_words()["topics"], len(_words()["topics"])))


def write_text(paragraphs: list[Paragraph], path: Path) -> None:
    """One paragraph a line, with an empty line between; in Markdown with the signs of headings."""
    marks = ("", "# ", "## ") if path.suffix == ".md" else ("", "", "")
    path.write_text("\n".join(f"{marks[one.level]}{one.text}\n" for one in paragraphs), "utf-8")


def planted_lines(paragraphs: list[Paragraph]) -> tuple[set[int], set[int]]:
    """The numbers of the lines of unfair and of ordinary clauses, as `write_text` writes them."""
    lines = {
        planted: {2 * at + 1 for at, one in enumerate(paragraphs) if not one.level and one.planted is planted}
        for planted in (True, False)
    }
    return lines[True], lines[False]


def write_docx(paragraphs: list[Paragraph], path: Path) -> None:
    """The contract as Word would keep it."""
    from docx import Document

    document = Document()
    for one in paragraphs:
        document.add_paragraph(one.text, style=f"Heading {one.level}" if one.level else None)
    document.save(str(path))


def write_pdf(paragraphs: list[Paragraph], path: Path) -> None:
    """The contract as pages with a text layer."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph as Flowable
    from reportlab.platypus import SimpleDocTemplate

    styles = getSampleStyleSheet()
    styles["BodyText"].spaceBefore = 2
    names = ("BodyText", "Heading1", "Heading2")
    told = [Flowable(one.text, styles[names[one.level]]) for one in paragraphs]
    SimpleDocTemplate(str(path), topMargin=54, bottomMargin=54, leftMargin=54, rightMargin=54).build(told)


WRITERS: dict[str, Callable[[list[Paragraph], Path], None]] = {
    ".docx": write_docx,
    ".pdf": write_pdf,
    ".md": write_text,
    ".txt": write_text,
}


def many(number: int) -> Iterator[tuple[str, list[Paragraph]]]:
    """So many contracts with the names of their files."""
    random = Random(number)
    for at in range(number):
        words = round(min(max(random.lognormvariate(0, _SPREAD) * _USUAL, _LEAST), _MOST))
        language = ("nl", "en")[at // len(FORMATS) % 2]
        yield f"{at:03}-{language}{FORMATS[at % len(FORMATS)]}", contract_of(words, language, at)


def write(folder: Path, long: int, number: int) -> None:
    """All files."""
    write_docx(contract_of(min(SHORT, long), "en", 0), folder / "short.docx")
    for language in ("nl", "en"):
        paragraphs = contract_of(long, language, 0)
        for suffix in FORMATS:
            WRITERS[suffix](paragraphs, folder / f"long-{language}{suffix}")
    (folder / "many").mkdir()
    (folder / "prose").mkdir()
    for name, paragraphs in many(number):
        path = folder / "many" / name
        WRITERS[path.suffix](paragraphs, path)
        if path.suffix in PROSE:
            shutil.copyfile(path, folder / "prose" / name)


def _examples() -> list[str]:
    """The sentences that our rules are tried on, fair and unfair: in them stands all that grammars know."""
    from contract_lint.findings import find_rule, load_rules

    rules = [find_rule(rule.id) for rule in load_rules()]
    return [
        " ".join(text.replace("[[", "").replace("]]", "").split())
        for language in ("nl", "en")
        for rule in rules
        if language in rule.examples
        for text in (*rule.examples[language].unfair, *rule.examples[language].fair)
    ]


def examples_as_contract(words: int, first: int = 0) -> str:
    """A contract of at least so many words, numbered from `first`, that asks as much of grammars as can be.

    It is made of the sentences that our rules are tried on, and no two of its own are alike.
    """
    lines, told = list[str](), 0
    for number, text in zip(count(first), cycle(_examples())):
        article, place = divmod(number, _PARAGRAPHS)
        if not place:
            lines.append(f"\nArtikel {article + 1}. Bepaling {article + 1}\n")
        distinct = text[:-1] + f" ({number})" + text[-1:]
        lines.append(f"{article + 1}.{place + 1} {distinct}\n")
        told += len(lines[-1].split())
        if told >= words:
            break
    return "\n".join(lines)


def main() -> None:
    """Write what is asked for."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--long", type=int, default=LONG, metavar="WORDS")
    ask.add_argument("--many", type=int, default=MANY, metavar="COUNT")
    asked = ask.parse_args()
    write(asked.folder, asked.long, asked.many)


if __name__ == "__main__":
    main()
