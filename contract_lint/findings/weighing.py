"""Another severity than the rule's own, where the user's settings ask for it; the report says so."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from contract_lint.model import Finding, Severity

_LOWERED = {
    "nl": "lager gezet in de instellingen; volgens de regel: {}",
    "en": "set lower in the settings; by its rule: {}",
}


def weighed(finding: Finding, asked: Iterable[tuple[str, str]], language: str) -> Finding:
    """The finding with the severity asked for its rule, else for its family."""
    by_name = dict(asked)
    level = by_name.get(finding.rule) or by_name.get(finding.family)
    if level is None:
        return finding
    severity = Severity[level.upper()]
    lowered = severity < finding.severity
    told = _LOWERED[language].format(finding.severity) if lowered else finding.lowered
    return replace(finding, severity=severity, lowered=told)
