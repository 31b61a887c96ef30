"""Linting many documents side by side, while somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any

import click
from msgspec import Struct

from contract_lint.cli import exits, streams
from contract_lint.cli.settling import Settled
from contract_lint.model import Fault, Report, Rule, Unread, Unreadable
from contract_lint.pipeline import Options, lint

Task = tuple[str, Path | bytes, Options, int]  # name, source, options, and which of the choices of rules

_INTERRUPTED = "the run was interrupted"


class Run(Struct, frozen=True):
    """The reports on all sources in their order; `interrupted` when somebody stopped it before its end."""

    reports: tuple[Report, ...]
    interrupted: bool = False


def examined(cases: Sequence[Settled], jobs: int | None = None, cache: bool = False) -> Run:
    """Lint every document in worker processes, one per core unless told otherwise.

    What stops one of them is told in its report. With `cache`, reports of earlier runs are used and kept.
    """
    done: dict[int, Report] = {}
    interrupted = False
    try:
        with _progress(cases) as bar:
            for index, report in remembered(cases, jobs) if cache else worked(cases, jobs):
                done[index] = report
                if bar:
                    bar.update(1, cases[index].source.name)
    except KeyboardInterrupt:
        interrupted = True
    reports = (done.get(at) or unread(case.source.name, _INTERRUPTED) for at, case in enumerate(cases))
    return Run(tuple(reports), interrupted)


def remembered(cases: Sequence[Settled], jobs: int | None) -> Iterator[tuple[int, Report]]:
    """The reports as they come, by their indexes: those of earlier runs, then those that are made now."""
    from contract_lint.results import forget_oldest, keep, recall

    keys = [_key(case) for case in cases]
    rest = []
    for index, key in enumerate(keys):
        if key and (report := recall(key)):
            yield index, report
        else:
            rest.append(index)
    if not rest:
        return
    for at, report in worked([cases[index] for index in rest], jobs):
        index = rest[at]
        if (key := keys[index]) and key == _key(cases[index]):  # else it was changed while it was read
            keep(key, report)
        yield index, report
    forget_oldest()


def _key(case: Settled) -> str | None:
    """What the report is kept under; None for what leaves no trace, or depends on more than we know."""
    from contract_lint.results import key_of

    source, options = case.source, case.options
    if source.path is None or options.password is not None or options.ocr:
        return None
    return key_of(source.path, source.name, repr(options), options.own_rules, options.limits.file)


def worked(cases: Sequence[Settled], jobs: int | None) -> Iterator[tuple[int, Report]]:
    """The reports by their indexes, made in worker processes.

    The biggest document goes first: as the last one it would keep a single worker busy after all others.
    """
    from contract_lint.workers import Lost, cores, spread

    # The rules are many and mostly the same: they go to a worker once, not with every document.
    choices = list({id(case.rules): case.rules for case in cases}.values())
    places = {id(rules): place for place, rules in enumerate(choices)}
    debug = bool(click.get_current_context().find_root().params.get("debug"))
    work = partial(examine, choices=choices, debug=debug)
    order = sorted(range(len(cases)), key=lambda index: -cases[index].source.size)
    ordered = [cases[index] for index in order]
    tasks = [
        (case.source.name, case.source.content(), case.options, places[id(case.rules)]) for case in ordered
    ]
    limits = [case.options.limits for case in ordered]
    for at, result in spread(work, tasks, limits, jobs or cores()):
        name = ordered[at].source.name
        yield order[at], unread(name, result.reason) if isinstance(result, Lost) else result


def examine(task: Task, choices: Sequence[tuple[Rule, ...]], debug: bool) -> Report:
    """Lint one document; whatever stops that is told in its report and does not stop the others."""
    name, source, options, choice = task
    try:
        return lint(source, options, name, choices[choice])
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


def _progress(cases: Sequence[object]) -> AbstractContextManager[Any]:
    """A bar with the last file's name and the time left, where somebody watches and it may take a while."""
    if len(cases) < 2 or not sys.stderr.isatty():
        return nullcontext()
    return click.progressbar(
        length=len(cases), file=sys.stderr, show_pos=True, item_show_func=lambda name: name or ""
    )
