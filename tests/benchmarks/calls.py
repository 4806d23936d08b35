"""`python -m tests.benchmarks.calls PEER TRIP...`: trips made one after the other, for the guard to count."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def main(peer: str, *trips: str) -> None:
    """Make the trips."""
    writer = import_module(f"tests.benchmarks.peers.{peer}")
    for trip in trips:
        writer.write(writer.ready(Path(trip)))


if __name__ == "__main__":
    main(*sys.argv[1:])
