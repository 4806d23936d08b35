"""Sums of lats and euro, in digits and in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from generator.errors import BadValue
from generator.latvian.grammar import NBSP, one_of
from generator.latvian.numbers import exact, rounded, signed
from generator.latvian.plural import noun_slot
from generator.latvian.spellout import LARGEST, spelled
from generator.latvian.style import DEFAULT, LatvianStyle

# One, several, and the genitive plural.
_LATS: Final = ("lats", "lati", "latu")
_SUBUNITS: Final = {"LVL": ("santīms", "santīmi", "santīmu"), "EUR": ("cents", "centi", "centu")}


def format_money(amount: Decimal | int, currency: str = "LVL", *, style: LatvianStyle = DEFAULT) -> str:
    """Return a sum in digits with two decimals and its currency sign.

    `amount` is in whole lats or euro (an int is never santīmi); halves round away from zero, and a
    sum that rounds to nothing has no minus. Raises BadValue `amount.float`, `amount.not-finite`,
    `amount.unreadable`, `number.range` or `currency.unknown`. Source: Skujiņa 1999, 20. lpp. (Ls
    before the digits); VVC 12.03.2014 min. No. 33 (EUR after them).

    >>> format_money(Decimal("24415.44"))
    'Ls\\xa024\\xa0415,44'
    >>> format_money(Decimal("34740.04"), "EUR")
    '34\\xa0740,04\\xa0EUR'
    >>> format_money(Decimal("-5.5"))
    'Ls\\xa0−5,50'
    """
    sign, position = _sign(currency, style)
    number = signed(rounded(exact(amount, "amount"), 2), style)
    return f"{sign}{NBSP}{number}" if position == "prefix" else f"{number}{NBSP}{sign}"


def currency_sign(currency: str, *, style: LatvianStyle = DEFAULT) -> str:
    """Return the sign of a currency, as the head of a column names it.

    Raises BadValue `currency.unknown`.

    >>> currency_sign("LVL"), currency_sign("EUR")
    ('Ls', 'EUR')
    """
    return _sign(currency, style)[0]


def _sign(currency: str, style: LatvianStyle) -> tuple[str, str]:
    """Return the sign of a currency and its position."""
    if currency == "LVL":
        return style.lats_sign, style.lats_position
    if currency == "EUR":
        return style.euro_sign, style.euro_position
    raise BadValue("currency.unknown", value=currency)


def money_in_words(
    amount: Decimal | int,
    currency: str = "LVL",
    *,
    subunit: str = "digits",
    style: LatvianStyle = DEFAULT,
) -> str:
    """Return a sum in words, in the nominative, as contracts write it.

    `subunit` is "digits" (two digits) or "words". Rounds and raises BadValue as `format_money`
    does; the whole part is at most 999 999 999 999. Source: VVC 28.01.2014 (the words after the
    sum); Latviešu valodas gramatika 2015, 425.-426. lpp. (the noun).

    >>> money_in_words(Decimal("24415.44"))
    'divdesmit četri tūkstoši četri simti piecpadsmit lati un 44 santīmi'
    >>> money_in_words(1000)
    'viens tūkstotis latu un 00 santīmu'
    >>> money_in_words(Decimal("0.21"), "EUR", subunit="words")
    'nulle eiro un divdesmit viens cents'
    """
    _sign(currency, style)
    one_of(subunit, ("digits", "words"))
    value = rounded(exact(amount, "amount"), 2)
    whole, part = divmod(int(f"{value.copy_abs():f}".replace(".", "")), 100)
    if whole > LARGEST:
        raise BadValue("number.range", value=amount, minimum=-LARGEST, maximum=LARGEST)
    minus = "mīnus " if value < 0 else ""
    unit = _after(whole, _LATS, style) if currency == "LVL" else style.euro_word
    small = f"{part:02d}" if subunit == "digits" else _words(part, style)
    noun = _subunit_noun(currency, part, style)
    return f"{minus}{_words(whole, style)} {unit} un {small} {noun}"


def _words(number: int, style: LatvianStyle) -> str:
    return spelled(number, "masculine", "nominative", style)


def _after(number: int, noun: tuple[str, str, str], style: LatvianStyle) -> str:
    """Return the form of a noun after a whole number in the nominative."""
    case, count = noun_slot(number, "nominative", style)
    return noun[0] if count == "singular" else noun[2 if case == "genitive" else 1]


def _subunit_noun(currency: str, part: int, style: LatvianStyle) -> str:
    """Return the word for santīmi or cents after their number."""
    noun = _SUBUNITS[currency]
    if part == 0 and style.zero_subunit == "nominative":
        return noun[1]
    return _after(part, noun, style)
