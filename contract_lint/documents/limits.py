"""How much of a document is read at most. All limits of the readers stand here, and each has its reason."""

from __future__ import annotations

from msgspec import Struct

MB = 2**20
IN_BYTES = ("memory", "file", "unpacked", "part", "ratio_matters")  # the others are counts and seconds


class Limits(Struct, frozen=True):
    """What one document may cost; sizes in bytes. The defaults are far above any contract.

    `seconds` on the clock and `memory` of address space for reading and judging it, which a worker process
    enforces. `file`: of the source. `unpacked`, `part`: of all parts of an archive together, and of one of
    them, as its directory declares; no more than declared is ever unpacked. `ratio`: unpacked to packed,
    asked only above `ratio_matters`. `conversion`: seconds that LibreOffice gets for one document.
    `pages`: of a PDF. `page_characters`, `characters`: on one of its pages, where more is no text for
    people, and on all of them. `recognition`: seconds that tesseract gets for one page.
    """

    seconds: int = 300
    memory: int = 4096 * MB
    file: int = 200 * MB
    unpacked: int = 512 * MB
    part: int = 200 * MB
    ratio: int = 200
    ratio_matters: int = 50 * MB
    conversion: int = 120
    pages: int = 5000
    page_characters: int = 400_000
    characters: int = 20_000_000
    recognition: int = 120


STANDARD = Limits()
REMARKS = 1000  # to this program in one document: more is no work of people, and each is told if it is stale
