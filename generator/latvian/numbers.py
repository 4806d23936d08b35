"""Numbers in digits: exact values only, decimal comma, groups of three."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from generator.errors import BadValue
from generator.latvian.grammar import MINUS, NBSP
from generator.latvian.style import DEFAULT, LatvianStyle

LARGEST: Final = 999_999_999_999_999
_LARGEST: Final = Decimal(LARGEST)
_MOST_DECIMALS: Final = 15
_STEPS: Final = tuple(Decimal(1).scaleb(-decimals) for decimals in range(_MOST_DECIMALS + 1))
_WIDE: Final = Context(prec=60)


def exact(value: object, subject: str) -> Decimal:
    """Return a number as a Decimal; `subject` ("amount" or "number") names it in the error.

    Raises BadValue: float, not a number, not finite, or larger than 999 999 999 999 999.
    """
    if type(value) is not Decimal:
        if isinstance(value, float):
            raise BadValue(f"{subject}.float", value=value)
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            raise BadValue(f"{subject}.unreadable", value=value)
        value = Decimal(value)
    if not value.is_finite():
        raise BadValue("amount.not-finite", value=value)
    if value.copy_abs() > _LARGEST:
        raise BadValue("number.range", value=value, minimum=-LARGEST, maximum=LARGEST)
    return value


def whole(value: object, minimum: int, maximum: int) -> int:
    """Return a whole number within bounds; raises BadValue for anything else.

    >>> whole(21, 0, 100)
    21
    """
    if type(value) is int and minimum <= value <= maximum:
        return value
    number = exact(value, "number")
    if number != number.to_integral_value():
        raise BadValue("number.unreadable", value=value)
    if not minimum <= number <= maximum:
        raise BadValue("number.range", value=value, minimum=minimum, maximum=maximum)
    return int(number)


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Return the number with so many decimals, halves away from zero, and zero without a sign.

    >>> rounded(Decimal("0.125"), 2)
    Decimal('0.13')
    >>> rounded(Decimal("-0.001"), 2)
    Decimal('0.00')
    """
    result = number.quantize(_STEPS[decimals], ROUND_HALF_UP, _WIDE)
    return result if result else result.copy_abs()


def digits(number: Decimal, style: LatvianStyle) -> str:
    """Return the digits of a number without its sign.

    >>> digits(Decimal("-2441.54"), DEFAULT)
    '2\\xa0441,54'
    """
    size = number.copy_abs()
    grouped = style.group_from == 4 or size >= 10_000
    return (f"{size:,f}".replace(",", NBSP) if grouped else f"{size:f}").replace(".", ",")


def _decimals(number: Decimal) -> int:
    """Return how many decimals a finite number was written with."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def format_number(value: Decimal | int, *, decimals: int | None = None, style: LatvianStyle = DEFAULT) -> str:
    """Return a number with a decimal comma and no-break spaces between groups of three.

    The decimals stay as they were given, unless `decimals` asks for a count (halves away from
    zero); more than fifteen are rounded to fifteen. Minus is U+2212. Raises BadValue for a float
    and for what is not a finite number. Source: Skujiņa 1999, 116. lpp. (comma, space);
    grouping of four digits is a choice of style.

    >>> format_number(Decimal("1234.5"))
    '1\\xa0234,5'
    >>> format_number(-7)
    '−7'
    >>> format_number(Decimal("66.666"), decimals=2)
    '66,67'
    """
    number = exact(value, "number")
    if decimals is not None:
        number = rounded(number, whole(decimals, 0, _MOST_DECIMALS))
    elif _decimals(number) > _MOST_DECIMALS:
        number = rounded(number, _MOST_DECIMALS)
    return signed(number, style)


def signed(number: Decimal, style: LatvianStyle) -> str:
    """Return the digits of a number, after a minus when it is below zero.

    >>> signed(Decimal("-5.50"), DEFAULT)
    '−5,50'
    """
    if number.is_signed() and number:
        return MINUS + digits(number, style)
    return digits(number, style)


def format_percent(
    value: Decimal | int, *, decimals: int | None = None, style: LatvianStyle = DEFAULT
) -> str:
    """Return percent points with the sign after a no-break space.

    `value` is in percent points: 100 is the whole. Raises BadValue as `format_number` does.
    Source: the EU style guide for Latvian 10.5.2; valoda.lv 2009-4.

    >>> format_percent(100)
    '100\\xa0%'
    >>> format_percent(Decimal("33.33"))
    '33,33\\xa0%'
    """
    return f"{format_number(value, decimals=decimals, style=style)}{NBSP}%"
