"""Linting many documents side by side, while somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import click

from contract_lint.cli import exits, streams
from contract_lint.cli.sources import Source
from contract_lint.model import Fault, Report, Rule, Unread, Unreadable
from contract_lint.pipeline import Options, lint
from contract_lint.workers import Lost, cores, spread

_INTERRUPTED = "the run was interrupted"


@dataclass(frozen=True, slots=True)
class Run:
    """The reports on all sources in their order; `interrupted` when somebody stopped it before its end."""

    reports: tuple[Report, ...]
    interrupted: bool = False


def examined(
    sources: Sequence[Source], options: Options, rules: tuple[Rule, ...], jobs: int | None = None
) -> Run:
    """Lint every source in worker processes, one per core unless told otherwise.

    What stops one of them is told in its report.
    """
    debug = bool(click.get_current_context().find_root().params.get("debug"))
    work = partial(examine, options=options, rules=rules, debug=debug)
    done: dict[int, Report] = {}
    interrupted = False
    try:
        tasks = [(source.name, source.content()) for source in sources]
        with _progress(sources) as bar:
            for index, result in spread(work, tasks, options.limits, jobs or cores()):
                name = sources[index].name
                done[index] = unread(name, result.reason) if isinstance(result, Lost) else result
                if bar:
                    bar.update(1, sources[index])
    except KeyboardInterrupt:
        interrupted = True
    reports = (done.get(at) or unread(source.name, _INTERRUPTED) for at, source in enumerate(sources))
    return Run(tuple(reports), interrupted)


def examine(task: tuple[str, Path | bytes], options: Options, rules: tuple[Rule, ...], debug: bool) -> Report:
    """Lint one document; whatever stops that is told in its report and does not stop the others."""
    name, source = task
    try:
        return lint(source, options, name, rules)
    except (Fault, MemoryError):
        raise  # no fault of the document: a grammar or an option is wrong, or a limit is reached
    except Unreadable as error:
        return unread(name, exits.reason(error, name))
    except Exception as error:
        if debug:
            streams.write(exits.traceback(error), sys.stderr)
        return unread(name, exits.internal(error))


def unread(name: str, reason: str) -> Report:
    """The report on a document of which nothing was read."""
    return Report(name, None, None, unread=(Unread("document", reason),))


def _progress(sources: Sequence[Source]) -> AbstractContextManager[Any]:
    """A bar with the last file's name and the time left, where somebody watches and it may take a while."""
    if len(sources) < 2 or not sys.stderr.isatty():
        return nullcontext()
    return click.progressbar(
        length=len(sources), file=sys.stderr, show_pos=True, item_show_func=lambda s: s.name if s else ""
    )
