"""Business rules: what can be checked before a report is filed, each rule with its source.

A rule is a function of the sections it needs, by their names, and yields a fault for everything it
finds; `CHECKS` is the list of all. A rule whose sections are not sound is not run.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from inspect import Parameter, signature
from typing import Final

from generator.budget import CENT, ZERO, costs_total, figures, total
from generator.errors import N_, Fault, Place, Severity
from generator.latvian.currency import format_money
from generator.latvian.numbers import format_percent
from generator.model import Source, Trip
from generator.model.records import (
    Activity,
    Cost,
    Deviation,
    Journey,
    Participant,
    Period,
    Position,
    ProgrammeItem,
    Project,
    Report,
    SupportingDocument,
)

Found = Iterator[Fault]


@dataclass(frozen=True)
class Check:
    """One rule: its id, what it makes sure of, where the rule comes from, and its function.

    The function's parameters are the sections it needs; one with a default may be absent.
    """

    id: str
    title: str
    rule: str
    find: Callable[..., Found]

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """The top-level sections without which the rule says nothing."""
        parameters = signature(self.find).parameters.values()
        return tuple(one.name for one in parameters if one.default is Parameter.empty)

    @cached_property
    def takes(self) -> tuple[str, ...]:
        """All the top-level sections that the rule looks at."""
        return tuple(signature(self.find).parameters)


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


def run(sections: Mapping[str, object] | Trip, source: Source) -> Checked:
    """Return what the rules find in the sound sections of a trip, each fault at its place."""
    if isinstance(sections, Trip):
        sections = dict(sections)
    faults: list[Fault] = []
    ids: dict[str, list[str]] = {"passed": [], "not_run": [], "absent": [], "failed": []}
    for check in CHECKS:
        state, found = _result(check, sections)
        ids[state].append(check.id)
        faults += found
    placed = [one.at(_place(one.place.field, source)) for one in faults]
    placed.sort(key=lambda one: (one.place.file != source.file, one.place.line or 0, one.place.column or 0))
    return Checked(tuple(placed), tuple(ids["passed"]), tuple(ids["not_run"]), tuple(ids["absent"]))


def _result(check: Check, sections: Mapping[str, object]) -> tuple[str, list[Fault]]:
    """Return the state of one rule and what it found."""
    if any(name not in sections for name in check.takes):
        return "not_run", []
    if any(sections[name] in (None, ()) for name in check.needs):
        return "absent", []
    found = list(check.find(**{name: sections[name] for name in check.takes}))
    return ("failed" if found else "passed"), found


def _place(field: str, source: Source) -> Place:
    """Return the place of a field, or of what holds it, with the field itself."""
    return replace(source.place(field), field=field)


def _error(id: str, field: str, **values: object) -> Fault:
    return Fault(id, values, Place(field=field))


def _warning(id: str, field: str, **values: object) -> Fault:
    return Fault(id, values, Place(field=field), Severity.WARNING)


# -- dates and periods --------------------------------------------------------------------------
def _days(journey: Journey) -> dict[str, dt.date]:
    """Return the first and the last day of a trip by their fields."""
    days = {"journey.start": journey.start}
    return days if journey.end is None else {**days, "journey.end": journey.end}


def _outside(days: Mapping[str, dt.date], period: Period) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the field of every day outside a period, with the figures of a sentence."""
    for field, day in days.items():
        if not period.start <= day <= period.end:
            yield field, {"day": day, "start": period.start, "end": period.end}


def _trip_outside(project: Project, journey: Journey) -> Found:
    for field, values in _outside(_days(journey), project.implementation):
        yield _warning("period.trip-outside", field, **values)


def _trip_unreported(report: Report, journey: Journey) -> Found:
    if report.period is not None:
        for field, values in _outside(_days(journey), report.period):
            yield _warning("period.trip-unreported", field, **values)


def _report_outside(project: Project, report: Report) -> Found:
    if report.period is not None:
        days = {"report.period.start": report.period.start, "report.period.end": report.period.end}
        for field, values in _outside(days, project.implementation):
            yield _warning("period.report-outside", field, **values)


_ELIGIBLE: Final = {
    "2007-2013": (2007, 2015),
    "2014-2020": (2014, 2023),
    "2021-2027": (2021, 2029),
}


