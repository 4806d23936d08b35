"""`python -m tests.benchmarks.crowd PEER JOBS TRIPS OUT`: many documents by a peer."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib import import_module
from pathlib import Path

from tests.benchmarks.peers.case import Case


def main(peer: str, jobs: str, trips: str, out: str) -> None:
    """Make a document of every trip in a folder."""
    folder = Path(out)
    folder.mkdir(parents=True)
    found = sorted(Path(trips).iterdir())
    one = partial(make, peer, folder)
    if jobs == "1":
        for trip in found:
            one(trip)
    else:
        with ProcessPoolExecutor(int(jobs)) as pool:
            for _ in pool.map(one, found, chunksize=8):
                pass


def make(peer: str, folder: Path, trip: Path) -> None:
    """Make the document of a trip."""
    writer = import_module(f"tests.benchmarks.peers.{peer}")
    (folder / f"{trip.name}.{writer.SUFFIX}").write_bytes(writer.write(Case.of(trip)))


if __name__ == "__main__":
    main(*sys.argv[1:])
