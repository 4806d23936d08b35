"""A trip file changed at one place: the change is made, and nothing else is touched."""

import difflib
import json
import re
from contextlib import suppress
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.errors import DataError
from generator.model.records import Project
from generator.resources import data_folder
from generator.tripfiles import yaml_file
from generator.tripfiles.editing import Add, Change, Move, Put, Remove, applied, edited, marks, written
from tests.tripfiles.hand_written import NAMES, SCALARS, TEXTS, VALUES, files, places

EXAMPLE = (data_folder() / "trips" / "rezekne-2012" / "trip.yaml").read_bytes()
OFTEN = settings(max_examples=150, deadline=None, database=None)
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
    lists = [
        (path, len(value)) for path, value in places(wanted) if isinstance(value, list) and len(value) > 1
    ]
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
                with suppress(DataError):
                    assert said(edited(data, [change], "trip.yaml").data) == applied(said(data), change)


# -- files as people write them -------------------------------------------------------------------------
COSTS = """\
# Izmaksas
costs:
  # autobuss
  - item: Autobusa noma  # paraugdati
    amount: 169,40

  # muzejs
  - item: "Muzeja biļetes"
    amount: 12,00
    # par skolēniem
"""


def test_a_sum_of_the_example_is_replaced_and_nothing_else() -> None:
    gone, come = differing(EXAMPLE, edited(EXAMPLE, [Put("costs[2].amount", "13,00")], "trip.yaml").data)
    assert (gone, come) == (["    amount: 12,00"], ["    amount: 13,00"])


def test_a_new_field_stands_where_the_model_has_it() -> None:
    after = changed(
        "journey:\n  kind: brauciens\n  start: 31.08.2012.  # paraugdati\n", Put("journey.end", "x")
    )
    assert after == "journey:\n  kind: brauciens\n  start: 31.08.2012.  # paraugdati\n  end: x\n"


def test_a_new_field_that_comes_first_stands_first() -> None:
    assert (
        changed("costs:\n  - amount: 5\n", Put("costs[0].item", "x"))
        == "costs:\n  - item: x\n    amount: 5\n"
    )
    assert changed("project: {fund: {name: X}}\n", Put("project.title", "a, b")) == (
        'project: {title: "a, b", fund: {name: X}}\n'
    )


def test_a_new_section_is_parted_from_the_others_as_they_are() -> None:
    after = changed("format: 1\n\nid: x\n\nreport:\n  number: 1\n", Put("journey.destination.name", "Talsi"))
    assert after.endswith("report:\n  number: 1\n\njourney:\n  destination:\n    name: Talsi\n")


def test_an_item_is_added_as_those_before_it_are_written() -> None:
    flow = "sites:\n  - {name: A}  # pirmais\n"
    assert changed(flow, Add("sites", {"name": "B"})) == flow + "  - {name: B}\n"
    assert changed(COSTS, Add("costs", {"item": None})) == COSTS + "\n  - item:\n"


def test_an_empty_list_opens_for_its_first_item_and_keeps_its_comment() -> None:
    assert changed("deviations: []  # nav\n", Add("deviations", {"problem": None})) == (
        "deviations:  # nav\n  - problem:\n"
    )


def test_an_item_goes_with_its_comments_and_they_are_told() -> None:
    result = edited(COSTS.encode(), [Remove("costs[1]")], "trip.yaml")
    assert result.data.decode() == COSTS[: COSTS.index("\n  # muzejs")]
    assert result.lost == ("# muzejs", "# par skolēniem")


def test_a_comment_above_the_first_item_alone_is_about_all_of_them_and_stays() -> None:
    text = "goals:\n  # trīs\n  - a\n  - b\n"
    assert changed(text, Remove("goals[0]")) == "goals:\n  # trīs\n  - b\n"


def test_the_last_item_leaves_an_empty_list() -> None:
    assert changed("goals:  # x\n- a\n", Remove("goals[0]")) == "goals: []  # x\n"