def _planning_outside(project: Project) -> Found:
    first, last = _ELIGIBLE[project.planning_period]
    span = Period(start=dt.date(first, 1, 1), end=dt.date(last, 12, 31))
    days = {
        "project.implementation.start": project.implementation.start,
        "project.implementation.end": project.implementation.end,
    }
    for field, values in _outside(days, span):
        yield _warning("period.planning", field, **values, period=project.planning_period)


def _report_before_trip(report: Report, journey: Journey) -> Found:
    if report.date < journey.last_day:
        yield _error("date.report-before-trip", "report.date", date=report.date, end=journey.last_day)


def _agreement_after_report(project: Project, report: Report) -> Found:
    signed = project.agreement.date
    if signed is not None and signed > report.date:
        yield _warning(
            "date.agreement-after-report", "project.agreement.date", date=signed, report=report.date
        )


_EURO: Final = dt.date(2014, 1, 1)


def _currency_of_date(project: Project, report: Report) -> Found:
    expected = "EUR" if report.date >= _EURO else "LVL"
    if project.currency != expected:
        yield _warning(
            "currency.date",
            "project.currency",
            currency=project.currency,
            date=report.date,
            expected=expected,
        )


# -- the project's money ------------------------------------------------------------------------
def _shares(project: Project) -> Found:
    known = [source.share for source in project.funding if source.share is not None]
    whole = sum(known, Decimal(0))
    if known and (whole > 100 or (whole < 100 and len(known) == len(project.funding))):
        difference = format_percent(abs(100 - whole))
        yield _error("sources.share", "project.funding", share=format_percent(whole), difference=difference)


def _amounts(project: Project) -> Found:
    known = [source.amount for source in project.funding if source.amount is not None]
    whole = sum(known, ZERO)
    complete = len(known) == len(project.funding)
    if known and (whole > project.total or (whole < project.total and complete)):
        yield _error("sources.amount", "project.funding", **_compared(whole, project.total, project))


def _share_and_amount(project: Project) -> Found:
    for index, source in enumerate(project.funding):
        if source.share is None or source.amount is None:
            continue
        computed = _cents(project.total * source.share / 100)
        if abs(computed - source.amount) > max(CENT, _cents(project.total / 20_000)):
            values = _compared(source.amount, computed, project)
            share = format_percent(source.share)
            yield _warning("sources.split", f"project.funding[{index}].amount", **values, share=share)


_LIMITS: Final = {"1.5.2.2.3": (Decimal(1000), Decimal(25_000))}


def _limit(project: Project) -> Found:
    number = project.subactivity.number.strip(" .")
    if project.currency != "LVL" or number not in _LIMITS:
        return
    least, most = _LIMITS[number]
    if not least <= project.total <= most:
        yield _error(
            "agreement.limit", "project.total", subactivity=number,
            total=_money(project.total, project), least=_money(least, project), most=_money(most, project),
        )  # fmt: skip


def _budget_sum(project: Project, budget: Sequence[Position]) -> Found:
    approved = total(position for position in budget if position.eligible).approved
    if approved != project.total:
        yield _error("budget.sum", "budget", **_compared(approved, project.total, project))


def _over_position(project: Project, budget: Sequence[Position]) -> Found:
    for index, position in enumerate(budget):
        row = figures(position)
        if row.left < 0:
            values = _compared(row.spent, row.approved, project)
            yield _warning(
                "budget.over-position", f"budget[{index}].this_period", code=position.code, **values
            )


def _same_code(budget: Sequence[Position]) -> Found:
    first: dict[str, Position] = {}
    for index, position in enumerate(budget):
        if position.code in first:
            names = {"name": first[position.code].name, "other": position.name}
            yield _error("budget.code-duplicate", f"budget[{index}].code", code=position.code, **names)
        first.setdefault(position.code, position)


# -- the costs of the trip ----------------------------------------------------------------------
def _cost_amount(project: Project, costs: Sequence[Cost]) -> Found:
    for index, cost in enumerate(costs):
        computed = _cents(cost.quantity * cost.unit_price)
        if cost.amount is not None and cost.amount != computed:
            values = _compared(cost.amount, computed, project)
            yield _error("cost.amount", f"costs[{index}].amount", item=cost.item, **values)


def _position_unknown(budget: Sequence[Position], costs: Sequence[Cost]) -> Found:
    codes = [position.code for position in budget]
    for index, cost in enumerate(costs):
        if cost.position not in codes:
            known = ", ".join(codes)
            yield _error("cost.position-unknown", f"costs[{index}].position", code=cost.position, known=known)


