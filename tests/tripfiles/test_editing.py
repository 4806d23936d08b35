"""A trip file changed at one place: the change is made, and nothing else is touched."""

import difflib
import re
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.errors import BadValue, DataError
from generator.model.records import Project
from generator.resources import data_folder
from generator.tripfiles import editing, yaml_file
from generator.tripfiles.editing import Add, Change, Move, Put, Remove, applied, edited
from tests.tripfiles.hand_written import NAMES, SCALARS, TEXTS, VALUES, files, places

EXAMPLE = (data_folder() / "trips" / "rezekne-2012" / "trip.yaml").read_bytes()
OFTEN = settings(max_examples=400, deadline=None, database=None)
COMMENT = re.compile(r"# c\d+\b")


def said(data: bytes, name: str = "trip.yaml") -> dict[str, Any]:
    found = yaml_file.read(data, name).data
    assert found is not None
    return found


def changed(text: str, *changes: Change, name: str = "trip.yaml") -> str:
    return edited(text.encode(), changes, name).data.decode()


def differing(before: bytes, after: bytes) -> tuple[list[str], list[str]]:
    """The lines that went away, and those that came."""
    compared = list(difflib.ndiff(before.decode().splitlines(), after.decode().splitlines()))
    return [one[2:] for one in compared if one[0] == "-"], [one[2:] for one in compared if one[0] == "+"]


# -- any file -----------------------------------------------------------------------------------------
@st.composite
def puts(draw: st.DrawFn) -> tuple[bytes, Put]:
    """A file, and a text for a place that is there or could be."""
    data, wanted = draw(files())
    there = [path for path, value in places(wanted) if not isinstance(value, (dict, list))]
    records = ["", *(path for path, value in places(wanted) if value is None or isinstance(value, dict))]
    new = [f"{path}.{name}".removeprefix(".") for path in records for name in NAMES]
    absent = [path for path in new if path not in dict(places(wanted))]
    return data, Put(draw(st.sampled_from([*there, *absent])), draw(SCALARS))


@given(files())
@OFTEN
def test_the_hand_written_files_of_these_tests_say_what_they_were_written_for(one: tuple[bytes, Any]) -> None:
    assert said(one[0]) == one[1]


@given(puts())
@OFTEN
def test_a_text_is_put_in_its_place_and_no_comment_is_lost(one: tuple[bytes, Put]) -> None:
    data, change = one
    result = edited(data, [change], "trip.yaml")
    assert said(result.data) == applied(said(data), change)
    assert COMMENT.findall(result.data.decode()) == COMMENT.findall(data.decode())
    assert result.lost == ()


@given(puts())
@OFTEN
def test_lines_before_and_behind_a_place_stay_byte_for_byte(one: tuple[bytes, Put]) -> None:
    data, change = one
    there = yaml_file.read(data, "trip.yaml").values
    assume(change.path in there)
    after = edited(data, [change], "trip.yaml").data
    lines, new = data.split(b"\n"), after.split(b"\n")
    first = place_line(data, change.path)
    assert new[: first - 1] == lines[: first - 1]
    rest = following_lines(data, change.path)
    assert len(rest) == 0 or new[-len(rest) :] == rest


def place_line(data: bytes, path: str) -> int:
    """The line on which the name of a field or the dash of an item stands, as far as places tell."""
    content = yaml_file.read(data, "trip.yaml")
    place = content.keys.get(path) or content.values[path]
    lines = data.decode("utf-8-sig").split("\n")
    line = place.line or 1
    while path.endswith("]") and line > 1 and "-" not in lines[line - 1][: (place.column or 1)]:
        line -= 1  # the value of an item may begin below its dash
    return line


def following_lines(data: bytes, path: str) -> list[bytes]:
    """The lines from the next name or item that lies below the place."""
    content = yaml_file.read(data, "trip.yaml")
    at = content.values[path].order
    later = [one.order[1] for one in (*content.keys.values(), *content.values.values()) if one.order > at]
    return data.split(b"\n")[min(later) :] if later else []


@st.composite
def additions(draw: st.DrawFn) -> tuple[bytes, Add]:
    data, wanted = draw(files())
    lists = [path for path, value in places(wanted) if value is None or isinstance(value, list)]
    absent = [name for name in NAMES if name not in wanted]
    assume(lists or absent)
    return data, Add(draw(st.sampled_from([*lists, *absent])), draw(VALUES))


@given(additions())
@OFTEN
def test_an_item_is_added_and_no_comment_is_lost(one: tuple[bytes, Add]) -> None:
    data, change = one
    result = edited(data, [change], "trip.yaml")
    assert said(result.data) == applied(said(data), change)
    assert sorted(COMMENT.findall(result.data.decode())) == sorted(COMMENT.findall(data.decode()))
    assert result.lost == ()


@st.composite
def removals(draw: st.DrawFn) -> tuple[bytes, Remove]:
    data, wanted = draw(files())
    return data, Remove(draw(st.sampled_from([path for path, _ in places(wanted)])))


@given(removals())
@OFTEN
def test_what_is_removed_is_gone_and_its_comments_are_told(one: tuple[bytes, Remove]) -> None:
    data, change = one
    result = edited(data, [change], "trip.yaml")
    assert said(result.data) == applied(said(data), change)
    before, after = COMMENT.findall(data.decode()), COMMENT.findall(result.data.decode())
    assert sorted([*after, *result.lost]) == sorted(before)


@st.composite
def moves(draw: st.DrawFn) -> tuple[bytes, Move]:
    data, wanted = draw(files())
    lists = [(path, len(value)) for path, value in places(wanted) if isinstance(value, list) and len(value) > 1]
    assume(lists)
    path, length = draw(st.sampled_from(lists))
    return data, Move(f"{path}[{draw(st.integers(0, length - 1))}]", draw(st.integers(0, length - 1)))


@given(moves())
@OFTEN
def test_an_item_is_moved_with_its_lines(one: tuple[bytes, Move]) -> None:
    data, change = one
    result = edited(data, [change], "trip.yaml")
    assert said(result.data) == applied(said(data), change)
    assert result.lost == ()
    if b"[" not in data:
        assert sorted(result.data.splitlines()) == sorted(data.splitlines())


@given(files(), st.lists(st.sampled_from("&*!|>%@'\"{}[]:,-?# \nab~"), max_size=12), st.integers(0), TEXTS)
@OFTEN
def test_however_a_file_is_written_it_is_changed_rightly_or_not_at_all(
    one: tuple[bytes, Any], marks: list[str], at: int, text: str
) -> None:
    whole = one[0].decode()
    at %= len(whole)
    data = (whole[:at] + "".join(marks) + whole[at:]).encode()
    for path, _ in places(yaml_file.read(data, "trip.yaml").data)[:6]:
        if re.fullmatch(r"[a-z.\[\]0-9]+", path):
            for change in (Put(path, text), Add(path, text), Remove(path), Move(path, 0)):
                try:
                    result = edited(data, [change], "trip.yaml")
                except DataError as error:
                    assert all(fault.message.sentence() for fault in error.faults)
                else:
                    assert said(result.data) == applied(said(data), change)
