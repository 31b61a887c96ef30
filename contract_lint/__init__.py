"""contract-lint: finds the clauses that hold a customer in a stranglehold, and writes fair ones."""

from contract_lint.version import __version__

__all__ = ["__version__"]
