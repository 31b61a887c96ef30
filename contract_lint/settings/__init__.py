"""The room of settings: what a team has written down about its contracts, and what holds for one file."""

from contract_lint.settings.holding import GIVEN, Given, Held, Holding, held
from contract_lint.settings.places import NAMES, nearest_file, top

__all__ = ["GIVEN", "NAMES", "Given", "Held", "Holding", "held", "nearest_file", "top"]
