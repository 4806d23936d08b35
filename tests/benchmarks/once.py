"""`python -m tests.benchmarks.once PEER TRIP FILE`: a peer's report alone, as a program of its own would."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from tests.benchmarks.peers.case import Case


def main(peer: str, trip: str, to: str) -> None:
    """Write the report, and no annex."""
    writer = import_module(f"tests.benchmarks.peers.{peer}")
    Path(to).write_bytes(writer.report(Case.of(Path(trip))))


if __name__ == "__main__":
    main(*sys.argv[1:])
