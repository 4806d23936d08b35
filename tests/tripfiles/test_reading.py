"""A trip file is read as it was typed: nothing is guessed, and every value has its place."""

import datetime as dt
import json
from decimal import Decimal

import pytest

from generator.errors import DataError, Place
from generator.tripfiles import examine, load
from generator.tripfiles.yaml_file import read
from tests.tripfiles.sound import MAPPING, TEXT


def data(text: str) -> object:
    content = read(text.encode(), "x.yaml")
    assert content.faults == ()
    return content.data


@pytest.mark.parametrize(
    "typed",
    ["12:30", "NO", "yes", "24415.44", "010", "0x1F", "1_000", "2012-08-31", ".inf", "1e3", "=", "Null"],
)
def test_a_value_stays_the_text_that_was_typed(typed: str) -> None:
    assert data(f"a: {typed}\n") == {"a": typed}


@pytest.mark.parametrize("typed", ["", "~", "null", "# nav"])
def test_an_empty_value_is_none(typed: str) -> None:
    assert data(f"a: {typed}\nb: 1\n") == {"a": None, "b": "1"}


@pytest.mark.parametrize("typed", ["''", '""', "'~'", '"null"'])
def test_an_empty_text_in_quotes_is_a_text(typed: str) -> None:
    assert data(f"a: {typed}\n") == {"a": typed[1:-1]}


def test_texts_of_several_lines_are_joined_as_yaml_says() -> None:
    assert data("a: >\n  viens\n  divi\nb: |\n  trīs\n  četri\n") == {
        "a": "viens divi\n",
        "b": "trīs\nčetri\n",
    }


def test_every_value_and_name_has_its_line_and_column() -> None:
    content = read("a:\n  - b: ā1\n    c: 2\nd: {e: 3}\n".encode(), "x.yaml")
    assert content.values["a[0].b"] == Place("x.yaml", 2, 8, "a[0].b")
    assert content.keys["a[0].c"] == Place("x.yaml", 3, 5, "a[0].c")
    assert content.values["d.e"] == Place("x.yaml", 4, 8, "d.e")
    assert content.values["a"] == Place("x.yaml", 2, 3, "a")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_of_any_editor_is_read(end: str, mark: str) -> None:
    source = (mark + TEXT.replace("\n", end)).encode()
    trip = load(source, name="trip.yaml")
    assert trip.project.title == "Kapacitātes stiprināšana"
    assert trip.source.place("journey.start") == Place("trip.yaml", 18, 10, "journey.start")


def test_sums_and_dates_are_read_by_the_model() -> None:
    trip = load(TEXT.encode())
    assert trip.project.total == Decimal("24415.44")
    assert trip.project.implementation.end == dt.date(2013, 1, 31)
    assert trip.journey.start == dt.date(2012, 8, 31)


@pytest.mark.parametrize("indent", [None, 2, "\t"])
def test_json_is_read_as_well(indent: int | str | None) -> None:
    written = json.dumps(MAPPING, indent=indent)
    assert load(written.encode()) == load(TEXT.encode())


def test_null_in_json_is_a_field_left_out() -> None:
    assert load(json.dumps({**MAPPING, "sample": None, "photos": None}).encode()) == load(TEXT.encode())


def test_a_trip_knows_where_it_came_from() -> None:
    trip = load(TEXT.encode(), name="trip.yaml")
    assert trip.source.file == "trip.yaml"
    assert list(trip.source.inputs) == ["trip.yaml"]
    assert trip.source.place("photos[3].alt").line == 1
    assert trip.source.place("project.fund.forms").line == 6


def test_all_faults_are_told_at_once_in_the_order_of_their_lines() -> None:
    text = TEXT.replace("number: 3", "number: trīs").replace("2012-09-14", "2012-09-31") + "laiks: saulains\n"
    with pytest.raises(DataError) as refused:
        load(text.encode(), name="trip.yaml")
    assert [(one.id, one.place.line) for one in refused.value.faults] == [
        ("number.unreadable", 13),
        ("date.impossible", 14),
        ("field.unknown", 20),
    ]


def test_sound_sections_are_there_beside_unsound_ones() -> None:
    examined = examine(TEXT.replace("number: 3", "number: trīs").encode())
    assert examined.trip is None
    assert "activity" not in examined.sound
    assert examined.sound["journey"] == load(TEXT.encode()).journey
    assert examined.sound["costs"] == ()


def test_a_sound_file_is_sound_in_every_section() -> None:
    examined = examine(TEXT.encode())
    assert examined.trip is not None
    assert examined.sound == dict(examined.trip)


def test_nothing_is_sound_in_a_file_of_another_format() -> None:
    assert examine(TEXT.replace("format: 1", "format: 2").encode()).sound == {}


def test_deep_nesting_is_refused_before_it_is_read() -> None:
    examined = examine(b"a: " + b"[" * 100_000)
    assert [one.id for one in examined.faults] == ["yaml.depth"]


def test_a_file_of_many_megabytes_is_refused_unread() -> None:
    examined = examine(b"a: 1\n" * 1_000_001)
    assert [one.id for one in examined.faults] == ["file.too-large"]


def test_a_value_with_a_fault_of_its_writing_has_no_second_one() -> None:
    text = TEXT.replace("number: 3", "number: *three").replace("date: 2012", "date: \x012012")
    assert [one.id for one in examine(text.encode()).faults] == ["yaml.alias", "text.character"]


def test_a_misspelt_field_is_not_missing_as_well() -> None:
    examined = examine(TEXT.replace("\nactivity:", "\naktivity:").encode())
    assert [one.id for one in examined.faults] == ["field.misspelt"]
    assert "activity" not in examined.sound


def test_an_unknown_field_without_a_value_is_told_too() -> None:
    assert [one.id for one in examine((TEXT + "laiks:\n").encode()).faults] == ["field.unknown"]
