"""Rules of the calendar: days off, and days of the week that are written before a date."""

from __future__ import annotations

import re
from typing import Final

from generator.checks.holidays import day_off
from generator.checks.rule import Check, Found, days, information, warning
from generator.errors import N_, Message
from generator.latvian.grammar import NBSP
from generator.latvian.reading import dates_in
from generator.model.records import Journey, Report
from generator.model.texts import Texts


def _day_off(report: Report, journey: Journey) -> Found:
    for field, day in {**days(journey), "report.date": report.date}.items():
        if off := day_off(day):
            yield information("date.day-off", field, day=day, off=Message(off))


_WEEKDAYS: Final = (
    "pirmdiena",
    "otrdiena",
    "trešdiena",
    "ceturtdiena",
    "piektdiena",
    "sestdiena",
    "svētdiena",
)
_WEEKDAY: Final = re.compile(
    r"\b((?:pirm|otr|treš|ceturt|piekt|sest|svēt)dien)\w*, ?([0-9]{4}\. ?gada [0-9]{1,2}\. ?\w+)",
    re.IGNORECASE,
)
_DAY: Final = re.compile(r"dien\w*, ?[0-9]")
"""What is in small letters wherever a day of the week stands before a date."""


def _other_weekday(texts: Texts) -> Found:
    if not _DAY.search(texts.small):
        return
    for field, text, _ in texts:
        for written in _WEEKDAY.finditer(text.replace(NBSP, " ")):
            for day in dates_in(written[2]):
                weekday = _WEEKDAYS[day.weekday()]
                if not weekday.startswith(written[1].lower()):
                    yield warning("date.weekday", field, written=written[1], day=day, weekday=weekday)


CALENDAR: Final = (
    Check(
        "date.day-off",
        N_("The trip and the signing of the report are on working days"),
        "Likums „Par svētku, atceres un atzīmējamām dienām”, 1. pants; Darba likums, 143. un 144. pants",
        _day_off,
    ),
    Check(
        "date.weekday",
        N_("A day of the week that stands before a date is that of the date"),
        N_("The calendar"),
        _other_weekday,
    ),
)
"""The rules of this file, in the order in which they are listed."""
