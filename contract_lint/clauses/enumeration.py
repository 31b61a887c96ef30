"""An enumeration of a contract that is still counting."""

from __future__ import annotations

from msgspec import Struct

from contract_lint.clauses.labels import Label, Style


class Enumeration(Struct):
    """An enumeration that is still counting."""

    style: Style
    close: str
    titled: bool
    last: int
    item: bool
    prefix: str
    unit: str = ""  # the number of the unit it last counted

    def follows(self, label: Label) -> bool:
        """Whether the label is the next to count; "7a" comes after "7"."""
        lettered = label.number[-1:].isalpha() and label.number[:1].isdigit()
        return label.value[0] == self.last + (not lettered)

    def count(self, label: Label) -> None:
        """Take in the next label."""
        self.last = label.value[0]
        self.unit = f"{self.prefix}.{label.number}" if self.prefix else label.number


def fits(value: tuple[int, ...], last: tuple[int, ...], article: str) -> bool:
    """Whether a decimal number fits where it stands, so that amounts and times are not numbers."""
    if article.isdigit() and value[0] == int(article):
        return True
    if not last:
        return not article and value[0] <= 99
    return last[0] <= value[0] <= last[0] + 3
