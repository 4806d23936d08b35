"""Rules of the plan: what was planned against what came of it; the deviations say why it differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from generator.checks.rule import Check, Found, beyond, days, information, outside, warning
from generator.errors import N_
from generator.latvian import LatvianStyle, decline
from generator.latvian.numbers import format_number
from generator.model.records import Activity, Deviation, Journey, Outcome, Participant, Project

Deviations = Sequence[Deviation] | None


def _other_count(
    activity: Activity, participants: Sequence[Participant], deviations: Deviations = None
) -> Found:
    """Find fewer people than were planned; more are only told."""
    planned = activity.planned.participants if activity.planned else None
    came = sum(one.count for one in participants)
    if planned is not None and came != planned and not deviations:
        found = warning if came < planned else information
        yield found("participants.planned", "participants", planned=planned, came=came)


def _plan_outside(project: Project, activity: Activity) -> Found:
    planned = activity.planned
    if planned is None:
        return
    fields = {"activity.planned.start": planned.start, "activity.planned.end": planned.end}
    given = {field: day for field, day in fields.items() if day is not None}
    for field, values in outside(given, project.implementation):
        yield warning("activity.planned-outside", field, **values)


def _other_days(activity: Activity, journey: Journey, deviations: Deviations = None) -> Found:
    planned = activity.planned
    if planned is None or planned.start is None or deviations:
        return
    for field, values in beyond(days(journey), planned.start, planned.end or planned.start):
        yield warning("activity.dates", field, **values)


def _other_place(
    activity: Activity, journey: Journey, style: LatvianStyle, deviations: Deviations = None
) -> Found:
    """Find a plan that names the destination in neither the nominative nor the genitive."""
    planned = activity.planned.place if activity.planned else None
    if planned is None or deviations:
        return
    name = journey.destination.name
    forms: Mapping[Any, str] = journey.destination.forms
    genitive = decline(name, "genitive", kind="place", forms=forms, style=style)
    if not any(form.casefold() in planned.casefold() for form in (name, genitive)):
        yield warning("activity.place", "journey.destination.name", planned=planned, place=name)


def _below_plan(outcome: Outcome, deviations: Deviations = None) -> Found:
    for index, one in enumerate(outcome.indicators):
        if one.achieved < one.planned and not deviations:
            values = {"planned": format_number(one.planned), "achieved": format_number(one.achieved)}
            yield warning(
                "outcome.indicator", f"outcome.indicators[{index}].achieved", indicator=one.name, **values
            )


PLAN: Final = (
    Check(
        "participants.planned",
        N_("As many took part as was planned, or the deviations say why not"),
        N_("The report: planned, actual and deviations"),
        _other_count,
    ),
    Check(
        "activity.planned-outside",
        N_("The activity was planned within the implementation of the project"),
        N_("The agreement on the project"),
        _plan_outside,
    ),
    Check(
        "activity.dates",
        N_("The trip took place when it was planned, or the deviations say why not"),
        N_("The report: planned, actual and deviations"),
        _other_days,
    ),
    Check(
        "activity.place",
        N_("The trip went where it was planned to go, or the deviations say why not"),
        N_("The report: planned, actual and deviations"),
        _other_place,
    ),
    Check(
        "outcome.indicator",
        N_("Every indicator has reached its plan, or the deviations say why not"),
        N_("The report: planned, actual and deviations"),
        _below_plan,
    ),
)
"""The rules of this file, in the order in which they are listed."""
