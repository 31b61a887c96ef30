"""What became of a rule author's examples: of each that fails, what was seen and what was missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contract_lint.model import Contract, Rule, Span, Term, Trail, Trial
from contract_lint.reports.facts import value_words
from contract_lint.reports.lines import Mark, fold, painted
from contract_lint.translations import translated

INDENT, COLUMN = 2, 14
_FAILED = {
    "not found": "should be found, but is not",
    "kept back": "should be found, but is kept back",
    "elsewhere": "is found, but not all of the marked words are underlined",
    "found": "should pass, but is found",
}


def render(
    rules: Sequence[Rule],
    trials: Sequence[Trial],
    color: bool = False,
    width: int = 80,
    language: str = "en",
) -> str:
    """The failing examples, the rules without examples, and the totals."""
    failing = [trial for trial in trials if trial.failure]
    parts = ["".join(f"{line}\n" for line in _failing(trial, color, width, language)) for trial in failing]
    untried = (rule for rule in rules if not tried(rule))
    empty = translated("has no unfair example: nothing shows that it works", language)
    parts += [f"{rule.id}  {empty}\n" for rule in untried]
    right = len(trials) - len(failing)
    total = f"{_count(len(rules), '{} rule', '{} rules')}, {_count(len(trials), '{} example', '{} examples')}"
    as_said = _count(right, "{} goes", "{} go")
    verdict = f"{total}: {as_said} as the author says"
    if failing:
        verdict = f"{total}: {as_said} as the author says, {len(failing)} not"
    return "\n".join([*parts, translated(verdict, language) + "\n"])


def tried(rule: Rule) -> bool:
    """Whether the rule has an example of what it must find."""
    return any(examples.unfair for examples in rule.examples.values())


def _count(number: int, one: str, many: str) -> str:
    return (one if number == 1 else many).format(number)


def _failing(trial: Trial, color: bool, width: int, language: str) -> Iterator[str]:
    name = f"unfair example {trial.number}" if trial.unfair else f"fair example {trial.number}"
    named = f"{trial.rule.id} {trial.language} {translated(name, language)}"
    head = painted(named, Mark.STRONG, color)
    yield f"{head}  {translated(_FAILED[trial.failure], language)}"
    text = trial.contract.document.text
    for piece in fold(text, width - INDENT):
        yield " " * INDENT + piece
    for label, said in _told(trial):
        name = translated(label, language)
        for at, piece in enumerate(fold(translated(said, language), width - COLUMN)):
            yield f"{' ' * INDENT}{'' if at else name:{COLUMN - INDENT}}{piece}"


def _told(trial: Trial) -> Iterator[tuple[str, str]]:
    """What helps the author, by label."""
    contract = trial.contract
    if trial.reason:
        yield "reason", f"{trial.reason}; set example_profile"
    underlined = [place for finding in trial.findings for place in (finding.evidence, *finding.also)]
    if underlined:
        yield "underlined", "; ".join(_quoted(contract, place.span) for place in underlined if place)
    seen = ", ".join(_term(contract, term) for term in trial.landmarks)
    yield "landmarks", seen or "none: no word of this text is in the lexicon"
    for trail in trial.trails:
        yield trail.kind, _trail(contract, trail)
    for fact in trial.facts:
        if fact.kind in trial.rule.given.values():
            values = "; ".join(
                f"{name}: {', '.join(value_words(contract, value) for value in values)}"
                for name, values in fact.values.items()
            )
            yield "fact", f"{fact.kind} {_quoted(contract, fact.span)}{': ' if values else ''}{values}"
    others = dict.fromkeys(fact.kind for fact in trial.facts if fact.kind not in trial.rule.given.values())
    if others:
        yield "other facts", ", ".join(others)
    for part in trial.unmet:
        yield "not true", part


def _trail(contract: Contract, trail: Trail) -> str:
    at = _term(contract, trail.at) if trail.at else ""
    wanted = " or ".join(trail.wanted)
    if trail.met == "denied":
        return f"{at} denies it, anywhere in the sentence"
    if not trail.taken:
        return f"begins with {wanted}, which is not here"
    ends = {
        "end": "no such landmark follows",
        "before": f"{at} stands before it: the words may come in this order too",
        "far": f"{at} stands more than {trail.gap} characters on (`gap` in facts.toml)",
        "stop": f"{at} stops it",
    }
    taken = ", ".join(_term(contract, term) for term in trail.taken)
    return f"took {taken}; then wanted {wanted}, but {ends[trail.met]}"


def _term(contract: Contract, term: Term) -> str:
    return f"{term.name} {_quoted(contract, term.span)}" if len(term.span) else term.name


def _quoted(contract: Contract, span: Span) -> str:
    return f'"{contract.document.quote(span)}"'
