"""What a document's text with its places costs, beside the bare text that a library gives of the same file.

    python benchmarks/extraction.py [docx] [pdf] [--pages 50 500] [--runs 5]

Word files, with automatic numbers and several runs in a paragraph, are read beside python-docx's paragraph
texts; PDFs beside PDFium's text of each page. Each is read in a process of its own: the best seconds of some
runs, once everything is loaded, and the most memory held.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from contracts import sentences

SENTENCES = [*sentences("nl"), *sentences("en")]
PARAGRAPHS = 14  # that fill a page
AT_MOST = 1.5  # times the bare text: the aim


def write_docx(path: Path, pages: int) -> None:
    """A contract with a list of Word's own, and words in bold in every paragraph."""
    from docx import Document

    document, told = Document(), cycle(SENTENCES)
    for at in range(pages * PARAGRAPHS):
        if at % 10 == 0:
            document.add_heading(f"Artikel {at // 10 + 1}", 1)
        paragraph = document.add_paragraph(style="List Number" if at % 2 else None)
        for words in next(told).split(", "):
            paragraph.add_run(f"{words} ").bold = at % 3 == 0
            paragraph.add_run("onverminderd het overige ")
    document.save(str(path))


def write_pdf(path: Path, pages: int) -> None:
    """A contract as pages with a text layer."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    style, told, story = getSampleStyleSheet()["BodyText"], cycle(SENTENCES), list[object]()
    for page in range(pages):
        texts = (" ".join(next(told) for _ in range(3)) for _ in range(PARAGRAPHS))
        story += [Paragraph(f"{page}.{number} {text}", style) for number, text in enumerate(texts, 1)]
        story.append(PageBreak())
    SimpleDocTemplate(str(path)).build(story)


def bare_docx(path: Path) -> int:
    """The length of the text that python-docx gives."""
    from docx import Document

    return len("\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs))


def bare_pdf(path: Path) -> int:
    """The length of the text that PDFium gives."""
    import pypdfium2

    return sum(len(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(path))


def with_places(path: Path) -> int:
    """The length of the text that our reader gives."""
    from contract_lint.documents import read

    return len(read(path).text)


WRITERS = {"docx": write_docx, "pdf": write_pdf}
WAYS: dict[str, Callable[[Path], int]] = {
    "bare_docx": bare_docx,
    "bare_pdf": bare_pdf,
    "with_places": with_places,
}


def measured(way: str, path: Path, runs: int) -> tuple[float, float]:
    """The best seconds and the megabytes of reading in one way, in a new process."""
    command = [sys.executable, __file__, "--way", way, "--file", str(path), "--runs", str(runs)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(told[0]), float(told[1])


def measure(way: str, path: Path, runs: int) -> None:
    """Print the best seconds and the megabytes of reading in one way, here."""
    best = float("inf")
    for _ in range(runs + 1):
        start = time.perf_counter()
        WAYS[way](path)
        best = min(best, time.perf_counter() - start)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    print(best, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)


def compare(kind: str, pages: int, folder: Path, runs: int) -> None:
    """Print a line on each way of reading one file."""
    path = folder / f"{pages}.{kind}"
    WRITERS[kind](path, pages)
    bare, bare_memory = measured(f"bare_{kind}", path, runs)
    ours, our_memory = measured("with_places", path, runs)
    print(f"{kind} {pages:4} pages  bare {bare:7.3f} s {bare_memory:5.0f} MB  ", end="")
    print(f"with places {ours:7.3f} s {our_memory:5.0f} MB  ratio {ours / bare:5.2f} (aim {AT_MOST})")


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("kinds", nargs="*", default=list(WRITERS), metavar="docx|pdf")
    parser.add_argument("--pages", nargs="+", type=int, default=[50, 500])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--way", choices=list(WAYS), help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.way:
        measure(given.way, given.file, given.runs)
        return
    with tempfile.TemporaryDirectory() as folder:
        for kind in given.kinds:
            for pages in given.pages:
                compare(kind, pages, Path(folder), given.runs)


if __name__ == "__main__":
    main()
