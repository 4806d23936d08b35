"""What the checks say of the Latvian in the data."""

import pytest

from generator import checks
from generator.checks.language import first_difference
from generator.errors import Fault, Severity
from generator.latvian import LatvianStyle
from tests import trips
from tests.checks.examples import example


def found(changes: dict[str, object], style: LatvianStyle = LatvianStyle()) -> list[Fault]:
    trip = example(changes)
    ids = ("name.undecided", "text.typeset")
    return [one for one in checks.run(trip, trip.source, style).faults if one.id in ids]


def test_the_example_has_nothing_to_say() -> None:
    trip = trips.example()
    assert checks.run(trip, trip.source).faults == ()


def test_an_undecided_name_is_a_warning_with_the_forms_to_add() -> None:
    (one,) = found({"journey.destination.name": "Suntaži"})
    assert one.severity is Severity.WARNING
    assert "forms: {accusative: Suntažus, dative: Suntažiem}" in one.hint.sentence()


def test_a_form_that_is_not_used_need_not_be_given() -> None:
    forms = {"accusative": "Suntažus", "dative": "Suntažiem"}
    assert not found({"journey.destination.name": "Suntaži", "journey.destination.forms": forms})


def test_only_the_forms_that_are_missing_are_asked_for() -> None:
    forms = {"accusative": "Suntažus"}
    (one,) = found({"journey.destination.name": "Suntaži", "journey.destination.forms": forms})
    assert "forms: {dative: Suntažiem}" in one.hint.sentence()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"project.fund.name": "Fund"}, "project.fund.name"),
        ({"project.beneficiary.name": "Municipality"}, "project.beneficiary.name"),
        ({"project.beneficiary.town.name": "Madrid"}, "project.beneficiary.town.name"),
        ({"report.addressees": [{"name": "Agency"}]}, "report.addressees[0].name"),
        (
            {"project.administration": {"institution": {"name": "X"}, "cooperation": {"name": "Agency"}}},
            "project.administration.cooperation.name",
        ),
    ],
)
def test_every_name_that_the_documents_decline_is_looked_at(changes: dict[str, object], field: str) -> None:
    assert [one.place.field for one in found(changes)] == [field]


def test_an_undecided_kind_of_trip_has_no_forms_to_give_and_is_only_told() -> None:
    (one,) = found({"journey.kind": "tour"})
    assert (one.place.field, one.severity) == ("journey.kind", Severity.INFORMATION)


def test_mended_text_is_only_told() -> None:
    (one,) = found({"deviations": [{"problem": "Maksāja 5%", "solution": "Nav."}]})
    assert (one.place.field, one.severity) == ("deviations[0].problem", Severity.INFORMATION)


def test_no_break_spaces_are_nothing_to_tell_of() -> None:
    assert not found({"journey.reason": "Rīkojums Nr. 5, 2012. gada 1. jūlijā, 100 % apmērā."})


def test_text_is_mended_in_the_style_of_the_documents() -> None:
    (one,) = found({"journey.reason": 'Biedrība "Gors".'}, LatvianStyle(quotes="«»"))
    assert "«Gors»" in one.message.sentence()


def test_titles_are_printed_as_typed_and_not_looked_at() -> None:
    assert not found({"project.title": 'Projekts "Gors" 2012.gada'})


@pytest.mark.parametrize(
    ("typed", "printed", "difference"),
    [
        ("Tas bija 1.maijā", "Tas bija 1.\u00a0maijā", ("1.maijā", "1. maijā")),
        ("a  b", "a b", None),
        ("finansējums- Ls", "finansējums – Ls", ("finansējums-", "finansējums –")),
        ("viens, divi", "viens, divi", None),
    ],
)
def test_the_first_difference_is_told_in_words(
    typed: str, printed: str, difference: tuple[str, str] | None
) -> None:
    assert first_difference(typed, printed) == difference
