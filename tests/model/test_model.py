"""A trip holds what it says and nothing else; its values cannot be what no document could say."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.errors import FAULTS, Place
from generator.model import Source, Trip
from generator.model.records import Period, Planned, Record
from generator.model.values import Amount, Count, Date, Percent, Prose, Quantity, Slug, Verbatim, YesNo
from generator.tripfiles import examine
from tests.tripfiles.sound import MAPPING


def fault_of(kind: Any, value: object) -> str:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(value)
    (error,) = refused.value.errors()
    return str(error["ctx"]["fault_id"] if error["type"] == "parskats" else error["type"])


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Amount, "24 415,44", Decimal("24415.44")),
        (Amount, "24415.44", Decimal("24415.44")),
        (Amount, "Ls 5", Decimal("5.00")),
        (Amount, 5, Decimal("5.00")),
        (Amount, "999 999 999 999", Decimal("999999999999.00")),
        (Quantity, "2,5", Decimal("2.5")),
        (Percent, "99,99 %", Decimal("99.99")),
        (Count, "1 000", 1000),
        (YesNo, "Jā", True),
        (YesNo, "no", False),
        (Prose, "  vārdi \n", "vārdi"),
        (Verbatim, "010", "010"),
        (Slug, "rezekne-2012", "rezekne-2012"),
    ],
)
def test_values_are_read_as_people_type_them(kind: Any, typed: object, value: object) -> None:
    read = TypeAdapter(kind).validate_python(typed)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("kind", "typed", "id"),
    [
        (Amount, "-1", "amount.negative"),
        (Amount, "1,001", "amount.decimals"),
        (Amount, Decimal("1.001"), "amount.decimals"),
        (Amount, 1.5, "amount.float"),
        (Amount, "1 000 000 000 000", "number.range"),
        (Amount, Decimal("1e30"), "number.range"),
        (Quantity, 0.5, "amount.float"),
        (Count, "2,5", "number.whole"),
        (Count, "-1", "number.range"),
        (Count, "1 000 000", "number.range"),
        (Count, "divi", "number.unreadable"),
        (YesNo, "varbūt", "answer.unreadable"),
        (Prose, "  ", "text.empty"),
        (Verbatim, "", "text.empty"),
        (Verbatim, 12, "string_type"),
        (Slug, "-a", "string_pattern_mismatch"),
        (Slug, "a" * 65, "string_too_long"),
        (Slug, "a\n", "string_pattern_mismatch"),
    ],
)
def test_what_no_document_could_say_is_refused(kind: object, typed: object, id: str) -> None:
    assert fault_of(kind, typed) == id
    assert "." not in id or id in FAULTS


@pytest.mark.parametrize("record", [Period, Planned])
def test_an_end_is_not_before_its_start(record: type[Record]) -> None:
    with pytest.raises(ValidationError) as refused:
        record.model_validate({"start": "2012-08-31", "end": "2012-08-30"})
    assert refused.value.errors()[0]["ctx"]["fault_id"] == "date.order"


def test_a_trip_is_frozen() -> None:
    trip = Trip.model_validate({**MAPPING, "format": "1"})
    with pytest.raises(ValidationError):
        setattr(trip, "id", "cits")  # noqa: B010 - a type checker would refuse it too


def test_a_field_without_a_value_is_left_out() -> None:
    trip = Trip.model_validate({**MAPPING, "format": "1", "photos": None, "meeting": None})
    assert trip.photos == ()


def test_the_place_of_a_field_is_that_of_the_nearest_one_that_is_known() -> None:
    source = Source("trip.yaml", {"": Place("trip.yaml", 1, 1), "costs[1]": Place("trip.yaml", 7, 5)})
    assert source.place("costs[1].document.date").line == 7
    assert source.place("costs[0].amount").line == 1
    assert Source("trip.yaml").place("id") == Place("trip.yaml")


def test_a_trip_with_a_source_is_the_same_trip() -> None:
    trip = Trip.model_validate({**MAPPING, "format": "1"})
    sourced = trip.sourced(Source("trip.yaml"))
    assert sourced == trip
    assert (trip.source.file, sourced.source.file) == ("", "trip.yaml")


@pytest.mark.parametrize("year", ["0001", "0212", "1899", "2200", "9999"])
def test_a_year_of_another_time_is_a_slip(year: str) -> None:
    assert fault_of(Date, f"31.12.{year}.") == "date.year"


@pytest.mark.parametrize("name", ["con", "aux", "nul", "com1", "lpt9"])
def test_a_trip_is_not_named_as_a_device(name: str) -> None:
    assert fault_of(Slug, name) == "id.device"


HUGE = "999 999 999 999"
ROW = {"code": "1", "name": "A", "approved": "0", "spent_before": "0", "this_period": "0"}
COST = {"item": "A", "position": "1", "quantity": 1, "unit": "gab.", "unit_price": "1"}


@pytest.mark.parametrize(
    ("section", "rows"),
    [
        ("budget", [ROW | {"approved": HUGE}, ROW | {"code": "2", "approved": "1"}]),
        ("budget", [ROW | {"spent_before": HUGE, "this_period": "1"}]),
        ("costs", [COST | {"quantity": HUGE, "unit_price": HUGE}]),
        ("costs", [COST | {"quantity": HUGE, "unit_price": HUGE, "amount": "1"}]),
        ("costs", [COST | {"amount": HUGE}, COST]),
    ],
)
def test_sums_that_cannot_be_said_in_words_are_a_fault_of_their_section(
    section: str, rows: list[dict[str, Any]]
) -> None:
    (found,) = examine({**MAPPING, section: rows}).faults
    assert (found.id, found.place.field) == ("amount.sum", section)
