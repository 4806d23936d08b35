"""A trip written back as data is the same trip when it is read again."""

import json
from random import Random

import pytest

from generator import load_trip
from generator.tripfiles import load
from generator.tripfiles.normal import json_data, plain_data
from tests.judges.seasons import season
from tests.trips import EXAMPLE, example, least

PICTURE = (EXAMPLE.parent / "photos" / "01-koncertzale.jpg").read_bytes()
DRAFTS = {draft.id: draft for draft in season(Random(7).randrange(10_000), 24)}


def test_the_example_comes_back_from_json() -> None:
    assert load(json_data(example()), folder=EXAMPLE.parent) == example()


def test_the_example_comes_back_from_plain_data() -> None:
    assert load_trip(plain_data(example()), folder=EXAMPLE.parent) == example()


@pytest.mark.parametrize("id", DRAFTS)
def test_trips_of_every_kind_come_back(id: str) -> None:
    trip = load(DRAFTS[id].raw, pictures=PICTURE)
    assert load(json_data(trip), pictures=PICTURE) == trip


def test_an_empty_list_that_says_none_is_kept() -> None:
    assert plain_data(least(deviations=[]))["deviations"] == []
    assert "deviations" not in plain_data(least())


def test_sums_dates_and_times_are_plain_texts() -> None:
    data = json.loads(json_data(example()))
    assert data["project"]["total"] == "24415.44"
    assert data["journey"]["start"] == "2012-08-31"
    assert data["programme"][0]["start"] == "08:00"


def test_the_same_trip_gives_the_same_bytes_ending_in_a_line_feed() -> None:
    assert json_data(example()) == json_data(example())
    assert json_data(example()).endswith(b"}\n")
