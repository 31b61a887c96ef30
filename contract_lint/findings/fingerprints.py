"""Fingerprints: what makes a finding the same in the next draft, wherever its words have moved."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from contract_lint.model import Finding

# A reference to another clause changes whenever clauses are renumbered, and means the same.
_REFERENCE = re.compile(
    r"\b(artikel|artikelen|art|lid|leden|bepaling|article|articles|clause|clauses|section|sections|paragraph)"
    r"\.? +\d+(?:\.\d+)*[a-z]?(?!\w)(?:(?:, | en | and | of | or | t/m | to )\d+(?:\.\d+)*[a-z]?(?!\w))*"
)
_NUMBER = re.compile(r"^\s*\d+(?:\.\d+)+\.?\s")  # of the clause, where it stands in the sentence


def fingerprint(rule: str, sentence: str) -> str:
    """The same while rule and words stay the same; case, punctuation and clause numbers do not count."""
    words = " ".join(re.findall(r"\w+", _REFERENCE.sub(r"\1", _NUMBER.sub("", sentence.lower()))))
    return hashlib.sha256(f"{rule}\0{words}".encode()).hexdigest()[:16]


def numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with `:n` behind each fingerprint: the n-th with these words in the document."""
    seen: Counter[str] = Counter()
    told = []
    for finding in findings:
        seen[finding.fingerprint] += 1
        told.append(replace(finding, fingerprint=f"{finding.fingerprint}:{seen[finding.fingerprint]}"))
    return tuple(told)
