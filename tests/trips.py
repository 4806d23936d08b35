"""Trips for the tests: the shipped example, the least a trip can be, and ways to change one."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from generator import Trip, load_trip

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "data" / "trips").glob("*/trip.yaml"))
EXAMPLE = ROOT / "data" / "trips" / "rezekne-2012" / "trip.yaml"

LEAST: dict[str, Any] = {
    "format": "1",
    "id": "mazais",
    "project": {
        "title": "Paraugprojekts",
        "agreement": {"number": "1DP/1.5.2.2.3/11/APIA/SIF/1/1"},
        "fund": {"name": "Eiropas Sociālais fonds"},
        "subactivity": {"number": "1.5.2.2.3"},
        "planning_period": "2007-2013",
        "implementation": {"start": "01.04.2012.", "end": "31.01.2013."},
        "total": "5000,00",
        "beneficiary": {"name": "Paraugu novada dome", "town": {"name": "Ogre"}},
        "signatory": {"position": "Domes priekšsēdētāja"},
    },
    "activity": {"number": "1"},
    "report": {"date": "05.09.2012."},
    "journey": {
        "kind": "pieredzes apmaiņas brauciens",
        "destination": {"name": "Cēsis"},
        "start": "31.08.2012.",
        "goals": ["sekmēt pieredzes apmaiņu"],
    },
}


def example() -> Trip:
    """Return the trip that is shipped."""
    return load_trip(EXAMPLE)


def raw_example() -> dict[str, Any]:
    """Return the shipped trip as typed, to be changed."""
    raw: dict[str, Any] = yaml.load(EXAMPLE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return raw


def least(**changes: Any) -> Trip:
    """Return the least trip with some sections changed."""
    return load_trip({**deepcopy(LEAST), **changes})


def changed(raw: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """Return a copy of a typed trip with one field changed (`project.total`); None removes it."""
    copy = deepcopy(raw)
    *parents, last = path.split(".")
    node: Any = copy
    for name in parents:
        node = node[int(name)] if name.isdigit() else node[name]
    if value is None:
        del node[last]
    else:
        node[last] = value
    return copy


def example_with(path: str, value: Any) -> Trip:
    """Return the shipped trip with one field changed."""
    return load_trip(changed(raw_example(), path, value), folder=EXAMPLE.parent)
