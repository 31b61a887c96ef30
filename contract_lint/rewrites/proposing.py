"""Proposing: a rule's template becomes the smallest edit that says the fair thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from contract_lint.model import Contract, Edit, Fact, Finding, Rewrite, Rule, Span, Template, Term, Value

_FIELD = re.compile(r"\{([a-z_.]+)\}")
_WORD = re.compile(r"\w+")
_HANGING = (
    "die",
    "dat",
    "waarin",
    "waarop",
    "waarna",
    "volgend",
    "volgende",
    "that",
    "which",
    "following",
    "in",
)
_NEAR = 20  # characters in which the next word begins and ends
_APOSTROPHES = ("'", "’")
_TOGETHER = 16  # characters between two values that one edit may replace with them ("brief of per fax")


def propose(contract: Contract, finding: Finding, facts: Sequence[Fact], rule: Rule) -> tuple[Rewrite, ...]:
    """The rewrites of a finding by its rule, the smallest edit first, none verified yet.

    `facts` are those that the finding stands on, as the rule gives them.

    The words are in the language of the clause, whatever the language of the report.
    """
    template = rule.rewrite
    named = dict(zip(rule.given, facts, strict=False))
    if template is None:
        return ()
    language = _language(contract, finding)
    if finding.evidence is None:
        text = template.insert.get(language, "")
        return (Rewrite(template.effect, text),) if text else ()
    sentence = finding.evidence.sentence
    return tuple(
        Rewrite(template.effect, _as_it_would_read(contract, sentence, edits), edits)
        for edits in _edits(contract, sentence, named, template, language)
    )


def _language(contract: Contract, finding: Finding) -> str:
    own = contract.clauses[finding.clause].language if finding.clause is not None else contract.language
    return own if own in ("nl", "en") else "en"


def _edits(
    contract: Contract, sentence: Span, facts: Mapping[str, Fact], template: Template, language: str
) -> Iterator[tuple[Edit, ...]]:
    """The words of a field, else the whole sentence, else a sentence after it."""
    if values := _values(template.of, facts):
        extent, text = _extent(values, sentence), _filled(template.to[language], facts, contract)
        if _fits(extent, values, template.begins.get(language, ""), contract.document.text):
            yield (_inflected(Edit(extent, text), contract.document.text),)
    if template.sentence:
        yield (Edit(sentence, template.sentence[language]),)
    if template.insert:
        yield (Edit(Span(sentence.end, sentence.end), " " + template.insert[language]),)


def _fits(extent: Span, values: Sequence[Value], begins: str, text: str) -> bool:
    """Whether other words can stand there without breaking the sentence.

    They can when the old ones begin as the rule asks ("per brief", not "schriftelijke" before a noun), and
    nothing hangs on them ("het einde van de maand die volgt"), unless a number only becomes another one.
    """
    first = _WORD.match(text, extent.start, extent.end)
    if begins and (not first or first[0].lower() not in begins.split()):
        return False
    after = _WORD.search(text, extent.end, extent.end + _NEAR)
    hanging = after and after[0] in _HANGING and text[extent.end : after.start()] == " "
    return not hanging or not all(isinstance(value, Term) for value in values)


def _inflected(edit: Edit, text: str) -> Edit:
    """English possessives follow the new words: "ninety days' notice", "one month's notice"."""
    start, end = edit.span.start, edit.span.end
    if text[end : end + 1] in _APOSTROPHES:
        end += 1
    if text[end - 1] not in _APOSTROPHES:
        return edit
    return Edit(Span(start, end), edit.text + text[end - 1] + ("" if edit.text.endswith("s") else "s"))


def _values(path: str, facts: Mapping[str, Fact]) -> tuple[Value, ...]:
    name, _, field = path.rpartition(".")
    return tuple(facts[name].values.get(field, ())) if name in facts else ()


def _filled(text: str, facts: Mapping[str, Fact], contract: Contract) -> str:
    """The words with "{theirs.length}" replaced by what the contract says there."""

    def words(found: re.Match[str]) -> str:
        stated = _values(found[1], facts)
        return contract.document.quote(stated[0].span) if stated else "[...]"

    return _FIELD.sub(words, text)


def _extent(values: Sequence[Value], sentence: Span) -> Span:
    """The words of the first value, with those of the next ones while they stand right beside it."""
    spans = sorted(value.span for value in values if sentence.holds(value.span)) or [values[0].span]
    start, end = spans[0].start, spans[0].end
    for span in spans[1:]:
        if span.start - end <= _TOGETHER:
            end = max(end, span.end)
    return Span(start, end)


def _as_it_would_read(contract: Contract, sentence: Span, edits: Sequence[Edit]) -> str:
    """The sentence with its edits made."""
    text, at = "", sentence.start
    for edit in sorted(edits, key=lambda edit: edit.span):
        text += contract.document.text[at : edit.span.start] + edit.text
        at = max(at, edit.span.end)
    return text + contract.document.text[at : sentence.end]