def _costs_over_position(project: Project, budget: Sequence[Position], costs: Sequence[Cost]) -> Found:
    for index, position in enumerate(budget):
        used = costs_total(cost for cost in costs if cost.position == position.code)
        if used > position.this_period:
            values = _compared(used, position.this_period, project)
            field = f"budget[{index}].this_period"
            yield _error("cost.over-position", field, code=position.code, **values)


def _same_cost(costs: Sequence[Cost]) -> Found:
    first: dict[Cost, int] = {}
    for index, cost in enumerate(costs):
        if cost in first:
            yield _warning("cost.duplicate", f"costs[{index}]", item=cost.item, row=first[cost] + 1)
        first.setdefault(cost, index)


def _documents(costs: Iterable[Cost]) -> Iterator[tuple[str, SupportingDocument]]:
    """Yield the supporting documents with their fields."""
    for index, cost in enumerate(costs):
        if cost.document is not None:
            yield f"costs[{index}].document", cost.document


def _document_date(report: Report, costs: Sequence[Cost]) -> Found:
    for field, document in _documents(costs):
        if document.date > report.date:
            yield _error("document.date", f"{field}.date", date=document.date, report=report.date)


def _document_outside(project: Project, costs: Sequence[Cost]) -> Found:
    for field, document in _documents(costs):
        for where, values in _outside({f"{field}.date": document.date}, project.implementation):
            yield _warning("document.outside-project", where, **values)


def _same_document(costs: Sequence[Cost]) -> Found:
    """Find one number of one issuer under two descriptions; one document may prove many costs."""
    first: dict[tuple[str, str], SupportingDocument] = {}
    for field, document in _documents(costs):
        if document.number is None or document.issuer is None:
            continue
        known = first.setdefault((document.issuer, document.number), document)
        if known != document:
            yield _warning(
                "document.duplicate", f"{field}.number", number=document.number, issuer=document.issuer,
                first=f"{known.kind}, {known.date}", second=f"{document.kind}, {document.date}",
            )  # fmt: skip


# -- the trip as it went ------------------------------------------------------------------------
Deviations = Sequence[Deviation] | None


def _fewer(activity: Activity, participants: Sequence[Participant], deviations: Deviations = None) -> Found:
    planned = activity.planned.participants if activity.planned else None
    came = sum(one.count for one in participants)
    if planned is not None and came < planned and not deviations:
        yield _warning("participants.planned", "participants", planned=planned, came=came)


def _other_days(activity: Activity, journey: Journey, deviations: Deviations = None) -> Found:
    planned = activity.planned
    if planned is None or planned.start is None or deviations:
        return
    span = Period(start=planned.start, end=planned.end or planned.start)
    for field, values in _outside(_days(journey), span):
        yield _warning("activity.dates", field, **values)


def _out_of_order(journey: Journey, programme: Sequence[ProgrammeItem]) -> Found:
    """Find items before the one above them; on a trip of several days each day begins anew."""
    days = (journey.last_day - journey.start).days
    for index, (above, one) in enumerate(zip(programme, programme[1:], strict=False), 1):
        if one.start < above.start:
            if days == 0:
                times = {"time": _clock(one.start), "above": _clock(above.start)}
                yield _warning("programme.order", f"programme[{index}].start", **times)
            days = max(0, days - 1)


def _ends_before(programme: Sequence[ProgrammeItem]) -> Found:
    for index, one in enumerate(programme):
        if one.end is not None and one.end < one.start:
            times = {"start": _clock(one.start), "end": _clock(one.end)}
            yield _warning("programme.end", f"programme[{index}].end", **times)


# -- figures in sentences -----------------------------------------------------------------------
def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)


def _clock(time: dt.time) -> str:
    return f"{time.hour}.{time.minute:02}"


def _money(amount: Decimal, project: Project) -> str:
    """Return a sum as the documents print it, in the currency of the project."""
    return format_money(amount, project.currency)


def _compared(found: Decimal, expected: Decimal, project: Project) -> dict[str, object]:
    """Return two sums and their difference, as a sentence quotes them."""
    return {
        "found": _money(found, project),
        "expected": _money(expected, project),
        "difference": _money(abs(found - expected), project),
    }


_ARITHMETIC: Final = "Arithmetic"

