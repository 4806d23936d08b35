"""What a public trip leaves out, and what it keeps."""

from copy import deepcopy

from generator import load_trip
from generator.model import Trip
from generator.model.public import personal_values, public
from tests.trips import LEAST, raw_example

PEOPLE = [
    {"position": "Projektu vadītājs", "name": "Jānis Paraudziņš", "institution": "Paraugu novada dome"},
    {"position": "Eksperte", "count": 2},
]
CONTACT = {
    "position": "Asistente",
    "name": "Anna Paraudziņa",
    "phone": "65400000",
    "email": "a@a.example",
}


def trip() -> Trip:
    raw = deepcopy(LEAST) | {"participants": PEOPLE}
    raw["project"] |= {"contact": CONTACT}
    return load_trip(raw)


def test_participants_names_phones_and_emails_are_personal() -> None:
    assert list(personal_values(trip())) == ["65400000", "a@a.example", "Jānis Paraudziņš"]


def test_a_public_trip_has_no_personal_value() -> None:
    assert list(personal_values(public(trip()))) == []


def test_everything_else_stays() -> None:
    made = public(trip())
    assert made.participants[0].position == "Projektu vadītājs"
    assert made.participants[0].institution == "Paraugu novada dome"
    assert made.participants[1] == trip().participants[1]
    assert made.project.contact is not None
    assert made.project.contact.name == "Anna Paraudziņa"
    assert made.project.signatory == trip().project.signatory


def test_a_trip_without_personal_values_is_the_same() -> None:
    raw = raw_example()
    for holder in (raw["project"]["beneficiary"], raw["project"]["contact"]):
        holder.pop("phone"), holder.pop("email")
    raw.pop("photos")
    source = load_trip(raw)
    assert public(source) == source


def test_a_public_trip_knows_where_it_came_from() -> None:
    source = trip()
    assert public(source).source is source.source
