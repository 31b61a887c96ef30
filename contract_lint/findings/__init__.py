"""What a law or a norm wants: rules loaded from `rulesets/`, asked of facts, told as findings."""

from __future__ import annotations

from contract_lint.findings.judging import judge
from contract_lint.findings.profile import AUDIENCES, CONCLUDED, infer_profile, sectors
from contract_lint.findings.rulesets import find_rule, load_rules

__all__ = ["AUDIENCES", "CONCLUDED", "find_rule", "infer_profile", "judge", "load_rules", "sectors"]
