"""Markup read: the quick way and the careful one tell the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.document.marks import PLACE_END, PLACE_START, mark_field
from generator.document.markup import MAX_DEPTH, Chars, Element, parse

CAREFUL = "<!-- > -->"
"""A comment with a bracket in it: nothing of a text that holds one can be read the quick way."""

PARTS = (
    "<p>", "</p>", "<td>", "</td>", "<tr>", "</tr>", '<P class="lead">', "</P>", "<br>", "<br/>", "</br>",
    "<strong>", "</strong>", "<ul>", "</ul>",
    "<p class='a>b'>", '<p class="a<b">', "<p class=a>", '<p class="', "<p / >",
    f"<td{PLACE_START}a.html:3:4{PLACE_END}>", f"</td{PLACE_START}a.html:3:9{PLACE_END}>",
    f"<{PLACE_START}a.html:1:1{PLACE_END}>", f"<p {PLACE_START}>",
    "<!-- comment -->", "<!-- a > b -->", "<!doctype html>", "<!", "<>", "< p>", "</ p>", "<", ">", "</", '"',
    "'", "text", " ", "\n  ", "&amp;", mark_field("Liepāja", "journey.destination"), "\ufdd5", "\ufdd5p>",
)  # fmt: skip


def told(source: str) -> tuple[Any, list[Any]]:
    """Return what was read, as plain values."""
    root, faults = parse(source, "a.html")
    return plain(root), [(one.id, one.values, one.place) for one in faults]


def plain(node: Element | Chars) -> Any:
    if isinstance(node, tuple):
        return node
    return node.name, dict(node.attributes), node.at, [plain(child) for child in node.children]


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
@example("<p></")
@example("<p></<!doctype html>")
@example("<p></!-- comment -->")
def test_both_ways_to_read_tell_the_same(source):
    assert told(source) == told(source + CAREFUL)


def test_elements_may_stand_in_each_other_only_so_deep():
    inner = "<td>x</td>"
    at_most = MAX_DEPTH - 2
    assert told("<p>" * at_most + inner + "</p>" * at_most)[1] == []
    found = [id for id, _, _ in told("<p>" * (at_most + 1) + inner + "</p>" * (at_most + 1))[1]]
    assert found == ["markup.depth"]


@pytest.mark.parametrize("value", ["a > b", "a < b", "'a'"])
def test_a_value_may_hold_brackets_and_the_other_quotes(value):
    (read,) = plain(parse(f'<p class="{value}">x</p>')[0])[3]
    assert read[:2] == ("p", {"class": value})


def test_leaves_that_are_written_alike_are_one_element():
    leaf = f"<td{PLACE_START}a.html:3:4{PLACE_END}>Kopā</td{PLACE_START}a.html:3:9{PLACE_END}>"
    (first,), (second,) = (parse(leaf)[0].children for _ in range(2))
    assert first is second


def test_who_reads_a_leaf_has_its_characters_even_when_another_was_quicker():
    start, end = (f"td{PLACE_START}a.html:3:{column}{PLACE_END}" for column in (4, 9))
    (leaf,) = parse(f"<{start}>Summa</{end}>")[0].children
    reading = leaf.children
    leaf.keep("made")
    assert (reading, leaf.children, leaf.made) == ([("Summa", "")], [], "made")
