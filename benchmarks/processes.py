"""Whole processes, timed in turn: what disturbs the machine then disturbs all of them alike."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGKILL
from tempfile import TemporaryDirectory
from threading import Timer

PATIENCE = 300  # seconds that a process may take
_NOWHERE = "http://127.0.0.1:9"  # where a program ends that asks for the network


@dataclass
class Row:
    """A command, and what its runs took: seconds on the clock, and the megabytes of its largest process.

    It runs in an empty folder that is new every time: "{scratch}" in the command and the environment. It is
    run once before it is measured where `first` says so. `fault` says why there are no figures, if not.
    """

    name: str
    kind: str  # "floor", "ours" or "public"
    command: Sequence[str] = ()
    env: dict[str, str] = field(default_factory=dict)
    ends: tuple[int, ...] = (0,)
    first: bool = False
    seconds: list[float] = field(default_factory=list)
    megabytes: float = 0.0
    fault: str = ""


def measure(rows: Sequence[Row], rounds: int) -> None:
    """Run every row in turn, so many times; one that fails is not run again."""
    for at in range(rounds + 1):
        for row in rows:
            if not row.fault and (at or row.first):
                _run(row, kept=at > 0)


def _run(row: Row, kept: bool) -> None:
    with TemporaryDirectory() as scratch:
        command = [part.replace("{scratch}", scratch) for part in row.command]
        given = {name: value.replace("{scratch}", scratch) for name, value in row.env.items()}
        start = time.perf_counter()
        with Path(scratch, "stderr").open("wb") as told:
            process = subprocess.Popen(
                command,
                cwd=scratch,
                env=environment(scratch) | given,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=told,
            )
            used = _waited(process)
        seconds = time.perf_counter() - start
        if process.returncode == -SIGKILL:
            row.fault = f"stopped after {PATIENCE} s"
        elif process.returncode not in row.ends:
            last = Path(scratch, "stderr").read_text("utf-8", "replace").strip().rpartition("\n")[2]
            row.fault = f"ended with {process.returncode}" + (f": {last[:100]}" if last else "")
        elif kept:
            row.seconds.append(round(seconds, 4))
            row.megabytes = round(max(row.megabytes, used), 1)
    if row.fault:
        row.seconds.clear()


def _waited(process: subprocess.Popen[bytes]) -> float:
    """Wait for the end of a process; the megabytes that it, or a process of its own, held at most."""
    guard = Timer(PATIENCE, process.kill)
    guard.start()
    _, status, used = os.wait4(process.pid, 0)
    guard.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def environment(home: str) -> dict[str, str]:
    """What a process sees: a home without anything remembered, no keys of services, no way to the network."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": home,
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), _NOWHERE),
    }
