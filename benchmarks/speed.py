"""How long a cold `contract-lint check` takes, beside only getting the text out of the same file.

    python benchmarks/speed.py [RUNS]

Writes a contract of 25,000 words as DOCX and as PDF in a temporary folder and times whole processes,
then in one process what each stage takes, in processor time, once everything is loaded. Nothing is asserted:
the numbers are for people, on their machine. How the time grows with the length is for `scaling.py`, what
each grammar costs for `grammars.py`, what a hostile text costs for `adversarial.py`.
"""

from __future__ import annotations

import contextlib
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from scaling import stages as stages_of

WORDS = 25_000

ARTICLES = (
    (
        "Duur en opzegging",
        "De overeenkomst geldt voor 12 maanden en wordt daarna stilzwijgend verlengd met 12 maanden.",
        "De klant kan uitsluitend per aangetekende brief opzeggen, met een opzegtermijn van drie maanden.",
        "Bij opzegging vóór de einddatum blijven alle resterende termijnen direct verschuldigd.",
        "De aanbieder verwerkt een opzegging binnen twee werkdagen en stuurt daarvan een bevestiging.",
    ),
    (
        "Levering",
        "De aanbieder levert het product binnen de termijn die bij de bestelling is genoemd.",
        "Is het product niet op tijd, dan laat de aanbieder dat weten en noemt hij een nieuwe datum.",
        "De klant controleert het product bij aankomst en meldt een gebrek zodra hij het ziet.",
    ),
    (
        "Term and termination",
        "This agreement renews automatically for successive terms of one year.",
        "You may cancel only by registered letter, at least ninety (90) days before the end of the term.",
        "All fees are non-refundable, and every remaining instalment falls due when you leave early.",
        "We confirm every notice within two business days of the day on which we receive it.",
    ),
    (
        "Support",
        "Our support desk answers on working days between nine in the morning and five in the afternoon.",
        "A fault is put right as soon as we reasonably can, and we tell you how far we have come.",
        "You keep your own copies of whatever you store with us, and check them now and then.",
    ),
)

TEXT_OF = {
    ".docx": (
        "import sys, zipfile\n"
        "from lxml import etree\n"
        "root = etree.fromstring(zipfile.ZipFile(sys.argv[1]).read('word/document.xml'))\n"
        "print(len(''.join(root.itertext())))\n"
    ),
    ".pdf": (
        "import sys, pypdfium2\n"
        "pages = pypdfium2.PdfDocument(sys.argv[1])\n"
        "print(sum(len(page.get_textpage().get_text_range()) for page in pages))\n"
    ),
}

# How a process is reported: its seconds, best and median, and the most memory that it held.
Row = tuple[str, float, float, float]


class Run(NamedTuple):
    """One finished process."""

    seconds: float
    megabytes: float
    code: int


def paragraphs() -> Iterator[tuple[bool, str]]:
    """Headings and numbered paragraphs, until there are words enough."""
    count = article = 0
    while count < WORDS:
        title, *lines = ARTICLES[article % len(ARTICLES)]
        article += 1
        yield True, f"Artikel {article}. {title}" if article % 4 in (1, 2) else f"Article {article}. {title}"
        for number, line in enumerate(lines * 3, start=1):
            count += len(line.split()) + 2
            # No two sentences are alike: the same words are read only once.
            yield False, f"{article}.{number} {line[:-1]} ({article}-{number})."


def write_docx(path: Path) -> None:
    """The contract as Word would keep it."""
    from docx import Document

    document = Document()
    for heading, text in paragraphs():
        document.add_paragraph(text, style="Heading 1" if heading else None)
    document.save(str(path))


def write_pdf(path: Path) -> None:
    """The contract as pages with a text layer."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    styles = getSampleStyleSheet()
    told = [Paragraph(text, styles["Heading2" if heading else "BodyText"]) for heading, text in paragraphs()]
    SimpleDocTemplate(str(path)).build(told)


def run(command: Sequence[str]) -> Run:
    """Run one process to its end; its memory is its own, not that of all before it."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Run(seconds, used.ru_maxrss / unit, process.returncode)


def measure(name: str, command: Sequence[str], runs: int) -> Row:
    """Time a command, after one run that fills the caches of bytecode and grammars."""
    first = run(command)
    if first.code not in (0, 1):
        name += f" (exit {first.code})"
    done = [run(command) for _ in range(runs)]
    seconds = [one.seconds for one in done]
    return name, min(seconds), statistics.median(seconds), max(one.megabytes for one in done)


def compare(floor: Row, *rows: Row) -> None:
    """Print rows, with their ratio to the first."""
    for name, best, median, megabytes in (floor, *rows):
        print(f"{name:38}{best:8.3f}{median:8.3f}{megabytes:8.0f}{median / floor[2]:8.1f}x")
    print()


def stages(path: Path, runs: int) -> None:
    """Print what each stage takes, and its ratio to only getting the text out."""
    from contract_lint.pipeline import Options, load

    rules, best = load(Options()), dict[str, float]()
    for _ in range(runs + 1):
        for name, seconds in one_pass(path, rules).items():
            best[name] = min(best.get(name, seconds), seconds)
    floor, *_ = best.values()
    print("in one process, best s")
    for name, seconds in best.items():
        print(f"{name:38}{seconds:8.3f}{seconds / floor:24.1f}x")
    print()


def one_pass(path: Path, rules: Any) -> dict[str, float]:
    """Lint once, as if nothing of it had been read before, with the seconds of each stage."""
    from contract_lint.facts.catalogue import _hearing

    _hearing.cache_clear()
    start = time.process_time()
    bare(path)
    floor = {f"text of {path.name} alone": time.process_time() - start}
    return {**floor, **dict(stages_of(path.read_bytes(), path.name, rules))}


def bare(path: Path) -> None:
    """Get the text of a document and do nothing with it."""
    sys.argv = ["bare", str(path)]
    with contextlib.redirect_stdout(io.StringIO()):
        exec(TEXT_OF[path.suffix], {"__name__": "bare"})


def write(folder: Path) -> None:
    """The contract in both formats."""
    write_docx(folder / "contract.docx")
    write_pdf(folder / "contract.pdf")


def measure_all() -> None:
    """Measure everything."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    python, lint = [sys.executable], [sys.executable, "-m", "contract_lint"]
    print(f"{f'{runs} runs':38}{'best s':>8}{'median':>8}{'MB':>8}{'ratio':>9}")
    compare(
        measure("import click", [*python, "-c", "import click"], runs),
        measure("--version", [*lint, "--version"], runs),
        measure("--help", [*lint, "--help"], runs),
    )
    compare(
        measure("import click, lark, docx", [*python, "-c", "import click, lark, docx"], runs),
        measure("rules", [*lint, "rules"], runs),
    )
    with tempfile.TemporaryDirectory() as folder:
        # In a process of its own: a child is charged for the memory of the parent that started it.
        subprocess.run([*python, __file__, "write", folder], check=True)
        for path in sorted(Path(folder).iterdir()):
            compare(
                measure(f"text of {path.name} alone", [*python, "-c", TEXT_OF[path.suffix], str(path)], runs),
                measure(f"extract {path.name}", [*lint, "extract", str(path)], runs),
                measure(f"check {path.name}", [*lint, "check", str(path)], runs),
                measure(
                    f"check --format json {path.name}", [*lint, "check", "--format", "json", str(path)], runs
                ),
            )
            subprocess.run([*python, __file__, "stages", str(path), str(runs)], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["write"]:
        write(Path(sys.argv[2]))
    elif sys.argv[1:2] == ["stages"]:
        stages(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        measure_all()
