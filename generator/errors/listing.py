"""Faults in the order in which people read them, and as JSON holds them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from generator.errors.tree import Fault, Language, Severity

_ORDER: Final = list(Severity)


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Return the faults, errors first; within a file in the order of lines, files as they came."""
    found = list(faults)
    files = list(dict.fromkeys(one.place.file for one in found))
    return sorted(
        found,
        key=lambda one: (
            _ORDER.index(one.severity),
            files.index(one.place.file),
            one.place.order,
        ),
    )


def distinct(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return faults without repetition: trips that share a project share its faults."""
    found: dict[tuple[object, ...], Fault] = {}
    for one in faults:
        said = (one.id, one.place, tuple((name, str(value)) for name, value in one.values.items()))
        found.setdefault(said, one)
    return tuple(found.values())


def fault_json(fault: Fault, translate: Language) -> dict[str, Any]:
    """Return a fault as JSON holds it: its stable id, its sentences, its place."""
    place = fault.place
    cell = {"sheet": place.sheet, "cell": place.cell} if place.sheet else {}
    return {
        "id": fault.id,
        "severity": str(fault.severity),
        "sentence": fault.message.sentence(translate),
        "hint": fault.hint.sentence(translate),
        "place": {
            "file": place.file,
            "line": place.line,
            "column": place.column,
            "field": place.field,
            **cell,
        },
        **({"reason": fault.reason} if fault.reason else {}),
    }
