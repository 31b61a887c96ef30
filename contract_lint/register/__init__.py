"""The room of the register: deviations that a team accepts, each with a reason, under version control.

They are entries of a file of their own, or remarks in the document itself.
"""

from contract_lint.register.deciding import Decided, Ground, decide
from contract_lint.register.file import NAME, read, written
from contract_lint.register.keeping import accepted, merged, pruned

__all__ = ["NAME", "Decided", "Ground", "accepted", "decide", "merged", "pruned", "read", "written"]
