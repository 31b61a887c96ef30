"""The room of worker processes: a document that crashes or hangs a library costs that one document."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import wait
from typing import TypeVar

from contract_lint.documents.limits import STANDARD, Limits
from contract_lint.workers.process import Crew, Lost

__all__ = ["Lost", "alone", "cores", "spread"]

Task = TypeVar("Task")
Result = TypeVar("Result")


def spread(
    work: Callable[[Task], Result],
    tasks: Sequence[Task],
    limits: Limits | Sequence[Limits] = STANDARD,
    jobs: int = 1,
) -> Iterator[tuple[int, Result | Lost]]:
    """Do the work on every task in up to `jobs` processes; yields (index of the task, result) as they come.

    `limits` hold for each of the tasks, or are given for one after the other.

    What `work` raises is raised here. A task whose process crashed, or went over a limit, gives `Lost`.
    `work`, tasks and results travel between processes, so they must be picklable. Leaving the iteration
    early stops all processes.
    """
    allowed = [limits] * len(tasks) if isinstance(limits, Limits) else limits
    waiting = deque(zip(range(len(tasks)), tasks, allowed, strict=True))
    with Crew(work) as crew:
        for _ in range(min(jobs, len(tasks))):
            crew.hire().give(*waiting.popleft())
        while busy := crew.busy():
            ready = wait(list(busy))
            for worker in [worker for connection, worker in busy.items() if connection in ready]:
                yield worker.result()
                if waiting:
                    crew.able(worker).give(*waiting.popleft())


def alone(work: Callable[[Task], Result], task: Task, limits: Limits = STANDARD) -> Result | Lost:
    """Do one piece of work in a process of its own."""
    return next(result for _, result in spread(work, (task,), limits))


def cores() -> int:
    """How many processes this machine can really run side by side for us."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
