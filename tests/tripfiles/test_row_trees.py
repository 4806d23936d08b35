"""Rows that are part of other rows of their sheet: groups of the budget, and groups in groups."""

from __future__ import annotations

from generator.tripfiles.workbook.joining import contents
from generator.tripfiles.workbook.rows import Tables
from generator.tripfiles.workbook.sheets import Sheet
from generator.tripfiles.workbook.tables import tables
from tests.tripfiles.workbooks import least

TREE = next(one for one in tables() if one.path == ("budget",))
HEADINGS = ("trip id", "part of", "code", "budget position")


def budget(*rows: tuple[str | None, ...]) -> tuple[list, list[tuple[str, str]]]:
    """Return the budget of a trip whose rows are (group, code), and its faults with their cells."""
    cells = [{1: "a", 2: group or "", 3: code, 4: code.upper()} for group, code in rows]
    sheet = Sheet("Budget", {1: dict(enumerate(HEADINGS, 1)), **dict(enumerate(cells, 2))})
    trips = Sheet("Trips", {1: {1: "Trip id"}, 2: {1: "a"}})
    project = Sheet("Project", {1: {1: "Project id"}, 2: {1: "P"}})
    (found,) = contents([trips, project, sheet], "b.xlsx")
    assert found.data is not None
    return found.data["budget"], [(one.id, one.place.cell) for one in found.faults]


def codes(records: list) -> list:
    """Return the codes of records, those within each after it."""
    return [(one["code"], codes(one["positions"])) if "positions" in one else one["code"] for one in records]


def test_rows_stand_within_their_group_wherever_it_is() -> None:
    records, faults = budget(
        (None, "1"), ("1", "1.1"), ("1.1", "1.1.1"), (None, "2"), ("1", "1.2"), ("3", "3.1"), (None, "3")
    )
    assert codes(records) == [("1", [("1.1", ["1.1.1"]), "1.2"]), "2", ("3", ["3.1"])]
    assert faults == []


def test_a_group_that_is_not_there_is_told() -> None:
    records, faults = budget((None, "1"), ("9", "2"))
    assert codes(records) == ["1", "2"]
    assert faults == [("row.unknown", "B3")]


def test_rows_that_are_part_of_each_other_are_told() -> None:
    _, faults = budget(("2", "1"), ("1", "2"), ("3", "3"), (None, "4"))
    assert faults == [("row.circle", "B2"), ("row.circle", "B3"), ("row.circle", "B4")]


def test_groups_are_written_before_what_is_in_them() -> None:
    data = {
        "id": "a",
        "project": {},
        "budget": [{"code": "1", "positions": [{"code": "1.1"}]}, {"code": "2"}],
    }
    found = Tables("en")
    found.add(least(), data, "P")
    written = [[row.get(column, "") for column in TREE.columns[:3]] for row in found.rows[("budget",)]]
    assert written == [["a", "", "1"], ["a", "1", "1.1"], ["a", "", "2"]]
