"""Many trips, from their files to finished files: `parskats batch` beside peers in as many processes."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.benchmarks import tools
from tests.benchmarks.peers.assets import HOME, ROOT
from tests.benchmarks.peers.case import ANNEX, REPORT
from tests.benchmarks.works import PEERS
from tests.judges.judge import Absent

OUTPUT: Final = HOME / "batch"


@dataclass
class Rate:
    """The seconds that somebody took for a season, turn by turn."""

    name: str
    title: str
    jobs: int
    trips: int
    seconds: list[float] = field(default_factory=list)
    error: str = ""

    @property
    def rates(self) -> list[float]:
        """Trips a second."""
        return [self.trips / one for one in self.seconds]


Commands = Callable[[Path, Path, int], list[list[str]]]
"""Returns what has to be run for a folder of trips, a new folder for the results, and some processes."""


def parskats(trips: Path, out: Path, jobs: int) -> list[list[str]]:
    """Return the command of parskats: two documents in two formats, and manifests."""
    return [[sys.executable, "-m", "generator", "batch", str(trips), "-o", str(out), "-j", str(jobs), "-q"]]


def peer(name: str) -> Commands:
    """Return the command of a peer; it raises Absent."""

    def commands(trips: Path, out: Path, jobs: int) -> list[list[str]]:
        python = tools.command(PEERS[name])[0]
        return [[python, "-m", "tests.benchmarks.crowd", name, str(jobs), str(trips), str(out)]]

    return commands


def office(trips: Path, out: Path, jobs: int) -> list[list[str]]:
    """Return the commands of docxtpl and LibreOffice, all files in one process; raises Absent."""
    (written,) = peer("docxtpl_lean")(trips, out, jobs)
    profile = f"-env:UserInstallation={(HOME / 'office').as_uri()}"
    convert = [tools.soffice(), profile, "--headless", "--convert-to", "pdf", "--outdir", str(out)]
    names = [f"{trip.name}-{name}.docx" for trip in sorted(trips.iterdir()) for name in (REPORT, ANNEX)]
    return [written, [*convert, *(str(out / name) for name in names)]]


SEASON: Final[tuple[tuple[str, str, int, Commands], ...]] = (
    ("parskats", "parskats: DOCX and PDF", 1, parskats),
    ("parskats", "parskats: DOCX and PDF", 2, parskats),
    ("typst", "Typst: PDF", 1, peer("typst")),
    ("typst", "Typst: PDF", 2, peer("typst")),
    ("docxtpl_lean", "docxtpl, lean: DOCX", 1, peer("docxtpl_lean")),
    ("docxtpl_lean", "docxtpl, lean: DOCX", 2, peer("docxtpl_lean")),
)
OFFICE: Final[tuple[tuple[str, str, int, Commands], ...]] = (
    ("parskats", "parskats: DOCX and PDF", 1, parskats),
    ("office", "docxtpl, lean, and LibreOffice: DOCX and PDF", 1, office),
)


def measure(writers: Sequence[tuple[str, str, int, Commands]], trips: Path, turns: int) -> list[Rate]:
    """Return what each took for all trips of a folder, called in turn."""
    count = len(list(trips.iterdir()))
    found = [Rate(name, title, jobs, count) for name, title, jobs, _ in writers]
    for _ in range(turns):
        for rate, (_, _, jobs, commands) in zip(found, writers, strict=True):
            if not rate.error:
                _add(rate, commands, trips, jobs)
    return found


def _add(rate: Rate, commands: Commands, trips: Path, jobs: int) -> None:
    shutil.rmtree(OUTPUT, ignore_errors=True)
    try:
        todo = commands(trips, OUTPUT, jobs)
        start = time.perf_counter()
        for one in todo:
            subprocess.run(one, cwd=ROOT, check=True, capture_output=True, env=tools.environment())
        rate.seconds.append(time.perf_counter() - start)
    except Absent as absent:
        rate.error = f"absent: {absent}"
    except subprocess.CalledProcessError as error:
        rate.error = f"exit code {error.returncode}: {error.stderr.decode()[-200:]}"
    finally:
        shutil.rmtree(OUTPUT, ignore_errors=True)


def kept(trips: Path) -> dict[str, float]:
    """Return how many finished trips a second `--resume` passes over, and the kilobytes of each."""
    count = len(list(trips.iterdir()))
    shutil.rmtree(OUTPUT, ignore_errors=True)
    try:
        (made,) = parskats(trips, OUTPUT, 2)
        subprocess.run(made, cwd=ROOT, check=True, capture_output=True, env=tools.environment())
        start = time.perf_counter()
        subprocess.run(
            [*made, "--resume"], cwd=ROOT, check=True, capture_output=True, env=tools.environment()
        )
        seconds = time.perf_counter() - start
        size = sum(path.stat().st_size for path in OUTPUT.rglob("*") if path.is_file())
    finally:
        shutil.rmtree(OUTPUT, ignore_errors=True)
    return {"rate": count / seconds, "kilobytes": size / count / 1000}
