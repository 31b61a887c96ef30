"""`contract-lint init`: settings to start from, with a hook and a CI job for who wants them."""

from __future__ import annotations

from pathlib import Path

import click

from contract_lint.cli import streams


@click.command
@click.argument("folder", type=click.Path(file_okay=False, exists=True, path_type=Path), default=".")
@click.option("--hook", "wanted", flag_value="hook", multiple=True, help="Write a pre-commit hook too.")
@click.option("--github", "wanted", flag_value="github", multiple=True, help="Write a GitHub workflow too.")
@click.option("--gitlab", "wanted", flag_value="gitlab", multiple=True, help="Write a GitLab pipeline too.")
@click.option("--show", is_flag=True, help="Print the files and write nothing.")
def command(folder: Path, wanted: tuple[str, ...], show: bool) -> None:
    """Write a commented settings file to start from into FOLDER, the current one unless given.

    Nothing that exists is overwritten.

    \b
    Examples:
      contract-lint init --hook --github
      contract-lint init --show
    """
    from contract_lint.settings.starting import start, write_starts

    files = ("settings", *dict.fromkeys(wanted))
    if show:
        streams.write("\n".join(f"# {path}\n{text}" for path, text in map(start, files)))
        return
    for path in write_starts(files, folder):
        streams.tell(f"wrote {path.as_posix()}\n")
