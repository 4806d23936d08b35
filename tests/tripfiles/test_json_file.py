"""JSON read the quick way says what it says when it is read as YAML, of which it is a part."""

import json
import pickle
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import DataError, Place
from generator.tripfiles import json_file, load, yaml_file
from generator.tripfiles.content import Content
from tests.trips import raw_example

TEXTS = st.text(st.characters(codec="utf-8"), max_size=8) | st.sampled_from(
    [
        "",
        "~",
        "null",
        "true",
        "12:30",
        "NO",
        "# x",
        "a: b",
        " x ",
        "„ā”",
        "\\",
        '"',
        "/",
        "\t",
        "\n",
        "{",
        "]",
        "<<",
    ]
)
VALUES = st.recursive(
    TEXTS | st.integers() | st.floats() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)


def parts(content: Content) -> tuple[object, ...]:
    return content.data, dict(content.values), dict(content.keys), content.faults, content.spoiled


def both(data: bytes) -> tuple[tuple[object, ...], tuple[object, ...]]:
    return parts(json_file.read(data, "t.json")), parts(yaml_file.read(data, "t.json"))


@settings(max_examples=600)
@given(st.dictionaries(TEXTS, VALUES, max_size=4), st.booleans(), st.sampled_from([None, 0, 1]))
def test_what_json_can_say_is_read_as_yaml_reads_it(
    data: dict[str, object], ascii: bool, indent: int | None
) -> None:
    written = json.dumps(data, ensure_ascii=ascii, indent=indent).encode("utf-8", "surrogatepass")
    quick, slow = both(written)
    assert quick == slow


@settings(max_examples=600)
@given(st.dictionaries(TEXTS, VALUES, max_size=4), st.data())
def test_damaged_json_has_the_faults_of_yaml(data: dict[str, object], choice: st.DataObject) -> None:
    written = json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")
    at = choice.draw(st.integers(0, len(written)))
    piece = choice.draw(
        st.sampled_from(
            [b"", b",", b"}", b'"', b":", b"\t", b"\r\n", b"\xff", b"\\u0000", b"true", b"[" * 60]
        )
    )
    quick, slow = both(written[:at] + piece + written[at + choice.draw(st.integers(0, 3)) :])
    assert quick == slow


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1.50, "b": -0, "c": 1E5, "d": true, "e": null, "f": "null", "g": ""}',
        '{"a":1,"a":2}', '{"a": [true, false]}', '{"a": NaN}', '{"a": 1} {"b": 2}', "[1]", "{}", "",
        "\ufeff{}", '{"a": "\\ud800"}', '{"a": "\\/ \\n \\" \\\\"}', '{"a": "[[[{{{"}', '{"a" 1}', "a: 1",
        '{"a": "' + "\u0085" + '"}', '{"a": 1,}', "{'a': 1}", '{"a": 00012, "b": +1}',
        '{"a"\r\n: []}', '{"a"\n  : 1}', '{"a"\r: 1}', '{"a":\n 1}', '{\n"a"\n: 1}',
    ],
)  # fmt: skip
def test_odd_json_is_what_yaml_says_it_is(text: str) -> None:
    quick, slow = both(text.encode("utf-8", "surrogatepass"))
    assert quick == slow


# -- places ---------------------------------------------------------------------------------------
DATA = b'{\n  "id": "t",\n  "costs": [{"amount": "1"}]\n}'


def test_nobody_reads_yaml_before_a_place_is_asked_for() -> None:
    with patch.object(yaml_file, "read", wraps=yaml_file.read) as slow:
        content = json_file.read(DATA, "t.json").below(4)
        assert content.data == {"id": "t", "costs": [{"amount": "1"}]}
        assert slow.call_count == 0
        assert content.values["costs[0].amount"] == Place("t.json", 7, 24, "costs[0].amount")
        assert content.keys["costs"] == Place("t.json", 7, 3, "costs")
        assert len(content.values) == 5
        assert slow.call_count == 1


def test_a_whole_trip_without_a_fault_is_read_without_yaml() -> None:
    raw = json.dumps(raw_example(), ensure_ascii=False).encode()
    with patch.object(yaml_file, "read", side_effect=AssertionError):
        json_file.read(raw, "trip.json")


def test_what_travels_has_its_places_with_it() -> None:
    content = json_file.read(DATA, "t.json")
    assert parts(pickle.loads(pickle.dumps(content))) == parts(content)


def test_a_fault_of_a_trip_in_json_has_its_line() -> None:
    with pytest.raises(DataError) as caught:
        load(DATA, name="t.json")
    assert {one.place.line for one in caught.value.faults if one.place.field.startswith("costs[0]")} == {3}


@pytest.mark.parametrize("depth", [49, 50, 51])
def test_both_readings_count_depth_alike(depth: int) -> None:
    quick, slow = both(b'{"a": ' + b"[" * depth + b"]" * depth + b"}")
    assert quick == slow
