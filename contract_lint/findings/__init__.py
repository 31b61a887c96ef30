"""What a law or a norm wants: rules loaded from `rulesets/`, asked of facts, told as findings."""

from __future__ import annotations

from contract_lint.findings.comparing import compare
from contract_lint.findings.judging import Bench, Speaking, bench_of, judge, raised, speaking
from contract_lint.findings.profile import AUDIENCES, CONCLUDED, infer_profile, sectors
from contract_lint.findings.reasons import unmet
from contract_lint.findings.ruleschema import SCAFFOLD, SCHEMA
from contract_lint.findings.rulesets import find_rule, load_rules, read_own_rules
from contract_lint.findings.weighing import weighed

__all__ = [
    "AUDIENCES",
    "CONCLUDED",
    "SCAFFOLD",
    "SCHEMA",
    "Bench",
    "Speaking",
    "bench_of",
    "compare",
    "find_rule",
    "infer_profile",
    "judge",
    "load_rules",
    "raised",
    "read_own_rules",
    "sectors",
    "speaking",
    "unmet",
    "weighed",
]
