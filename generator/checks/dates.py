"""Rules of dates: the trip, the report and the project fit into each other."""

from __future__ import annotations

import datetime as dt
from typing import Final

from generator.checks.rule import Check, Found, beyond, days, error, information, outside, warning
from generator.errors import N_
from generator.model.records import Journey, Project, Report
from generator.planning import planning_periods


def _trip_outside(project: Project, journey: Journey) -> Found:
    for field, values in outside(days(journey), project.implementation):
        yield warning("period.trip-outside", field, **values)


def _trip_unreported(report: Report, journey: Journey) -> Found:
    if report.period is not None:
        for field, values in outside(days(journey), report.period):
            yield warning("period.trip-unreported", field, **values)


def _report_outside(project: Project, report: Report) -> Found:
    if report.period is not None:
        days = {"report.period.start": report.period.start, "report.period.end": report.period.end}
        for field, values in outside(days, project.implementation):
            yield warning("period.report-outside", field, **values)


def _planning_outside(project: Project) -> Found:
    years = planning_periods()[project.planning_period]
    first, last = dt.date(years.first_year, 1, 1), dt.date(years.last_year, 12, 31)
    days = {
        "project.implementation.start": project.implementation.start,
        "project.implementation.end": project.implementation.end,
    }
    for field, values in beyond(days, first, last):
        yield warning("period.planning", field, **values, period=project.planning_period)


def _report_before_trip(report: Report, journey: Journey) -> Found:
    if report.date < journey.last_day:
        yield error("date.report-before-trip", "report.date", date=report.date, end=journey.last_day)


def _report_before_period_end(report: Report) -> Found:
    if report.period is not None and report.date < report.period.end:
        yield warning("date.report-before-period-end", "report.date", date=report.date, end=report.period.end)


def _agreement_after_start(project: Project) -> Found:
    signed, start = project.agreement.date, project.implementation.start
    if signed is not None and signed > start:
        yield information("date.agreement-after-start", "project.agreement.date", date=signed, start=start)


def _agreement_after_report(project: Project, report: Report) -> Found:
    signed = project.agreement.date
    if signed is not None and signed > report.date:
        yield warning(
            "date.agreement-after-report", "project.agreement.date", date=signed, report=report.date
        )


_EURO: Final = dt.date(2014, 1, 1)


def _currency_of_date(project: Project, report: Report) -> Found:
    expected = "EUR" if report.date >= _EURO else "LVL"
    if project.currency != expected:
        yield warning(
            "currency.date",
            "project.currency",
            currency=project.currency,
            date=report.date,
            expected=expected,
        )


DATES: Final = (
    Check(
        "period.trip-outside",
        N_("The trip is within the implementation of the project"),
        N_("The agreement on the project"),
        _trip_outside,
    ),
    Check(
        "period.trip-unreported",
        N_("The trip is within the reporting period"),
        N_("A report accounts for the whole of its period"),
        _trip_unreported,
    ),
    Check(
        "period.report-outside",
        N_("The reporting period is within the implementation of the project"),
        N_("The agreement on the project"),
        _report_outside,
    ),
    Check(
        "period.planning",
        N_("The project is within the years in which the costs of its planning period are eligible"),
        N_("Regulations (EC) 1083/2006 art. 56(1), (EU) 1303/2013 art. 65(2), (EU) 2021/1060 art. 63(2)"),
        _planning_outside,
    ),
    Check(
        "date.report-before-trip",
        N_("The report is dated on the last day of the trip or later"),
        N_("Order of events"),
        _report_before_trip,
    ),
    Check(
        "date.report-before-period-end",
        N_("The reporting period is over on the day of the report"),
        N_("A report accounts for the whole of its period"),
        _report_before_period_end,
    ),
    Check(
        "date.agreement-after-start",
        N_("The agreement was signed before the project began"),
        N_("Order of events"),
        _agreement_after_start,
    ),
    Check(
        "date.agreement-after-report",
        N_("The agreement was signed before the report"),
        N_("Order of events"),
        _agreement_after_report,
    ),
    Check(
        "currency.date",
        N_("The currency is that of the report's date: lats to 31.12.2013, euro from 01.01.2014"),
        N_("Euro ieviešanas kārtības likums; Council Decision 2013/387/EU"),
        _currency_of_date,
    ),
)
"""The rules of this file, in the order in which they are listed."""