def test_an_item_is_moved_with_its_comments_and_blank_lines_stay() -> None:
    assert (
        changed(COSTS, Move("costs[1]", 0))
        == """\
# Izmaksas
costs:
  # muzejs
  - item: "Muzeja biļetes"
    amount: 12,00
    # par skolēniem

  # autobuss
  - item: Autobusa noma  # paraugdati
    amount: 169,40
"""
    )


def test_members_in_brackets_come_and_go_with_their_commas() -> None:
    assert changed("goals: [a, b, c]\n", Remove("goals[1]")) == "goals: [a, c]\n"
    assert changed("goals: [a, b, c]\n", Remove("goals[2]")) == "goals: [a, b]\n"
    assert changed("goals: [a]\n", Remove("goals[0]")) == "goals: []\n"
    assert changed("goals: [a, b]\n", Move("goals[1]", 0), Add("goals", "c")) == "goals: [b, a, c]\n"


def test_brackets_over_several_lines_keep_their_comments() -> None:
    text = "goals: [\n  a,  # viens\n  b,\n  c  # trīs\n]\n"
    assert changed(text, Remove("goals[1]")) == "goals: [\n  a,  # viens\n  c  # trīs\n]\n"
    assert changed(text, Put("goals[2]", "d")) == text.replace("c  #", "d  #")


def test_a_text_stays_in_its_quotes() -> None:
    assert changed("id: 'a'  # x\n", Put("id", "it's")) == "id: 'it''s'  # x\n"
    assert changed('id: "a"\n', Put("id", "b")) == 'id: "b"\n'
    assert changed("id: a\n", Put("id", "a: b #c")) == 'id: "a: b #c"\n'


def test_a_folded_text_is_folded_anew_at_its_width() -> None:
    text = "sample: >-  # teksts\n  viens divi\n  trīs\n\nid: x\n"
    after = changed(text, Put("sample", "viens divi trīs četri\npieci"))
    assert after == "sample: >-  # teksts\n  viens divi\n  trīs četri\n\n  pieci\n\nid: x\n"


def test_a_text_of_several_lines_gets_lines_of_its_own() -> None:
    assert changed("id: a  # x\n", Put("id", "b\nc")) == "id: |-  # x\n  b\n  c\n"
    assert changed("id:\nsample: x\n", Put("id", "b\nc")) == "id: |-\n  b\n  c\nsample: x\n"
    assert changed("goals:\n- ~\n-\n", Put("goals[1]", "b\nc")) == "goals:\n- ~\n- |-\n  b\n  c\n"
    assert changed("a: {id: x}\n", Put("a.id", "b\nc")) == 'a: {id: "b\\nc"}\n'


def test_an_emptied_field_keeps_its_name_and_comment() -> None:
    assert changed("id: a  # x\nsample: b\n", Put("id", None)) == "id:  # x\nsample: b\n"
    assert changed("a: {id: x, sample: y}\n", Put("a.id", None)) == "a: {id: , sample: y}\n"
    assert changed("id: >-\n  x\n  y\nsample: b\n", Put("id", None)) == "id:\nsample: b\n"


def test_a_change_to_nothing_where_nothing_is_changes_nothing() -> None:
    assert changed("id: x\n", Put("journey.destination.name", None)) == "id: x\n"


def test_line_ends_and_the_mark_at_the_start_stay() -> None:
    data = b"\xef\xbb\xbfid: x\r\ngoals:\r\n  - a # k\r\n"
    after = edited(data, [Add("goals", "b\nc"), Put("id", "y")], "trip.yaml").data
    assert after == b"\xef\xbb\xbfid: y\r\ngoals:\r\n  - a # k\r\n  - |-\r\n    b\r\n    c\r\n"


def test_a_last_line_without_a_line_feed_takes_new_lines() -> None:
    assert changed("id: x", Put("sample", "y")) == "id: x\nsample: y"
    assert changed("format: 1\nid: |\n  x", Put("sample", "y")) == "format: 1\nid: |-\n  x\nsample: y"


def test_several_changes_are_made_one_after_the_other() -> None:
    after = changed(
        "id: x\n", Add("goals", "a"), Add("goals", "b"), Move("goals[1]", 0), Put("goals[1]", "c")
    )
    assert after == "id: x\ngoals:\n  - b\n  - c\n"


