"""Readers of what a person typed in Latvian: sums, numbers, dates, times of day."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from generator.errors import BadValue
from generator.latvian.dates import MONTHS
from generator.latvian.grammar import not_empty

_ISO_DATE: Final = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
_NUMERIC_DATE: Final = r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})\.?"
_DATE_IN_WORDS: Final = r"([0-9]{4})\. ?gada ([0-9]{1,2})\. ?([a-zāčēģīķļņšūž]+)\.?"

_SPACES: Final = re.compile("[ \t\u00a0\u2007\u2009\u202f]+")
_SIGN_BEFORE: Final = r"([-−–]?) ?(?:Ls|LVL|EUR|€) ?"
_SIGN_AFTER: Final = r" ?(?:Ls|LVL|EUR|€)$"
_SIGN: Final = re.compile(r"Ls|LVL|EUR|€")
_PLAIN: Final = re.compile(r"([-−–+]?) ?([0-9]{1,18}|[0-9]{1,3}(?: [0-9]{3}){1,5})(?:[.,]([0-9]{1,30}))?")
_MARKED: Final = (
    r"([-−–+]?)([1-9][0-9]{0,2}(?:,[0-9]{3})+)\.([0-9]{1,2})|"
    r"([-−–+]?)([1-9][0-9]{0,2}(?:\.[0-9]{3})+),([0-9]{1,2})"
)
_BETWEEN: Final = "[ .,]"
_ISO: Final = re.compile(_ISO_DATE)
_DATE: Final = f"(?i:{_ISO_DATE}|{_NUMERIC_DATE}|{_DATE_IN_WORDS})"
_TIME: Final = re.compile(r"(?:plkst\. ?)?([0-9]{1,2})[.:]([0-9]{2})|plkst\. ?([0-9]{1,2})")


def read_amount(text: str) -> Decimal:
    """Return a typed sum in whole lats or euro, with or without its sign, before or after.

    Groups may be parted by spaces of any kind; a comma or a point before one or two last digits is
    the decimal mark. Both marks together are read when only one reading is possible. Raises
    BadValue `text.empty`, `amount.unreadable` or `amount.decimals` (more than two).

    >>> read_amount("Ls 24 415,44")
    Decimal('24415.44')
    >>> read_amount("−5,50")
    Decimal('-5.50')
    >>> read_amount("24,415.44 EUR")
    Decimal('24415.44')
    """
    tidy = _tidy(text)
    found = _PLAIN.fullmatch(tidy) or _PLAIN.fullmatch(bare := _without_sign(tidy))
    if not found:
        return _marked(bare, text)
    if len(found[3] or "") > 2:
        raise BadValue("amount.decimals", value=text)
    return _decimal(*found.groups(default=""))


def _marked(bare: str, text: str) -> Decimal:
    """Return a sum with marks between its groups and another before its decimals."""
    found = re.fullmatch(_MARKED, bare)
    if not found:
        raise BadValue("amount.unreadable", value=text)
    sign, whole, decimals = (group for group in found.groups() if group is not None)
    return _decimal(sign, whole, decimals)


def read_currency(text: str) -> Literal["LVL", "EUR"] | None:
    """Return the currency whose sign a typed sum bears, None when it bears none.

    >>> read_currency("Ls 24 415,44"), read_currency("5 €"), read_currency("5,00")
    ('LVL', 'EUR', None)
    """
    found = _SIGN.search(text)
    if found is None:
        return None
    return "LVL" if found[0] in ("Ls", "LVL") else "EUR"


def read_decimal(text: str) -> Decimal:
    """Return a typed number with any decimals; a percent sign at its end is left out.

    Raises BadValue `text.empty` or `number.unreadable`.

    >>> read_decimal("2,5")
    Decimal('2.5')
    >>> read_decimal("100 %")
    Decimal('100')
    """
    found = _PLAIN.fullmatch(_tidy(text).removesuffix("%").rstrip())
    if not found:
        raise BadValue("number.unreadable", value=text)
    return _decimal(*found.groups(default=""))


def read_integer(text: str) -> int:
    """Return a typed whole number; raises BadValue `text.empty` or `number.unreadable`.

    >>> read_integer("1 000")
    1000
    """
    found = _PLAIN.fullmatch(_tidy(text))
    if not found or found[3]:
        raise BadValue("number.unreadable", value=text)
    return int(_decimal(*found.groups(default="")))


def read_date(text: str) -> date:
    """Return a typed date: numeric, ISO, or in words in any of the five cases, spaced or tight.

    Raises BadValue `text.empty`, `date.unreadable` or `date.impossible`.

    >>> read_date("2012.gada 31.augustā")
    datetime.date(2012, 8, 31)
    >>> read_date("31.08.2012.")
    datetime.date(2012, 8, 31)
    """
    tidy = _tidy(text)
    try:
        return date(*_year_month_day(tidy))
    except KeyError:
        raise BadValue("date.unreadable", value=text) from None
    except ValueError:
        raise BadValue("date.impossible", value=text) from None


def dates_in(text: str) -> list[date]:
    """Return the dates that a text names, in any form that `read_date` reads.

    >>> dates_in("Nr. 3-12/45, izdots 2024. gada 2. septembrī")
    [datetime.date(2024, 9, 2)]
    """
    tidy = _SPACES.sub(" ", text)
    found = (one[0] for one in re.finditer(_DATE, tidy))
    return [day for one in found if (day := _date_or_none(one))]


def _date_or_none(text: str) -> date | None:
    try:
        return read_date(text)
    except BadValue:
        return None


def read_time(text: str) -> time:
    """Return a typed time of day; a bare hour needs "plkst." before it.

    Raises BadValue `text.empty` or `time.unreadable`.

    >>> read_time("plkst. 9.30")
    datetime.time(9, 30)
    >>> read_time("plkst. 9")
    datetime.time(9, 0)
    """
    found = _TIME.fullmatch(_tidy(text).lower())
    if not found:
        raise BadValue("time.unreadable", value=text)
    try:
        return time(int(found[1] or found[3]), int(found[2] or 0))
    except ValueError:
        raise BadValue("time.unreadable", value=text) from None


def _tidy(text: str) -> str:
    """Return the text with plain single spaces, or refuse it when it is empty."""
    if text and " " not in text and text.isprintable():
        return text  # no space of any kind, as in nearly all figures and dates
    return not_empty(_SPACES.sub(" ", text))


def _without_sign(text: str) -> str:
    """Return a sum without one currency sign at its beginning or end."""
    if found := re.match(_SIGN_BEFORE, text):
        return found[1] + text[found.end() :]
    return re.sub(_SIGN_AFTER, "", text)


def _decimal(sign: str, whole: str, decimals: str) -> Decimal:
    """Return the number of a sign, grouped digits and decimals."""
    figures = whole if whole.isdecimal() else re.sub(_BETWEEN, "", whole)
    number = Decimal(f"{figures}.{decimals}" if decimals else figures)
    return number.copy_negate() if sign in ("-", "−", "–") and number else number


@lru_cache(maxsize=1)
def _month_numbers() -> dict[str, int]:
    """Return the number of every form of every month."""
    return {form: number for number, forms in enumerate(MONTHS, 1) for form in forms}


def _year_month_day(tidy: str) -> tuple[int, int, int]:
    """Return the parts of a date; KeyError when the text has no form of a date."""
    if found := _ISO.fullmatch(tidy):
        return int(found[1]), int(found[2]), int(found[3])
    if found := re.fullmatch(_NUMERIC_DATE, tidy):
        return int(found[3]), int(found[2]), int(found[1])
    if found := re.fullmatch(_DATE_IN_WORDS, tidy.lower()):
        return int(found[1]), _month_numbers()[found[3]], int(found[2])
    raise KeyError(tidy)
