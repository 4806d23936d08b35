"""`python -m tests.benchmarks.crowd PEER JOBS TRIPS OUT`: the documents of many trips by a peer."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib import import_module
from pathlib import Path

from tests.benchmarks.peers.case import Case


def main(peer: str, jobs: str, trips: str, out: str) -> None:
    """Make the documents of every trip in a folder."""
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
    """Make the documents of a trip; their names begin with its own."""
    writer = import_module(f"tests.benchmarks.peers.{peer}")
    for name, content in writer.write(Case.of(trip)).items():
        (folder / f"{trip.name}-{name}").write_bytes(content)


if __name__ == "__main__":
    main(*sys.argv[1:])
