"""The reduction of a trip's photos alone, as parskats does it: the least that fresh photos cost."""

from __future__ import annotations

from pathlib import Path

from generator.images import prepare


def ready(trip: Path) -> list[bytes]:
    """Return the photos of a trip."""
    return [photo.read_bytes() for photo in sorted(trip.glob("photo-*.jpg"))]


def write(photos: list[bytes]) -> dict[str, bytes]:
    """Return the photos reduced."""
    return {f"photo-{at}.jpg": prepare(photo).data for at, photo in enumerate(photos)}
