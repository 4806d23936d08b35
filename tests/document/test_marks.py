"""Marks: where each tag was written, and which field filled a text."""

from hypothesis import given
from hypothesis import strategies as st

from generator.document.marks import mark_field, mark_places, read_place, split_fields, without_marks
from generator.errors import Place


def test_a_tag_is_marked_with_its_file_line_and_column() -> None:
    assert mark_places("a\n  <p>", "t.html") == "a\n  <p\ufdd0t.html:2:3\ufdd1>"


def test_a_closing_tag_is_marked_too() -> None:
    assert mark_places("<p></p>", "t") == "<p\ufdd0t:1:1\ufdd1></p\ufdd0t:1:4\ufdd1>"


def test_what_stands_inside_jinja_is_not_a_tag() -> None:
    source = '{{ "<b>" }}{% if a <b %}{# <i> #}<!-- <u> -->'
    assert mark_places(source, "t") == source


def test_lines_stay_where_they_were() -> None:
    source = "<a>\n{# x\n y #}\n<b>\n"
    marked = mark_places(source, "t")
    assert marked.count("\n") == source.count("\n")
    assert "<b\ufdd0t:4:1\ufdd1>" in marked


def test_a_place_is_read_back() -> None:
    assert read_place("a:b/t.html:12:5") == Place("a:b/t.html", 12, 5)
    assert read_place("") == Place()


@given(st.lists(st.tuples(st.text(st.characters(exclude_characters="\ufdd2\ufdd3\ufdd4")), st.booleans())))
def test_fields_are_split_and_no_character_is_lost(parts: list[tuple[str, bool]]) -> None:
    marked = "".join(mark_field(text, "costs[1].item") if filled else text for text, filled in parts)
    assert without_marks(marked) == "".join(text for text, _ in parts)
    filled = [text for text, field in split_fields(marked) if field]
    assert filled == [text for text, filled in parts if filled and text]
