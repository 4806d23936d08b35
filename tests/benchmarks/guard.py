"""`make bench-guard`: the instructions of fixed works against bounds that are kept, which no noise can trip.

valgrind counts them, or perf where valgrind is not there. What a work takes is what a process takes for
a row of trips less what it takes for the first of them, so that imports are left out and what is kept
between trips serves as in a season, where no two are the same; the cold start is a whole process. Counts
depend on the interpreter: bounds name theirs, and those of another are not held against them.
`--refresh` writes the bounds anew.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.benchmarks import cases
from tests.benchmarks.peers.assets import HOME, ROOT
from tests.benchmarks.works import WORKS

BOUNDS: Final = Path(__file__).parent / "guard.toml"
SLACK: Final = 0.03
"""How much more than it took is allowed; counts of one tree differ by less than a hundredth."""

_AT_ONCE: Final = 2
_MILLION: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Counted:
    """A fixed work: the writer, the work whose trips it makes, how many do not count, and how many do."""

    peer: str
    work: str
    warm: int = 3
    calls: int = 6

    @property
    def trips(self) -> list[Path]:
        """The folders of its trips."""
        return cases.prepare(WORKS[self.work], self.warm + self.calls)


COUNTED: Final = {
    "docx": Counted("parskats_docx", "report"),
    "pdf": Counted("parskats_pdf", "report"),
    "four-files": Counted("parskats", "report"),
    "rows-1000": Counted("parskats", "rows-1000", 1, 1),
}
COLD: Final = "cold-start"
Counter = Callable[[list[str]], int]


# -- counters -----------------------------------------------------------------------------------
def by_valgrind(command: list[str]) -> int:
    """Return the instructions of a command in user space."""
    valgrind = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    return int(_found([*valgrind, *command], r"I +refs: +([\d,]+)").replace(",", ""))


def by_perf(command: list[str]) -> int:
    """Return the instructions of a command in user space."""
    perf = ["perf", "stat", "-x", ";", "-e", "instructions:u"]
    return int(_found([*perf, *command], r"(\d+);[^;]*;instructions:u"))


def _found(command: list[str], pattern: str) -> str:
    done = subprocess.run(
        command, cwd=ROOT, env=_environment(), capture_output=True, text=True, encoding="utf-8"
    )
    found = re.search(pattern, done.stderr)
    if done.returncode or found is None:
        raise RuntimeError(f"{command[0]} counted nothing: {done.stderr[-500:]}")
    return found[1]


def _environment() -> dict[str, str]:
    """Return an environment in which a process does the same every time: hashes fixed, modules compiled."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "PYTHONHASHSEED": "0"}


def counter() -> Counter | None:
    """Return what can count here."""
    if shutil.which("valgrind"):
        return by_valgrind
    if shutil.which("perf"):
        try:
            by_perf(["true"])
        except RuntimeError:
            return None
        return by_perf
    return None


# -- counting -----------------------------------------------------------------------------------
def counts(count: Counter) -> dict[str, float]:
    """Return the millions of instructions of each work."""
    render = [sys.executable, "-m", "generator", "render"]
    cold = [*render, str(COUNTED["docx"].trips[0] / "trip.json"), "-o", str(HOME / "guard")]
    commands = {COLD: cold}
    for name, one in COUNTED.items():
        commands[f"{name} warm"] = _command(one.peer, one.trips[: one.warm])
        commands[name] = _command(one.peer, one.trips)
    subprocess.run(cold, cwd=ROOT, env=_environment(), check=True, capture_output=True)  # compiles modules
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        taken = dict(zip(commands, pool.map(count, commands.values()), strict=True))
    found = {name: (taken[name] - taken[f"{name} warm"]) / one.calls for name, one in COUNTED.items()}
    return {name: instructions / _MILLION for name, instructions in {**found, COLD: taken[COLD]}.items()}


def _command(peer: str, trips: Iterable[Path]) -> list[str]:
    return [sys.executable, "-m", "tests.benchmarks.calls", peer, *map(str, trips)]


# -- bounds -------------------------------------------------------------------------------------
def interpreter() -> str:
    """Return what decides about the counts besides the program: the interpreter and how it was built."""
    return " ".join(sys.version.split())


def judged(found: Mapping[str, float], bounds: Mapping[str, Any]) -> list[str]:
    """Return the works that take more than is allowed, in words."""
    allowed = bounds["millions"]
    return [
        f"{name} takes {taken:.1f} million instructions, {taken / allowed[name] - 1:+.1%} of its bound"
        for name, taken in found.items()
        if taken > allowed[name] * (1 + SLACK)
    ]


def written(found: Mapping[str, float]) -> str:
    """Return the file of bounds."""
    lines = [
        "# Millions of instructions of fixed works: `make bench-guard` fails when one takes 3 % more.",
        "# `python -m tests.benchmarks.guard --refresh` writes them anew, after a change that was meant.",
        f'python = "{interpreter()}"',
        "",
        "[millions]",
        *(f"{name} = {taken:.1f}" for name, taken in found.items()),
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Return 0 when every work stays within its bound, or nothing here can tell."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.guard", description=__doc__)
    parser.add_argument("--refresh", action="store_true", help=f"write {BOUNDS.name} anew")
    refresh = parser.parse_args().refresh
    count = counter()
    if count is None:
        print("NOT GUARDED: neither valgrind nor perf can count instructions here (apt-get install valgrind)")
        return 0
    found = counts(count)
    if refresh:
        BOUNDS.write_text(written(found), encoding="utf-8")
    bounds = tomllib.loads(BOUNDS.read_text(encoding="utf-8"))
    for name, taken in found.items():
        print(f"{name:12}{taken:10.1f} million instructions, bound {bounds['millions'][name]:.1f}")
    if bounds["python"] != interpreter():
        print(f"NOT GUARDED: the bounds are of {bounds['python']}; refresh them here before a change")
        return 0
    for sentence in judged(found, bounds):
        print(f"SLOWER: {sentence}")
    return 1 if judged(found, bounds) else 0


if __name__ == "__main__":
    sys.exit(main())
