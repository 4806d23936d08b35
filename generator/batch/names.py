"""What the folder of a trip is called: a pattern of the trip's own data, safe on every system."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from generator.errors import BadValue
from generator.model import Trip
from generator.portable import is_portable, slug

RESERVED: Final = ("summary.html", "summary.json", "manifest.json")
"""Names in the folder of results that no trip can have."""

_LONGEST: Final = 60

FIELDS: Final[dict[str, Callable[[Trip], str]]] = {
    "id": lambda trip: trip.id,
    "project": lambda trip: trip.project.title,
    "agreement": lambda trip: trip.project.agreement.number,
    "number": lambda trip: trip.report.number or "",
    "date": lambda trip: trip.journey.start.isoformat(),
    "destination": lambda trip: trip.journey.destination.name,
}
"""What a pattern may name; each value becomes small letters, digits and hyphens."""


def folder_name(pattern: str, trip: Trip) -> str:
    """Return the name of a trip's folder; raises BadValue `output.name` for one unusable somewhere."""
    values = {name: slug(value(trip), _LONGEST) for name, value in FIELDS.items()}
    name = pattern.format_map(values)
    if not is_portable(name) or name.startswith("."):
        raise BadValue("output.name", name=name)
    return name
