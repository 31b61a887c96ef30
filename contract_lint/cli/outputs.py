"""Where reports go: standard output and files, in several formats from one run; and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click
from click.core import ParameterSource
from msgspec import Struct
from msgspec.structs import replace

from contract_lint.cli import exits, language, streams
from contract_lint.cli.options import form_option
from contract_lint.cli.portable import portable
from contract_lint.cli.settling import FAIL_ON, Settled
from contract_lint.cli.sources import Source
from contract_lint.model import Report, Severity
from contract_lint.reports import FORMATS, View, render

Command = TypeVar("Command", bound=Callable[..., Any])

LEVELS = {"error": Severity.ERROR, "warning": Severity.WARNING, "note": Severity.NOTE, "none": None}
STDOUT = "-"
APPENDED = "github-summary"  # what a step has written to its summary before stays there
SUFFIXES = {
    ".txt": "text",
    ".json": "json",
    ".sarif": "sarif",
    ".xml": "junit",
    ".md": "markdown",
    ".csv": "csv",
    ".html": "html",
}


class Target(Struct, frozen=True):
    """A format, and the file to write it to; no file is standard output."""

    form: str
    path: Path | None = None


class Asked(Struct, frozen=True):
    """The options below as they were given."""

    form: str
    output: tuple[str, ...]
    show_muted: bool
    sarif_locations: str

    @property
    def explicitly(self) -> bool:
        """Whether --format was given, rather than left as it is."""
        source = click.get_current_context().get_parameter_source("form")
        return source is not ParameterSource.DEFAULT


class Outputs(Struct, frozen=True):
    """All that a run writes, and how."""

    targets: tuple[Target, ...]
    view: View


def output_options(command: Command) -> Command:
    """Add the options that say which reports to write and what makes the run fail, given as `asked`."""
    command = _together(command)
    for option in (
        click.option(
            "--sarif-locations",
            type=click.Choice(["source", "sidecar"]),
            default="source",
            show_default=True,
            help="Point into a Word or PDF file, or into NAME.txt beside it as `extract` writes it"
            " (sarif, github, gitlab).",
        ),
        click.option(
            "--show-muted",
            is_flag=True,
            help="List what was kept back and what is accepted, with the reason (text).",
        ),
        click.option(
            "--output",
            multiple=True,
            metavar="FORMAT=FILE",
            help='Write a report in this format to a file too; "-" is standard output, instead of --format.'
            " May be repeated.",
        ),
        click.option(
            "--fail-on",
            type=click.Choice(list(LEVELS)),
            default=FAIL_ON,
            show_default=True,
            help="Exit 1 when there is a finding at this level or above it.",
        ),
        form_option(*FORMATS),
    ):
        command = option(command)
    return command


def _together(command: Command) -> Command:
    """Give the options of this module to a command as one."""

    @wraps(command)
    def run(**given: Any) -> Any:  # noqa: ANN401
        return command(asked=Asked(**{name: given.pop(name) for name in Asked.__struct_fields__}), **given)

    return cast(Command, run)


def outputs_of(
    asked: Asked, cases: Sequence[Settled], told: Sequence[Settled | None] | None = None
) -> Outputs:
    """What was asked for on the command line; raises an error before any work is done.

    `told` are those of the cases that there will be a report on, if not all.
    """
    given = [_target(text) for text in asked.output]
    piped = sum(target.path is None for target in given)
    if piped + asked.explicitly > 1:
        raise click.UsageError("only one report can go to standard output: choose one --format or FORMAT=-")
    _check(given, [case.source for case in cases])
    targets = given if piped else [Target(asked.form), *given]
    view = View(
        language=cases[0].options.report_language,
        muted=asked.show_muted,
        sidecar=asked.sarif_locations == "sidecar",
        levels=tuple(LEVELS[case.fail_on] for case in told or cases if case),
    )
    return Outputs(tuple(targets), view)


def _target(text: str) -> Target:
    """FORMAT=FILE, or a FILE whose suffix tells the format."""
    form, equals, name = text.partition("=")
    if not equals:
        form, name = SUFFIXES.get(Path(text).suffix.lower(), ""), text
        if not form:
            raise click.UsageError(f"--output {text}: say in which format, as html={text}")
    if form not in FORMATS:
        told = exits.unknown("format", form, FORMATS)
        raise click.UsageError(f"--output {text}: {told}; there are {', '.join(FORMATS)}")
    if not name:
        raise click.UsageError(f"--output {text}: say to which file, as {form}=FILE")
    return Target(form, None if name == STDOUT else Path(name))


def _check(targets: Sequence[Target], sources: Sequence[Source]) -> None:
    """Whether every file can be written: told before the work, not after it."""
    documents = {source.path.resolve() for source in sources if source.path}
    seen: set[Path] = set()
    for path in (target.path for target in targets if target.path):
        told = f"--output {path.as_posix()}"
        if path.resolve() in documents:
            raise exits.Undone(f"{told} is one of the documents; choose another file")
        if path.resolve() in seen:
            raise click.UsageError(f"{told} is named twice; choose another file")
        if path.is_dir():
            raise exits.Undone(f"{told} is a folder; name a file in it")
        if not path.parent.is_dir():
            raise exits.Undone(f"{told}: there is no folder {path.parent.as_posix()}; make it first")
        seen.add(path.resolve())


def publish(reports: Sequence[Report], outputs: Outputs) -> None:
    """Write all files, then standard output, then the notes on the run.

    A file that cannot be written does not keep the others from being written; it is told at the end.
    """
    from contract_lint.reports import notes

    said = notes.render(reports, outputs.view.language, language.own())
    faults = []
    for target in sorted(outputs.targets, key=lambda target: target.path is None):
        if target.path is None:
            _print(reports, target.form, outputs.view)
            continue
        try:
            _save(reports, target.form, target.path, outputs.view, said)
        except OSError as error:
            faults.append(f"{target.path.as_posix()}: {error.strerror or error}")
    streams.write(said, sys.stderr)
    if faults:
        raise exits.Undone("\n".join(faults))


def _print(reports: Sequence[Report], form: str, view: View) -> None:
    if form != "text":
        streams.write(render(form, portable(reports), view))
        return
    shown = replace(view, color=streams.colored(sys.stdout), width=streams.width(sys.stdout))
    told = render(form, reports, shown)
    streams.write(told + "\n" if told and streams.together() else told)


def _save(reports: Sequence[Report], form: str, path: Path, view: View, said: str) -> None:
    if form == "text":
        # A text file is read on its own, far from this terminal: it tells what was not read, too.
        streams.save(render(form, reports, view) + said, path)
        return
    before = path.read_text("utf-8", "replace") if form == APPENDED and path.is_file() else ""
    room = replace(view, taken=len(before.encode("utf-8", "replace")))
    streams.save(before + render(form, portable(reports), room), path)


def verdict(reports: Sequence[Report], view: View) -> int:
    """The exit code by the level of each document; what was not read outranks what was found."""
    from contract_lint.reports.entries import entries, gaps

    if any(True for report in reports for _ in gaps(report)):
        return exits.UNDONE
    fails = any(
        entry.fails(level)
        for report, level in zip(reports, view.levels, strict=True)
        for entry in entries(report)
    )
    return exits.FINDINGS if fails else exits.NOTHING
