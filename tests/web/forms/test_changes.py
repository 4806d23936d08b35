"""A form sent back, as changes: only what differs, and only what the form has."""

from typing import Any

import pytest

from generator.errors import DataError
from generator.model import Trip
from generator.model.records import Project
from generator.tripfiles.editing import Add, Change, Move, Put, Remove
from generator.web.forms.changes import changes_of


def changes(data: dict[str, Any], *posted: tuple[str, str]) -> list[Change]:
    return changes_of(posted, data, Trip)


def test_only_what_differs_is_a_change() -> None:
    data = {"id": "x", "journey": {"kind": "brauciens"}}
    assert changes(data, ("set:id", "x"), ("set:journey.kind", "y"), ("set:sample", "")) == [
        Put("journey.kind", "y")
    ]


def test_an_emptied_field_becomes_nothing() -> None:
    assert changes({"id": "x"}, ("set:id", "  ")) == [Put("id", None)]


def test_blanks_around_a_text_and_the_line_ends_of_a_browser_are_no_change() -> None:
    data = {"sample": "a\n\nb\n"}
    assert changes(data, ("set:sample", "a\r\n\r\nb")) == []
    assert changes(data, ("set:sample", "a\r\nc ")) == [Put("sample", "a\nc")]


def test_a_text_of_one_line_gets_no_lines_of_its_own() -> None:
    assert changes({"id": "x"}, ("set:id", "a\r\nb")) == [Put("id", "a b")]
    assert changes({"id": "x\ny"}, ("set:id", "a\r\nb")) == [Put("id", "a\nb")]
    goals = {"journey": {"goals": ["x"]}}
    assert changes(goals, ("set:journey.goals[0]", "a\r\nb")) == [Put("journey.goals[0]", "a\nb")]


def test_a_group_that_need_not_be_there_goes_with_its_last_text() -> None:
    data = {"meeting": {"host": {"name": "x"}, "led_by": {"position": "y", "name": None}}}
    assert changes(data, ("set:meeting.led_by.position", "")) == [
        Put("meeting.led_by.position", None), Remove("meeting.led_by")
    ]  # fmt: skip
    both = changes(data, ("set:meeting.led_by.position", ""), ("set:meeting.host.name", ""))
    assert both[-1:] == [Remove("meeting")]


def test_a_group_that_is_needed_stays_when_it_is_emptied() -> None:
    data = {"journey": {"destination": {"name": "x"}}}
    assert changes(data, ("set:journey.destination.name", "")) == [Put("journey.destination.name", None)]


def test_a_row_stays_when_it_is_emptied() -> None:
    assert changes({"sites": [{"name": "x"}]}, ("set:sites[0].name", "")) == [Put("sites[0].name", None)]


def test_rows_are_added_with_a_place_for_what_they_need() -> None:
    assert changes({}, ("add", "sites")) == [Add("sites", {"name": None})]
    assert changes({}, ("add", "journey.goals")) == [Add("journey.goals", None)]
    assert changes({}, ("add", "budget[0].positions")) == [
        Add("budget[0].positions", {"code": None, "name": None})
    ]


def test_an_earlier_report_is_a_file_or_sums_without_one() -> None:
    assert changes({}, ("add", "earlier")) == [Add("earlier", None)]
    assert changes({}, ("add", "earlier{}")) == [Add("earlier", {"agreement": None, "date": None})]


def test_rows_are_removed_and_moved() -> None:
    assert changes({}, ("remove", "costs[2]")) == [Remove("costs[2]")]
    assert changes({}, ("move", "costs[2]:0")) == [Move("costs[2]", 0)]


def test_texts_are_put_before_rows_are_moved() -> None:
    assert changes({}, ("remove", "costs[0]"), ("set:id", "x")) == [Put("id", "x"), Remove("costs[0]")]


def test_that_there_were_none_can_be_said_while_nothing_else_is() -> None:
    assert changes({}, ("none", "deviations")) == [Add("deviations"), Remove("deviations[0]")]
    for data, path in (({"deviations": [{}]}, "deviations"), ({}, "sites")):
        with pytest.raises(DataError):
            changes(data, ("none", path))


def test_the_file_of_a_project_may_be_another_one() -> None:
    assert changes({"project": "a.yaml"}, ("set:project", "b.yaml")) == [Put("project", "b.yaml")]


def test_a_project_file_has_its_own_fields() -> None:
    assert changes_of([("set:title", "x")], {}, Project) == [Put("title", "x")]
    with pytest.raises(DataError):
        changes_of([("set:journey.kind", "x")], {}, Project)


@pytest.mark.parametrize(
    "posted",
    [
        ("set:", "x"), ("set:nowhere", "x"), ("set:journey", "x"), ("set:costs", "x"), ("set:costs[0]", "x"),
        ("set:journey.goals", "x"), ("set:a..b", "x"), ("set:costs[-1].item", "x"), ("add", "id"),
        ("add", ""),
        ("add", "costs[0]"), ("add", "costs{}{}"), ("remove", ""), ("remove", "nowhere[0]"),
        ("move", "costs[0]"),
        ("move", "costs[0]:x"), ("move", ":1"), ("move", "costs[0]:²"), ("none", "costs"), ("none", ""),
        ("set:" + "a." * 500 + "a", "x"),
    ],
)  # fmt: skip
def test_what_the_form_does_not_have_is_refused(posted: tuple[str, str]) -> None:
    with pytest.raises(DataError) as caught:
        changes({"id": "x"}, posted)
    assert caught.value.faults[0].id == "change.place"


def test_other_names_in_a_form_are_no_changes() -> None:
    assert changes({}, ("version", "x"), ("section", "costs"), ("field", "photos")) == []
