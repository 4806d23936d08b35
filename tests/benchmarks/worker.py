"""`python -m tests.benchmarks.worker PEER`: one writer in a process of its own, called as it is told.

A line of JSON on standard input is a call: the folder of a trip, and perhaps a folder to write to. The
answer is a line with the seconds the writer took, the size of all it made, and the memory in use.
What comes before (reading the data) and after (writing files) is not timed.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.benchmarks.peers.case import Case


def main(name: str) -> None:
    """Serve calls until there are no more."""
    writer = import_module(f"tests.benchmarks.peers.{name}")
    answers, sys.stdout = sys.stdout, sys.stderr  # a writer may print
    for line in sys.stdin:
        print(json.dumps(answer(writer, json.loads(line))), file=answers, flush=True)


def answer(writer: Any, call: dict[str, str]) -> dict[str, Any]:
    """Return what became of one call: `seconds`, `size`, `peak`, `now`; or `error`."""
    ready = getattr(writer, "ready", Case.of)
    given = ready(Path(call["case"]))
    gc.collect()
    start = time.perf_counter()
    try:
        files = writer.write(given)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}
    seconds = time.perf_counter() - start
    if "to" in call:
        _write(Path(call["to"]), files)
    return {"seconds": seconds, "size": sum(map(len, files.values())), **memory()}


def _write(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)


def memory() -> dict[str, float]:
    """Return the peak of this process and what it takes now, in megabytes.

    Read from the system's own files: `ru_maxrss` of a new process begins with that of its parent.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    values = dict(line.split(":", 1) for line in status.splitlines())
    wanted = (("peak", "VmHWM"), ("now", "VmRSS"))
    return {name: int(values[key].split()[0]) * 1024 / 1e6 for name, key in wanted}


if __name__ == "__main__":
    main(sys.argv[1])
