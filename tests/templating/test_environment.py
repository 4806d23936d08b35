"""Filling a template: what is printed, and faults with file, line and column."""

from decimal import Decimal
from pathlib import Path

import pytest

from generator.document.marks import without_marks
from generator.errors import Fault, TemplateError
from generator.fields import Fields, Filled
from generator.templating import Folders, fill

CONTEXT = {
    "journey": Fields({"destination": Filled("Rēzekne & <Co>", "journey.destination.name"), "order": None}),
    "total": Decimal("24415.44"),
    "sites": (Fields({"name": Filled("Parks", "sites[0].name")}),),
}


def filled(folder: Path, source: str, **more: str) -> str:
    for name, text in {
        "a.html": source,
        **{key.replace("_", "."): text for key, text in more.items()},
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return fill("a.html", CONTEXT, Folders((folder,)))


def fault_of(folder: Path, source: str, **more: str) -> Fault:
    with pytest.raises(TemplateError) as caught:
        filled(folder, source, **more)
    (one,) = caught.value.faults
    return one


def place_and_id(fault: Fault) -> str:
    return f"{Path(fault.place.file).name}:{fault.place.line}:{fault.place.column} {fault.id}"


def test_values_are_escaped(tmp_path: Path) -> None:
    assert without_marks(filled(tmp_path, "{{ journey.destination }}")) == "Rēzekne &amp; &lt;Co&gt;"


def test_a_printed_text_remembers_its_field(tmp_path: Path) -> None:
    assert "journey.destination.name" in filled(tmp_path, "{{ journey.destination }}")


def test_a_filtered_text_remembers_its_field(tmp_path: Path) -> None:
    assert "sites[0].name" in filled(tmp_path, '{{ sites[0].name | case("genitive") }}')


def test_a_sum_is_printed_through_its_filter(tmp_path: Path) -> None:
    assert filled(tmp_path, "{{ total | money }}") == "Ls\u00a024\u00a0415,44"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("\n  {{ journey.destinaton }}", "a.html:2:14 template.name-close"),
        ("{{ jurney.destination }}", "a.html:1:4 template.name-close"),
        ("{{ qqqqqq }}", "a.html:1:4 template.name-unknown"),
        ("{% if journey.nothing %}x{% endif %}", "a.html:1:15 template.name-unknown"),
        ("x\n{{ journey.order }}", "a.html:2:1 template.absent"),
        ("{{ total }}", "a.html:1:1 template.unformatted"),
        ("{{ journey }}", "a.html:1:1 template.unformatted"),
        ("\n\n{% iff x %}", "a.html:3:1 template.tag-unknown"),
        ("{% if total %}", "a.html:1:1 template.block-open"),
        ("{{ total + }}", "a.html:1:1 template.syntax"),
        ("{{ total | monney }}", "a.html:1:12 template.filter-unknown"),
        ('{% include "b.html" %}', "a.html:1:1 template.not-found"),
        ("{{ journey.__class__.__mro__ }}", "a.html:1:12 template.name-unknown"),
        ("{{ total | date }}", "a.html:1:1 date.unreadable"),
        ("{{ total | case('nominatīvs') }}", "a.html:1:1 template.not-a-name"),
        ("{{ 1 // 0 }}", "a.html:1:1 template.failed"),
    ],
)
def test_a_fault_of_a_template_has_its_place(tmp_path: Path, source: str, expected: str) -> None:
    assert place_and_id(fault_of(tmp_path, source)) == expected


def test_a_fault_in_an_included_template_is_placed_there(tmp_path: Path) -> None:
    one = fault_of(tmp_path, '{% include "b.html" %}', b_html="\n{{ nothing }}")
    assert place_and_id(one) == "b.html:2:4 template.name-unknown"


def test_a_template_cannot_reach_python(tmp_path: Path) -> None:
    one = fault_of(tmp_path, "{{ ''.__class__.__mro__[1].__subclasses__() }}")
    assert one.id in ("template.failed", "template.name-unknown")


def test_a_template_cannot_count_without_end(tmp_path: Path) -> None:
    assert fault_of(tmp_path, "{% for i in range(10 ** 9) %}x{% endfor %}").id == "template.failed"


def test_one_filling_leaves_nothing_behind_for_the_next(tmp_path: Path) -> None:
    first = filled(tmp_path, "{% set x = total %}{{ sites[0].name }}")
    assert filled(tmp_path, "{% set x = total %}{{ sites[0].name }}") == first
