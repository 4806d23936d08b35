"""Dates, periods, times of day."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BadValue
from generator.latvian import format_date, format_period, format_time, read_date, read_time
from tests.latvian.tables import rows

FORMS = ("nominative", "genitive", "dative", "accusative", "locative", "numeric")


@pytest.mark.parametrize(("day", "form", "expected"), rows("dates"))
def test_a_date_in_its_form(day, form, expected):
    assert format_date(date.fromisoformat(day), form) == expected


@pytest.mark.parametrize(("number", "row"), list(enumerate(rows("months"), 1)))
def test_a_month_in_five_cases(number, row):
    written = [format_date(date(2012, number, 1), form).rpartition("\u00a0")[2] for form in FORMS[:5]]
    assert written == row[0].split(" / ")


@pytest.mark.parametrize(("start", "end", "form", "expected"), rows("periods"))
def test_a_period_in_its_form(start, end, form, expected):
    assert format_period(date.fromisoformat(start), date.fromisoformat(end), form) == expected


@given(st.dates(date(1000, 1, 1)), st.sampled_from(FORMS))
def test_a_written_date_reads_back_as_itself(day, form):
    assert read_date(format_date(day, form)) == day


@given(st.times())
def test_a_written_time_reads_back_as_itself(moment):
    assert read_time(format_time(moment)) == moment.replace(second=0, microsecond=0)


@pytest.mark.parametrize(
    ("moment", "expected"), [(time(9, 30), "plkst.\u00a09.30"), (time(18), "plkst.\u00a018.00")]
)
def test_a_time_has_a_point_before_its_minutes(moment, expected):
    assert format_time(moment) == expected


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(BadValue) as refused:
        format_period(date(2012, 8, 31), date(2012, 8, 31) - timedelta(days=1))
    assert refused.value.fault.id == "date.order"


@pytest.mark.parametrize(
    ("call", "fault"),
    [
        (lambda: format_date("2012-08-31"), "date.unreadable"),
        (lambda: format_date(date(2012, 8, 31), "vocative"), "option.unknown"),
        (lambda: format_period(date(2012, 1, 1), date(2012, 1, 2), "short"), "option.unknown"),
        (lambda: format_time("9.30"), "time.unreadable"),
    ],
)
def test_what_is_no_date_or_form_is_refused(call, fault):
    with pytest.raises(BadValue) as refused:
        call()
    assert refused.value.fault.id == fault
