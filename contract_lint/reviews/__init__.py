"""The contract given back reviewed: the findings and their fair words written into a copy of the file."""

from __future__ import annotations

from contract_lint.reviews.plan import Item, Settings, plan
from contract_lint.reviews.result import Reviewed, Trouble, Unreviewable

__all__ = ["Item", "Reviewed", "Settings", "Trouble", "Unreviewable", "plan"]
