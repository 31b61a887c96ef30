"""The fair words that should stand there instead: exact edits on spans, and the contract as it would read."""

from __future__ import annotations

from contract_lint.rewrites.applying import apply
from contract_lint.rewrites.proposing import propose

__all__ = ["apply", "propose"]
