"""`python -m tests.benchmarks.stream [TRIPS]`: the memory of a batch that streams many trips (10,000).

The trips stand in one file of JSON lines, no two with the same words; two processes make both
documents of each in both formats. While they do, the most memory that the parent and each worker have ever
had is read from the system's own files (Linux); `docs/scale.md` tells the result.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

from tests.benchmarks import tools, trips
from tests.benchmarks.peers.assets import HOME, ROOT

MANY: Final = 10_000
PARENT: Final = 150.0
WORKER: Final = 200.0
"""The megabytes that each may have."""
_LOOK: Final = 0.5
"""Seconds from one look to the next."""


def main(count: str = str(MANY)) -> int:
    """Make the batch and print the peaks; returns 1 when one is too high or the batch failed."""
    HOME.mkdir(exist_ok=True)
    source, output = HOME / "stream.jsonl", HOME / "stream"
    write(source, int(count))
    shutil.rmtree(output, ignore_errors=True)
    begun = time.perf_counter()
    done, peaks = watched(source, output)
    seconds = time.perf_counter() - begun
    made = sum(1 for one in output.iterdir() if (one / "manifest.json").is_file())
    shutil.rmtree(output)
    parent, *workers = peaks
    print(f"{made} of {count} trips in {seconds:.0f} s, {made / seconds:.1f} a second")
    had = ", ".join(f"{one:.0f}" for one in workers)
    print(f"parent {parent:.0f} MB (at most {PARENT:.0f}), workers {had} MB (at most {WORKER:.0f})")
    return int(bool(done) or made != int(count) or parent > PARENT or max(workers) > WORKER)


def write(file: Path, count: int) -> None:
    """Write so many trips, a line each."""
    with file.open("w", encoding="utf-8") as lines:
        for number in range(count):
            lines.write(json.dumps(trips.raw_trip(number), ensure_ascii=False) + "\n")


def watched(source: Path, output: Path) -> tuple[int, list[float]]:
    """Return the exit code of a batch, and the peaks of the parent and its workers, in megabytes."""
    command = [sys.executable, "-m", "generator", "batch", str(source), "-o", str(output), "-j", "2", "-q"]
    batch = subprocess.Popen(command, cwd=ROOT, env=tools.environment())
    peaks: dict[int, float] = {}
    while batch.poll() is None:
        for process in (batch.pid, *children(batch.pid)):
            peaks[process] = max(peaks.get(process, 0.0), peak(process))
        time.sleep(_LOOK)
    return batch.returncode, [peaks.pop(batch.pid), *peaks.values()]


def children(process: int) -> list[int]:
    """Return the processes that a process has begun, and those they have."""
    found = []
    for file in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, _read(file).split()):
            found += [child, *children(child)]
    return found


def peak(process: int) -> float:
    """Return the most memory a process has had, in megabytes; nothing when it has gone."""
    lines = _read(Path(f"/proc/{process}/status")).splitlines()
    sizes = (line.split()[1] for line in lines if line.startswith("VmHWM:"))
    return sum(int(size) * 1024 / 1e6 for size in sizes)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
