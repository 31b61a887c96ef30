"""What the reader of a report asked for."""

from __future__ import annotations

from msgspec import Struct

from contract_lint.model import Severity

MARK = "<!-- made by contract-lint -->"  # opens reports in formats that are read as contracts too


class View(Struct, frozen=True):
    """How to show a report; every renderer takes from it what concerns its format.

    `language` None is each contract's own. `width` counts columns; `taken` the bytes that stand in the
    file before the report.
    `sidecar` places findings in Word and PDF files in the text beside them, as `extract` writes it.
    `levels` are the severities, one for each report, from which on its findings fail the run: None for
    never, and no levels at all for warnings everywhere.
    """

    language: str | None = None
    color: bool = False
    width: int = 80
    muted: bool = False
    sidecar: bool = False
    levels: tuple[Severity | None, ...] = ()
    taken: int = 0

    def level(self, index: int) -> Severity | None:
        """The severity from which on findings of the report at this index fail the run."""
        return self.levels[index] if self.levels else Severity.WARNING


PLAIN = View()
