"""Whatever a person types into the texts of a trip, the checks say something or nothing; they never fail."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import checks
from generator.errors import DataError
from generator.model import Trip
from generator.model.texts import texts_of
from tests.checks.examples import example

FIELDS = sorted(
    field
    for field, _, kind in texts_of(Trip, dict(example({})))
    if kind in ("prose", "verbatim") and field not in ("format", "id")
)
NUMBERED = r"(?:Nr\.? ?|no )?[0-9]{1,5}[-–./ ][0-9]{0,4}\. ?(?:gada|g\.)? ?[0-9]{0,2}\. ?\w{0,9}"
NASTY = ["Tikšanās", "Ādaži", "+371", "@", "LV-", "Valsts Kanceleja", "-", "„", "a" * 500, "{0}", "%s"]
DAYS = ["svētdien, 2012. gada 31. februārī", "piektdien, 2012. gada 31. augustā"]
TYPED = st.one_of(
    st.text(min_size=1, max_size=40), st.from_regex(NUMBERED, fullmatch=True), st.sampled_from(NASTY + DAYS)
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FIELDS), TYPED)
def test_any_text_in_any_field_is_checked_without_failing(field: str, text: str) -> None:
    try:
        trip = example({field: text})
    except DataError:
        return
    checked = checks.run(trip, trip.source)
    assert len(checked.results) == len(checks.CHECKS)
    assert all(one.message.sentence() and one.hint.sentence() for one in checked.faults)
