"""Rules of the trip as it went: participants, days, programme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.checks.rule import Check, Found, clock, days, outside, warning
from generator.errors import N_
from generator.model.records import Activity, Deviation, Journey, Participant, Period, ProgrammeItem

Deviations = Sequence[Deviation] | None


def _fewer(activity: Activity, participants: Sequence[Participant], deviations: Deviations = None) -> Found:
    planned = activity.planned.participants if activity.planned else None
    came = sum(one.count for one in participants)
    if planned is not None and came < planned and not deviations:
        yield warning("participants.planned", "participants", planned=planned, came=came)


def _other_days(activity: Activity, journey: Journey, deviations: Deviations = None) -> Found:
    planned = activity.planned
    if planned is None or planned.start is None or deviations:
        return
    span = Period(start=planned.start, end=planned.end or planned.start)
    for field, values in outside(days(journey), span):
        yield warning("activity.dates", field, **values)


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
        N_("The report: results and deviations"),
        _fewer,
    ),
    Check(
        "activity.dates",
        N_("The trip took place when it was planned, or the deviations say why not"),
        N_("The report: planned, actual and deviations"),
        _other_days,
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
)
"""The rules of this file, in the order in which they are listed."""
