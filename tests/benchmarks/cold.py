"""Cold start: a whole process from the command to the finished files, one trip; and what it imports.

parskats makes its four files, a peer the report alone.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from tests.benchmarks import tools
from tests.benchmarks.peers.assets import HOME, ROOT
from tests.benchmarks.turns import Timed
from tests.benchmarks.works import PEERS, Peer
from tests.judges.judge import Absent

OUTPUT: Final = HOME / "cold"
_LAUNCHER: Final = Path(__file__).parent / "launcher.py"
_WRITERS: Final = ("parskats", "docxtpl", "docxtpl_lean", "python_docx", "docxtemplater", "typst", "platypus",
                   "fpdf2", "weasyprint")  # fmt: skip
_LINE: Final = re.compile(r"import time: +(\d+) \| +\d+ \| +(\S+)")
_RUNS: Final = 3
"""How often imports are timed; the quickest counts."""
_LONG: Final = 10.0
"""Milliseconds from which an import is told."""
_NOT_FOR_HELP: Final = ("generator.writers", "generator.model", "generator.templating", "jinja2", "pydantic",
                        "docx", "reportlab", "lxml", "PIL")  # fmt: skip


def measure(trip: Path, rounds: int) -> list[Timed]:
    """Return how long each writer takes as a process of its own; the first round does not count."""
    OUTPUT.mkdir(parents=True, exist_ok=True)
    found = [Timed(name) for name in _WRITERS]
    launcher = subprocess.Popen(
        [sys.executable, "-I", "-S", str(_LAUNCHER)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=tools.environment(),
    )  # fmt: skip
    for number in range(rounds + 1):
        for timed in found:
            if not timed.error:
                _add(timed, launcher, trip, counts=number > 0)
    assert launcher.stdin is not None
    launcher.stdin.close()
    launcher.wait()
    return found


def _add(timed: Timed, launcher: subprocess.Popen[str], trip: Path, *, counts: bool) -> None:
    assert launcher.stdin is not None
    assert launcher.stdout is not None
    try:
        command = _command(PEERS[timed.peer], trip)
    except Absent as absent:
        timed.error = f"absent: {absent}"
        return
    print(json.dumps(command), file=launcher.stdin, flush=True)
    answer = json.loads(launcher.stdout.readline())
    if answer["code"]:
        timed.error = f"exit code {answer['code']}"
    elif counts:
        timed.times.append(answer["seconds"] * 1000)
        timed.peak = max(timed.peak, answer["peak"])


def _command(peer: Peer, trip: Path) -> list[str]:
    """Return the command by which we make the files of a trip, or a peer its report; raises Absent."""
    to = str(OUTPUT / f"{peer.name}.out")
    if peer.ours:
        return [sys.executable, "-m", "generator", "render", str(trip / "trip.json"), "-o", str(OUTPUT)]
    worker = tools.command(peer)
    if peer.node:
        return [*worker, "once", str(trip), to]
    return [worker[0], "-m", "tests.benchmarks.once", peer.name, str(trip), to]


# -- imports ------------------------------------------------------------------------------------
def imports(trip: Path) -> dict[str, Any]:
    """Return the packages that take long to import, in milliseconds, and what help imports in vain.

    The time of a package is that of its own modules, without those of others that it imports.
    """
    render = ["render", str(trip / "trip.json"), "-o", str(OUTPUT)]
    runs = [_by_package(_imported(render)) for _ in range(_RUNS)]
    quickest = Counter({name: min(run.get(name, 0) for run in runs) for name in runs[0]})
    long = {name: taken for name, taken in quickest.most_common() if taken >= _LONG}
    helped = [name for name, _ in _imported(["--help"])]
    return {"long": long, "help": [name for name in _NOT_FOR_HELP if name in helped]}


def _imported(arguments: Iterable[str]) -> list[tuple[str, float]]:
    """Return every module that a command imports, with the milliseconds of its own."""
    command = [sys.executable, "-X", "importtime", "-m", "generator", *arguments]
    asked = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True, env=tools.environment()
    )
    return [(found[2], int(found[1]) / 1000) for found in _LINE.finditer(asked.stderr)]


def _by_package(modules: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return the milliseconds of all modules of each package."""
    times: dict[str, float] = {}
    for module, milliseconds in modules:
        name = _package(module)
        times[name] = times.get(name, 0) + milliseconds
    return times


def _package(module: str) -> str:
    first, _, rest = module.partition(".")
    if first == "generator":
        return "parskats itself"
    return "Python's own" if first in sys.stdlib_module_names else first
