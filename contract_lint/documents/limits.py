"""How much of a document is read at most. All limits of the readers stand here, and each has its reason."""

from __future__ import annotations

from dataclasses import dataclass

MB = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader refuses to go beyond; sizes in bytes. The defaults are far above any contract.

    `file`: of the source. `unpacked`, `part`: of all parts of an archive together, and of one of them, as
    its directory declares; no more than declared is ever unpacked. `ratio`: unpacked to packed, asked only
    above `ratio_matters`. `conversion`: seconds that LibreOffice gets for one document.
    """

    file: int = 200 * MB
    unpacked: int = 512 * MB
    part: int = 200 * MB
    ratio: int = 200
    ratio_matters: int = 50 * MB
    conversion: float = 120.0


STANDARD = Limits()
