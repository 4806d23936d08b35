"""The preview of a document: it says what the document says, and everything in it leads to its field."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings

from generator import load_trip
from generator.errors import DataError, UsageError
from generator.fields import Fields
from generator.model import Trip
from generator.model.money import Money
from generator.pipeline import document_kinds, preview, render_trip
from generator.pipeline.traced import traced
from generator.request import Request
from tests.budgets import trips
from tests.trips import EXAMPLES, LEAST, changed, example, example_with, least

_SPAN = re.compile(r'<span data-field="[^"]*">(.*?)</span>', re.DOTALL)
_JOINT = re.compile(r"</(strong|em)><\1>")


def shipped(trip: Trip, document: str, **asked: object) -> str:
    request = Request(formats=("html",), documents=(document,), **asked)
    (file,) = render_trip(trip, request).files.values()
    return _JOINT.sub("", file.content.decode())


def without_marks(page: bytes) -> str:
    text = _SPAN.sub(r"\1", page.decode())
    return _JOINT.sub("", re.sub(r' data-field="[^"]*"', "", text))


def marks(trip: Trip, document: str) -> dict[str, str]:
    """Return the texts of a preview by the field each one came from; the first of several."""
    found: dict[str, str] = {}
    pattern = r'<span(?: lang="\w*")? data-field="([^"]*)">(?:<\w+>)*(.*?)<'
    for field, text in re.findall(pattern, preview(trip, document).decode()):
        found.setdefault(field, text)
    return found


@pytest.mark.parametrize("document", document_kinds())
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_without_its_marks_a_preview_is_the_finished_file_to_the_letter(path, document):
    trip = load_trip(path)
    assert without_marks(preview(trip, document)) == shipped(trip, document)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(raw=trips())
def test_sums_of_any_shape_are_the_same_in_the_preview(raw):
    trip = load_trip(raw)
    assert without_marks(preview(trip, "funding-annex")) == shipped(trip, "funding-annex")


def test_texts_sums_dates_and_pictures_name_the_fields_they_came_from():
    annex = marks(example(), "funding-annex")
    assert annex["costs[2].amount"] == "12,00"
    assert annex["costs[0].document.date"] == "31.08.2012."
    assert annex["project.title"].startswith("„Daugavpils pašvaldības")
    assert annex["budget[0].positions[1].approved"] == "800,00"
    report = preview(example(), "activity-report").decode()
    assert re.search(r'<img [^>]* data-field="photos\[1\].file">', report)
    assert marks(example(), "activity-report")["participants[2].count"] == "6"


def test_what_is_reckoned_leads_to_the_record_it_was_reckoned_from():
    annex = marks(example(), "funding-annex")
    assert "costs" in annex  # the sum of all
    assert "budget[0].positions[0]" in annex  # what is left, and the part that is used
    assert "project.funding" in annex


def test_every_mark_is_a_field_that_trips_have():
    known = {re.sub(r"\[\d+\]", "[]", one) for one in fields_of(Trip)}
    for path in EXAMPLES:
        for document in document_kinds():
            for field in re.findall(r'data-field="([^"]*)"', preview(load_trip(path), document).decode()):
                assert re.sub(r"\[\d+\]", "[]", field) in known, field


def fields_of(record, path="", depth=0):
    """Yield the paths of the fields of a record, its lists as `name[]`."""
    from generator.model.records import Record

    for name, info in record.model_fields.items():
        inner = f"{path}.{name}" if path else name
        yield inner
        many = "tuple" in str(info.annotation)
        if many:
            yield f"{inner}[]"
        for kind in _records(info.annotation, Record):
            if depth < 5:
                yield from fields_of(kind, f"{inner}[]" if many else inner, depth + 1)


def _records(annotation, root):
    from typing import get_args

    if isinstance(annotation, type) and issubclass(annotation, root):
        return [annotation]
    return [kind for part in get_args(annotation) for kind in _records(part, root)]


def test_a_trip_whose_checks_fail_is_previewed_all_the_same():
    faulty = example_with("costs.0.position", "9.9")
    with pytest.raises(DataError):
        render_trip(faulty)
    assert marks(faulty, "funding-annex")["costs[0].position"] == "9.9"


def test_a_draft_is_made_whatever_the_checks_say():
    faulty = example_with("costs.0.position", "9.9")
    files = render_trip(faulty, Request(formats=("pdf",)), draft=True).files
    assert files["aktivitates-parskats.pdf"].content.startswith(b"%PDF")


def test_letters_that_the_fonts_lack_stop_no_preview():
    assert "日本" in preview(example_with("journey.reason", "日本"), "activity-report").decode()


def test_a_public_preview_leaves_out_what_a_public_document_does():
    trip = example_with("participants.0.name", "Paraugs Paraudziņš")
    assert "Paraudziņš" in preview(trip, "participant-list").decode()
    page = preview(trip, "participant-list", Request(public=True))
    assert "Paraudziņš" not in page.decode()
    assert without_marks(page) == shipped(trip, "participant-list", public=True)


def test_an_unknown_document_is_refused():
    with pytest.raises(UsageError) as caught:
        preview(least(), "annex")
    assert [one.id for one in caught.value.faults] == ["document.unknown"]


def test_a_document_without_data_is_refused():
    with pytest.raises(DataError) as caught:
        preview(least(), "funding-annex")
    assert [one.id for one in caught.value.faults] == ["document.without-data"]


def test_a_number_in_an_attribute_of_an_own_template_stays_a_number(tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "kind.toml").write_text('file = "own"\ntitle = "Own"\n', "utf-8")
    (folder / "template.html").write_text(
        '<html lang="lv"><head><title>T</title></head><body><h1>T</h1><p>'
        '<blank width="{{ participants[0].count }}"> {{ participants[0].count }}</p></body></html>',
        "utf-8",
    )
    trip = load_trip(changed(LEAST, "participants", [{"position": "Eksperte", "count": "7"}]))
    page = preview(trip, "own", Request(templates=(tmp_path,))).decode()
    assert 'style="width:7mm"' in page
    assert '<span data-field="participants[0].count">7</span>' in page


def test_a_sum_that_knows_its_field_is_equal_to_the_sum():
    trip = load_trip(changed(LEAST, "activity.number", "2"))
    sums = Fields({"total": Money(Decimal("5.00"), "LVL"), "day": date(2012, 9, 5)})
    known = traced({"project": sums}, trip)["project"]
    assert known.total == sums.total
    assert sums.total == known.total
    assert {sums.total: 1}[known.total] == 1
    assert known.total + sums.total == Money(Decimal("10.00"), "LVL")
    assert known.total.field == "project.total"
    assert known.day == sums.day
