"""The names of families of rules, as people read them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from contract_lint.shipped import shipped


@cache
def names() -> Mapping[str, Mapping[str, str]]:
    """By id, then by language."""
    return tomllib.loads((shipped("rulesets") / "families.toml").read_text("utf-8"))


def named(family: str, language: str) -> str:
    """The name of a family; one that nobody named goes by its id."""
    return names().get(family, {}).get(language) or family.replace("-", " ").capitalize()
