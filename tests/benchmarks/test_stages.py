"""Every room of the program that does a part of a trip's work belongs to a stage."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.context import context_of
from tests.benchmarks import floors
from tests.benchmarks.stages import ROOMS, STAGES, sampled, stage_of
from tests.trips import ROOT, example

PACKAGE = ROOT / "generator"
SERVING = {
    "batch", "budget", "cli", "collector", "emblems", "errors", "fields", "forkserver", "frozen", "latvian",
    "messages", "model", "pipeline", "planning", "plugins", "portable", "pycache", "request", "resources",
    "settings", "starting", "theme", "verification", "version", "web", "writers",
}  # fmt: skip
"""Rooms that serve many stages, or take no part in making a trip."""


def exists(room: str) -> bool:
    path = PACKAGE / room.replace(".", "/")
    return path.is_dir() or path.with_suffix(".py").is_file()


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_that_has_a_stage_is_there(room: str) -> None:
    assert exists(room)


@pytest.mark.parametrize("path", sorted(PACKAGE.iterdir()), ids=lambda path: path.name)
def test_every_room_has_a_stage_or_serves_many(path: Path) -> None:
    if path.is_dir() or path.suffix == ".py":
        assert stage_of(f"generator.{path.stem}") or path.stem in {
            *SERVING,
            "__init__",
            "__main__",
            "locale",
            "__pycache__",
        }


def test_every_stage_has_rooms_and_a_floor() -> None:
    assert set(ROOMS.values()) == set(STAGES) == set(floors.MEANING)


def test_the_longest_name_decides() -> None:
    assert stage_of("generator.writers.pdf.tags") == "tag"
    assert stage_of("generator.writers.pdf.paint") == "paint"


def test_work_is_counted_for_the_stage_that_called_for_it() -> None:
    trip = example()
    seen = sampled(lambda: [context_of(trip) for _ in range(100)])
    assert seen["fill"] > sum(seen.values()) * 0.8
