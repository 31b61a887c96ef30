"""`contract-lint rules new`: a rule file to start from."""

from __future__ import annotations

import re
from pathlib import Path

import click

from contract_lint.cli import exits, streams

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_SCHEMA_ID = "urn:contract-lint:rule"


@click.command(short_help="Write a rule to start from.")
@click.argument("name")
@click.option(
    "--ruleset",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="DIR",
    help="The folder to write to; its name is the ruleset's.  [default: this folder]",
)
def command(name: str, ruleset: Path) -> None:
    """Write NAME.yaml, a rule that works, with a comment at every setting, for you to change.

    Beside it stands rule.schema.json, by which an editor helps. A file that is there is never overwritten.

    \b
    Example:
      contract-lint rules new no-reviews --ruleset house-rules
    """
    from contract_lint.findings import SCAFFOLD, SCHEMA

    if not _NAME.fullmatch(name):
        raise exits.Undone(f'"{name}" is no name for a rule; use small letters and hyphens: no-reviews')
    target, schema = ruleset / f"{name}.yaml", ruleset / SCHEMA.name
    try:
        ruleset.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8") as file:
            file.write(SCAFFOLD.read_text("utf-8"))
        if not schema.exists() or _SCHEMA_ID in schema.read_text("utf-8"):
            streams.save(SCHEMA.read_text("utf-8"), schema)
    except FileExistsError as error:
        raise exits.Undone(f"{target.as_posix()} is there already; choose another name") from error
    except OSError as error:
        raise exits.Undone(f"{error.filename}: {error.strerror}") from error
    streams.tell(f"wrote {target.as_posix()}; now try: contract-lint rules test {target.as_posix()}\n")
