"""Rules of the trip as it went: participants, days, programme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from generator.checks.rule import Check, Found, clock, days, information, outside, warning
from generator.errors import N_
from generator.latvian import LatvianStyle, decline
from generator.latvian.numbers import format_number
from generator.latvian.reading import dates_in
from generator.model.records import (
    Activity,
    Deviation,
    Journey,
    Outcome,
    Participant,
    Period,
    ProgrammeItem,
    Project,
)

Deviations = Sequence[Deviation] | None


# -- planned and actual -------------------------------------------------------------------------
def _other_count(
    activity: Activity, participants: Sequence[Participant], deviations: Deviations = None
) -> Found:
    """Find fewer people than were planned; more are only told."""
    planned = activity.planned.participants if activity.planned else None
    came = sum(one.count for one in participants)
    if planned is not None and came != planned and not deviations:
        found = warning if came < planned else information
        yield found("participants.planned", "participants", planned=planned, came=came)


def _other_days(activity: Activity, journey: Journey, deviations: Deviations = None) -> Found:
    planned = activity.planned
    if planned is None or planned.start is None or deviations:
        return
    span = Period(start=planned.start, end=planned.end or planned.start)
    for field, values in outside(days(journey), span):
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


# -- the journey and those who made it ----------------------------------------------------------
def _at_home(project: Project, journey: Journey) -> Found:
    town = project.beneficiary.town.name
    if journey.destination.name == town:
        yield warning("journey.destination", "journey.destination.name", town=town)


def _ordered_late(journey: Journey) -> Found:
    for day in dates_in(journey.order or ""):
        if day > journey.start:
            yield warning("journey.order", "journey.order", date=day, start=journey.start)


def _listed_twice(participants: Sequence[Participant]) -> Found:
    first: dict[str, int] = {}
    for index, one in enumerate(participants):
        name = " ".join((one.name or "").casefold().split())
        if name and name in first:
            yield warning(
                "participants.duplicate", f"participants[{index}].name", name=one.name, row=first[name] + 1
            )
        first.setdefault(name, index)


# -- the programme ------------------------------------------------------------------------------
def _overlapping(programme: Sequence[ProgrammeItem]) -> Found:
    """Find items that begin before the one above them has ended; an earlier beginning is another day."""
    for index, (above, one) in enumerate(zip(programme, programme[1:], strict=False), 1):
        if above.end is not None and above.start <= one.start < above.end:
            times = {"time": clock(one.start), "end": clock(above.end)}
            yield warning("programme.overlap", f"programme[{index}].start", **times)


def _out_of_order(journey: Journey, programme: Sequence[ProgrammeItem]) -> Found:
    """Find items before the one above them; on a trip of several days each day begins anew."""
    days = (journey.last_day - journey.start).days
    for index, (above, one) in enumerate(zip(programme, programme[1:], strict=False), 1):
        if one.start < above.start:
            if days == 0:
                times = {"time": clock(one.start), "above": clock(above.start)}
                yield warning("programme.order", f"programme[{index}].start", **times)
            days = max(0, days - 1)


def _ends_before(programme: Sequence[ProgrammeItem]) -> Found:
    for index, one in enumerate(programme):
        if one.end is not None and one.end < one.start:
            times = {"start": clock(one.start), "end": clock(one.end)}
            yield warning("programme.end", f"programme[{index}].end", **times)


COURSE: Final = (
    Check(
        "participants.planned",
        N_("As many took part as was planned, or the deviations say why not"),
        N_("The report: planned, actual and deviations"),
        _other_count,
    ),
    Check(
        "participants.duplicate",
        N_("Nobody is listed twice among the participants"),
        N_("Arithmetic: a person counts once"),
        _listed_twice,
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
    Check(
        "journey.destination",
        N_("The trip leads to another place than the beneficiary's own"),
        N_("MK 12.10.2010. Nr. 969: a business trip is one to another populated place"),
        _at_home,
    ),
    Check(
        "journey.order",
        N_("The travel order was issued before the trip began"),
        N_("MK 12.10.2010. Nr. 969: a business trip is made on a written order"),
        _ordered_late,
    ),
    Check(
        "programme.order",
        N_("The programme is in order of time"),
        N_("The report: course of the trip"),
        _out_of_order,
    ),
    Check(
        "programme.end",
        N_("Every item of the programme ends after it begins"),
        N_("Order of events"),
        _ends_before,
    ),
    Check(
        "programme.overlap",
        N_("Every item of the programme begins when the one before it has ended"),
        N_("Order of events"),
        _overlapping,
    ),
)
"""The rules of this file, in the order in which they are listed."""
