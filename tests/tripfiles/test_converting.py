"""Trips written in every format come back the same, whatever the model lets a person type."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import DataError
from generator.model import Trip
from generator.tripfiles import load, load_many
from generator.tripfiles.normal import typed_data
from generator.tripfiles.workbook import write
from generator.tripfiles.writing import write_json, write_lines, write_yaml
from tests.tripfiles.any_trips import trips
from tests.tripfiles.workbooks import FOLDER, least, read, read_all
from tests.trips import example

SEASONS = st.lists(trips(), min_size=1, max_size=2, unique_by=lambda trip: trip.id)
FEW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


@FEW
@given(SEASONS)
def test_any_trips_come_back_from_a_workbook(season: list[Trip]) -> None:
    assert [one.trip for one in read_all(write(season))] == season


@FEW
@given(trips())
def test_any_trip_comes_back_from_yaml_and_json(trip: Trip) -> None:
    assert load(write_yaml([trip]), folder=FOLDER) == trip
    assert load(write_json([trip]), folder=FOLDER) == trip
    assert load(typed_data(trip), folder=FOLDER) == trip


def test_trips_come_back_from_lines_each_with_the_line_as_its_place_and_input(tmp_path: Path) -> None:
    path = tmp_path / "sezona.jsonl"
    path.write_bytes(write_lines([least("a")]) + b"\n" + write_lines([least("b")]))
    first, second = load_many(path, name="sezona.jsonl")
    assert (first.trip, second.trip) == (least("a"), least("b"))
    assert str(second.source.place("journey.start")).startswith("sezona.jsonl:3:")
    assert (list(first.source.inputs), list(second.source.inputs)) == (["sezona.jsonl:1"], ["sezona.jsonl:3"])


def test_a_faulty_line_costs_one_trip(tmp_path: Path) -> None:
    path = tmp_path / "sezona.jsonl"
    path.write_bytes(b'{"format": 1\n' + write_lines([least("b")]) + b"[]\n")
    found = list(load_many(path, name="s.jsonl"))
    assert [one.trip for one in found] == [None, least("b"), None]
    assert [[(one.id, one.place.line) for one in each.faults] for each in found] == [
        [("yaml.bracket", 1)],
        [],
        [("file.not-mapping", 3)],
    ]


@pytest.mark.parametrize("name", ["nav.jsonl", "nav.xlsx", "nav.yaml"])
def test_a_file_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    (found,) = load_many(tmp_path / name)
    assert [one.id for one in found.faults] == ["file.missing"]
    assert found.id is None


def test_a_written_yaml_file_is_plain_to_read() -> None:
    text = write_yaml([example()]).decode()
    assert "\n  total: 24415.44\n" in text
    assert "\n  start: 2012-08-31\n" in text
    assert "\ndeviations: []\n" in text
    assert "&" not in text.split("journey:")[0]


def test_a_word_of_the_model_stays_as_it_is_where_any_text_may_stand() -> None:
    trip = least(sites=[{"name": "dative"}, {"name": "none", "note": "ar roku"}])
    assert read(write([trip])).trip == trip


def test_sums_of_earlier_reports_do_not_go_into_a_workbook() -> None:
    earlier = {"agreement": "1", "date": "2012-07-01", "positions": []}
    with pytest.raises(DataError) as refused:
        write([least(earlier=[earlier])])
    assert [one.id for one in refused.value.faults] == ["cell.unfit"]


def test_a_text_longer_than_a_cell_is_told() -> None:
    trip = least(sample="a" * 32_768)
    with pytest.raises(DataError) as refused:
        write([trip])
    assert [one.id for one in refused.value.faults] == ["cell.too-long"]
