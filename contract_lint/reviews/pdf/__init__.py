"""Reviews in PDF files: highlights with notes, and an outline of the findings."""

from __future__ import annotations

from contract_lint.reviews.pdf.writing import write

__all__ = ["write"]
