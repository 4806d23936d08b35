"""A `parskats serve` process of its own over a folder, as a person starts one."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.trips import ROOT

_START = 60
"""Seconds a process may take to print its link on a busy machine."""


@dataclass
class Served:
    """A running page: its folder, its secret link, and its process."""

    folder: Path
    link: str
    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)
    """What it has printed."""

    @property
    def address(self) -> str:
        """The address of the page, without a slash at its end."""
        return self.link.partition("/?")[0]

    def pause(self) -> None:
        """Let it answer nothing, as a machine that sleeps."""
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it answer again."""
        self.process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """Let it die with everything it has started, as a machine that loses its power."""
        for pid in reversed(family(self.process.pid)):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait()

    def memory(self) -> int:
        """Return the bytes of memory that it and the processes it started hold now."""
        return sum(map(_resident, family(self.process.pid)))


def family(pid: int) -> list[int]:
    """Return a process and everything it has started (Linux)."""
    found = [pid]
    for one in found:
        for tasks in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found += map(int, tasks.read_text().split())
            except OSError:  # a thread that has just ended
                continue
    return found


def _resident(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    found = re.search(r"^VmRSS:\s+(\d+) kB$", status, re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


@contextmanager
def serving(folder: Path, *options: str, port: int = 0) -> Iterator[Served]:
    """Serve a folder until the block ends; then it has to stop as Ctrl+C stops it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--folder", folder, "--port", str(port), *options],
        cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    served = Served(folder, "", process)
    found = threading.Event()
    reader = threading.Thread(target=_listen, args=(served, found), daemon=True)
    reader.start()
    try:
        if not found.wait(_START) or not served.link:
            raise AssertionError(f"the page did not start: {served.said}")
        yield served
        if process.poll() is None:
            served.go_on()
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 0, served.said
    finally:
        process.kill()
        process.wait()
        reader.join()
        assert process.stderr is not None
        process.stderr.close()


def _listen(served: Served, found: threading.Event) -> None:
    """Keep what is printed, and find the link in it."""
    assert served.process.stderr is not None
    for line in served.process.stderr:
        served.said.append(line.rstrip())
        link = re.search(r"http://\S+/\?token=\S+", line)
        if link and not served.link:
            served.link = link[0]
            found.set()
    found.set()
