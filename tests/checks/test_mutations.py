"""The smallest wrong figure or date in a sound trip is noticed, or the table says why it cannot be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from tests.checks.mutations import (
    UNNOTICED_DATES,
    UNNOTICED_FIGURES,
    Mutation,
    Unnoticed,
    dates,
    figures,
    noticed,
)

TABLES = {"figures": (list(figures()), UNNOTICED_FIGURES), "dates": (list(dates()), UNNOTICED_DATES)}


def excused(table: Sequence[Unnoticed]) -> set[tuple[str, str]]:
    return {kind for row in table for kind in row.kinds}


@pytest.mark.parametrize("name", TABLES)
def test_a_figure_or_date_moved_by_the_smallest_step_is_noticed(name: str) -> None:
    mutations, table = TABLES[name]
    missed = [one for one in mutations if one.kind not in excused(table) and not noticed(one)]
    assert missed == []


@pytest.mark.parametrize("name", TABLES)
def test_what_the_table_excuses_is_indeed_not_noticed(name: str) -> None:
    mutations, table = TABLES[name]
    unnoticed = {one.kind for one in mutations if one.kind in excused(table) and not noticed(one)}
    assert excused(table) == unnoticed


def test_every_sum_share_count_and_date_of_the_trip_is_moved() -> None:
    moved = Counter(one.kind[0] for one in (*figures(), *dates()))
    assert {"project.total", "project.funding[].share", "budget[].approved", "costs[].unit_price"} <= set(
        moved
    )
    assert {"activity.planned.participants", "report.period.end", "costs[].document.date"} <= set(moved)


LAW = [
    Mutation("project.implementation.end", "> 2015-12-31", "2016-01-01"),
    Mutation("report.date", "> 2013-12-31", "2014-01-01"),
    Mutation("project.total", "> 25 000", "25 000,01"),
    Mutation("project.total", "< 1000", "999,99"),
]
REFERENCES = [
    Mutation("costs[0].position", "reference", "1x"),
    Mutation("budget[0].code", "reference", "1x"),
    Mutation("project.subactivity.number", "reference", "1.5.2.2.4"),
    Mutation("journey.order", "reference", "Nr. 45, izdots 2012. gada 1. septembrī"),
]


@pytest.mark.parametrize("mutation", [*LAW, *REFERENCES], ids=str)
def test_a_limit_of_the_law_and_a_reference_to_another_field_are_respected(mutation: Mutation) -> None:
    assert noticed(mutation)
