"""What holds for each document: the command line, before its settings file, before what is usual."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from msgspec import Struct

from contract_lint.cli import exits
from contract_lint.cli.given import options_from, said
from contract_lint.cli.sources import Source
from contract_lint.model import Fault, Rule
from contract_lint.pipeline import Options, load
from contract_lint.settings import GIVEN, Holding, held

FAIL_ON = "warning"
# The settings that name rules.
_CHOOSING = ("rulesets", "select", "ignore", "severity", "rules")


class Settled(Struct, frozen=True):
    """A document with all that holds for it."""

    source: Source
    options: Options
    load: Callable[[], tuple[Rule, ...]]
    fail_on: str
    register: str | None = None  # the path of the register of accepted deviations, where it is set

    @property
    def narrowed(self) -> bool:
        """Whether only some of the rules were asked for."""
        return bool(self.options.rulesets or self.options.select or self.options.ignore)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The chosen rules, loaded when they are first asked for: a report from the cache needs none.

        Raises `Fault` for everything wrong in them or in their choice, and `Undone` where none is left.
        """
        return self.load()


def settle(
    sources: Sequence[Source], given: Mapping[str, Any], config: Path | None = None, isolated: bool = False
) -> tuple[Settled, ...]:
    """What holds for every document that is not passed over.

    Raises `Fault` for everything wrong in a settings file, but for names of rules: see `Settled.rules`.
    """
    rules: dict[tuple[Any, ...], Callable[[], tuple[Rule, ...]]] = {}
    settled = []
    for source in sources:
        holding = held(source.path or Path("-"), given, config, isolated)
        if holding.excluded and source.walked:
            continue
        options = options_from(_values(holding))
        chosen = (options.rulesets, options.select, options.ignore, options.own_rules, options.severity)
        if chosen not in rules:
            rules[chosen] = cache(partial(_loaded, source.name, options, holding))
        level = holding.get("fail-on") or FAIL_ON
        settled.append(Settled(source, options, rules[chosen], level, holding.get("register")))
    return tuple(settled)


def options_for(path: Path, given: Mapping[str, Any]) -> Options:
    """What holds for the one document of a command; `given` are the command's own options."""
    return options_from(_values(held(path, said(given))))


def options_here(given: Mapping[str, Any], config: Path | None, isolated: bool) -> Options:
    """A command's own options about rules, with the own rules that the settings above this folder name.

    What the settings choose among the rules is left aside: these commands tell what there is to choose from.
    """
    asked = said(given)
    own = held(Path("contract"), asked, config, isolated).get("rules")
    return options_from({**asked, "rules": own})


def _values(holding: Holding) -> dict[str, Any]:
    return {name: one.value for name, one in holding.values.items()}


def _loaded(name: str, options: Options, holding: Holding) -> tuple[Rule, ...]:
    """The rules; a name that does not exist is told where it was written."""
    try:
        rules = load(options)
    except Fault as fault:
        writers = sorted(
            holding.origin(name)
            for name in _CHOOSING
            for written in holding.get(name) or ()
            if f'"{written}"' in str(fault) and holding.origin(name) != GIVEN
        )
        if not writers:
            raise
        raise Fault(str(fault), writers[0]) from fault
    if not rules:  # would make every contract look fair
        raise exits.Undone(f"{name}: no rule is left by ruleset, select and ignore")
    return rules
