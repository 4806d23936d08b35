"""What folders of trips are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.batch.names import FIELDS, folder_name
from generator.errors import BadValue
from generator.portable import is_portable, slug
from tests.trips import least


def test_by_default_a_folder_is_called_by_the_id():
    assert folder_name("{id}", least()) == "mazais"


def test_a_pattern_says_project_day_and_place_in_plain_letters():
    trip = least(journey={**least().journey.model_dump(), "destination": {"name": "Šķēde"}})
    assert folder_name("{project}-{date}-{destination}", trip) == "paraugprojekts-2012-08-31-skede"


def test_a_long_title_is_cut():
    project = {**least().project.model_dump(), "title": "Ļoti garš nosaukums " * 20}
    assert len(folder_name("{project}", least(project=project))) <= 60


@pytest.mark.parametrize("place", ["../../etc", "con", "a/b", "...", "x" * 500])
def test_no_datum_of_a_trip_leads_out_of_the_folder(place):
    trip = least(journey={**least().journey.model_dump(), "destination": {"name": place}})
    assert is_portable(folder_name("x-{destination}", trip))


@pytest.mark.parametrize(
    ("place", "pattern"), [("con", "{destination}"), ("...", "{destination}"), ("a", ".{id}")]
)
def test_a_name_that_is_empty_hidden_or_a_device_is_refused(place, pattern):
    trip = least(journey={**least().journey.model_dump(), "destination": {"name": place}})
    with pytest.raises(BadValue, match="cannot name a file or folder"):
        folder_name(pattern, trip)


@given(st.text())
def test_a_slug_has_only_small_letters_digits_and_single_hyphens(text):
    made = slug(text)
    assert slug(made) == made
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert "--" not in made


def test_every_field_gives_a_text():
    assert all(isinstance(value(least()), str) for value in FIELDS.values())
