"""One clause in many words: each way of saying it in `phrasings/<language>.yaml` is found, or stays silent.

A template has alternatives in braces: "{Opzegging|Beëindiging} is {uitgesloten|niet mogelijk}." Every
alternative is tried with others beside it, not every combination. Each sentence is a contract of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from contract_lint.pipeline import Options, lint, load

PHRASINGS = Path(__file__).parent / "phrasings"
TURNS = 2  # how often each alternative is tried, with other neighbours
BRACES = re.compile(r"\{([^}]*)\}")


def templates(wanted: str) -> list:
    return [
        pytest.param(path.stem, family, template, id=f"{path.stem}-{family}-{number}")
        for path in sorted(PHRASINGS.glob("*.yaml"))
        for family, ways in yaml.safe_load(path.read_text("utf-8")).items()
        for number, template in enumerate(ways.get(wanted, ()), 1)
    ]


def sentences(template: str) -> Iterator[str]:
    """The template with each alternative, the slots turning at different speeds."""
    between, slots = BRACES.split(template)[::2], [slot.split("|") for slot in BRACES.findall(template)]
    for turn in range(TURNS if len(slots) > 1 else 1):
        for at in range(max(map(len, slots), default=1)):
            chosen = [slot[(at + turn * number) % len(slot)] for number, slot in enumerate(slots)]
            text = " ".join("".join(map("".join, zip(between, [*chosen, ""], strict=True))).split())
            yield re.sub(r" ([,.])", r"\1", text[0].upper() + text[1:])


@cache
def options(language: str) -> Options:
    return Options(audience="consumer", language=language)


def families(language: str, text: str) -> set[str]:
    given = options(language)
    found = lint(f"{text}\n".encode(), given, name="one.txt", rules=rules(language)).findings
    return {finding.family for finding in found if finding.evidence}


@cache
def rules(language: str):
    return load(options(language))


@pytest.mark.parametrize(("language", "family", "template"), templates("found"))
def test_every_way_of_saying_it_is_found(language: str, family: str, template: str):
    missed = [text for text in sentences(template) if family not in families(language, text)]
    assert not missed


@pytest.mark.parametrize(("language", "family", "template"), templates("silent"))
def test_a_fair_twin_stays_silent(language: str, family: str, template: str):
    """Under `fair` nothing at all may be found, under a family nothing of that family."""
    unwanted = [
        (text, told)
        for text in sentences(template)
        if (told := families(language, text) - {"readability"}) and family in (*told, "fair")
    ]
    assert not unwanted
