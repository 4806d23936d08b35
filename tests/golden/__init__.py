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


def refresh() -> None:
    """Write every text anew, and remove those of trips that are gone."""
    wanted = texts()
    for left_over in set(FOLDER.glob("*.*.txt")) - set(wanted):
        left_over.unlink()
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")
