"""What the Tab key offers where a name of ours belongs: rules, families, rulesets, sectors."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

import click

from contract_lint.shipped import extended, rule_names, shipped

Names = list[str]


def rules(_context: click.Context, _parameter: click.Parameter, begun: str) -> Names:
    """The rules, also the own ones of the settings that hold in this folder."""
    return _fitting(begun, _rules())


def rules_and_families(_context: click.Context, _parameter: click.Parameter, begun: str) -> Names:
    """The rules and their families, also behind a comma."""
    return _fitting(begun, (*_rules(), *_tables("families.toml")))


def rulesets(_context: click.Context, _parameter: click.Parameter, begun: str) -> Names:
    """The rulesets that ship, also behind a comma."""
    return _fitting(begun, (path.name for path in shipped("rulesets").iterdir() if path.is_dir()))


def sectors(_context: click.Context, _parameter: click.Parameter, begun: str) -> Names:
    """The trades that rules know."""
    return _fitting(begun, _tables("profile.toml", "sector"))


def _fitting(begun: str, names: Iterable[str]) -> Names:
    before, comma, last = begun.rpartition(",")
    return sorted(f"{before}{comma}{name}" for name in set(names) if name.startswith(last))


def _rules() -> Collection[str]:
    from contract_lint.model import Fault
    from contract_lint.settings import held

    try:
        with extended(held(Path("contract")).get("rules") or ()):
            return rule_names()
    except Fault:  # which the command itself tells
        return rule_names()


def _tables(file: str, name: str = "") -> Iterable[str]:
    import tomllib  # nobody else waits for it

    content = tomllib.loads((shipped("rulesets") / file).read_text("utf-8"))
    return content[name] if name else content
