"""`contract-lint manual`: all commands on one page, made of what `--help` says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from inspect import cleandoc

import click

from contract_lint.cli import streams
from contract_lint.cli.language import prepare, spoken
from contract_lint.cli.options import form_option

_UNWRAPPED = "\b\n"  # opens a paragraph that Click prints line by line
_SEVERAL = 3  # commands that have an option, for it to be told once for all
Told = tuple[str, str]  # an option as one writes it, and its help


@dataclass(frozen=True, slots=True)
class Entry:
    """One command: its name, its arguments, what it says of itself, and its options with their help.

    A paragraph with line breaks is printed as it is. `shared` are options that are told with others.
    """

    name: str
    arguments: str
    paragraphs: tuple[str, ...]
    options: tuple[Told, ...]
    shared: tuple[Told, ...] = ()


@click.command
@form_option("man", "markdown", told="A page for man, or one in Markdown.")
def command(form: str) -> None:
    """Print the manual: all commands with their options and examples.

    Where it was installed by pip into a place that man knows, `man contract-lint` shows the same.

    \b
    Examples:
      contract-lint manual | man -l -
      contract-lint manual --format markdown > COMMANDS.md
    """
    streams.write(page(form))


def page(form: str) -> str:
    """The whole manual, in the language that the user speaks."""
    from contract_lint.cli import main
    from contract_lint.cli.manual_pages import RENDERERS

    prepare()
    told = list(entries(click.Context(spoken(main), info_name="contract-lint")))
    return RENDERERS[form](*apart(told))


def entries(context: click.Context) -> Iterator[Entry]:
    """A command and those below it, in the order in which help lists them."""
    own = context.command
    yield Entry(
        name=context.command_path,
        arguments=" ".join(own.collect_usage_pieces(context)),
        paragraphs=tuple(map(_joined, cleandoc(own.help or "").split("\n\n"))),
        options=tuple(_options(own, context)),
    )
    if isinstance(own, click.Group):
        for name in own.list_commands(context):
            below = own.get_command(context, name)
            assert below is not None
            yield from entries(click.Context(below, info_name=name, parent=context))


def apart(told: Sequence[Entry]) -> tuple[list[Entry], tuple[Told, ...]]:
    """The entries with what several share set apart, and all that is shared."""
    times = Counter(option for entry in told for option in entry.options)
    shared = tuple(option for option, count in times.items() if count >= _SEVERAL)
    return [
        replace(
            entry,
            options=tuple(option for option in entry.options if option not in shared),
            shared=tuple(option for option in entry.options if option in shared),
        )
        for entry in told
    ], shared


def _joined(paragraph: str) -> str:
    if paragraph.startswith(_UNWRAPPED):
        return paragraph.removeprefix(_UNWRAPPED)
    return " ".join(paragraph.split())


def _options(command: click.Command, context: click.Context) -> Iterator[Told]:
    """The options with their help; `--help` itself is told once, with the program's own."""
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
        if record and (context.parent is None or "--help" not in parameter.opts):
            names, told = record
            yield names, " ".join(told.split())
