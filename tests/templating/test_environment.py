"""Filling a template: what is printed, and faults with file, line and column."""

import os
from decimal import Decimal
from pathlib import Path

import pytest

from generator.document.marks import split_fields, without_marks
from generator.errors import Fault, TemplateError
from generator.fields import Fields, of_field
from generator.latvian import LatvianStyle
from generator.model.money import Money
from generator.templating import Folders, fill

CONTEXT = {
    "journey": Fields({"destination": of_field("Rēzekne & <Co>", "journey.destination.name"), "order": None}),
    "total": Decimal("24415.44"),
    "paid": Money(Decimal("34740.04"), "EUR"),
    "sites": (Fields({"name": of_field("Parks", "sites[0].name")}),),
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


def test_a_sum_that_knows_its_currency_is_printed_in_it(tmp_path: Path) -> None:
    assert filled(tmp_path, "{{ paid | money }}") == "34\u00a0740,04\u00a0EUR"
    assert filled(tmp_path, "{{ paid | money('EUR') }}") == "34\u00a0740,04\u00a0EUR"
    assert filled(tmp_path, "{{ paid | amount }}") == "34\u00a0740,04"
    assert filled(tmp_path, "{{ paid | words }}").endswith("četrdesmit eiro un 04 centi")


@pytest.mark.parametrize(
    ("call", "printed"),
    [
        ("m('a', 'b')", "a-b"),
        ("m('a')", "a-z"),
        ("m(y='b', x='a')", "a-b"),
        ("m('<', '&')", "&lt;-&amp;"),
        ("m(m('<', 'b'), 'c')", "&lt;-b-c"),
        ("rest('a', 'b', 'c')", "a:2"),
        ("named('a', b='b')", "a:b"),
    ],
)
def test_a_macro_prints_what_it_is_given_in_any_way(tmp_path: Path, call: str, printed: str) -> None:
    macros = (
        "{% macro m(x, y='z') %}{{ x }}-{{ y }}{% endmacro %}"
        "{% macro rest(x) %}{{ x }}:{{ varargs | length }}{% endmacro %}"
        "{% macro named(x) %}{{ x }}:{{ kwargs['b'] }}{% endmacro %}"
    )
    source = (
        f"{macros}{{% block one %}}{{% for _ in (1, 2) %}}{{{{ {call} }}}} {{% endfor %}}{{% endblock %}}"
    )
    assert filled(tmp_path, source.replace("block one", "block one scoped")) == f"{printed} {printed} "


@pytest.mark.parametrize(
    "source",
    [
        "{{ journey._values }}",
        "{{ journey.__class__ }}",
        "{{ journey.updated.__globals__ }}",
        "{{ sites[0]._values['name'] }}",
    ],
)
def test_a_record_shows_no_more_than_its_fields(tmp_path: Path, source: str) -> None:
    with pytest.raises(TemplateError):
        filled(tmp_path, source)


def test_fields_of_fields_are_taken_from_the_innermost(tmp_path: Path) -> None:
    source = (
        "{{ (sites | selectattr('name') | first).name }} {{ [journey, sites[0]][journey.order or 1].name }}"
    )
    assert without_marks(filled(tmp_path, source)) == "Parks Parks"


def test_a_macro_prints_what_its_caller_holds(tmp_path: Path) -> None:
    source = "{% macro m(x) %}{{ x }}({{ caller() }}){% endmacro %}{% call m('a') %}<b>{% endcall %}"
    assert without_marks(filled(tmp_path, source)).startswith("a(<b")


def test_a_macro_that_is_given_too_much_is_a_fault(tmp_path: Path) -> None:
    found = fault_of(tmp_path, "{% macro m(x) %}{{ x }}{% endmacro %}\n{{ m(1, 2) }}")
    assert place_and_id(found) == "a.html:2:1 template.failed"


def test_blocks_are_printed_where_they_stand_with_what_they_replace(tmp_path: Path) -> None:
    base = "1{% block out %}2{% block within %}3{% endblock %}4{% endblock %}5"
    source = "{% extends 'b.html' %}{% block within %}({{ super() }}){% endblock %}"
    assert filled(tmp_path, source, b_html=base) == "12(3)45"


def test_a_fault_in_a_block_is_at_its_own_line(tmp_path: Path) -> None:
    base = "{% block one %}{% endblock %}"
    source = (
        "{% extends 'b.html' %}\n{% block one %}{{ total | money }}\n{{ total }}\n{{ nothing }}{% endblock %}"
    )
    assert place_and_id(fault_of(tmp_path, source, b_html=base)) == "a.html:3:1 template.unformatted"


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


@pytest.mark.parametrize(
    ("source", "expected", "value"),
    [
        ("\n{{ 24.5 | money }}", "a.html:2:1 amount.float", "24.5"),
        ("{{ 24.5 | number }}", "a.html:1:1 number.float", "24.5"),
        ("{{ total | money('USD') }}", "a.html:1:1 currency.unknown", "USD"),
        ("{{ paid | money('LVL') }}", "a.html:1:1 currency.mixed", "EUR"),
        ("{{ paid | words('LVL') }}", "a.html:1:1 currency.mixed", "LVL"),
        ("{{ paid }}", "a.html:1:1 template.unformatted", "34740.04 EUR"),
        ("{{ total | words('usd') }}", "a.html:1:1 currency.unknown", "usd"),
        ("{{ 'RUB' | sign }}", "a.html:1:1 currency.unknown", "RUB"),
        ("\n\n {{ journey.destination | case('instrumental') }}", "a.html:3:2 case.unknown", "instrumental"),
        ("{{ 3 | ordinal(case='fourth') }}", "a.html:1:1 case.unknown", "fourth"),
        ("{{ 3 | agree('diena', preposition='priekš') }}", "a.html:1:1 option.unknown", "priekš"),
        ("{{ journey.destination | after('priekš') }}", "a.html:1:1 option.unknown", "priekš"),
        ("{{ ' ' | to }}", "a.html:1:1 text.empty", ""),
        ("{{ 'vienošanās' | case('dative') }}", "a.html:1:1 form.missing", "vienošanās"),
    ],
)
def test_a_fault_of_a_filter_names_the_value_and_the_place(
    tmp_path: Path, source: str, expected: str, value: str
) -> None:
    one = fault_of(tmp_path, source)
    assert place_and_id(one) == expected
    assert value in one.message.sentence()


def test_the_style_of_one_filling_does_not_reach_the_next(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('{{ total | money }} {{ "X" | quoted }}', encoding="utf-8")
    folders = Folders((tmp_path,))
    plain = fill("a.html", CONTEXT, folders)
    other = fill("a.html", CONTEXT, folders, LatvianStyle(lats_position="suffix", quotes="«»"))
    assert (plain, other) == ("Ls\u00a024\u00a0415,44 „X”", "24\u00a0415,44\u00a0Ls «X»")
    assert fill("a.html", CONTEXT, folders) == plain


def test_a_count_stays_on_a_line_with_its_noun(tmp_path: Path) -> None:
    assert (
        filled(tmp_path, "{{ 1200 | agree('apskatīts {n} objekts') }}") == "apskatītu 1\u00a0200\u00a0objektu"
    )


@pytest.mark.parametrize(
    ("text", "mark", "expected"),
    [
        ("sadarboties", ";", "sadarboties;"),
        ("sadarboties.", ";", "sadarboties;"),
        ("(parks.)", "", "(parks.)"),
    ],
)
def test_a_text_is_closed_with_the_mark_asked_for(
    tmp_path: Path, text: str, mark: str, expected: str
) -> None:
    assert filled(tmp_path, f"{{{{ '{text}' | closed('{mark}') }}}}") == expected


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


# -- templates that do not end --------------------------------------------------------------------
@pytest.mark.parametrize(
    "source",
    [
        "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
        "{% set r = range(90000) %}{% for a in r %}{% for b in r %}x{% endfor %}{% endfor %}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
        '{% include "a.html" %}',
        '{{ "x" * 10 ** 10 }}',
        "{{ [1] * 10 ** 10 }}",
        "{{ 10 ** 10000 }}",
        "{% if 1 %}" * 300 + "{% endif %}" * 300,
    ],
    ids=["loops", "loops over one range", "a macro", "itself", "a text", "a list", "a power", "deep"],
)
def test_a_template_without_end_is_a_fault_with_its_place(tmp_path: Path, source: str) -> None:
    one = fault_of(tmp_path, source)
    assert (one.id, one.place.file) == ("template.endless", str(tmp_path / "a.html"))


def test_a_loop_knows_its_length_and_its_last_round(tmp_path: Path) -> None:
    body = "{{ x }}/{{ loop.length }}{% if loop.last %}!{% endif %}"
    assert filled(tmp_path, f"{{% for x in (1, 2, 3) if x > 1 %}}{body}{{% endfor %}}") == "2/23/2!"
    assert filled(tmp_path, "{% for x in () %}{% else %}-{% endfor %}") == "-"


def test_a_template_that_prints_too_much_is_refused(tmp_path: Path) -> None:
    one = fault_of(tmp_path, "{% for x in range(2000) %}{{ 'x' * 9999 }}{% endfor %}")
    assert (one.id, one.values) == ("template.too-large", {"size": 19, "limit": 10})


@pytest.mark.parametrize("source", ["{{ sites | random }}", "{{ lipsum() }}"])
def test_nothing_that_differs_each_time_is_at_hand(tmp_path: Path, source: str) -> None:
    assert fault_of(tmp_path, source).id in ("template.filter-unknown", "template.name-unknown")


# -- whose text it is -----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("source", "field"),
    [
        ("{{ journey.destination | upper }}", "journey.destination.name"),
        ("{{ journey.destination | replace('R', 'X') }}", "journey.destination.name"),
        ("{{ sites[0] | case('dative') }}", "sites[0].name"),
        ("{{ sites[0] | to }}", "sites[0].name"),
        ("{{ (sites[0].name, sites[0].name) | listed }}", "sites"),
    ],
)
def test_a_filtered_text_remembers_the_field_of_the_data(tmp_path: Path, source: str, field: str) -> None:
    (part,) = split_fields(filled(tmp_path, source))
    assert part[1] == field


@pytest.mark.parametrize("name", ["part.html", "part.txt"])
def test_what_is_changed_is_read_again_by_the_next_trip(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.html").write_text('{% include "' + name + '" %}')
    for at, text in enumerate(("one", "two"), 1):
        (tmp_path / name).write_text(text)
        os.utime(tmp_path / name, ns=(at * 10**9, at * 10**9))
        assert text in fill("a.html", CONTEXT, Folders((tmp_path,)))
