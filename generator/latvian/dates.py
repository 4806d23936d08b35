"""Dates, periods and times of day as a report writes them."""

from __future__ import annotations

from datetime import date, time
from typing import Final

from generator.errors import BadValue
from generator.latvian.grammar import CASES, EN_DASH, NBSP, case_index, one_of
from generator.latvian.style import DEFAULT, LatvianStyle

_FIRST: Final = ("s", "a", "am", "u", "ā")
_SECOND: Final = ("is", "a", "im", "i", "ī")
MONTHS: Final[tuple[tuple[str, ...], ...]] = (
    tuple("janvār" + ending for ending in _SECOND),
    tuple("februār" + ending for ending in _SECOND),
    tuple("mart" + ending for ending in _FIRST),
    ("aprīlis", "aprīļa", "aprīlim", "aprīli", "aprīlī"),
    tuple("maij" + ending for ending in _FIRST),
    tuple("jūnij" + ending for ending in _FIRST),
    tuple("jūlij" + ending for ending in _FIRST),
    tuple("august" + ending for ending in _FIRST),
    tuple("septembr" + ending for ending in _SECOND),
    tuple("oktobr" + ending for ending in _SECOND),
    tuple("novembr" + ending for ending in _SECOND),
    tuple("decembr" + ending for ending in _SECOND),
)
"""The twelve months, each in the five cases of CASES."""


def format_date(date: date, form: str = "locative", *, style: LatvianStyle = DEFAULT) -> str:
    """Return a date in words in one of the five cases, or "numeric" with its final point.

    The number stays with its word (no-break space). Raises BadValue `date.unreadable` for what is
    no date, `option.unknown` for the form. Source: the EU style guide for Latvian 10.1.1;
    valoda.lv 2009-4 (spaces). The style changes nothing here.

    >>> import datetime
    >>> format_date(datetime.date(2012, 8, 31))
    '2012.\\xa0gada 31.\\xa0augustā'
    >>> format_date(datetime.date(2012, 4, 1), "genitive")
    '2012.\\xa0gada 1.\\xa0aprīļa'
    >>> format_date(datetime.date(2012, 8, 31), "numeric")
    '31.08.2012.'
    """
    _must_be_date(date)
    one_of(form, (*CASES, "numeric"))
    if form == "numeric":
        return f"{date.day:02d}.{date.month:02d}.{date.year:04d}."
    return f"{_year(date)} {_day_and_month(date, form)}"


def format_period(start: date, end: date, form: str = "words", *, style: LatvianStyle = DEFAULT) -> str:
    """Return a period in words ("no ... līdz ...") or "numeric", from its first to its last day.

    In words it names the year once, and the month once, when both days share them; one day is a
    date in the locative. Raises BadValue `date.order`, `date.unreadable` or `option.unknown`.
    Source: Latviešu valodas gramatika 2015 (no + genitive, līdz + dative).

    >>> import datetime
    >>> format_period(datetime.date(2012, 4, 1), datetime.date(2013, 1, 31))
    'no 2012.\\xa0gada 1.\\xa0aprīļa līdz 2013.\\xa0gada 31.\\xa0janvārim'
    >>> format_period(datetime.date(2012, 8, 30), datetime.date(2012, 8, 31))
    'no 2012.\\xa0gada 30. līdz 31.\\xa0augustam'
    >>> format_period(datetime.date(2012, 4, 1), datetime.date(2013, 1, 31), "numeric")
    '01.04.2012.–31.01.2013.'
    """
    one_of(form, ("words", "numeric"))
    _must_be_date(start)
    _must_be_date(end)
    if end < start:
        raise BadValue("date.order", start=start.isoformat(), end=end.isoformat())
    if start == end:
        return format_date(start, "locative" if form == "words" else "numeric")
    if form == "numeric":
        return f"{format_date(start, form)}{EN_DASH}{format_date(end, form)}"
    return f"no {_beginning(start, end)} līdz {_ending(start, end)}"


def format_time(time: time, *, style: LatvianStyle = DEFAULT) -> str:
    """Return a time of day with a point between hours and minutes; seconds are left out.

    Raises BadValue `time.unreadable` for what is no time. Source: VVC 13.05.2015 min. No. 42.

    >>> import datetime
    >>> format_time(datetime.time(9, 30))
    'plkst.\\xa09.30'
    """
    if not _is_time(time):
        raise BadValue("time.unreadable", value=time)
    return f"plkst.{NBSP}{time.hour}.{time.minute:02d}"


def _is_time(value: object) -> bool:
    return isinstance(value, time)


def _must_be_date(value: object) -> None:
    if not isinstance(value, date):
        raise BadValue("date.unreadable", value=value)


def _year(day: date) -> str:
    return f"{day.year}.{NBSP}gada"


def _day_and_month(day: date, case: str) -> str:
    return f"{day.day}.{NBSP}{MONTHS[day.month - 1][case_index(case)]}"


def _beginning(start: date, end: date) -> str:
    """Return the first day; its month is left to the last day when they share it."""
    if (start.year, start.month) == (end.year, end.month):
        return f"{_year(start)} {start.day}."
    return format_date(start, "genitive")


def _ending(start: date, end: date) -> str:
    """Return the last day; its year is left out when the first day has named it."""
    if start.year == end.year:
        return _day_and_month(end, "dative")
    return format_date(end, "dative")
