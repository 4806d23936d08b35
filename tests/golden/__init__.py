"""Every document of every shipped trip as plain text: what it says, and in what order."""

from __future__ import annotations

from pathlib import Path

from generator import Trip, load_trip
from generator.pipeline import document_kinds, laid_out_documents
from tests.outline import outline
from tests.trips import EXAMPLES, least

FOLDER = Path(__file__).parent


def trips() -> dict[str, Trip]:
    """Return every shipped trip and the least one, by name."""
    return {**{path.parent.name: load_trip(path) for path in EXAMPLES}, "least": least()}


def texts() -> dict[Path, str]:
    """Return the text picture of every document of every golden trip, by its file."""
    return {
        FOLDER / f"{name}.{kind}.txt": outline(document)
        for name, trip in trips().items()
        for kind, document in laid_out_documents(trip, documents=document_kinds()).items()
    }


def refresh() -> None:
    """Write every text anew, and remove those of trips that are gone."""
    wanted = texts()
    for left_over in set(FOLDER.glob("*.*.txt")) - set(wanted):
        left_over.unlink()
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")
