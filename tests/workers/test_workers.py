"""Work spread over processes: everything comes back, and what dies costs itself alone."""

import faulthandler
import os
import signal
import subprocess
import sys
import time
from functools import partial

import pytest

from contract_lint.documents import MB, Limits
from contract_lint.model import Unreadable
from contract_lint.workers import Lost, alone, spread

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no signals there")


def refuse(why):
    raise Unreadable(why)


def crash(how):
    faulthandler.disable()  # which pytest switches on
    os.kill(os.getpid(), how)


def spin(_):
    while True:
        pass


DEEDS = {
    "double": lambda value: value * 2,
    "raise": refuse,
    "crash": crash,
    "exit": os._exit,
    "hang": lambda _: time.sleep(60),
    "spin": spin,
    "eat": lambda size: len(bytes(size)),
    "start": lambda _: subprocess.run(["sleep", "60"], check=False),
    "pid": lambda _: os.getpid(),
}


def work(task):
    """Do what the task says."""
    deed, value = task
    return DEEDS[deed](value)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_every_task_has_its_result(jobs):
    tasks = [("double", n) for n in range(40)]
    assert dict(spread(work, tasks, jobs=jobs)) == {n: n * 2 for n in range(40)}


def test_a_large_task_and_a_large_result_pass():
    text = "wet" * 1_000_000
    assert alone(work, ("double", text)) == text * 2


def test_no_tasks_need_no_process():
    assert list(spread(work, [], jobs=4)) == []


def test_the_work_is_done_elsewhere():
    assert alone(work, ("pid", None)) != os.getpid()


def test_what_the_work_raises_is_raised():
    with pytest.raises(Unreadable, match="encrypted"):
        alone(work, ("raise", "encrypted"))


@pytest.mark.parametrize(
    ("task", "reason"),
    [
        (("crash", signal.SIGSEGV), "crashed the reader (SIGSEGV)"),
        (("exit", 3), "ended (3)"),
        (("hang", None), "took longer than 1 seconds"),
        (("spin", None), "took longer than 1 seconds"),
        (("start", None), "took longer than 1 seconds"),
        (("eat", 2_000_000_000), "needs more than 1000 MB of memory"),
    ],
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_lost_process_costs_its_own_task(task, reason, jobs):
    tasks = [("double", 1), task, ("double", 2), ("double", 3)]
    done = dict(spread(work, tasks, Limits(seconds=1, memory=1000 * MB), jobs))
    lost = done.pop(1)
    assert isinstance(lost, Lost)
    assert reason in lost.reason
    assert done == {0: 2, 2: 4, 3: 6}


def test_the_limit_is_for_one_task_not_for_all():
    tasks = [("double", n) for n in range(3)]
    assert len(list(spread(partial(slowly, 0.5), tasks, Limits(seconds=1)))) == 3


def slowly(seconds, task):
    time.sleep(seconds)
    return work(task)


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True).stdout[:1] != b"Z"


def gone(pids, within=5.0):
    end = time.monotonic() + within
    while time.monotonic() < end and any(map(alive, pids)):
        time.sleep(0.05)
    return [pid for pid in pids if alive(pid)]


def test_leaving_early_ends_all_processes():
    steps = spread(work, [("pid", None), ("pid", None), ("hang", None), ("hang", None)], jobs=2)
    pids = [next(steps)[1], next(steps)[1]]
    steps.close()
    assert gone(pids) == []


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_the_workers_die_with_their_parent(how):
    program = (
        "import os, time; from contract_lint.workers import spread\n"
        "def work(_): os.write(1, b'%d\\n' % os.getpid()); time.sleep(60)\n"
        "list(spread(work, range(3), jobs=3))"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    pids = [int(parent.stdout.readline()) for _ in range(3)]
    parent.send_signal(how)
    parent.wait(10)
    assert gone(pids) == []
