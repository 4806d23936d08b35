"""The fork server: begun before its caller has loaded the program, and the one that a batch uses."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor

import pytest

from generator import forkserver

needs_server = pytest.mark.skipif(
    "forkserver" not in multiprocessing.get_all_start_methods(), reason="this system has no fork server"
)


def parent_and_modules() -> tuple[int, list[str]]:
    return os.getppid(), list(sys.modules)


@needs_server
def test_a_process_is_forked_by_the_server_that_was_started() -> None:
    from multiprocessing.forkserver import _forkserver

    forkserver.start()
    with ProcessPoolExecutor(1, forkserver.context()) as pool:
        parent, modules = pool.submit(parent_and_modules).result()
    assert parent == _forkserver._forkserver_pid  # type: ignore[attr-defined]
    assert "generator.batch.unit" in modules


def test_starting_loads_nothing_of_the_program() -> None:
    code = "from generator import forkserver; import sys; forkserver.start(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not [name for name in done.stdout.split() if re.match("generator.(model|batch|pipeline)", name)]


@needs_server
def test_a_server_that_cannot_be_started_is_no_fault_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("multiprocessing.forkserver.ensure_running", refused)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    forkserver.start()
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before


def test_a_batch_names_its_own_way_of_starting_processes() -> None:
    assert forkserver.context("spawn").get_start_method() == "spawn"


@needs_server
def test_an_interrupt_does_not_disturb_the_server_while_it_loads() -> None:
    code = (
        "import os, signal\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "from multiprocessing.forkserver import _forkserver\n"
        "from generator import forkserver\n"
        "forkserver.start()\n"
        "os.kill(_forkserver._forkserver_pid, signal.SIGINT)\n"
        "with ProcessPoolExecutor(1, forkserver.context()) as pool:\n"
        "    print(pool.submit(os.getppid).result() == _forkserver._forkserver_pid)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("True\n", "")


@needs_server
def test_a_process_whose_caller_has_gone_meanwhile_says_nothing() -> None:
    code = (
        "import _multiprocessing\n"
        "from generator import forkserver\n"
        "started = forkserver.context()\n"
        "lock = started.Lock()\n"
        "process = started.Process(target=print, args=(lock,))\n"
        "_multiprocessing.sem_unlink(lock._semlock.name)\n"
        "process.start()\n"
        "process.join()\n"
        "print(process.exitcode)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"
    assert "forkserver" not in done.stderr, "the process told of it"
