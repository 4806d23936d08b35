"""Rules of the reporting periods of one project: what earlier reports say, and what this one does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from generator.budget import Line, budget_lines, spent_before
from generator.checks.rule import Check, Found, compared, error, warning
from generator.errors import N_
from generator.model.finances import EarlierReport, Position
from generator.model.money import Money, total, zero
from generator.model.records import Period, Project, Report


def _leaves(project: Project, budget: Sequence[Position], earlier: Sequence[EarlierReport]) -> Iterator[Line]:
    for top in budget_lines(budget, project.currency, earlier):
        yield from top.leaves()


def _spent_unknown(
    project: Project, budget: Sequence[Position], earlier: Sequence[EarlierReport] = ()
) -> Found:
    for line in _leaves(project, budget, earlier):
        if line.position.spent_before is None and not earlier:
            yield error("budget.spent-unknown", line.path, code=line.position.code)


def _spent_before(project: Project, budget: Sequence[Position], earlier: Sequence[EarlierReport]) -> Found:
    """Find typed figures that earlier reports do not make up; a position new to them has none."""
    known = spent_before(earlier, project.currency)
    for line in _leaves(project, budget, earlier):
        typed, expected = line.position.spent_before, known.get(line.position.code)
        if typed is not None and expected is not None and typed != expected.amount:
            values = compared(Money(typed, project.currency), expected)
            field = f"{line.path}.spent_before"
            yield error("budget.spent-before", field, code=line.position.code, **values)


def _spent_in_all(project: Project, budget: Sequence[Position], earlier: Sequence[EarlierReport]) -> Found:
    """Find a budget that accounts for another sum than the earlier reports, whatever its positions."""
    sums = (line.figures.spent_before for line in _leaves(project, budget, earlier))
    found = total(sums, project.currency)
    expected = total(spent_before(earlier, project.currency).values(), project.currency)
    if found != expected:
        yield error("budget.spent-in-all", "budget", **compared(found, expected))


def _position_gone(project: Project, budget: Sequence[Position], earlier: Sequence[EarlierReport]) -> Found:
    codes = {line.position.code for line in _leaves(project, budget, earlier)}
    for index, report in enumerate(earlier):
        for row in report.positions:
            spent = Money(row.spent_before + row.this_period, report.currency)
            if row.code not in codes and spent > zero(report.currency):
                yield warning("earlier.position", f"earlier[{index}]", code=row.code, date=report.date)


def _other_agreement(project: Project, earlier: Sequence[EarlierReport]) -> Found:
    for index, report in enumerate(earlier):
        if report.agreement != project.agreement.number:
            numbers = {"found": report.agreement, "expected": project.agreement.number}
            yield error("earlier.agreement", f"earlier[{index}]", date=report.date, **numbers)


def _not_earlier(report: Report, earlier: Sequence[EarlierReport]) -> Found:
    """Find earlier reports that reach into the period of the next: their sums would count twice."""
    spans = [(*_span(one.period, one.date), f"earlier[{index}]") for index, one in enumerate(earlier)]
    start, end = _span(report.period, report.date)
    for (_, last, field), (first, _, _) in pairwise([*sorted(spans), (start, end, "report")]):
        if last >= first:
            yield error("earlier.period", field, last=last, first=first)


def _dated_after(report: Report, earlier: Sequence[EarlierReport]) -> Found:
    for index, one in enumerate(earlier):
        if one.date > report.date:
            yield error("earlier.date", f"earlier[{index}]", earlier=one.date, date=report.date)


def _span(period: Period | None, date: dt.date) -> tuple[dt.date, dt.date]:
    """Return the days a report accounts for; without a period, its date."""
    return (period.start, period.end) if period else (date, date)


PERIODS: Final = (
    Check(
        "budget.spent-unknown",
        N_("Every budget position says what was spent before, or earlier reports are named"),
        N_("The funding annex, table of positions"),
        _spent_unknown,
    ),
    Check(
        "budget.spent-before",
        N_("What was spent before on every position is what the earlier reports make up"),
        N_("Arithmetic; the earlier reports of the project"),
        _spent_before,
    ),
    Check(
        "budget.spent-in-all",
        N_("What was spent before in all is what the earlier reports make up"),
        N_("Arithmetic; the earlier reports of the project"),
        _spent_in_all,
    ),
    Check(
        "earlier.position",
        N_("The budget has every position on which earlier reports spent"),
        N_("The funding annex, table of positions"),
        _position_gone,
    ),
    Check(
        "earlier.agreement",
        N_("The earlier reports are of the same agreement"),
        N_("The agreement on the project"),
        _other_agreement,
    ),
    Check(
        "earlier.period",
        N_("The earlier reports account for days before this one, each for its own"),
        N_("A report accounts for its period"),
        _not_earlier,
    ),
    Check(
        "earlier.date",
        N_("The earlier reports are dated on the day of this one or before"),
        N_("Order of events"),
        _dated_after,
    ),
)
"""The rules of this file, in the order in which they are listed."""
