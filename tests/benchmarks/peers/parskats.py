"""parskats as it is shipped: the data of a trip in, finished documents out, with every check."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from generator import load_trip, render

FORMATS: Final = ("docx", "pdf")


def ready(trip: Path) -> tuple[dict[str, Any], Path]:
    """Return a trip as typed, and the folder of its photos."""
    return json.loads((trip / "trip.json").read_text(encoding="utf-8")), trip


def write(data: tuple[dict[str, Any], Path]) -> dict[str, bytes]:
    """Return the report and the annex in both formats."""
    return written(data, FORMATS)


def written(data: tuple[dict[str, Any], Path], formats: tuple[str, ...]) -> dict[str, bytes]:
    """Return the documents of a trip in some formats: it is read, checked and made."""
    raw, folder = data
    return render(load_trip(raw, folder=folder), formats)
