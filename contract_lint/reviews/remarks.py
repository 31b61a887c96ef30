"""What a review says about a finding, line by line, in the language of the report."""

from __future__ import annotations

from msgspec import Struct

from contract_lint.model import Document, Effect, Evidence, Finding

WORDS = {
    "en": {
        "why": "Why",
        "law": "Basis",
        "also": "Also",
        "note": "Note",
        "instead": "Instead",
        "advice": "Advice",
        "add": "To be added",
        "rights": "The change alters rights; have a lawyer read it.",
        "unverified": "The new words were not checked again.",
        "blank": "Fill in what stands as [...].",
        "see": "The same as at",
        "in margin": "In the header or footer",
        "in note": "In this note",
        "in box": "In the text box",
    },
    "nl": {
        "why": "Waarom",
        "law": "Grond",
        "also": "Ook",
        "note": "Let op",
        "instead": "Liever",
        "advice": "Advies",
        "add": "Toe te voegen",
        "rights": "De wijziging verandert rechten; laat een jurist meelezen.",
        "unverified": "De nieuwe woorden zijn niet opnieuw getoetst.",
        "blank": "Vul in wat als [...] openstaat.",
        "see": "Hetzelfde als bij",
        "in margin": "In de kop- of voettekst",
        "in note": "In deze noot",
        "in box": "In het tekstvak",
    },
}
_QUOTED = 200  # characters of a quotation


class Line(Struct, frozen=True):
    """One line of a comment; the first is its title."""

    text: str
    strong: bool = False


def remark(finding: Finding, document: Document, language: str, written: bool) -> list[Line]:
    """All that is to be said about a finding; the fair words too, unless they are written in the text."""
    words = WORDS.get(language, WORDS["en"])
    lines = [Line(finding.title, strong=True), Line(finding.message), Line(f"{words['why']}: {finding.why}")]
    lines.append(Line(f"{words['law']}: {'; '.join(basis.cite for basis in finding.basis)}"))
    lines += [Line(f"{words['also']}: {quoted(document, place)}") for place in finding.also]
    if finding.lowered:
        lines.append(Line(f"{words['note']}: {finding.lowered}"))
    lines += _rewritten(finding, words, written)
    return [*lines, Line(f"contract-lint: {finding.severity}, {finding.rule}")]


def repeated(finding: Finding, document: Document, language: str) -> list[Line]:
    """A remark at a further place of a finding."""
    words = WORDS.get(language, WORDS["en"])
    first = finding.evidence
    assert first is not None
    return [
        Line(finding.title, strong=True),
        Line(f"{words['see']} {quoted(document, first)}."),
        Line(f"contract-lint: {finding.severity}, {finding.rule}"),
    ]


def stands_in(place: str, document: Document, evidence: Evidence, language: str) -> Line:
    """Says where the words are that a comment cannot stand at ("margin", "note" or "box")."""
    words = WORDS.get(language, WORDS["en"])
    return Line(f"{words[f'in {place}']}: {quoted(document, evidence)}")


def quoted(document: Document, evidence: Evidence) -> str:
    """The words of a place, not too many of them."""
    text = document.quote(evidence.span)
    return f"“{text}”" if len(text) <= _QUOTED else f"“{text[:_QUOTED].rstrip()} …”"


def _rewritten(finding: Finding, words: dict[str, str], written: bool) -> list[Line]:
    """The fair words, where they are not in the text, and what to mind about them."""
    rewrite = finding.rewrite
    if rewrite is None:
        return []
    lines = []
    if not written:
        advice = rewrite.effect is Effect.ADVICE
        label = words["advice" if advice else "instead" if rewrite.edits else "add"]
        lines.append(Line(f"{label}: {rewrite.text}"))
    minded = [words["rights"]] if rewrite.effect is Effect.RIGHTS else []
    if rewrite.effect is not Effect.ADVICE and rewrite.edits and not rewrite.verified:
        minded.append(words["unverified"])
    if "[...]" in rewrite.text:
        minded.append(words["blank"])
    if minded:
        lines.append(Line(f"{words['note']}: {' '.join(minded)}"))
    return lines
