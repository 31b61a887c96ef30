"""Whether a reader survives what nobody would call a document: no crash, no hang, no unbounded memory.

    python benchmarks/fuzzing.py READER [--count 20000] [--seed 1] [--seconds 10] [--megabytes 1024]
                                        [--files FOLDER] [--keep FOLDER]

READER is one of the names in `fuzzing_inputs.READERS`. Half of the inputs are made by hypothesis from what
the format is made of, half are files (ours, and those of `--files`) with damage. The same seed gives the same
inputs. They are read in a process that is held to the memory, and killed after the time. An input passes when
it gives a sound document or one clear sentence; those that do not are kept in `--keep`, and the exit is 1.
"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from fuzzing_inputs import READERS
from fuzzing_making import Inputs, damaged, generated

from contract_lint.documents import read
from contract_lint.model import Document, Unreadable

MB = 2**20
_ASLEEP = 20  # times its seconds that a process may take on the clock, as it shares the machine
READ, REFUSED = "read", "refused"


def fault(document: Document) -> str:
    """What is unsound about a document, or nothing."""
    try:
        document.text.encode()
    except UnicodeEncodeError:
        return "the text holds half a character"
    if any(sign < " " and sign != "\n" for sign in set(document.text)):
        return "the text holds control characters"
    if "\n".join(document.quote(block.span) for block in document.blocks) != document.text.rstrip("\n"):
        return "the blocks are not the text"
    starts = [segment.start for segment in document.segments]
    if starts != sorted(starts) or (starts and starts[-1] > len(document.text)):
        return "the segments are out of order"
    if document.text.strip() and (not starts or starts[0] != 0):
        return "words without a place"
    if any(not 0 <= one.about.start <= one.about.end <= len(document.text) for one in document.remarks):
        return "a remark about nothing in the text"
    return ""


def outcome(data: bytes, name: str) -> str:
    """How reading ended: READ, REFUSED, or what went wrong."""
    try:
        return fault(read(data, name)) or READ
    except Unreadable as told:
        return REFUSED if str(told).strip() and "\n" not in str(told) else f"told in lines: {told!r}"
    except MemoryError:
        return "out of memory"
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:200]}"


def serve(pipe: Connection, name: str, seconds: float, megabytes: int) -> None:
    """Read what comes through the pipe, and answer with how it ended and the most memory held so far."""
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * MB, megabytes * MB))
    while True:
        data = pipe.recv_bytes()
        signal.setitimer(signal.ITIMER_PROF, seconds)
        ended = outcome(data, name)
        used = resource.getrusage(resource.RUSAGE_SELF)
        pipe.send((ended, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024))


class Worker:
    """A process that reads inputs, started again whenever one kills it."""

    def __init__(self, name: str, seconds: float, megabytes: int) -> None:
        self._given = (name, seconds, megabytes)
        self._seconds = seconds
        self._start()

    def _start(self) -> None:
        self._pipe, other = multiprocessing.Pipe()
        context = multiprocessing.get_context("spawn")
        self._process = context.Process(target=serve, args=(other, *self._given), daemon=True)
        self._process.start()
        self._used = 0.0
        other.close()

    def read(self, data: bytes) -> tuple[str, float, int]:
        """How reading ended, the seconds it took, and the megabytes that the process held at most."""
        try:
            self._pipe.send_bytes(data)
            if self._pipe.poll(_ASLEEP * self._seconds):
                ended, used, megabytes = self._pipe.recv()
                seconds, self._used = used - self._used, used
                return ended, seconds, megabytes
            ended = "hang"
        except (EOFError, ConnectionError):
            self._process.join()
            ended = "hang" if self._process.exitcode == -signal.SIGPROF else "crash"
        self.stop()
        self._start()
        return ended, self._seconds, 0

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.join()


@dataclass
class Tally:
    """What came of all inputs."""

    ended: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    megabytes: int = 0
    kept: Path | None = None

    def add(self, data: bytes, ended: str, seconds: float, megabytes: int, suffix: str) -> None:
        """Count one input; a failing one is kept for whoever mends it."""
        self.ended[ended] += 1
        self.slowest, self.megabytes = max(self.slowest, seconds), max(self.megabytes, megabytes)
        if ended in (READ, REFUSED):
            return
        print(f"  {ended}", flush=True)
        if self.kept:
            self.kept.mkdir(parents=True, exist_ok=True)
            (self.kept / f"{sum(self.ended.values())}{suffix}").write_bytes(data)

    def failed(self) -> int:
        """How many inputs gave neither a document nor a clear sentence."""
        return sum(self.ended.values()) - self.ended[READ] - self.ended[REFUSED]


def inputs(reader: Inputs, count: int, seed: int, folder: Path | None) -> Iterator[bytes]:
    """The inputs of a run, the two ways in turn so that an early stop has seen both."""
    made = generated(reader, (count + 1) // 2, seed)
    broken = damaged(reader, Random(seed), folder)
    return itertools.islice(itertools.chain.from_iterable(zip(made, broken, strict=False)), count)


def main() -> int:
    """Run, and print the numbers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("reader", choices=sorted(READERS))
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=10.0, help="of the processor, for one input")
    parser.add_argument("--megabytes", type=int, default=1024, help="for the process that reads")
    parser.add_argument("--files", type=Path, help="further files to damage")
    parser.add_argument("--keep", type=Path, help="where to keep the inputs that fail")
    given = parser.parse_args()
    reader, tally, start = READERS[given.reader], Tally(kept=given.keep), time.perf_counter()
    worker = Worker("input" + reader.suffix, given.seconds, given.megabytes)
    with suppress(KeyboardInterrupt):  # an early stop has its numbers, too
        for data in inputs(reader, given.count, given.seed, given.files):
            tally.add(data, *worker.read(data), reader.suffix)
    worker.stop()
    for ended, times in tally.ended.most_common():
        print(f"{times:8}  {ended}")
    print(
        f"{given.reader}: {sum(tally.ended.values())} inputs, {tally.failed()} failed; slowest "
        f"{tally.slowest:.2f} s, at most {tally.megabytes} MB, {time.perf_counter() - start:.0f} s in all"
    )
    return 1 if tally.failed() else 0


if __name__ == "__main__":
    sys.exit(main())
