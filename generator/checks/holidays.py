"""The days on which a Latvian institution does not work: weekends and public holidays."""

from __future__ import annotations

import datetime as dt
from typing import Final

from generator.errors import N_

_FIXED: Final = frozenset(
    {(1, 1), (5, 1), (5, 4), (6, 23), (6, 24), (11, 18), (12, 24), (12, 25), (12, 26), (12, 31)}
)
"""Month and day of the holidays that are on the same day every year."""
_WEEKEND: Final = {5: N_("Saturday"), 6: N_("Sunday")}


def day_off(day: dt.date) -> str | None:
    """Return why a day is off, as a word for the message catalogues, or None for a working day.

    >>> [day_off(dt.date(2012, 4, day)) for day in (5, 6, 7, 10)]
    [None, 'public holiday', 'Saturday', None]
    """
    around_easter = (day - easter(day.year)).days in (-2, 0, 1)
    if around_easter or (day.month, day.day) in _FIXED:
        return N_("public holiday")
    return _WEEKEND.get(day.weekday())


def easter(year: int) -> dt.date:
    """Return Easter Sunday of the Western churches (Meeus, Jones and Butcher's algorithm)."""
    century, of_century = divmod(year, 100)
    leap = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - leap - of_century % 4) % 7
    correction = (year % 19 + 11 * leap + 22 * weekday) // 451
    month, day = divmod(leap + weekday - 7 * correction + 114, 31)
    return dt.date(year, month, day + 1)
