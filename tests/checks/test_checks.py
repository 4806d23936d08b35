"""Every rule has a passing and a failing example; sound sections are checked beside unsound ones."""

import pytest

from generator import checks
from generator.errors import FAULTS, Fault, Severity
from generator.tripfiles import examine, load
from tests.checks.examples import EXAMPLES, PICTURES, SOUND, Example, changed, example

IDS = [check.id for check in checks.CHECKS]


def found(changes: dict[str, object]) -> checks.Checked:
    trip = example(changes)
    return checks.run(trip, trip.source)


def of(checked: checks.Checked, id: str) -> list[Fault]:
    return [one for one in checked.faults if one.id == id]


def test_every_rule_has_an_example() -> None:
    assert list(EXAMPLES) == IDS


def test_every_rule_is_in_the_catalogue_under_its_id() -> None:
    assert len(set(IDS)) == len(IDS)
    assert set(IDS) <= set(FAULTS)


def test_every_rule_names_its_source() -> None:
    assert all(check.source and check.title and check.needs for check in checks.CHECKS)


def test_a_sound_trip_passes_every_rule() -> None:
    checked = found({})
    assert checked.faults == ()
    assert list(checked.passed) == IDS
    assert checked.not_run == ()
    assert checked.absent == ()


@pytest.mark.parametrize("id", IDS)
def test_a_rule_passes(id: str) -> None:
    checked = found(EXAMPLES[id].passes)
    assert of(checked, id) == []
    assert id in checked.passed


@pytest.mark.parametrize(("id", "example"), EXAMPLES.items())
def test_a_rule_finds_what_it_looks_for(id: str, example: Example) -> None:
    checked = found(example.fails)
    (fault,) = of(checked, id)
    assert fault.place.field == example.field
    assert [text for text in example.says if text not in fault.message.sentence()] == []
    assert fault.hint.sentence()
    assert id not in checked.passed


def test_faults_are_at_their_lines() -> None:
    text = b"""format: 1
id: rezekne-2012
report: {date: 30.08.2012.}
journey: {kind: brauciens, destination: {name: R}, start: 31.08.2012., goals: [sadarboties]}
"""
    examined = examine(text, name="trip.yaml")
    faults = checks.run(examined.sound, examined.source).faults
    (fault,) = (one for one in faults if one.severity is Severity.ERROR)
    assert str(fault.place) == "trip.yaml:3:16"


def test_rules_of_unsound_sections_are_not_run() -> None:
    changes = {"budget[0].approved": "daudz", "report.date": "2012-08-30"}
    examined = examine(changed(changes), folder=PICTURES)
    checked = checks.run(examined.sound, examined.source)
    assert {one.id for one in checked.faults if one.severity is Severity.ERROR} == {
        "date.report-before-trip",
        "document.date",
        "document.paid-late",
    }
    assert set(checked.not_run) == {check.id for check in checks.CHECKS if "budget" in check.takes}


def test_rules_about_what_a_trip_does_not_have_are_absent_rather_than_passed() -> None:
    few = {name: value for name, value in SOUND.items() if name not in ("budget", "costs", "programme")}
    trip = load(few, folder=PICTURES)
    checked = checks.run(trip, trip.source)
    assert set(checked.absent) == {
        check.id for check in checks.CHECKS if {"budget", "costs", "programme"} & set(check.needs)
    }


def test_a_known_source_that_takes_more_than_the_whole_is_refused_without_the_others() -> None:
    funding = [{"name": "ESF", "share": "100,01"}, {"name": "cits finansējums", "amount": "1,00"}]
    assert of(found({"project.funding": funding}), "sources.share")


def test_a_project_of_another_subactivity_has_no_limit() -> None:
    assert "agreement.limit" in found({"project.subactivity.number": "1.5.1.1", "project.total": "99"}).passed


def test_every_day_of_a_long_trip_begins_its_programme_anew() -> None:
    programme = [{"start": start, "topic": "tikšanās"} for start in ("9.00", "8.00", "7.00")]
    (fault,) = of(found({"programme": programme, "journey.end": "2012-09-01"}), "programme.order")
    assert fault.place.field == "programme[2].start"
