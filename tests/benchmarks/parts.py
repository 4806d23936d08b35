"""The parts of the benchmark, each measured by itself."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

import pypdfium2

from tests.benchmarks import batch, cases, cold, memory, stages, tools
from tests.benchmarks.peers.assets import HOME
from tests.benchmarks.turns import Timed, take_turns
from tests.benchmarks.works import OFFICE, PEERS, SEASON, WORKS, Work
from tests.judges import tools as judges
from tests.judges import verapdf
from tests.judges.judge import Absent

MADE: Final = HOME / "made"
"""What every writer made of the first trip of each work, to be looked at and judged."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is measured: rounds of a work (its own by default), trips of a season, and turns."""

    rounds: int | None = None
    season: int = SEASON.rounds
    office: int = OFFICE.rounds
    turns: int = 3
    cold: int = 15
    peers: tuple[str, ...] = tuple(PEERS)


QUICK: Final = Extent(rounds=3, season=60, office=8, turns=1, cold=3)


def work(name: str, extent: Extent) -> dict[str, Any]:
    """Return the times of every writer of a work."""
    asked = WORKS[name]
    peers = [PEERS[one] for one in asked.peers if one in extent.peers]
    trips = cases.prepare(asked, asked.warm + (extent.rounds or asked.rounds))
    kept = MADE / name
    shutil.rmtree(kept, ignore_errors=True)
    found = take_turns(peers, trips, kept, asked.warm)
    return {"writers": [asdict(one) | {"pages": _pages(kept / one.peer)} for one in found]}


def _pages(folder: Path) -> int:
    """Return how many pages the PDF files in a folder have; 0 when there are none."""
    pages = 0
    for file in folder.glob("*.pdf"):
        document = pypdfium2.PdfDocument(file)
        pages += len(document)
        document.close()
    return pages


def cold_start(extent: Extent) -> dict[str, Any]:
    """Return the times of whole processes, and what ours imports."""
    (trip,) = cases.prepare(WORKS["report"], 1)
    found = cold.measure(trip, extent.cold)
    return {"writers": [asdict(one) for one in found if _asked(one, extent)], "imports": cold.imports(trip)}


def _asked(timed: Timed, extent: Extent) -> bool:
    return timed.peer in extent.peers


def season(extent: Extent) -> dict[str, Any]:
    """Return the trips a second of a season, and how soon finished ones are passed over."""
    trips = _folder(SEASON, extent.season)
    rates = batch.measure(batch.SEASON, trips, extent.turns)
    return {"rates": [asdict(one) for one in rates], "kept": batch.kept(trips)}


def office(extent: Extent) -> dict[str, Any]:
    """Return the trips a second in bulk, beside an office suite."""
    rates = batch.measure(batch.OFFICE, _folder(OFFICE, extent.office), extent.turns)
    return {"rates": [asdict(one) for one in rates]}


def _folder(asked: Work, trips: int) -> Path:
    """Return the folder of exactly so many trips."""
    return cases.prepare(replace(asked, name=f"{asked.name}-{trips}"), trips)[0].parent


def one_process(extent: Extent) -> dict[str, Any]:
    """Return the memory of one process that makes a season."""
    trips = _folder(SEASON, extent.season)
    return memory.measure(sorted(trips.iterdir()))


def by_stage(extent: Extent) -> dict[str, Any]:
    """Return the share of each stage."""
    return stages.measure(cases.prepare(WORKS["report"], 20 if extent.rounds else 100))


def latvian(extent: Extent) -> Any:
    """Return our Latvian beside that of libraries."""
    return json.loads(tools.asked("tests.benchmarks.latvian"))


def judged() -> dict[str, Any]:
    """Return what veraPDF says of the PDF files that we made, and of Typst's files of the first work."""
    judges.install()
    found: dict[str, Any] = {}
    try:
        version = verapdf.version()
    except Absent as absent:
        return {"absent": str(absent)}
    for peer, made in (("parskats", "*/parskats/*.pdf"), ("typst", "report/typst/*.pdf")):
        files = sorted(MADE.glob(made))
        complaints = verapdf.judge(files) if files else []
        found[peer] = {"files": len(files), "complaints": sorted({one.says for one in complaints})}
    return {"version": version, **found}


PARTS: Final[dict[str, Callable[[Extent], Any]]] = {
    **{name: partial(work, name) for name in WORKS},
    "cold": cold_start,
    "season": season,
    "office": office,
    "memory": one_process,
    "stages": by_stage,
    "latvian": latvian,
}
"""Every part by its name, in the order in which they are measured."""


def run_of(extent: Extent) -> dict[str, Any]:
    """Return what the page tells of a run: day, machine, versions, and how much was measured."""
    versions = {peer.package: tools.version_of(peer) for peer in PEERS.values() if not peer.ours}
    versions["LibreOffice"] = tools.office_version()
    return {
        "day": f"{dt.date.today():%Y-%m-%d}",
        "machine": tools.machine(),
        "libraries": tools.our_libraries(),
        "versions": {name: version or "absent" for name, version in versions.items()},
        "quick": extent.rounds is not None,
        "turns": extent.turns,
    }
