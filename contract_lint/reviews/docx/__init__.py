"""Reviews in Word files: comments, and rewrites as tracked changes."""

from __future__ import annotations

from contract_lint.reviews.docx.writing import write

__all__ = ["write"]
