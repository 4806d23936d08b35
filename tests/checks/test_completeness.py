"""What a formal report usually says is asked for when it is left out, all in one note."""

import pytest

from generator import checks
from generator.errors import Fault
from generator.messages import translator
from generator.tripfiles import examine
from tests import trips
from tests.checks.examples import PICTURES, changed, example


def found(changes: dict[str, object]) -> list[Fault]:
    trip = example(changes)
    return [one for one in checks.run(trip, trip.source).faults if one.id == "report.complete"]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("project.agreement.date", "Agreement date"),
        ("project.contact", "Contact person"),
        ("report.period", "Reporting period"),
        ("outcome", "Use of the results"),
        ("programme", "Programme"),
        ("deviations", "Deviations"),
    ],
)
def test_what_is_left_out_is_named(path: str, title: str) -> None:
    (fault,) = found({path: None})
    assert fault.message.sentence().endswith(f": “{title}”.")


def test_titles_are_quoted_as_the_readers_language_quotes() -> None:
    (fault,) = found({"project.agreement.date": None, "report.period": None})
    assert fault.message.sentence(translator("lv")).endswith(": „Vienošanās datums”, „Pārskata periods”.")


def test_a_contact_person_who_cannot_be_reached_is_none() -> None:
    (fault,) = found({"project.contact": {"position": "asistente"}})
    assert "“Contact person”" in fault.message.sentence()


def test_no_deviations_at_all_is_another_thing_than_saying_nothing_of_them() -> None:
    assert found({"deviations": []}) == []


def test_the_least_trip_has_one_note() -> None:
    trip = trips.least()
    (fault,) = checks.run(trip, trip.source).faults
    assert fault.message.sentence().count("“") > 10


def test_it_is_not_asked_before_every_section_is_sound() -> None:
    examined = examine(changed({"journey.start": "31.02.2012."}), folder=PICTURES)
    assert "report.complete" in checks.run(examined.sound, examined.source).not_run
