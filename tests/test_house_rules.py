"""The house rules for everything a linguist or a lawyer writes: grammars, fact kinds, rules."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lark import Lark, logger

from contract_lint.facts.compiling import Given
from contract_lint.findings import find_rule, judging, load_rules, sectors
from contract_lint.findings.rulefile import RuleFile, read_rule
from contract_lint.kinds import kinds
from contract_lint.model import Rule

ROOT = Path(__file__).parent.parent
LANGUAGES = ("nl", "en")
GRAMMARS = sorted((ROOT / "grammars").glob("*/*.lark"))
LEXICONS = sorted((ROOT / "grammars").glob("*/lexicon/*.lark"))
FILES = sorted((ROOT / "rulesets").glob("*/*.yaml"))
RULES = [find_rule(rule.id) for rule in load_rules()]
FAMILIES = set(
    re.findall(
        r"\S+",
        """
        cancellation-form notice-period fixed-term tacit-renewal no-early-exit cancellation-window exit-fee
        early-repayment no-refund exit-hindrance price-change terms-change service-change
        supplier-termination content-removal delivery-time sole-judgement transfer bundling liability
        force-majeure warranty indemnity claim-deadline withholding-setoff dissolution-excluded penalty
        interest collection-costs acceleration prepayment jurisdiction arbitration choice-of-law
        consent-by-use deemed-consent terms-not-supplied oral-promises withdrawal-right
        irrevocable-authority privacy-included readability no-electronic-exit no-withdrawal-notice
        no-hardship-exit no-complaints-procedure no-data-return one-sided-exit
        """,
    )
)
BANNED = ("no-", "avoid-", "check-", "unfair-", "prefer-")
OWN_NORM = "our own norm"
DATE = re.compile(r"20\d\d-[01]\d-[0-3]\d")


def called(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def by_id(rule: Rule) -> str:
    return rule.id


def without_comments(path: Path) -> str:
    return re.sub("//.*", "", path.read_text("utf-8"))


def terminals(language: str) -> set[str]:
    files = (path for path in LEXICONS if path.parts[-3] == language)
    return {
        name for path in files for name in re.findall(r"^([A-Z]\w*)", without_comments(path), re.MULTILINE)
    }


def fields_made(path: Path) -> set[str]:
    rules = re.findall(r"^([a-z]\w*)\s*:", without_comments(path), re.MULTILINE)
    return set(rules) - {"start", "also", "stop", "unless"}


def conditions(rule: Rule) -> Iterator[tuple[Any, ...]]:
    """Every part of what a rule asks, the severities too."""
    waiting: list[Any] = [rule.when, *(condition for condition, _ in rule.severity)]
    while waiting:
        part = waiting.pop()
        if isinstance(part, tuple):
            yield part
            waiting += part


# Grammars and fact kinds


@pytest.mark.parametrize("path", [*GRAMMARS, *LEXICONS], ids=called)
def test_a_grammar_opens_with_what_it_finds(path: Path):
    assert re.match(r"// [A-Z\"“]", path.read_text("utf-8"))


@pytest.mark.parametrize("path", LEXICONS, ids=called)
def test_a_terminal_of_high_priority_says_what_it_silences(path: Path):
    """No terminal of lower priority begins inside it: above 3 that breaks other families unseen."""
    lines = path.read_text("utf-8").splitlines()
    high = [n for n, line in enumerate(lines) if re.match(r"[A-Z][A-Z0-9_]*\.(?:[4-9]|\d\d)\s*:", line)]
    assert [lines[n][:40] for n in high if not lines[n - 1].startswith("// Silences ")] == []


@pytest.mark.parametrize("kind", sorted(name for name, kind in kinds().items() if not kind.measured))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_fact_has_a_grammar_in_every_language(kind: str, language: str):
    assert (ROOT / "grammars" / language / f"{kind}.lark").is_file()


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_kind_of_fact_says_what_it_is_about(kind: str):
    assert re.fullmatch(r"[A-Z].*\.", kinds()[kind].about)


@pytest.mark.parametrize("kind", sorted({path.stem for path in GRAMMARS}))
def test_all_languages_make_the_same_fields(kind: str):
    made = {path.parent.name: fields_made(path) for path in GRAMMARS if path.stem == kind}
    assert len({frozenset(fields) for fields in made.values()}) == 1, made


@pytest.mark.parametrize("kind", sorted({path.stem for path in GRAMMARS}))
def test_every_field_is_made_by_the_grammar_or_the_program(kind: str):
    made = set().union(*(fields_made(path) for path in GRAMMARS if path.stem == kind))
    assert set(kinds()[kind].fields) - made <= {"party", "exception"}


def test_every_kind_of_fact_is_asked_by_some_rule():
    asked = {kind for rule in RULES for kind in rule.given.values()}
    asked |= {part[2] for rule in RULES for part in conditions(rule) if part[0] == "call"}
    asked.add(judging.CARVED)  # no rule's matter but every rule's: it lowers what the clause itself spares
    assert set(kinds()) <= asked


@pytest.mark.parametrize("path", GRAMMARS, ids=called)
def test_a_grammar_loses_nothing_to_its_own_conflicts(path: Path, caplog: pytest.LogCaptureFixture):
    """Lark settles a shift/reduce conflict by shifting, and an alternative can no longer be reached."""
    rules = path.read_text("utf-8")
    used = sorted(set(re.findall(r"\b[A-Z][A-Z0-9_]*\b", without_comments(path))))
    starts = [start for start in ("start", "also", "stop", "unless") if f"\n{start}:" in f"\n{rules}"]
    grammar = f"{rules}\n%declare {' '.join(used)}\n"
    with caplog.at_level("DEBUG", logger.name):
        logger.addHandler(caplog.handler)
        Lark(grammar, parser="lalr", lexer=Given, start=starts, debug=True)
        logger.removeHandler(caplog.handler)
    assert not [record.getMessage() for record in caplog.records if "onflict" in record.getMessage()]


# Rules


def test_a_rule_has_one_file_and_one_name():
    assert Counter(path.stem for path in FILES).most_common(1)[0][1] == 1
    assert {rule.id for rule in RULES} == {path.stem for path in FILES}


@pytest.mark.parametrize("rule", RULES, ids=by_id)
def test_a_rule_is_named_by_what_it_finds(rule: Rule):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.id)
    assert not rule.id.startswith(BANNED)
    assert rule.family in FAMILIES


@pytest.mark.parametrize("rule", RULES, ids=by_id)
def test_titles_are_headings_and_reasons_are_sentences(rule: Rule):
    for language in LANGUAGES:
        assert not rule.title[language].endswith(".")
        assert rule.title[language][0].isupper()
        assert rule.why[language].endswith((".", "?"))
        assert re.search(r"[.?]$", rule.message[language])
        assert len(rule.title[language]) <= 80


@pytest.mark.parametrize("path", FILES, ids=called)
def test_every_basis_says_where_it_stands_and_when_it_was_checked(path: Path):
    basis = read_rule(path).basis
    assert basis
    for entry in basis:
        assert DATE.fullmatch(entry.checked), entry.cite
        assert entry.url.startswith("https://") or OWN_NORM in entry.cite, entry.cite
        assert entry.note, f"{entry.cite}: say which text was read and what is not sure"


@pytest.mark.parametrize("rule", RULES, ids=by_id)
def test_every_rule_says_what_to_write_instead(rule: Rule):
    template = rule.rewrite
    assert template
    ways = {name for name in ("of", "sentence", "insert") if getattr(template, name)}
    assert ways in ({"of"}, {"of", "sentence"}, {"sentence"}, {"insert"})
    words = template.to or template.sentence or template.insert
    assert set(words) == set(LANGUAGES)
    assert bool(template.of) == bool(template.to)


@pytest.mark.parametrize("rule", RULES, ids=by_id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_shows_itself_in_every_language(rule: Rule, language: str):
    examples = rule.examples[language]
    assert len(set(examples.unfair)) >= 3
    assert len(set(examples.fair)) >= 3
    assert set(examples.unfair).isdisjoint(examples.fair)


@pytest.mark.parametrize("rule", RULES, ids=by_id)
def test_terms_are_concepts_of_the_lexicon(rule: Rule):
    known = {name.lower() for language in LANGUAGES for name in terminals(language)}
    known |= {"customer", "supplier", "both"}
    for part in conditions(rule):
        if part[0] == "comparison" and part[1][1] not in ("audience", "sector", "concluded"):
            named = part[3][1:] if part[3][0] == "list" else ()
            assert set(filter(None, named)) <= known


@pytest.mark.parametrize("path", FILES, ids=called)
def test_sectors_named_by_rules_exist(path: Path):
    file: RuleFile = read_rule(path)
    named = {*file.applies.sector, *file.applies.not_sector}
    named |= {file.example_profile["sector"]} if "sector" in file.example_profile else set()
    assert named <= set(sectors())


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.applies.sector], ids=by_id)
def test_a_rule_for_a_sector_shows_itself_there(rule: Rule):
    assert rule.example_profile.get("sector") in rule.applies.sector
