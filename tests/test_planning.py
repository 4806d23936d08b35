"""The planning periods: the data of their publicity is whole, and the model knows the same periods."""

from typing import get_args

import pytest
from pydantic import TypeAdapter

from generator.model.records import Project
from generator.planning import PlanningPeriod, planning_inputs, planning_periods

PERIODS = planning_periods()


def test_the_model_knows_the_periods_of_the_data() -> None:
    assert get_args(Project.model_fields["planning_period"].annotation) == tuple(PERIODS)


def test_every_value_is_of_the_type_that_a_period_has() -> None:
    reader = TypeAdapter(dict[str, PlanningPeriod])
    assert reader.validate_python(PERIODS, strict=True) == PERIODS
    assert reader.validate_json(reader.dump_json(dict(PERIODS)), strict=True) == PERIODS


def test_the_file_is_among_the_inputs() -> None:
    ((name, digest),) = planning_inputs().items()
    assert (name, len(digest)) == ("data/planning-periods.toml", 64)


@pytest.mark.parametrize("period", PERIODS.values(), ids=list(PERIODS))
def test_a_period_asks_for_an_emblem_that_is_high_enough_and_stands_in_the_strip(
    period: PlanningPeriod,
) -> None:
    assert period.order.count("emblem") == 1
    assert period.emblem_height >= max(period.least_height, 1)
    assert "Eiropas Savienība" in period.emblem_words
    assert "Eiropas Savienība" in period.emblem_words_shared


@pytest.mark.parametrize("period", PERIODS.values(), ids=list(PERIODS))
def test_the_closing_statement_has_room_for_the_fund_and_the_author(period: PlanningPeriod) -> None:
    assert period.support.count("{fund}") == 1
    assert period.responsibility.count("{author}") == 1


def test_only_the_last_period_has_no_slogan_and_a_least_height() -> None:
    assert [bool(period.slogan) for period in PERIODS.values()] == [True, True, False]
    assert [period.least_height for period in PERIODS.values()] == [0, 0, 10]


def test_the_periods_are_in_order_of_time() -> None:
    years = [(period.first_year, period.last_year) for period in PERIODS.values()]
    assert years == sorted(years)
