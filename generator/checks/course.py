"""Rules of the trip as it went: participants, days, programme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.checks.rule import Check, Found, clock, warning
from generator.errors import N_
from generator.latvian.reading import dates_in
from generator.model.records import Journey, Participant, ProgrammeItem, Project


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
        "participants.duplicate",
        N_("Nobody is listed twice among the participants"),
        N_("Arithmetic: a person counts once"),
        _listed_twice,
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
