"""Business rules: what can be checked before a report is filed, each rule with its source.

A rule is a function of the sections it needs, by their names, and yields a fault for everything it
finds; `CHECKS` is the list of all. A rule whose sections are not sound is not run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from generator.checks.costs import COSTS
from generator.checks.course import COURSE
from generator.checks.dates import DATES
from generator.checks.language import LANGUAGE
from generator.checks.money import MONEY
from generator.checks.rule import Check
from generator.errors import Fault, Place
from generator.latvian import LatvianStyle
from generator.latvian.style import DEFAULT
from generator.model import Source, Trip

__all__ = ["CHECKS", "Check", "Checked", "run"]

CHECKS: Final[tuple[Check, ...]] = (*DATES, *MONEY, *COSTS, *COURSE, *LANGUAGE)
"""All rules, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of all rules.

    `passed` found nothing; `not_run` needs a section that is not sound; `absent` is about
    something that this trip does not have.
    """

    faults: tuple[Fault, ...]
    passed: tuple[str, ...]
    not_run: tuple[str, ...]
    absent: tuple[str, ...]


def run(sections: Mapping[str, object] | Trip, source: Source, style: LatvianStyle = DEFAULT) -> Checked:
    """Return what the rules find in the sound sections of a trip, each fault at its place."""
    sound = dict(sections)
    given = {**sound, "sections": sound, "style": style}
    faults: list[Fault] = []
    ids: dict[str, list[str]] = {"passed": [], "not_run": [], "absent": [], "failed": []}
    for check in CHECKS:
        state, found = _result(check, given)
        ids[state].append(check.id)
        faults += found
    placed = [one.at(_place(one.place.field, source)) for one in faults]
    placed.sort(key=lambda one: (one.place.file != source.file, one.place.order))
    return Checked(tuple(placed), tuple(ids["passed"]), tuple(ids["not_run"]), tuple(ids["absent"]))


def _result(check: Check, given: Mapping[str, object]) -> tuple[str, list[Fault]]:
    """Return the state of one rule and what it found."""
    if any(name not in given for name in check.takes):
        return "not_run", []
    if any(given[name] in (None, ()) for name in check.needs):
        return "absent", []
    found = list(check.find(**{name: given[name] for name in check.takes}))
    return ("failed" if found else "passed"), found


def _place(field: str, source: Source) -> Place:
    """Return the place of a field, or of what holds it, with the field itself."""
    return replace(source.place(field), field=field)
