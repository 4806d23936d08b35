"""Marks: where each tag was written, and which field filled a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document import marks
from generator.document.marks import (
    mark_field,
    mark_places,
    place_mark,
    read_place,
    split_fields,
    without_marks,
)
from generator.errors import Place


def places(source: str, file: str) -> list[str]:
    return [
        str(read_place(mark)) for mark in re.findall("\ufdd0([^\ufdd1]*)\ufdd1", mark_places(source, file))
    ]


def test_a_tag_is_marked_with_its_file_line_and_column() -> None:
    mark = place_mark("t.html", 2, 3)
    assert mark_places("a\n  <p>", "t.html") == f"a\n  <p\ufdd0{mark}\ufdd1>"
    assert read_place(mark) == Place("t.html", 2, 3)


def test_a_closing_tag_is_marked_too() -> None:
    assert places("<p></p>", "t") == ["t:1:1", "t:1:4"]


def test_what_stands_inside_jinja_is_not_a_tag() -> None:
    source = '{{ "<b>" }}{% if a <b %}{# <i> #}<!-- <u> -->'
    assert mark_places(source, "t") == source


def test_lines_stay_where_they_were() -> None:
    source = "<a>\n{# x\n y #}\n<b>\n"
    assert mark_places(source, "t").count("\n") == source.count("\n")
    assert places(source, "t") == ["t:1:1", "t:4:1"]


@given(st.text(max_size=40), st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_place_is_read_back(file: str, line: int, column: int) -> None:
    assert read_place(place_mark(file, line, column)) == Place(file, line, column)


def test_no_place_is_nowhere() -> None:
    assert read_place("") == Place()


def test_a_place_is_short_whatever_the_name_of_its_file() -> None:
    assert len(place_mark("funding-annex/template.html", 1204, 118)) == 4


def test_of_two_files_with_the_same_mark_the_second_is_spelt_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks, "_FILES", {})
    monkeypatch.setattr(marks, "_file_mark", lambda file: "xy")
    assert len(place_mark("first.html", 1, 1)) == 4
    assert place_mark("second.html", 1, 1) == "second.html:1:1"


@given(st.lists(st.tuples(st.text(st.characters(exclude_characters="\ufdd2\ufdd3\ufdd4")), st.booleans())))
def test_fields_are_split_and_no_character_is_lost(parts: list[tuple[str, bool]]) -> None:
    marked = "".join(mark_field(text, "costs[1].item") if filled else text for text, filled in parts)
    assert without_marks(marked) == "".join(text for text, _ in parts)
    filled = [text for text, field in split_fields(marked) if field]
    assert filled == [text for text, filled in parts if filled and text]
