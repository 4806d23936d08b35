"""Days off are weekends and the public holidays of Latvia."""

import datetime as dt

import pytest

from generator.checks.holidays import day_off, easter

EASTERS = ["2000-04-23", "2008-03-23", "2011-04-24", "2012-04-08", "2016-03-27", "2019-04-21", "2024-03-31"]


@pytest.mark.parametrize("day", EASTERS)
def test_easter_is_on_its_sunday(day: str) -> None:
    assert easter(int(day[:4])) == dt.date.fromisoformat(day)


def test_easter_is_always_a_sunday_in_march_or_april() -> None:
    days = [easter(year) for year in range(1900, 2200)]
    assert {day.weekday() for day in days} == {6}
    assert min((day.month, day.day) for day in days) == (3, 23)
    assert max((day.month, day.day) for day in days) == (4, 25)


@pytest.mark.parametrize("day", ["2012-08-31", "2012-04-05", "2012-04-10", "2012-06-22", "2012-12-28"])
def test_a_working_day_is_no_day_off(day: str) -> None:
    assert day_off(dt.date.fromisoformat(day)) is None


@pytest.mark.parametrize(
    ("day", "off"),
    [
        ("2012-09-01", "Saturday"),
        ("2012-09-02", "Sunday"),
        ("2012-04-06", "public holiday"),
        ("2012-04-09", "public holiday"),
        ("2012-05-04", "public holiday"),
        ("2015-11-18", "public holiday"),
        ("2012-12-31", "public holiday"),
    ],
)
def test_weekends_and_holidays_are_days_off(day: str, off: str) -> None:
    assert day_off(dt.date.fromisoformat(day)) == off
