"""Business rules: what can be checked before a report is filed, each rule with its source.

A rule is a function of the sections it needs, by their names, and yields a fault for everything it
finds; `CHECKS` is the list of all. A rule whose sections are not sound is not run. What a rule finds
that the data silence is told all the same, but weighs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from generator.checks import privacy, silencing
from generator.checks.agreement import AGREEMENT
from generator.checks.allowances import ALLOWANCES
from generator.checks.calendar import CALENDAR
from generator.checks.completeness import COMPLETENESS
from generator.checks.costs import COSTS
from generator.checks.course import COURSE
from generator.checks.dates import DATES
from generator.checks.documents import DOCUMENTS
from generator.checks.language import LANGUAGE
from generator.checks.money import MONEY
from generator.checks.parties import PARTIES
from generator.checks.periods import PERIODS
from generator.checks.pictures import PICTURES
from generator.checks.plan import PLAN
from generator.checks.publicity import PUBLICITY
from generator.checks.results import Checked, Result, State, state_of
from generator.checks.rule import Check
from generator.checks.vat import VAT
from generator.checks.wording import WORDING
from generator.errors import Fault, Place
from generator.latvian import LatvianStyle
from generator.latvian.style import DEFAULT
from generator.model import Source, Trip
from generator.model.texts import texts_of

__all__ = ["CHECKS", "Check", "Checked", "Result", "State", "left_in_texts", "run"]

CHECKS: Final[tuple[Check, ...]] = (
    *DATES,
    *CALENDAR,
    *AGREEMENT,
    *PARTIES,
    *MONEY,
    *PERIODS,
    *COSTS,
    *DOCUMENTS,
    *VAT,
    *ALLOWANCES,
    *PLAN,
    *COURSE,
    *PICTURES,
    *COMPLETENESS,
    *PUBLICITY,
    *LANGUAGE,
    *WORDING,
)
"""All rules, in the order in which they are listed."""


def run(sections: Mapping[str, object] | Trip, source: Source, style: LatvianStyle = DEFAULT) -> Checked:
    """Return what the rules find in the sound sections of a trip, each fault at its place."""
    sound = dict(sections)
    given = {**sound, "texts": texts_of(Trip, sound), "style": style, "origin": source}
    empty = frozenset(
        name for name, value in sound.items() if value is None or (isinstance(value, tuple) and not value)
    )
    silenced = silencing.silenced_in(sound)
    reasons = silencing.reasons(silenced)
    found = list(silencing.refused(silenced, CHECKS))
    results = []
    for check in CHECKS:
        result, faults = _result(check, given, empty, "" if check.firm else reasons.get(check.id, ""))
        results.append(result)
        found += faults
    placed = [one.at(_place(one.place.field, source)) for one in found]
    placed.sort(key=lambda one: (one.place.file != source.file, one.place.order))
    return Checked(tuple(results), tuple(placed))


def left_in_texts(trip: Trip) -> tuple[Fault, ...]:
    """Return a warning for every personal value in the texts of the public trip, each at its place."""
    return tuple(one.at(_place(one.place.field, trip.source)) for one in privacy.left_in_texts(trip))


def _result(
    check: Check, given: Mapping[str, object], empty: frozenset[str], reason: str
) -> tuple[Result, list[Fault]]:
    """Return how one rule ended, and what it found; with a reason it is silenced."""
    try:
        sections = [given[name] for name in check.takes]
    except KeyError:
        return Result(check, State.NOT_RUN), []
    if not empty.isdisjoint(check.needs):
        return Result(check, State.ABSENT), []
    found = list(check.find(*sections))
    if not found:
        return Result(check, State.PASSED), found
    if reason:
        found = [one.silenced(reason) for one in found]
    return Result(check, state_of(found), reason), found


def _place(field: str, source: Source) -> Place:
    """Return the place of a field, or of what holds it, with the field itself."""
    return replace(source.place(field), field=field)
