"""Whatever the bytes are, a file is a trip or has faults with places: never another error."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.tripfiles import Examined, examine
from tests.tripfiles.sound import TEXT

LINES = TEXT.splitlines(keepends=True)
PIECES = st.sampled_from(
    [
        *"&*!|>%@`'\"{}[]:,-?#\t \n\r\x00\x07\x85\u2028\ufeff\ufdd0ā",
        "---",
        "...",
        ": ",
        "- ",
        "<<: ",
        "\\u",
        "!!str ",
    ]
)


def is_told(examined: Examined) -> None:
    assert (examined.trip is None) == bool(examined.faults)
    for one in examined.faults:
        assert one.message.sentence()
        assert one.hint.sentence()
        assert one.place.line != 0


@given(st.binary(max_size=200))
@settings(max_examples=300, deadline=None, database=None)
def test_any_bytes_are_a_trip_or_told(data: bytes) -> None:
    is_told(examine(data, name="x.yaml"))


@given(st.lists(PIECES, max_size=40))
@settings(max_examples=300, deadline=None, database=None)
def test_any_marks_of_yaml_are_a_trip_or_told(pieces: list[str]) -> None:
    is_told(examine("".join(pieces).encode(), name="x.yaml"))


@given(st.integers(0, len(TEXT)), PIECES, st.integers(0, 3))
@settings(max_examples=400, deadline=None, database=None)
def test_a_slip_in_a_sound_file_is_a_trip_or_told(at: int, piece: str, left_out: int) -> None:
    is_told(examine((TEXT[:at] + piece + TEXT[at + left_out :]).encode(), name="x.yaml"))


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.decimals()
    | st.dates()
    | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.sampled_from(
    [
        "format",
        "id",
        "project",
        "activity",
        "report",
        "journey",
        "photos",
        "costs",
        "budget",
        "deviations",
        "programme",
    ]
)


@given(st.dictionaries(FIELDS, PLAIN, max_size=4))
@settings(max_examples=300, deadline=None, database=None)
def test_any_mapping_is_a_trip_or_told(data: dict[str, object]) -> None:
    is_told(examine(data))


def test_a_file_full_of_characters_that_cannot_be_shown_is_told_soon() -> None:
    found = examine(b"sample: " + b"\x01" * 2_000_000)
    assert {one.id for one in found.faults if one.place.field == "sample"} == {"text.character"}
    assert len(found.faults) < 200
