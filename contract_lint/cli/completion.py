"""`contract-lint completion`: the Tab key for a shell."""

from __future__ import annotations

import click

from contract_lint.cli import streams

_NAME = "contract-lint"
_VARIABLE = "_CONTRACT_LINT_COMPLETE"


@click.command
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print what makes the Tab key complete commands, options and files in a shell.

    \b
    Examples:
      contract-lint completion bash >> ~/.bashrc
      contract-lint completion zsh >> ~/.zshrc
      contract-lint completion fish > ~/.config/fish/completions/contract-lint.fish
    """
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    assert made is not None  # one of the shells that Click itself knows
    streams.write(made(click.get_current_context().find_root().command, {}, _NAME, _VARIABLE).source() + "\n")
