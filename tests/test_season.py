"""The sample season: ten sound trips and two at fault, kept as its script makes it."""

from generator import checks
from generator.errors import Severity
from generator.tripfiles import load_many
from generator.tripfiles.workbook.sheets import read_sheets
from tests.season import FAULTY, PLANS, SEASON, workbook


def errors() -> dict[str, list[str]]:
    """Return the places of the errors of each trip."""
    found = {}
    for one in load_many(SEASON, name=SEASON.name):
        faults = (*one.faults, *checks.run(one.sound, one.source).faults)
        told = [str(each.place) for each in faults if each.severity is Severity.ERROR]
        found[one.id or ""] = [place.removeprefix(f"{SEASON.name}:") for place in told]
    return found


def test_twelve_trips_two_of_them_at_fault_where_it_is_meant() -> None:
    assert errors() == {plan.id: FAULTY.get(plan.id, []) for plan in PLANS}


def test_the_workbook_is_the_one_that_its_script_makes() -> None:
    assert read_sheets(SEASON.read_bytes()) == read_sheets(workbook())


def test_every_trip_says_that_it_is_a_sample() -> None:
    trips = [one.trip for one in load_many(SEASON) if one.trip]
    assert len(trips) == 11
    assert all(trip.sample and "paraugdati" in trip.sample for trip in trips)
