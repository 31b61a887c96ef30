"""Hostile texts take time and memory in proportion to their length, and no more."""

from __future__ import annotations

import sys
import time
import tracemalloc
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from contract_lint.facts.catalogue import catalogue
from contract_lint.facts.lexicon import Lexicon, Terminal
from contract_lint.pipeline import Options, lint, load

_spec = spec_from_file_location("adversarial", Path(__file__).parent.parent / "benchmarks" / "adversarial.py")
assert _spec and _spec.loader
adversarial = module_from_spec(_spec)
sys.modules["adversarial"] = adversarial
_spec.loader.exec_module(adversarial)

pytestmark = pytest.mark.usefixtures("steady")

RULES = load(Options())
SHARE = 40  # of the terminals one in so many lends its pieces to the quick test


def told(slow) -> str:
    return f"{slow.name} on {slow.text!r}: {slow.seconds:.3f} s, {slow.growth:.1f} times that of a quarter"


def test_every_expression_takes_linear_time() -> None:
    for tried in adversarial.compiled():
        pieces = adversarial.pieces_of(tried.expression)
        slow = adversarial.worst(tried.name, tried.run, pieces, 6000)
        assert not slow.guilty, told(slow)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_lexicons_take_linear_time(language: str) -> None:
    lexicon = catalogue(language).lexicon
    pieces = list(adversarial.RUNS)
    for terminal in lexicon.terminals[::SHARE]:
        pieces += adversarial.pieces_of(terminal.pattern)[len(adversarial.RUNS) :][:4]

    def read(text: str) -> object:
        return list(lexicon.landmarks(text))

    slow = adversarial.worst(f"the lexicon of {language}", read, pieces, 24_000)
    assert not slow.guilty, told(slow)


def test_an_expression_that_is_quadratic_is_found_guilty() -> None:
    import re

    quadratic = re.compile(r"a+b")
    assert adversarial.worst("a+b", quadratic.findall, ["a"]).guilty


def test_even_a_quadratic_terminal_is_kept_linear() -> None:
    alone = Lexicon.of((Terminal("BAD", r"a(?: a)* b"),))
    slow = adversarial.worst("BAD", lambda text: list(alone.landmarks(text)), ["a "], 24_000)
    assert not slow.guilty, told(slow)


def items(count: int) -> str:
    return "Opzeggen kan op deze manieren:\n" + "\n".join(f"- per brief {n}" for n in range(count))


def nested(count: int) -> str:
    lines = ["1. Duur"]
    lines += [f"{'1.' * (1 + n % 5)}{n // 5 + 1} Opzeggen kan per brief." for n in range(count)]
    return "\n\n".join(lines)


TEXTS: dict[str, Callable[[int], str]] = {
    "one sentence": lambda count: "de klant is niet aansprakelijk en betaalt drie maanden " * count,
    "one word": lambda count: "opzeg" * 10 * count,
    "digits": lambda count: "1." * 20 * count,
    "brackets": lambda count: "(a) " * 10 * count,
    "one clause": lambda count: "De klant kan uitsluitend per aangetekende brief opzeggen. " * count,
    "a long list": items,
    "nested numbers": nested,
    "headings": lambda count: "\n\n".join(f"Artikel {n}. Opzegging" for n in range(1, count)),
    "definitions": lambda count: "\n\n".join(f'"Naam{n}": de klant die Naam{n} is.' for n in range(count)),
    "names": lambda count: "\n\n".join(f"Acme{n} B.V. (hierna: Acme{n}) levert." for n in range(count)),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_whole_check_takes_linear_time(name: str) -> None:
    def seconds(count: int) -> float:
        text = TEXTS[name](count).encode()
        start = time.process_time()
        lint(text, Options(language="nl"), "terms.txt", RULES)
        return time.process_time() - start

    seconds(50)
    long = seconds(1600)
    if long > 0.2:
        growth = min(long, seconds(1600)) / min(seconds(400) for _ in range(2))
        assert growth < adversarial.GROWTH, f"{growth:.1f} times a quarter of the text, {long:.2f} s"


def test_memory_grows_with_the_text() -> None:
    def most(count: int) -> int:
        text = TEXTS["one clause"](count).encode()
        tracemalloc.start()
        lint(text, Options(language="nl"), "terms.txt", RULES)
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    most(50)
    assert most(800) < 6 * most(200)
