"""`contract-lint config show`: what holds for a file, and who said so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from contract_lint.cli import exits, streams
from contract_lint.cli.given import said
from contract_lint.cli.language import say
from contract_lint.cli.options import about_contract, about_rules, settings_option


@click.group
def command() -> None:
    """Show what the settings say.

    \b
    Example:
      contract-lint config show contracts/terms.docx
    """


@command.command("show", short_help="Show what holds for a file.")
@click.argument("file", type=click.Path(path_type=Path))
@about_contract
@about_rules
@settings_option
def show(file: Path, config: Path | None, isolated: bool, **given: Any) -> None:  # noqa: ANN401
    """Show every setting that holds for FILE, with the file and line that say so.

    \b
    Example:
      contract-lint config show contracts/terms.docx
    """
    from contract_lint.settings import held
    from contract_lint.settings.chain import HELD

    holding = held(file, said(given), config, isolated)
    found = exits.near(str(holding.file)) if holding.file else "none"
    lines = [say(f"settings file: {found}")]
    width = max(map(len, HELD)) + 2
    for name in HELD:
        if name in holding.values:
            lines.append(
                f"{name:{width}}{_written(holding.get(name))}  ({say(exits.near(holding.origin(name)))})"
            )
        else:
            lines.append(f"{name:{width}}-")
    streams.write("\n".join(lines) + "\n")


def _written(value: Any) -> str:  # noqa: ANN401 - as a setting is
    if isinstance(value, dict):
        return ", ".join(f"{name} = {one}" for name, one in value.items())
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
