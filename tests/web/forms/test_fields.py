"""The parts of a form, made from the model."""

import pytest

from generator.model import Trip
from generator.model.records import Project
from generator.tripfiles.content import steps_of
from generator.web.forms.fields import (
    Field,
    Group,
    Rows,
    blank,
    id_of,
    part_at,
    parts_of,
    sections,
    titles_of,
)


def field(path: str) -> Field:
    part = part_at(steps_of(path), Trip)
    assert isinstance(part, Field)
    return part


def test_every_field_of_a_trip_is_a_part_of_its_form() -> None:
    assert [
        part.name for section in sections(Trip) for part in section.parts if section.name != "general"
    ] == [name for name in Trip.model_fields if name not in ("format", "id", "sample")]
    assert [part.name for part in sections(Trip)[0].parts] == ["format", "id", "sample"]


def test_a_project_has_a_form_of_its_own() -> None:
    assert {part.name for one in sections(Project) for part in one.parts} == set(Project.model_fields)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("journey.start", "date"), ("programme[0].start", "time"), ("costs[0].amount", "amount"),
        ("costs[0].quantity", "number"), ("participants[1].count", "count"), ("journey.reason", "prose"),
        ("journey.kind", "text"), ("photos[0].file", "file"), ("report.signature", "choice"),
        ("project.show_euro", "answer"), ("budget[0].positions[2].positions[0].approved", "amount"),
    ],
)  # fmt: skip
def test_a_field_knows_what_it_holds(path: str, kind: str) -> None:
    assert field(path).kind == kind


def test_a_choice_has_the_words_of_the_model_and_what_is_taken_without_one() -> None:
    signature = field("report.signature")
    assert (signature.choices, signature.default) == (("handwritten", "electronic"), "handwritten")
    assert (field("budget[0].eligible").default, field("project.show_euro").default) == ("jā", "nē")


def test_what_has_to_be_filled_in_is_known() -> None:
    goals, presenters = part_at(("journey", "goals"), Trip), part_at(("meeting", "presenters"), Trip)
    assert isinstance(goals, Rows)
    assert isinstance(presenters, Rows)
    assert (goals.needed, presenters.needed, field("journey.end").needed) == (True, False, False)


def test_an_empty_list_of_deviations_is_an_answer() -> None:
    deviations, sites = part_at(("deviations",), Trip), part_at(("sites",), Trip)
    assert isinstance(deviations, Rows)
    assert isinstance(sites, Rows)
    assert (deviations.answers, sites.answers) == (True, False)


def test_the_forms_of_a_name_are_the_five_cases() -> None:
    forms = part_at(("journey", "destination", "forms"), Trip)
    assert isinstance(forms, Group)
    assert [one.name for one in forms.parts] == ["nominative", "genitive", "dative", "accusative", "locative"]


def test_the_project_and_earlier_reports_may_lie_in_other_files() -> None:
    may = [part.name for part in parts_of(Trip) if not isinstance(part, Field) and part.or_file]
    assert may == ["project", "earlier"]


@pytest.mark.parametrize(
    "path", ["nowhere", "journey.nowhere", "journey[0]", "id.x", "costs[0].nowhere.x", ""]
)
def test_what_the_model_does_not_have_is_no_part(path: str) -> None:
    assert part_at(steps_of(path), Trip) is None


def test_a_new_row_has_a_place_for_all_it_needs() -> None:
    costs, town = part_at(("costs",), Trip), part_at(("report", "addressees"), Trip)
    assert costs
    assert town
    assert blank(costs) == dict.fromkeys(["item", "position", "quantity", "unit", "unit_price"])
    assert blank(town) == {"name": None}


def test_the_id_of_an_element_has_neither_dots_nor_brackets() -> None:
    assert id_of("budget[1].positions[0].name") == "f-budget-1-positions-0-name"


def test_no_two_fields_of_a_form_have_one_id() -> None:
    names = [f"{section.name}.{part.name}" for section in sections(Trip) for part in section.parts]
    assert len({id_of(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("budget[0].positions[1].code", [("Budget", 1), ("Positions under it", 2), ("Code", 0)]),
        ("journey", [("Trip", 0)]), ("costs[0].kid.deep", [("Trip costs", 1)]), ("kid", []), ("", []),
        ("odd]path[", []), ("[3]", []),
    ],
)  # fmt: skip
def test_a_field_is_told_by_the_titles_of_what_holds_it(path: str, titles: list[tuple[str, int]]) -> None:
    assert titles_of(path, Trip) == titles
