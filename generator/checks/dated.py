"""Tables of what was in force when: shipped data, read once."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from generator.resources import data_folder


@cache
def table(name: str) -> tuple[Mapping[str, Any], ...]:
    """Return the entries of a dated table, the earliest first; each holds until the next begins."""
    text = (data_folder() / f"{name}.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text, parse_float=Decimal)["entry"])


def in_force(name: str, day: dt.date) -> Mapping[str, Any] | None:
    """Return the entry of a dated table that was in force on a day, None before the first."""
    return next((entry for entry in reversed(table(name)) if entry["from"] <= day), None)