CHECKS: Final[tuple[Check, ...]] = (
    Check(
        "period.trip-outside",
        N_("The trip is within the implementation of the project"),
        "The agreement on the project; reference 8.2, section 2 of a report",
        _trip_outside,
    ),
    Check(
        "period.trip-unreported",
        N_("The trip is within the reporting period"),
        "Reference 8.2, section 1 of a report: the period it accounts for",
        _trip_unreported,
    ),
    Check(
        "period.report-outside",
        N_("The reporting period is within the implementation of the project"),
        "The agreement on the project",
        _report_outside,
    ),
    Check(
        "period.planning",
        N_("The project is within the years in which the costs of its planning period are eligible"),
        "Regulations (EC) 1083/2006 art. 56(1), (EU) 1303/2013 art. 65(2), (EU) 2021/1060 art. 63(2)",
        _planning_outside,
    ),
    Check(
        "date.report-before-trip",
        N_("The report is dated on the last day of the trip or later"),
        "Order of events",
        _report_before_trip,
    ),
    Check(
        "date.agreement-after-report",
        N_("The agreement was signed before the report"),
        "Order of events",
        _agreement_after_report,
    ),
    Check(
        "currency.date",
        N_("The currency is that of the report's date: lats to 31.12.2013, euro from 01.01.2014"),
        "Euro ieviešanas kārtības likums; Council Decision 2013/387/EU",
        _currency_of_date,
    ),
    Check(
        "sources.share",
        N_("The shares of the funding sources make up 100 %"),
        "Reference 8.3, table A",
        _shares,
    ),
    Check(
        "sources.amount",
        N_("The amounts of the funding sources make up the total of the project"),
        "Reference 8.3, table A",
        _amounts,
    ),
    Check(
        "sources.split",
        N_("The amount of every funding source is its share of the total"),
        _ARITHMETIC,
        _share_and_amount,
    ),
    Check(
        "agreement.limit",
        N_("The total of the project is within the limits of its sub-activity"),
        "MK 25.11.2008. Nr. 962: 1000-25 000 LVL for 1.5.2.2.3",
        _limit,
    ),
    Check(
        "budget.sum",
        N_("The approved sums of the eligible positions make up the total of the project"),
        "Reference 8.3, table B",
        _budget_sum,
    ),
    Check(
        "budget.over-position",
        N_("No budget position is exceeded"),
        "Reference 8.3, table B: approved less spent is what is left",
        _over_position,
    ),
    Check(
        "budget.code-duplicate",
        N_("Every budget position has a code of its own"),
        "A code says to which position a cost belongs",
        _same_code,
    ),
    Check(
        "cost.amount",
        N_("The amount of every cost is quantity times unit price"),
        _ARITHMETIC,
        _cost_amount,
    ),
    Check(
        "cost.position-unknown",
        N_("Every cost belongs to a position of the budget"),
        "Reference 8.3, tables B and C",
        _position_unknown,
    ),
    Check(
        "cost.over-position",
        N_("The costs of the trip are within what was spent on their positions in the period"),
        "Reference 8.3: table C is a part of table B",
        _costs_over_position,
    ),
    Check(
        "cost.duplicate",
        N_("No cost is listed twice"),
        "A cost is refunded once",
        _same_cost,
    ),
    Check(
        "document.date",
        N_("Every supporting document is dated on the day of the report or before"),
        "Order of events",
        _document_date,
    ),
    Check(
        "document.outside-project",
        N_("Every supporting document is dated within the implementation of the project"),
        "Costs are eligible within the implementation of the project",
        _document_outside,
    ),
    Check(
        "document.duplicate",
        N_("A number of one issuer stands for one document"),
        "Reference 8.3, table D",
        _same_document,
    ),
    Check(
        "participants.planned",
        N_("As many took part as was planned, or the deviations say why not"),
        "Reference 8.2, sections 6 and 7 of a report",
        _fewer,
    ),
    Check(
        "activity.dates",
        N_("The trip took place when it was planned, or the deviations say why not"),
        "Reference 8.2, sections 2 and 7 of a report",
        _other_days,
    ),
    Check(
        "programme.order",
        N_("The programme is in order of time"),
        "Reference 8.2, section 4 of a report",
        _out_of_order,
    ),
    Check(
        "programme.end",
        N_("Every item of the programme ends after it begins"),
        "Order of events",
        _ends_before,
    ),
)
"""All rules, in the order in which they are listed."""
