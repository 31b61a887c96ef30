"""The room of the register: deviations that a team accepts, each with a reason, under version control."""

from contract_lint.register.deciding import Decided, decide
from contract_lint.register.file import NAME, is_date, read, write
from contract_lint.register.keeping import accepted, merged, pruned

__all__ = ["NAME", "Decided", "accepted", "decide", "is_date", "merged", "pruned", "read", "write"]
