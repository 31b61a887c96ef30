"""Times a review of a long Word file: 200 changes with comments in a contract of 3,000 paragraphs.

    python benchmarks/reviewing.py

The least of five runs, from the bytes of the file and the findings to the bytes of the reviewed file.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "reviews"))
from word_making import document, item, p, r, word

from contract_lint.model import Contract
from contract_lint.reviews import Settings
from contract_lint.reviews.docx import write

PARAGRAPHS, CHANGES, RUNS = 3000, 200, 5


def main() -> None:
    """Print how many seconds the review takes."""
    body = "".join(
        p(f"{number:04}. De klant zegt op met een ", r("opzegtermijn", "<w:b/>"), " van drie", r(" maanden."))
        for number in range(PARAGRAPHS)
    )
    data = word(body)
    source = document(data)
    step = PARAGRAPHS // CHANGES
    items = [item(source, "drie maanden", "een maand", f"{at:04}.") for at in range(0, PARAGRAPHS, step)]
    contract = Contract(source, "nl", ())
    best = min(timed(data, contract, items) for _ in range(RUNS))
    print(f"{len(items)} changes with comments in {PARAGRAPHS} paragraphs: {best:.2f} s")


def timed(data, contract, items) -> float:
    """The seconds of one review."""
    start = time.perf_counter()
    done = write(data, contract, items, Settings())
    assert done.changed == done.remarked == CHANGES
    return time.perf_counter() - start


main()
