"""The rules of money where one example is not enough: trees, mixed currencies, moved cents."""

from typing import Any

import pytest

from generator import checks
from generator.errors import Fault
from tests.checks.examples import EARLIER, GROUP, example

RICH: dict[str, Any] = {
    "budget[0]": {
        **GROUP,
        "approved": "4 000,00",
        "spent_before": "7,00",
        "this_period": "100,00",
        "positions": [{**GROUP["positions"][0], "spent_before": "7,00"}, GROUP["positions"][1]],
    },
    "costs[0].position": "1.2",
    "costs[0].vat": "21",
    "costs[0].vat_amount": "17,36",
    "costs[1].vat": "nav",
    "costs[1].vat_amount": None,
    "earlier[0].positions": [
        {"code": "1.1", "spent_before": "5,00", "this_period": "2,00"},
        {"code": "1.2", "spent_before": "0", "this_period": "0"},
        EARLIER["positions"][1],
    ],
}
"""The sound trip with every kind of figure that can be typed."""


def found(changes: dict[str, Any]) -> tuple[Fault, ...]:
    trip = example(RICH | changes)
    return checks.run(trip, trip.source).faults


def test_the_rich_trip_is_sound() -> None:
    assert found({}) == ()


@pytest.mark.parametrize(
    ("path", "moved"),
    [
        ("project.total", "24 415,45"),
        ("project.funding[0].amount", "20 753,13"),
        ("project.funding[0].share", "85,01"),
        ("budget[0].approved", "4 000,01"),
        ("budget[0].spent_before", "7,01"),
        ("budget[0].this_period", "100,01"),
        ("budget[0].positions[0].approved", "1 000,01"),
        ("budget[0].positions[0].spent_before", "7,01"),
        ("budget[0].positions[1].this_period", "100,01"),
        ("costs[0].amount", "100,01"),
        ("costs[0].unit_price", "50,01"),
        ("costs[0].vat_amount", "17,37"),
        ("costs[0].vat", "22"),
        ("earlier[0].positions[0].spent_before", "5,01"),
        ("earlier[0].positions[0].this_period", "2,01"),
        ("earlier[0].positions[2].this_period", "0,01"),
    ],
)
def test_a_figure_moved_by_its_smallest_step_is_caught(path: str, moved: str) -> None:
    assert found({path: moved})


def test_costs_of_a_group_are_all_the_costs_under_it() -> None:
    said = found({"costs[1].position": "1.2", "costs[1].unit_price": "0,01"})
    over = [one for one in said if one.id == "cost.over-position"]
    assert [one.place.field for one in over] == [
        "budget[0].this_period",
        "budget[0].positions[1].this_period",
    ]


def test_a_cost_may_belong_to_a_group() -> None:
    assert "cost.position-unknown" not in {one.id for one in found({"costs[0].position": "1"})}


def test_a_code_is_unique_in_the_whole_tree() -> None:
    (fault,) = [one for one in found({"budget[1].code": "1.2"}) if one.id == "budget.code-duplicate"]
    assert fault.place.field == "budget[1].code"


def test_positions_of_a_group_that_is_not_eligible_do_not_count() -> None:
    said = found({"budget[0]": {**RICH["budget[0]"], "eligible": "nē"}})
    assert "budget.sum" in {one.id for one in said}


def test_costs_in_euro_are_compared_in_the_currency_of_the_report() -> None:
    in_euro = {
        "costs[0].document.currency": "EUR",
        "costs[0].unit_price": "71,14",
        "costs[0].amount": "142,28",
    }
    assert "cost.over-position" not in {one.id for one in found(in_euro)}  # Ls 99,99
    over = in_euro | {"costs[0].unit_price": "71,15", "costs[0].amount": "142,30"}
    assert "cost.over-position" in {one.id for one in found(over)}  # Ls 100,01


def test_a_source_by_share_beside_one_by_amount_has_its_share() -> None:
    sources = [{"name": "ESF", "share": "80"}, {"name": "pašvaldība", "amount": "3 662,32"}]
    (fault,) = [one for one in found({"project.funding": sources}) if one.id == "sources.split"]
    assert fault.place.field == "project.funding[0].share"


def test_the_limits_of_a_subactivity_hold_in_euro_too() -> None:
    in_euro = {"project.currency": "EUR", "project.funding": [], "report.date": "2014-01-02"}
    ids = [
        {one.id for one in found(in_euro | {"project.total": total})} for total in ("35 571,80", "35 571,81")
    ]
    assert ["agreement.limit" in one for one in ids] == [False, True]


def test_earlier_reports_that_overlap_are_told_apart_from_those_of_their_time() -> None:
    later = {**EARLIER, "date": "2012-07-06", "period": {"start": "2012-06-30", "end": "2012-06-30"}}
    said = [one for one in found({"earlier": [later, EARLIER]}) if one.id == "earlier.period"]
    assert [one.place.field for one in said] == ["earlier[1]"]


def test_vat_that_can_be_recovered_is_judged_by_the_planning_period() -> None:
    recovered = {"project.vat_recoverable": "jā"}
    later = recovered | {"project.planning_period": "2021-2027"}
    ids = [{one.id for one in found(changes)} for changes in (recovered, later)]
    assert ["vat.recoverable" in one for one in ids] == [True, False]
