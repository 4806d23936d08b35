"""A Dask cluster on this machine: a scheduler and two workers, which end while they have trips to make.

First one worker is killed, and every report must be the one that a batch without a cluster makes, byte
for byte. Then the scheduler is killed: the batch must stop at once, say how to go on, and end the same
when it does. The workers stand in a folder of their own, from which no trip could be read.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer

from tests.batch.seasons import tree
from tests.judges import tools
from tests.judges.cases import TRIP
from tests.judges.judge import Absent, Complaint, run

NAME = "Dask cluster"
SUFFIXES = (".pdf",)

_TRIPS = 10
_DONE = (0, 6)  # all made, or some refused: both batches must agree on which
_UNTIL_KILLED = 3
_PATIENCE = 120


def version() -> str:
    """Return the version of Dask."""
    asked = run([tools.python(), "-c", "import distributed; print(distributed.__version__)"])
    if asked.returncode:
        raise Absent(f"distributed does not start: {asked.stderr.strip()[-300:]}")
    return f"distributed {asked.stdout.strip()}"


def judge(files: Sequence[Path]) -> list[Complaint]:
    """Return how a batch of the first trips on a cluster differs from one without."""
    sources = [folder / TRIP for folder in sorted({file.parent for file in files})[:_TRIPS]]
    with TemporaryDirectory(prefix="parskats-cluster-") as name:
        folder = Path(name)
        alone = run(_batch(sys.executable, sources, folder / "alone"), environment=_environment())
        if alone.returncode not in _DONE:
            return [Complaint(sources[0], f"a batch without a cluster fails: {alone.stderr[-300:]}")]
        says = [*_worker_killed(sources, folder, alone.returncode), *_scheduler_killed(sources, folder)]
    return [Complaint(sources[0], one) for one in says]


def _batch(python: str | Path, sources: Sequence[Path], output: Path, *words: str) -> list[str]:
    asked = ["-o", output, "--lang", "en", "--fresh-photos"]  # kept photos are none of the reports
    command = [python, "-m", "generator", "batch", *sources, *asked, *words]
    return list(map(str, command))


def _environment() -> Mapping[str, str]:
    """Return the environment of a process that finds parskats, and the libraries it needs, with Dask's."""
    path = os.pathsep.join([str(tools.ROOT), sysconfig.get_paths()["purelib"]])
    return {**os.environ, "PYTHONPATH": path}


# -- two misfortunes ------------------------------------------------------------------------------
def _worker_killed(sources: Sequence[Path], folder: Path, code: int) -> Iterator[str]:
    """Yield what differs when a worker is killed in the middle."""
    with _cluster(folder, workers=2) as (address, processes):
        command = _batch(tools.python(), sources, folder / "one", "--scheduler", address)
        ended, said = _disturbed(command, processes[1])
    if ended != code:
        yield f"a worker killed: the batch ends with {ended} instead of {code}: {said[-500:]}"
    if "distributed" in said:
        yield f"a worker killed: Dask speaks: {said[-500:]}"
    yield from _differing(folder, "one")


def _scheduler_killed(sources: Sequence[Path], folder: Path) -> Iterator[str]:
    """Yield what differs when the scheduler is killed, and the batch goes on without one."""
    with _cluster(folder, workers=1) as (address, processes):
        command = _batch(tools.python(), sources, folder / "two", "--scheduler", address)
        ended, said = _disturbed(command, processes[0])
    if ended != 2 or "go on with --resume" not in said:
        yield f"the scheduler killed: the batch ends with {ended}: {said[-500:]}"
    run(_batch(sys.executable, sources, folder / "two", "--resume"), environment=_environment())
    yield from _differing(folder, "two")


def _disturbed(command: Sequence[str], victim: subprocess.Popen[bytes]) -> tuple[int, str]:
    """Run a batch, kill a process after its first trips; return how it ended and what it said."""
    streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=_environment(), text=True, **streams) as batch:
        impatient = Timer(_PATIENCE, batch.kill)
        impatient.start()
        assert batch.stderr is not None
        said = "".join(batch.stderr.readline() for _ in range(_UNTIL_KILLED))
        victim.send_signal(signal.SIGKILL)
        said += batch.stderr.read()
        impatient.cancel()
    return batch.returncode, said


def _differing(folder: Path, name: str) -> Iterator[str]:
    alone, other = tree(folder / "alone"), tree(folder / name)
    for file in sorted(alone.keys() | other.keys()):
        if file not in other:
            yield f"{name}: {file} is missing"
        elif alone.get(file) != other[file]:
            yield f"{name}: {file} is another one than without a cluster"


# -- the cluster ----------------------------------------------------------------------------------
@contextmanager
def _cluster(folder: Path, workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Give the address of a scheduler, and its process with those of its workers; end them all."""
    known = folder / "scheduler.json"
    known.unlink(missing_ok=True)
    loopback = ("--host", "127.0.0.1", "--port", "0", "--scheduler-file", known)
    processes = [_begun(folder, "dask_scheduler", *loopback)]
    try:
        address = _address(known)
        for _ in range(workers):
            processes.append(_begun(folder, "dask_worker", address, "--nthreads", "1", "--no-nanny"))
        yield address, processes
    finally:
        for process in processes:
            process.kill()
            process.wait()


def _begun(folder: Path, module: str, *words: object) -> subprocess.Popen[bytes]:
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    command = [tools.python(), "-m", f"distributed.cli.{module}", *words, "--no-dashboard"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(list(map(str, command)), cwd=elsewhere, env=_environment(), **quiet)


def _address(known: Path) -> str:
    """Return the address that a scheduler writes into a file when it is ready."""
    for _ in range(_PATIENCE * 10):
        try:
            return str(json.loads(known.read_text(encoding="utf-8"))["address"])
        except (OSError, ValueError):
            time.sleep(0.1)
    raise Absent("the scheduler does not start")
