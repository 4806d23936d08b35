"""parskats, PDF alone: the report and the annex."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.benchmarks.peers.parskats import ready, written

__all__ = ["ready", "write"]


def write(data: tuple[dict[str, Any], Path]) -> dict[str, bytes]:
    """Return both documents."""
    return written(data, ("pdf",))
