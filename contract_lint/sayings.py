"""What findings say, sentence by sentence: how the same is known again, wherever its words have moved."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec.structs import replace

from contract_lint.model import Contract, Finding, Severity

Sayer = TypeVar("Sayer")

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


def sayings(finding: Finding, contract: Contract | None) -> tuple[str, ...]:
    """What a finding says: a fingerprint for each sentence, that of its own evidence first."""
    document = contract.document if contract else None
    further = (document.quote(place.sentence) for place in finding.also) if document else ()
    return (saying(finding.fingerprint), *(fingerprint(finding.rule, words) for words in further))


def saying(numbered: str) -> str:
    """The fingerprint of a finding without its number."""
    return numbered.partition(":")[0]


Filed = Mapping[str, Sequence[tuple[Severity, Sayer]]]


def filed(said: Iterable[tuple[str, Severity, Sayer]]) -> Filed[Sayer]:
    """Sayings, each with how bad it was and who said it, to be found again."""
    by_saying: defaultdict[str, list[tuple[Severity, Sayer]]] = defaultdict(list)
    for saying, severity, sayer in said:
        by_saying[saying].append((severity, sayer))
    return by_saying


class Before(Generic[Sayer]):
    """What was said before, of which every saying can be taken once."""

    def __init__(self, said: Filed[Sayer]) -> None:
        self._said = said
        self._left: dict[str, list[tuple[Severity, Sayer]]] = {}

    def take(self, said: Iterable[str], severity: Severity) -> tuple[bool, tuple[Sayer, ...]]:
        """Take what is said now; whether all of it was said before as badly, and by whom what was."""
        taken = [self._take(saying, severity) for saying in said]  # of all, also after one that is new
        as_before = all(found is not None and found[0] >= severity for found in taken)
        return as_before, tuple(found[1] for found in taken if found)

    def _take(self, saying: str, severity: Severity) -> tuple[Severity, Sayer] | None:
        """Take the mildest that was as bad, else the worst."""
        if saying not in self._left:
            self._left[saying] = list(self._said.get(saying, ()))
        told = self._left[saying]
        if not told:
            return None
        as_bad = [one for one in told if one[0] >= severity]
        taken = min(as_bad, key=_level) if as_bad else max(told, key=_level)
        told.remove(taken)
        return taken


def _level(told: tuple[Severity, object]) -> Severity:
    return told[0]
