"""One call's worth of data, as the peers take it; photos from a camera are reduced first."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.benchmarks.peers.assets import HOME

REPORT: Final = "aktivitates-parskats"
ANNEX: Final = "finansejuma-pielikums"
"""What the files of the two documents are called, before their suffix."""
_SMALL: Final = 1_000_000
_LONGER_SIDE: Final = 1300


@dataclass(frozen=True, slots=True)
class Case:
    """The texts to print in each document, the folder of the trip, and its photos."""

    report: dict[str, Any]
    annex: dict[str, Any]
    trip: Path
    photos: tuple[Path, ...] = ()

    @classmethod
    def of(cls, trip: Path) -> Case:
        """Return the case of the folder of a trip, `CASES/trips/0001`."""
        report, annex = (
            json.loads(fields_file(trip, name).read_text(encoding="utf-8")) for name in (REPORT, ANNEX)
        )
        return cls(report, annex, trip, tuple(sorted(trip.glob("photo-*.jpg"))))


def fields_file(trip: Path, document: str) -> Path:
    """Return where the texts of a document of a trip are."""
    return trip.parents[1] / "fields" / trip.name / f"{document}.json"


def fitting(photos: tuple[Path, ...]) -> list[Path]:
    """Return photos as small as a document needs them: those of a camera are reduced, as ours are."""
    return [photo if photo.stat().st_size < _SMALL else _reduced(photo) for photo in photos]


def _reduced(photo: Path) -> Path:
    from PIL import Image  # only who reduces photos pays for it

    with Image.open(photo) as image:
        image.thumbnail((_LONGER_SIDE, _LONGER_SIDE), Image.Resampling.BICUBIC, reducing_gap=1.5)
        made = HOME / f"{photo.stem}-{os.getpid()}.jpg"
        image.save(made, "JPEG", quality=85)
    return made
