"""A form filled: texts as typed, and everything that is to be said in its place."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import Fault, Place, Severity
from generator.model import Trip
from generator.model.records import Project, Record
from generator.web.forms.filled import filled
from generator.web.forms.nodes import Box, Form, Frame, Link, Node, Odd, Table
from tests.tripfiles.hand_written import VALUES


def form_of(data: dict[str, Any], *faults: Fault, root: type[Record] = Trip) -> Form:
    return filled(data, root, faults)


def box(form: Form, path: str) -> Box:
    node = form.nodes[path]
    assert isinstance(node, Box)
    return node


def at(field: str, severity: Severity = Severity.ERROR) -> Fault:
    return Fault("text.empty", {}, Place(field=field), severity)


def test_texts_stay_as_they_were_typed() -> None:
    form = form_of({"journey": {"start": "31.13.2012", "kind": " x "}, "costs": [{"amount": "24415.44"}]})
    assert [box(form, path).text for path in ("journey.start", "journey.kind", "costs[0].amount")] == [
        "31.13.2012", " x ", "24415.44"
    ]  # fmt: skip


def test_fields_that_are_not_in_the_file_are_in_the_form() -> None:
    form = form_of({})
    assert box(form, "meeting.led_by.position").text == ""
    assert isinstance(form.nodes["budget"], Table)
    assert form.nodes["budget"].rows == []


def test_rows_within_rows_are_as_deep_as_the_data() -> None:
    form = form_of(
        {"budget": [{"code": "1", "positions": [{"code": "1.1", "positions": [{"code": "1.1.1"}]}]}]}
    )
    assert box(form, "budget[0].positions[0].positions[0].code").text == "1.1.1"


@pytest.mark.parametrize(
    ("field", "where"),
    [
        ("costs[0].amount", "costs[0].amount"), ("costs[0].unknown", "costs[0]"),
        ("costs[7].amount", "costs"),
        ("costs", "costs"), ("meeting.host.name", "meeting.host.name"), ("nowhere.at.all", ""), ("", ""),
        ("format", ""),
    ],
)  # fmt: skip
def test_a_fault_is_said_at_its_field_or_at_what_is_nearest(field: str, where: str) -> None:
    form = form_of({"format": "1", "costs": [{}]}, at(field))
    told = form.nodes[where].told if where else form.told
    assert [one.place.field for one in told.faults] == [field]


def test_the_gravest_fault_is_said_first_and_weighs() -> None:
    warned, failed = at("id", Severity.WARNING), at("id")
    told = form_of({}, warned, failed).nodes["id"].told
    assert (told.faults, told.state) == ([failed, warned], "error")


def test_a_section_says_how_many_errors_and_warnings_it_has() -> None:
    form = form_of({"costs": [{}]}, at("costs[0].amount"), at("costs"), at("costs[0]", Severity.WARNING))
    chapter = form.chapter("costs[0].amount")
    assert (chapter.name, chapter.errors, chapter.warnings) == ("costs", 2, 1)


def test_a_section_in_which_something_is_wrong_is_open() -> None:
    assert not form_of({}).chapter("project").opens
    assert form_of({}, at("project.title")).chapter("project").opens


def test_a_project_in_a_file_of_its_own_is_a_link() -> None:
    form = form_of(
        {"project": "../p.yaml", "earlier": ["../a.yaml", {"agreement": "1"}, None]}, at("project.title")
    )
    assert isinstance(form.nodes["project"], Link)
    assert [one.place.field for one in form.nodes["project"].told.faults] == ["project.title"]
    assert [type(form.nodes[f"earlier[{index}]"]) for index in range(3)] == [Link, Frame, Link]


def test_a_value_of_another_shape_can_be_seen() -> None:
    form = form_of({"id": ["a"], "journey": "x", "goals": 1, "costs": {"a": "b"}, "sites": ["y"]})
    shown = {path: node.text for path, node in form.nodes.items() if isinstance(node, Odd)}
    assert shown == {"id": "[a]", "journey": "x", "costs": "{a: b}", "sites[0]": "y"}


@given(st.dictionaries(st.sampled_from([*Trip.model_fields, *Project.model_fields]), VALUES, max_size=5))
@settings(max_examples=100, deadline=None, database=None)
def test_whatever_a_file_holds_it_has_a_form(data: dict[str, Any]) -> None:
    for root in (Trip, Project):
        for node in form_of(data, root=root).nodes.values():
            assert node.kind in ("box", "table", "frame", "link", "odd")
            assert showable(node)


def showable(node: Node) -> bool:
    """Whether everything a template asks of a node can be told."""
    if isinstance(node, Box):
        return node.lines >= 0 and len({value for value, _ in node.options}) == len(node.options)
    return not isinstance(node, Frame) or len(node.first) <= 6


# -- one input ----------------------------------------------------------------------------------------
def options(path: str, text: str) -> list[tuple[str, str]]:
    steps = path.split(".")
    data: Any = text
    for step in reversed(steps):
        data = {step: data}
    return box(form_of(data), path).options


def test_a_choice_that_was_typed_otherwise_stays_a_choice() -> None:
    assert options("report.signature", "pašrocīgs")[-1] == ("pašrocīgs", "pašrocīgs")
    assert options("project.vat_recoverable", "yes") == [("yes", "jā"), ("nē", "nē")]


def test_what_is_taken_for_nothing_is_offered_once() -> None:
    assert options("project.show_euro", "") == [("jā", "jā")]
    assert options("project.show_euro", "nē") == [("jā", "jā"), ("nē", "nē")]


def test_a_text_of_several_lines_has_several_lines() -> None:
    form = form_of({"id": "a\nb", "sample": "x", "journey": {"kind": "y"}})
    assert (box(form, "id").lines, box(form, "sample").lines, box(form, "journey.kind").lines) == (2, 2, 0)


def test_a_long_text_is_seen_whole() -> None:
    form = form_of(
        {"journey": {"kind": "y" * 60}, "budget": [{"name": "y" * 60}], "costs": [{"position": "y" * 60}]}
    )
    seen = [box(form, path).lines for path in ("journey.kind", "budget[0].name", "costs[0].position")]
    assert seen == [0, 3, 0]


def test_a_name_that_need_not_be_there_is_not_asked_for() -> None:
    form = form_of({})
    needed = [
        box(form, f"{path}.name").field.needed
        for path in ("project.administration.cooperation", "project.fund")
    ]
    assert needed == [False, True]


def test_an_example_is_written_as_the_documents_write_it() -> None:
    form = form_of({})
    assert box(form, "journey.start").example == "12.09.2024."
    assert box(form, "journey.destination.name").example == "Ozolpils"
    assert box(form_of({}, root=Project), "total").example == "12 000,00"


# -- rows ---------------------------------------------------------------------------------------------
def test_a_row_shows_its_first_fields_and_opens_for_the_others() -> None:
    row = form_of({"costs": [{"vat": "21", "norm": "hotel", "document": {"kind": "čeks"}}]}).nodes["costs[0]"]
    assert isinstance(row, Frame)
    assert [one.part.name for one in row.first] == [
        "item", "position", "quantity", "unit", "unit_price", "amount"
    ]  # fmt: skip
    assert row.brief == [("21", False), ("hotel", True), ("čeks", False)]


def test_a_group_of_the_budget_holds_rows_of_its_own_kind() -> None:
    row = form_of({"budget": [{"code": "1"}]}).nodes["budget[0]"]
    assert [one.path for one in row.branches] == ["budget[0].positions"]
    assert form_of({"earlier": [{}]}).nodes["earlier[0]"].branches == []
