"""The room of results: reports kept in the user's own cache folder, found again while nothing has changed."""

from __future__ import annotations

from contract_lint.results.keeping import forget_oldest, keep, recall
from contract_lint.results.keys import key_of

__all__ = ["forget_oldest", "keep", "key_of", "recall"]
