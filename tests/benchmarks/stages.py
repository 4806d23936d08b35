"""Where the time of a trip goes, stage by stage, from its data to the written folder.

A signal looks a thousand times a second of processor time at what is running, and counts it for the
stage of the innermost room of the program; rooms that serve many (`latvian`, `model`) count for
whoever called them. So nothing has to be measured inside the program, and a function may change its
name.
"""

from __future__ import annotations

import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, Final

from generator import manifest, tripfiles
from generator.manifest import Origin
from generator.pipeline import render_trip
from generator.request import Request
from tests.benchmarks import floors
from tests.benchmarks.peers.assets import HOME

STAGES: Final = ("read", "check", "fill", "parse", "lay out", "paint", "tag", "pack", "write")
ROOMS: Final = {
    "tripfiles": "read",
    "checks": "check",
    "context": "fill",
    "templating": "fill",
    "document": "parse",
    "images": "lay out",
    "layout": "lay out",
    "pipeline.material": "lay out",
    "writers.compression": "pack",
    "writers.docx": "paint",
    "writers.docx.archive": "pack",
    "writers.docx.base": "pack",
    "writers.docx.container": "pack",
    "writers.docx.names": "tag",
    "writers.docx.numbering": "pack",
    "writers.docx.package": "pack",
    "writers.docx.properties": "pack",
    "writers.docx.settings": "pack",
    "writers.docx.styles": "pack",
    "writers.pdf": "paint",
    "writers.pdf.archive": "pack",
    "writers.pdf.attachments": "pack",
    "writers.pdf.fonts": "pack",
    "writers.pdf.links": "tag",
    "writers.pdf.metadata": "pack",
    "writers.pdf.objects": "pack",
    "writers.pdf.outline": "tag",
    "writers.pdf.signatures": "tag",
    "writers.pdf.structure": "tag",
    "writers.pdf.subset": "pack",
    "writers.pdf.tags": "tag",
    "manifest": "write",
}
"""The stage of a room, by the longest name that fits its module."""

_INTERVAL: Final = 0.001
_WARM: Final = 5
_REQUEST: Final = Request(("docx", "pdf"))


def measure(trips: Sequence[Path]) -> dict[str, Any]:
    """Return for each stage its share, its milliseconds a trip, and its floor; "" is what has no stage."""
    output = HOME / "stages"
    data = [(trip / "trip.json").read_bytes() for trip in trips]
    for one in data[:_WARM]:
        make(one, output)
    start = time.process_time()
    seen = sampled(partial(_make_all, data[_WARM:], output))
    each = (time.process_time() - start) * 1000 / len(data[_WARM:])
    least = floors.measure(data[-1], next(iter(output.iterdir())))
    shutil.rmtree(output)
    total = sum(seen.values())
    shares = {stage: seen[stage] / total for stage in (*STAGES, "")}
    return {
        stage: {"share": share, "milliseconds": share * each, "floor": least.get(stage)}
        for stage, share in shares.items()
    }


def _make_all(trips: Sequence[bytes], output: Path) -> None:
    for one in trips:
        make(one, output)


def make(data: bytes, output: Path) -> None:
    """Make a trip from its bytes to its folder, as `parskats render` does."""
    trip = tripfiles.load(data, name="trip.json")
    made = render_trip(trip, _REQUEST)
    origin = Origin(None, _REQUEST, {**trip.source.inputs, **made.inputs})
    manifest.write_folder(output / trip.id, trip.id, made.files, origin)


def sampled(work: Callable[[], object]) -> Counter[str]:
    """Return how often each stage was seen at work; "" for what belongs to none."""
    seen: Counter[str] = Counter()

    def look(number: int, frame: FrameType | None) -> None:
        seen[_stage(frame)] += 1

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, _INTERVAL, _INTERVAL)
    try:
        work()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return seen


def stage_of(module: str) -> str:
    """Return the stage of a module such as `generator.writers.pdf.paint`, or ""."""
    name = module.removeprefix("generator.")
    while name and name not in ROOMS:
        name = name.rpartition(".")[0]
    return ROOMS.get(name, "")


def _stage(frame: FrameType | None) -> str:
    while frame is not None:
        module = frame.f_globals.get("__name__", "")
        if module.startswith("generator.") and (stage := stage_of(module)):
            return stage
        frame = frame.f_back
    return ""


if __name__ == "__main__":
    from tests.benchmarks import cases
    from tests.benchmarks.works import WORKS

    for name, one in measure(cases.prepare(WORKS["report"], int(sys.argv[1]))).items():
        print(f"{name or 'other':8}{one['share']:7.1%}{one['milliseconds']:8.2f} ms   floor {one['floor']}")
