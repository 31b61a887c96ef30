"""The renderers' own words, one table per language; what a rule says comes in the finding."""

from __future__ import annotations

from collections.abc import Sequence

from contract_lint.model import Report
from contract_lint.translations import translated

WORDS = {
    "en": {
        "table": "en",
        "more": "… and {count} more, see the report",
        "not kept": "{count} findings did not fit here, see the report",
        "errors": "errors",
        "warnings": "warnings",
        "notes": "notes",
        "nothing says": "No finding does not mean that a contract is fair.",
        "no verdict": "Not everything was read: silence about the rest says nothing.",
        "added": "new",
        "kept": "as before",
        "removed": "no longer there",
        "advice": "advice",
        "also": "also",
        "article": "art.",
        "concluded": "concluded",
        "accepted": "accepted",
        "stale": "acceptances to look at again",
        "unused": "accepted, but no longer found",
        "unused here": "accepted here, but not found in this clause",
        "unused last": "accepted here, but no clause follows",
        "expired": "accepted until {0.until}, reported again",
        "outgrown": "accepted, but it says more now or is more serious; accept it again",
        "unknown-rule": 'there is no rule "{0.rule}"',
        "did you mean": "; did you mean {}?",
        "or": "or",
        "no-reason": "accepted without a reason; write: accept {0.rule}: reason",
        "no-date": '"{0.until}" is no date; write it as (until 2026-01-31)',
        "unclear": '"{0.because}" is not understood; write: contract-lint: accept RULE: reason',
        "jurisdiction": "law",
        "be": "Belgian",
        "other": "of another country",
        "date": "date",
        "since": "law in force from",
        "document": "document",
        "documents": "documents",
        "en": "English",
        "instead": "instead",
        "law": "basis",
        "muted": "not told",
        "nl": "Dutch",
        "nothing": "no findings",
        "note": "note",
        "page": "p.",
        "paragraph": "par.",
        "applies": "for",
        "not": "not",
        "severity": "severity",
        "checked": "checked",
        "tells": "tells",
        "when": "when",
        "fair": "fair",
        "unfair": "unfair",
        "wording": "same rights, plainer words",
        "rules": "rules",
        "rights": "this changes rights; have a lawyer read it",
        "sector": "sector",
        "no language": "language unknown",
        "audience": "audience",
        "unread": "not read",
        "unverified": "the new words were not checked again",
        "why": "why",
    },
    "nl": {
        "table": "nl",
        "more": "… en nog {count}, zie het rapport",
        "not kept": "{count} bevindingen pasten hier niet, zie het rapport",
        "errors": "errors",
        "warnings": "warnings",
        "notes": "notes",
        "nothing says": "Geen bevinding betekent niet dat een contract eerlijk is.",
        "no verdict": "Niet alles is gelezen: over de rest zegt stilte niets.",
        "added": "nieuw",
        "kept": "als eerst",
        "removed": "niet meer aanwezig",
        "advice": "advies",
        "also": "ook",
        "article": "art.",
        "concluded": "gesloten",
        "accepted": "aanvaard",
        "stale": "aanvaardingen om na te zien",
        "unused": "aanvaard, maar niet meer gevonden",
        "unused here": "hier aanvaard, maar niet gevonden in deze bepaling",
        "unused last": "hier aanvaard, maar er volgt geen bepaling",
        "expired": "aanvaard tot en met {0.until}, weer gemeld",
        "outgrown": "aanvaard, maar er staat nu meer of het is ernstiger; aanvaard het opnieuw",
        "unknown-rule": 'er is geen regel "{0.rule}"',
        "did you mean": "; is {} bedoeld?",
        "or": "of",
        "no-reason": "aanvaard zonder reden; schrijf: accept {0.rule}: reden",
        "no-date": '"{0.until}" is geen datum; schrijf (until 2026-01-31)',
        "unclear": '"{0.because}" is niet te begrijpen; schrijf: contract-lint: accept REGEL: reden',
        "jurisdiction": "recht",
        "be": "Belgisch",
        "other": "van een ander land",
        "date": "datum",
        "since": "wet van kracht vanaf",
        "document": "document",
        "documents": "documenten",
        "en": "Engels",
        "instead": "liever",
        "law": "grond",
        "muted": "niet gemeld",
        "nl": "Nederlands",
        "nothing": "geen bevindingen",
        "note": "let op",
        "page": "p.",
        "paragraph": "al.",
        "applies": "voor",
        "not": "niet",
        "severity": "ernst",
        "checked": "nagekeken",
        "tells": "meldt",
        "when": "wanneer",
        "fair": "eerlijk",
        "unfair": "oneerlijk",
        "wording": "zelfde rechten, gewonere woorden",
        "rules": "regels",
        "rights": "verandert rechten; laat een jurist meelezen",
        "sector": "sector",
        "no language": "taal onbekend",
        "audience": "doelgroep",
        "consumer": "consument",
        "small-business": "klein bedrijf",
        "business": "bedrijf",
        "unknown": "onbekend",
        "phone": "telefonisch",
        "paper": "op papier",
        "unread": "niet gelezen",
        "unverified": "de nieuwe woorden zijn niet opnieuw getoetst",
        "why": "waarom",
    },
}


def told(text: str, words: dict[str, str]) -> str:
    """What was said in English while a document was read, in the language of the table."""
    return translated(text, words["table"])


def words_for(report: Report | None, language: str | None, otherwise: str = "en") -> dict[str, str]:
    """The table of the language that was asked for, else of the contract's own, else this other one."""
    own = report.contract.language if report and report.contract else otherwise
    return WORDS.get(language or own, WORDS[otherwise])


def common_words(reports: Sequence[Report], language: str | None, otherwise: str = "en") -> dict[str, str]:
    """The table that all reports share, that of this other language where they differ."""
    tables = [words_for(report, language, otherwise) for report in reports if report.contract]
    if language or not tables:
        return words_for(None, language, otherwise)
    return tables[0] if all(table is tables[0] for table in tables) else WORDS[otherwise]
