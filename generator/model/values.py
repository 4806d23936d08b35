"""Values as people type them: each is read from text here, never by YAML or a spreadsheet."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    Field,
    GetCoreSchemaHandler,
    PlainSerializer,
    PlainValidator,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function, str_schema

from generator.errors import BadValue
from generator.frozen import dataclass
from generator.latvian.reading import read_amount, read_date, read_decimal, read_integer, read_time
from generator.portable import is_portable

LARGEST_AMOUNT = 999_999_999_999
"""The largest sum of money, typed or added up: what can be said in words."""
_MOST = 999_999
_CENT = Decimal("0.01")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


def refused(bad: BadValue, field: str = "") -> PydanticCustomError:
    """Return the error by which pydantic carries a fault of ours; `field` names a part of the record."""
    carried = {"fault_id": bad.fault.id, "values": bad.fault.values, "field": field}
    return PydanticCustomError("parskats", "{fault_id}", carried)


def _typed(
    read: Callable[[str], Any], judged: Callable[[Any], Any], taken: Callable[[Any], Any] | None = None
) -> WrapValidator:
    """Return a validator that reads and judges text with `read`.

    What pydantic makes of other values is judged; `taken` refuses some of them before. It is one
    function, and pydantic does not look again at what it has read: half of reading a sum.
    """

    def validate(value: object, made: ValidatorFunctionWrapHandler) -> object:
        try:
            if isinstance(value, str):
                return read(value)
            return judged(made(value if taken is None else taken(value)))
        except BadValue as bad:
            raise refused(bad) from None

    return WrapValidator(validate)


def _read_with(
    read: Callable[[str], Any], judged: Callable[[Any], Any], taken: Callable[[Any], Any] | None = None
) -> WrapValidator:
    """Return a validator that judges what `read` makes of text, and what pydantic makes of other values."""
    return _typed(lambda text: judged(read(text)), judged, taken)


def _anything(value: Any) -> Any:
    """Return a value that needs no judge."""
    return value


def _read_count(text: str) -> int:
    """Return a whole number; a number that is not whole has a sentence of its own."""
    if read_decimal(text) % 1:
        raise BadValue("number.whole", value=text)
    return read_integer(text)


def _no_float(value: object) -> object:
    if isinstance(value, float):
        raise BadValue("amount.float", value=value)
    return value


def _no_number(id: str) -> Callable[[object], object]:
    """Return what refuses numbers: to pydantic they are seconds since 1970."""

    def taken(value: object) -> object:
        if isinstance(value, (int, float, Decimal)):
            raise BadValue(id, value=value)
        return value

    return taken


def _of_no_zone(value: dt.time) -> dt.time:
    if value.tzinfo:
        raise BadValue("time.unreadable", value=value)
    return value


def _up_to(maximum: int) -> Callable[[Any], Any]:
    """Return a judge who refuses what no document could say in words."""

    def judged(value: Any) -> Any:
        if not 0 <= value <= maximum:
            raise BadValue("number.range", value=value, minimum=0, maximum=maximum)
        return value

    return judged


def _figure(maximum: int) -> Callable[[Decimal], Decimal]:
    """Return a judge of figures, which are never negative."""
    within = _up_to(maximum)

    def judged(value: Decimal) -> Decimal:
        if value < 0:
            raise BadValue("amount.negative", value=value)
        within(value)
        return value

    return judged


_said = _figure(LARGEST_AMOUNT)


def _sum(value: Decimal) -> Decimal:
    """Return a sum of money that can be said in words, in whole cents."""
    rounded = _said(value).quantize(_CENT)
    if value != rounded:
        raise BadValue("amount.decimals", value=value)
    return rounded


_CENTS = re.compile("[0-9]{1,11}[.,][0-9]{2}")


def _read_sum(text: str) -> Decimal:
    """Return a typed sum; as nearly all are typed, digits and cents say all: a third of the time."""
    if _CENTS.fullmatch(text):
        return Decimal(text.replace(",", "."))
    return _sum(read_amount(text))


def _of_our_time(value: dt.date) -> dt.date:
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        raise BadValue("date.year", year=value.year, minimum=_FIRST_YEAR, maximum=_LAST_YEAR)
    return value


def _not_blank(value: str) -> str:
    if not value:
        raise refused(BadValue("text.empty"))
    return value


def _folder_name(value: str) -> str:
    if not is_portable(value):
        raise refused(BadValue("id.device", value=value))
    return value


_ANSWERS = {"jā": True, "yes": True, "true": True, "nē": False, "no": False, "false": False}


def read_answer(text: str) -> bool:
    """Return a typed yes or no; raises BadValue `answer.unreadable`."""
    answer = _ANSWERS.get(text.strip().lower())
    if answer is None:
        raise BadValue("answer.unreadable", value=text)
    return answer


_WITHOUT_VAT: dict[str, Literal["exempt", "none"]] = {
    "exempt": "exempt", "atbrīvots": "exempt", "none": "none", "nav": "none",
}  # fmt: skip


def _vat(value: object) -> Decimal | Literal["exempt", "none"]:
    """Return a rate below 100 or the reason for none; raises `vat.unreadable` for anything else."""
    if isinstance(value, str) and (word := _WITHOUT_VAT.get(value.strip().lower())):
        return word
    try:
        rate = read_decimal(value) if isinstance(value, str) else value
    except BadValue:
        rate = None
    if isinstance(rate, bool) or not isinstance(rate, (int, Decimal)) or not 0 <= rate < 100:
        raise refused(BadValue("vat.unreadable", value=value))
    return Decimal(rate)


def _number_schema(example: str) -> WithJsonSchema:
    return WithJsonSchema({"type": ["string", "number"], "examples": [example]})


def _digits(value: Decimal | str) -> str:
    """Return a number in digits, never with an exponent; a word stays."""
    return format(value, "f") if isinstance(value, Decimal) else value


_AS_DIGITS = PlainSerializer(_digits, return_type=str, when_used="json")
_AS_CLOCK = PlainSerializer(lambda value: f"{value:%H:%M}", return_type=str, when_used="json")

Amount = Annotated[
    Decimal,
    _typed(_read_sum, _sum, _no_float),
    _AS_DIGITS,
    _number_schema("24 415,44"),
]
"""A sum in whole lats or euro, never negative, exact to the santīms or cent."""

Quantity = Annotated[
    Decimal,
    _read_with(read_decimal, _said, _no_float),
    _AS_DIGITS,
    _number_schema("2,5"),
]
"""How much of something, never negative."""

Percent = Annotated[
    Decimal,
    _read_with(read_decimal, _figure(_MOST), _no_float),
    _AS_DIGITS,
    _number_schema("100"),
]
"""Percent points: 100 is "100 %"."""

Vat = Annotated[
    Decimal | Literal["exempt", "none"],
    PlainValidator(_vat),
    _AS_DIGITS,
    WithJsonSchema({"type": ["string", "number"], "examples": ["21", "0", "exempt", "none"]}),
]
"""How VAT is paid: a rate in percent points, `exempt` goods, or `none` by a seller outside it."""

Count = Annotated[
    int,
    _read_with(_read_count, _up_to(_MOST)),
    WithJsonSchema({"type": ["string", "integer"], "examples": [12]}),
]
"""How many, a whole number from 0."""

Date = Annotated[
    dt.date,
    _read_with(read_date, _of_our_time, _no_number("date.unreadable")),
    WithJsonSchema({"type": "string", "examples": ["2012-08-31", "31.08.2012."]}),
]
"""A day of the calendar."""

Time = Annotated[
    dt.time,
    _typed(read_time, _of_no_zone, _no_number("time.unreadable")),
    _AS_CLOCK,
    WithJsonSchema({"type": "string", "examples": ["9.30"]}),
]
"""A time of day."""

YesNo = Annotated[bool, _typed(read_answer, _anything), WithJsonSchema({"enum": ["jā", "nē", True, False]})]
"""A yes or a no, in Latvian or English."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a text is: `prose` is typeset once, `verbatim` stays as typed, `file` names a picture."""

    name: Literal["prose", "verbatim", "file"]


@dataclass(frozen=True, slots=True)
class Personal:
    """Marks a field that is left out of what is published."""


PERSONAL = Personal()


class _Words:
    """Says of a text that it is trimmed, and then not empty: in one step, because most fields are such."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_after_validator_function(_not_blank, str_schema(strip_whitespace=True))


_WORDS = _Words()
Prose = Annotated[str, _WORDS, Kind("prose")]
"""Free text: quotes, dashes and no-break spaces are set once, when a template is filled."""

Verbatim = Annotated[str, _WORDS, Kind("verbatim")]
"""Titles, numbers, addresses: never changed."""

Private = Annotated[Verbatim | None, PERSONAL]
"""A text about a person that is left out of what is published; never required."""

Remark = Annotated[str, _WORDS]
"""Words for those who check the data; they stand in no document."""

PictureFile = Annotated[str, _WORDS, Kind("file")]
"""The path of a picture, seen from the file that names it, inside that file's folder."""

Slug = Annotated[
    str,
    Field(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$", max_length=64),
    AfterValidator(_folder_name),
    Kind("verbatim"),
]
"""A short name of ASCII letters, digits, hyphens; safe as a folder name everywhere."""