def test_a_json_file_stays_json() -> None:
    text = '{\n  "id": "x",\n  "goals": ["a"]\n}\n'
    changes = Put("id", "y\n"), Add("goals", {"name": None}), Put("sample", "ā"), Remove("goals[0]")
    after = changed(text, *changes, name="trip.json")
    assert json.loads(after) == {"id": "y\n", "goals": [{"name": None}], "sample": "ā"}
    assert after == '{\n  "id": "y\\n",\n  "sample": "ā",\n  "goals": [{"name": null}]\n}\n'


def test_a_project_file_has_the_order_of_a_project() -> None:
    after = edited(b"title: A\nfund: {name: X}\n", [Put("agreement.number", "1")], "p.yaml", Project).data
    assert after == b"title: A\nagreement:\n  number: 1\nfund: {name: X}\n"


# -- what is refused ------------------------------------------------------------------------------------
def refused(text: str, change: Change) -> str:
    with pytest.raises(DataError) as caught:
        edited(text.encode(), [change], "trip.yaml")
    return caught.value.faults[0].id


def test_a_file_that_cannot_be_read_is_refused_with_its_fault() -> None:
    assert refused("id: 'x\n", Put("id", "y")) == "yaml.quote"
    assert refused("", Put("id", "y")) == "file.empty"
    with pytest.raises(DataError) as caught:
        edited(b"id: \xff", [Put("id", "y")], "trip.yaml")
    assert caught.value.faults[0].id == "file.encoding"


@pytest.mark.parametrize(
    "change",
    [
        Put("goals", "x"), Put("goals[7]", "x"), Put("id.name", "x"), Put("goals.name", "x"), Put("", "x"),
        Add("id", "x"), Remove("journey"), Remove("goals[1]"), Remove(""), Move("id", 0), Move("goals[0]", 1),
        Move("goals[0]", -1), Put("a..b", "x"), Put("[0]", "x"), Put("goals[-1]", "x"), Put("goals[0", "x"),
        Put("sites[0].name", "x"), Add("sites[0]", "x"), Put("goals[99999999999]", "x"),
    ],
)  # fmt: skip
def test_a_change_without_a_place_is_refused(change: Change) -> None:
    assert refused("id: x\ngoals: [a]\n", change) == "change.place"


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("? [a, b]\n: c\nid: x\n", Put("id", "y")),
        ("goals: [a: b]\n", Put("goals[0].c", "y")),
        ("? id\n: x\nsample: y\n", Remove("id")),
    ],
)
def test_what_cannot_be_changed_safely_is_refused_and_says_so(text: str, change: Change) -> None:
    assert refused(text, change) == "change.unsafe"


def test_half_of_a_character_is_refused() -> None:
    assert refused("id: x\n", Put("id", "\ud800")) == "text.character"


# -- both parsers ---------------------------------------------------------------------------------------
def test_the_parser_written_in_python_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    changes = (
        Put("costs[2].vat_amount", "1,00"), Add("deviations", {"problem": None}),
        Put("journey.reason", "a\nb"),
        Remove("photos[1]"), Move("costs[0]", 3), Put("project.accountant.name", "x"), Remove("meeting"),
        Put("sample", None), Add("project.preparers", {"position": "x"}), Put("journey.end", "1.9.2012."),
    )  # fmt: skip
    fast = edited(EXAMPLE, changes, "trip.yaml")
    for module in (yaml_file, marks, written):
        monkeypatch.setattr(module, "LOADER", yaml.SafeLoader)
    assert edited(EXAMPLE, changes, "trip.yaml") == fast


# -- plain data -----------------------------------------------------------------------------------------
def test_a_change_of_plain_data_leaves_the_data_it_was_given() -> None:
    data = {"goals": ["a"]}
    assert applied(data, Add("goals", "b")) == {"goals": ["a", "b"]}
    assert applied(data, Put("journey.kind", "x")) == {"goals": ["a"], "journey": {"kind": "x"}}
    assert applied(data, Remove("goals[0]")) == {"goals": []}
    assert data == {"goals": ["a"]}
