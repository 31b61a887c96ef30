"""One worker process, and the crew of them.

The limits are enforced by the kernel (an alarm, a cap on address space), not by asking the library that
hangs. Every worker holds the reading end of one pipe, the lifeline, whose writing end only the parent has:
when the parent dies, however it dies, the workers see the end of it and leave.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread, Timer
from typing import Any, cast

from msgspec import Struct

from contract_lint.documents.limits import MB, STANDARD, Limits

# Forking costs milliseconds and shares what is loaded; elsewhere the system's libraries forbid it.
_CONTEXT = get_context("fork") if sys.platform == "linux" else get_context("spawn")
_FORKS = _CONTEXT.get_start_method() == "fork"
_FOREVER = 10**8  # seconds: years, and more than an alarm can be set to
_LATE = 124  # the exit code of a worker that a timer stopped where there is no alarm


class Lost(Struct, frozen=True):
    """A piece of work whose process did not live to finish it."""

    reason: str


class Worker:
    """A process that does one piece of work after another."""

    def __init__(self, work: Callable[[Any], Any], lifeline: tuple[Connection, Connection]) -> None:
        self.connection, theirs = _CONTEXT.Pipe()
        self._task: int | None = None
        self._limits = STANDARD
        ours = (self.connection, lifeline[1]) if _FORKS else ()
        given = (work, theirs, lifeline[0], ours)
        self._process = _CONTEXT.Process(target=_serve, args=given, daemon=True)
        self._process.start()
        theirs.close()

    @property
    def busy(self) -> bool:
        """Whether a result is still to come."""
        return self._task is not None

    @property
    def alive(self) -> bool:
        """Whether it can do more."""
        return not self.connection.closed

    def give(self, index: int, task: object, limits: Limits) -> None:
        """Start on a task; the index comes back with its result."""
        self._task, self._limits = index, limits
        with suppress(BrokenPipeError):  # it died between two tasks: result() tells why
            self.connection.send((task, limits))

    def result(self) -> tuple[int, Any]:
        """What came of the task, waiting for it; raises what the work raised."""
        assert self._task is not None
        index, self._task = self._task, None
        try:
            done, result = self.connection.recv()
        except (EOFError, ConnectionResetError):
            return index, Lost(self._cause())
        if not done:
            raise result
        return index, result

    def _cause(self) -> str:
        """Why the process is gone."""
        self.kill()
        code = self._process.exitcode or 0
        if code in (_LATE, -getattr(signal, "SIGALRM", 0)):
            return f"took longer than {self._limits.seconds} seconds; allow more with --limit seconds=N"
        if code < 0:
            return f"crashed the reader ({signal.Signals(-code).name}); save it anew or in another format"
        return f"the process that read it ended ({code})"

    def dismiss(self) -> None:
        """End it, whatever it is doing."""
        if not self.alive:
            return
        if not self.busy:
            with suppress(BrokenPipeError):
                self.connection.send(())
            self._process.join(1)
        self.kill()

    def kill(self) -> None:
        """End it now, with the programs that it started."""
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid or 0, signal.SIGKILL)
        self._process.kill()
        self._process.join()
        self.connection.close()


class Crew:
    """The workers of one run; leaving the context ends them all."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        self._work = work
        self._lifeline = _CONTEXT.Pipe(duplex=False)
        self._workers: list[Worker] = []

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_raised: object) -> None:
        for worker in self._workers:
            worker.dismiss()
        for end in self._lifeline:
            end.close()

    def hire(self) -> Worker:
        """A new worker."""
        worker = Worker(self._work, self._lifeline)
        self._workers.append(worker)
        return worker

    def able(self, worker: Worker) -> Worker:
        """This worker, or a new one in the place of a dead one."""
        if worker.alive:
            return worker
        self._workers.remove(worker)
        return self.hire()

    def busy(self) -> dict[Connection, Worker]:
        """The workers whose results are still to come, by their connections."""
        return {worker.connection: worker for worker in self._workers if worker.busy}


def _serve(
    work: Callable[[Any], Any],
    connection: Connection,
    lifeline: Connection,
    ours: tuple[Connection, ...],
) -> None:
    """The life of a worker: tasks in, results out, until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt leaves
    if hasattr(os, "setpgrp"):
        os.setpgrp()  # so that the programs it starts end with it
    for end in ours:  # forked with the parent's own ends
        end.close()
    Thread(target=_leave_with_parent, args=(lifeline,), daemon=True).start()
    while given := _next(connection):
        connection.send(_done(work, *given))


def _next(connection: Connection) -> tuple[Any, ...]:
    """The next task with its limits; empty when there are no more."""
    try:
        return cast(tuple[Any, ...], connection.recv())
    except EOFError:
        return ()


def _done(work: Callable[[Any], Any], task: object, limits: Limits) -> tuple[bool, Any]:
    _cap_memory(limits.memory)
    stop = _alarm(limits.seconds)
    try:
        return True, work(task)
    except MemoryError:
        return True, Lost(
            f"needs more than {limits.memory // MB} MB of memory; allow more with --limit memory=N"
        )
    except Exception as error:
        return False, error
    finally:
        stop()


def _alarm(seconds: int) -> Callable[[], object]:
    """Set the time limit, and give what takes it off again."""
    if seconds > _FOREVER:
        return lambda: None
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)  # which ends the process, inside a library too
        signal.setitimer(signal.ITIMER_REAL, seconds)
        return lambda: signal.setitimer(signal.ITIMER_REAL, 0)
    timer = Timer(seconds, os._exit, (_LATE,))
    timer.daemon = True
    timer.start()
    return timer.cancel


def _cap_memory(most: int) -> None:
    """Cap the address space at so many bytes, where the system can."""
    try:
        import resource
    except ImportError:  # Windows has no such thing
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = most if hard < 0 else min(most, hard)
    if most < sys.maxsize:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _leave_with_parent(lifeline: Connection) -> None:
    lifeline.poll(None)
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(1)
