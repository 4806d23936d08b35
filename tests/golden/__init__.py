"""The shipped trip's documents as plain text: what they say, and in what order."""

from __future__ import annotations

from pathlib import Path

from generator.pipeline import laid_out_documents
from tests.outline import outline
from tests.trips import example, least

FOLDER = Path(__file__).parent
TRIPS = {"rezekne-2012": example, "least": least}


def texts() -> dict[Path, str]:
    """Return the text picture of every document of every golden trip, by its file."""
    return {
        FOLDER / f"{name}.{kind}.txt": outline(document)
        for name, trip in TRIPS.items()
        for kind, document in laid_out_documents(trip()).items()
    }
