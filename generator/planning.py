"""The planning periods of the EU funds: what each asks of a project's publicity, and its years.

Read from the shipped `data/planning-periods.toml`, where every key and its source are explained.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from generator.frozen import dataclass
from generator.resources import data_folder

FILE: Final = "planning-periods.toml"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that the strip must hold, and how the alternative text of its file speaks of it."""

    name: str
    known_by: str


@dataclass(frozen=True, slots=True)
class PlanningPeriod:
    """One planning period; heights are in mm."""

    first_year: int
    last_year: int
    funds: tuple[str, ...]
    programme: str
    measure: str
    order: tuple[Literal["fund", "logos", "emblem"], ...]
    emblem_height: int
    least_height: int
    emblem_words: str
    emblem_words_shared: str
    words_beside: bool
    fund_at_emblem: bool
    slogan: str
    marks: tuple[Mark, ...]
    support: str
    responsibility: str


@cache
def planning_periods() -> Mapping[str, PlanningPeriod]:
    """Return every planning period by its name, such as `2007-2013`, in order of time."""
    raw = tomllib.loads(_path().read_text(encoding="utf-8"))
    return {name: _period(entry) for name, entry in raw.items()}


def _period(entry: Mapping[str, Any]) -> PlanningPeriod:
    """Return the period of a table; a key that is missing or unknown is a defect of what is shipped."""
    marks = tuple(Mark(**mark) for mark in entry["marks"])
    lists = {"funds": tuple(entry["funds"]), "order": tuple(entry["order"]), "marks": marks}
    return PlanningPeriod(**{**entry, **lists})


@cache
def planning_inputs() -> Mapping[str, str]:
    """Return the SHA-256 of the file, by its name."""
    return {f"data/{FILE}": hashlib.sha256(_path().read_bytes()).hexdigest()}


def _path() -> Path:
    return data_folder() / FILE
