"""Writers called in turn in one run, each in a process of its own, so that ratios hold on any machine."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks import tools
from tests.benchmarks.peers.assets import ROOT
from tests.benchmarks.works import Peer
from tests.judges.judge import Absent


class Worker:
    """A writer in its own process; raises Absent when it is not installed."""

    def __init__(self, peer: Peer) -> None:
        self.process = subprocess.Popen(
            tools.command(peer),
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        )  # fmt: skip

    def call(self, case: Path, to: Path | None = None) -> dict[str, Any]:
        """Return what became of a call: see `worker.answer`."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        request = {"case": str(case)} | ({"to": str(to)} if to else {})
        print(json.dumps(request), file=self.process.stdin, flush=True)
        answered = self.process.stdout.readline()
        if not answered:
            return {"error": f"the process ended with exit code {self.process.wait()}"}
        found: dict[str, Any] = json.loads(answered)
        return found

    def close(self) -> None:
        """Let the process end."""
        with self.process:
            assert self.process.stdin is not None
            self.process.stdin.close()


@dataclass
class Timed:
    """What one writer took for each case, in milliseconds; `error` when it could not do the work."""

    peer: str
    times: list[float] = field(default_factory=list)
    size: int = 0
    peak: float = 0
    error: str = ""


def take_turns(peers: Sequence[Peer], cases: Sequence[Path], kept: Path, warm: int) -> list[Timed]:
    """Return the times of every writer for the same cases; the first `warm` do not count.

    Each round begins with another writer, so that none always follows the same one. What they make of
    the first case is kept in a folder for each.
    """
    workers: dict[str, Worker] = {}
    found = [Timed(peer.name) for peer in peers]
    try:
        for timed, peer in zip(found, peers, strict=True):
            try:
                workers[peer.name] = Worker(peer)
            except Absent as absent:
                timed.error = f"absent: {absent}"
        for number, case in enumerate(cases):
            for at in range(len(found)):
                timed = found[(at + number) % len(found)]
                if not timed.error:
                    to = None if number else kept / timed.peer
                    _add(timed, workers[timed.peer].call(case, to), counts=number >= warm)
    finally:
        for worker in workers.values():
            worker.close()
    return found


def _add(timed: Timed, answer: dict[str, Any], *, counts: bool) -> None:
    """Note what became of a call; one that fails is the last."""
    timed.error = answer.get("error", "")
    if timed.error:
        return
    timed.size, timed.peak = answer["size"], answer["peak"]
    if counts:
        timed.times.append(answer["seconds"] * 1000)
