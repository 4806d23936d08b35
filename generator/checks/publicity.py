"""Rules of publicity: what the planning period of the project asks for."""

from __future__ import annotations

from typing import Final

from generator.checks.rule import Check, Found, warning
from generator.errors import N_
from generator.model.records import Project
from generator.planning import planning_periods


def _fund_of_other_period(project: Project) -> Found:
    periods, name = planning_periods(), project.fund.name
    own = periods[project.planning_period]
    others = [period for period, other in periods.items() if name in other.funds]
    if others and name not in own.funds:
        known, of = ", ".join(own.funds), ", ".join(others)
        values = {"fund": name, "of": of, "period": project.planning_period, "known": known}
        yield warning("publicity.fund", "project.fund.name", **values)


def _mark_missing(project: Project) -> Found:
    for mark in planning_periods()[project.planning_period].marks:
        if not any(mark.known_by in logo.alt.lower() for logo in project.logos):
            values = {"mark": mark.name, "period": project.planning_period}
            yield warning("publicity.marks", "project.logos", **values)


PUBLICITY: Final = (
    Check(
        "publicity.fund",
        N_("The fund is one of the project's planning period"),
        N_("Regulations (EC) No 1083/2006, (EU) No 1303/2013 and (EU) 2021/1060, Article 1 of each"),
        _fund_of_other_period,
    ),
    Check(
        "publicity.marks",
        N_("The publicity strip holds every mark that the planning period asks for"),
        N_("MK 17.02.2015. Nr. 87: the mark of the National Development Plan"),
        _mark_missing,
    ),
)
"""The rules of this file, in the order in which they are listed."""
