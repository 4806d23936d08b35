"""What is often written in a field: codes of the budget that is there, rates of the tax of the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.checks.dated import in_force, table
from generator.model.records import Journey


def positions(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the codes and names of the positions of a budget as typed; groups are none."""
    return list(_leaves(data.get("budget")))


def _leaves(listed: object) -> Iterator[tuple[str, str]]:
    for one in listed if isinstance(listed, list) else ():
        if not isinstance(one, dict):
            continue
        if one.get("positions"):
            yield from _leaves(one["positions"])
        elif isinstance(one.get("code"), str):
            yield one["code"], str(one.get("name") or "")


def rates(sound: Mapping[str, object], translate: Callable[[str], str]) -> list[str]:
    """Return how value-added tax may be paid on the day of a trip."""
    journey = sound.get("journey")
    day = journey.start if isinstance(journey, Journey) else dt.date.max
    entry = in_force("vat", day) or table("vat")[-1]
    return [*(str(rate) for rate in (entry["standard"], *entry["reduced"])), "0", *map(translate, _WORDS)]


_WORDS = ("exempt", "none")
