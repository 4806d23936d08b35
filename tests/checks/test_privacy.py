"""Texts of a public document that still hold what is left out elsewhere."""

from copy import deepcopy
from typing import Any

import pytest

from generator import checks, load_trip
from generator.errors import Severity
from tests.trips import LEAST

PERSON = {"position": "Projektu vadītājs", "name": "Jānis Bērziņš"}


def found(**changes: Any) -> list[tuple[str, object]]:
    trip = load_trip({**deepcopy(LEAST), "participants": [PERSON], **changes})
    faults = checks.left_in_texts(trip)
    assert all((one.id, one.severity) == ("public.left", Severity.WARNING) for one in faults)
    return [(one.place.field, one.values["value"]) for one in faults]


def test_texts_without_personal_values_give_nothing() -> None:
    assert found(publicity=["Par braucienu publicēts paziņojums."]) == []


@pytest.mark.parametrize(
    "name", ["Jānis Bērziņš", "Jāņa Bērziņa", "Jānim Bērziņam", "Jāni Bērziņu", "Jānī Bērziņā"]
)
def test_a_participant_is_found_in_every_case(name: str) -> None:
    assert found(publicity=[f"Par {name} rakstīja avīzes."]) == [("publicity[0]", name)]


def test_part_of_a_longer_word_is_no_name() -> None:
    assert found(publicity=["Jānis Bērziņšteins rakstīja."]) == []


def test_any_email_address_is_found() -> None:
    assert found(publicity=["Rakstiet uz dome@a.example."]) == [("publicity[0]", "dome@a.example")]


def test_a_phone_of_the_contact_person_is_found() -> None:
    project = LEAST["project"] | {"contact": {"position": "Asistente", "phone": "65400000"}}
    assert found(project=project, publicity=["Zvaniet 65400000."]) == [("publicity[0]", "65400000")]


def test_what_is_told_twice_in_a_text_is_said_once() -> None:
    assert found(publicity=["Jānis Bērziņš un Jānis Bērziņš."]) == [("publicity[0]", "Jānis Bērziņš")]
