"""`python -m tests.benchmarks.calls PEER TRIP COUNT`: a trip made several times, for the guard to count."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def main(peer: str, trip: str, count: str) -> None:
    """Make the trip."""
    writer = import_module(f"tests.benchmarks.peers.{peer}")
    for _ in range(int(count)):
        writer.write(writer.ready(Path(trip)))


if __name__ == "__main__":
    main(*sys.argv[1:])
