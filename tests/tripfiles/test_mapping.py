"""A trip made in a program: the same model, the same faults, fields for places."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from generator.errors import DataError
from generator.tripfiles import examine, load
from tests.tripfiles.sound import MAPPING, TEXT
from tests.trips import raw_example


def faults(**changes: Any) -> list[tuple[str, str]]:
    with pytest.raises(DataError) as refused:
        load({**MAPPING, **changes})
    return [(one.id, one.place.field) for one in refused.value.faults]


def test_a_mapping_gives_the_same_trip_as_a_file() -> None:
    assert load(MAPPING) == load(TEXT.encode())


def test_values_may_be_of_their_own_types() -> None:
    project = {**MAPPING["project"], "total": Decimal("24415.44")}
    trip = load({**MAPPING, "project": project, "report": {"date": dt.date(2012, 9, 14)}})
    assert trip == load(MAPPING)


def test_the_mapping_stays_as_it_was() -> None:
    data = {**MAPPING, "photos": None, "sites": ({"name": "muzejs"},)}
    load(data)
    assert data["photos"] is None
    assert data["format"] == 1


@pytest.mark.parametrize(
    ("changes", "id", "field"),
    [
        ({"report": {"date": 20120914.5}}, "date.unreadable", "report.date"),
        ({"report": {"date": ["2012-09-14"]}}, "type.date", "report.date"),
        ({"activity": {"number": []}}, "type.number", "activity.number"),
        ({"activity": {"number": 1.5}}, "value.unusable", "activity.number"),
        ({"activity": {"number": 10**9}}, "number.range", "activity.number"),
        ({"id": "r\ud800"}, "text.character", "id"),
        ({"id": 2012}, "type.text", "id"),
        ({"format": 1.5}, "format.other", "format"),
        ({"programme": [{"start": {}, "topic": "x"}]}, "type.time", "programme[0].start"),
        ({"sites": [None]}, "list.item-empty", "sites[0]"),
    ],
)
def test_values_of_wrong_types_are_told(changes: dict[str, Any], id: str, field: str) -> None:
    assert faults(**changes) == [(id, field)]


@pytest.mark.parametrize(
    ("total", "id"),
    [
        (24415.44, "amount.float"),
        (Decimal("0.001"), "amount.decimals"),
        (Decimal("1e40"), "number.range"),
        (Decimal("NaN"), "amount.not-finite"),
        (Decimal("Infinity"), "amount.not-finite"),
        ([], "type.number"),
    ],
)
def test_money_is_exact_or_told(total: object, id: str) -> None:
    assert faults(project={**MAPPING["project"], "total": total}) == [(id, "project.total")]


def test_yes_and_no_are_words() -> None:
    row = {"code": "1", "name": "Transports", "approved": 1, "spent_before": 0, "this_period": 0}
    assert faults(budget=[{**row, "eligible": []}]) == [("type.answer", "budget[0].eligible")]
    assert load({**MAPPING, "budget": [{**row, "eligible": "nē"}]}).budget[0].eligible is False


def test_positions_that_hold_themselves_are_nested_too_deep() -> None:
    position: dict[str, object] = {"code": "1", "name": "Transports"}
    position["positions"] = [position, position]
    faults = examine({**MAPPING, "budget": [position]}).faults
    assert [(one.id, one.place.field) for one in faults] == [
        ("yaml.depth", "budget[0].positions[0]"),
        ("yaml.depth", "budget[0].positions[1]"),
    ]


def test_a_character_that_no_document_can_hold_is_told_at_its_field_alone() -> None:
    assert faults(sites=[{"name": "A\u00a0B"}, {"name": "A\ufffe", "note": "B\nC"}]) == [
        ("text.character", "sites[1].name")
    ]


def test_names_and_lists_of_the_program_are_made_plain() -> None:
    class Name(str):
        """A text of the program's own."""

    trip = load({**MAPPING, Name("sites"): ({"name": Name("Parks")},)})
    assert [one.name for one in trip.sites] == ["Parks"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"costs": [{"item": "A", "position": "1", "quantity": "1", "unit": "l", "unit_price": "5 €"}]},
         "costs[0].unit_price"),
        ({"budget": [{"code": "1", "name": "A", "positions": [
            {"code": "1.1", "name": "B", "approved": "EUR 5,00", "this_period": "0"}]}]},
         "budget[0].positions[0].approved"),
    ],
)  # fmt: skip
def test_a_sum_with_the_sign_of_another_currency_is_told_wherever_it_stands(
    changes: dict[str, Any], field: str
) -> None:
    assert faults(**changes) == [("currency.sign", field)]


def test_values_nested_without_end_are_a_fault_rather_than_a_defect() -> None:
    deep: object = "x"
    for _ in range(5000):
        deep = [deep]
    assert "yaml.depth" in {one.id for one in examine({**MAPPING, "sites": deep}).faults}


@pytest.mark.parametrize("number", [5, 5.5, 20120831, dt.time(9, 30, tzinfo=dt.UTC)])
def test_a_number_is_no_time_of_day(number: object) -> None:
    raw = raw_example()
    raw["programme"][0]["start"] = number
    assert "time.unreadable programme[0].start" in told(raw)


@pytest.mark.parametrize("number", [0, 20120831, 1346371200.0])
def test_a_number_is_no_day(number: object) -> None:
    raw = raw_example()
    raw["report"]["date"] = number
    assert "date.unreadable report.date" in told(raw)


def test_days_and_times_of_the_program_are_taken_as_they_are() -> None:
    raw = raw_example()
    raw["programme"][0]["start"], raw["report"]["date"] = dt.time(8), dt.date(2012, 9, 14)
    assert not [one for one in told(raw) if "unreadable" in one]


def told(raw: dict[str, object]) -> list[str]:
    return [f"{one.id} {one.place.field}" for one in examine(raw, decode=False).faults]
