"""What a trip is: frozen records and their invariants, before any file format and any look."""

from generator.model.trip import FORMAT, Source, Trip

__all__ = ["FORMAT", "Source", "Trip"]
