"""Reviews of text and Markdown files: the rewrites made in the source, marks and line ends kept."""

from __future__ import annotations

from contract_lint.reviews.text.writing import write

__all__ = ["write"]
