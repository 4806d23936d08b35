"""How the program reads what was typed, shown where it is written otherwise."""

import pytest

from generator.model import Trip
from generator.tripfiles.content import steps_of
from generator.web.forms.fields import Field, part_at
from generator.web.forms.understood import Understanding


def said(path: str, text: str, known: Understanding | None = None) -> str:
    part = part_at(steps_of(path), Trip)
    assert isinstance(part, Field)
    return (known or Understanding("LVL", ["LVL", "EUR"])).of(part, path, text).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("path", "text", "read"),
    [
        ("project.total", "24415,44", "Ls 24 415,44"),
        ("project.total", "24 415,44", ""),
        ("project.total", "Ls 24 415,44", ""),
        ("project.total", "24 415.44", "Ls 24 415,44"),
        ("costs[1].amount", "24415,44", "24 415,44 EUR"),
        ("journey.start", "2012-08-31", "31.08.2012."),
        ("journey.start", "2012. gada 31. augustā", "31.08.2012."),
        ("journey.start", "31.08.2012.", ""),
        ("programme[0].start", "09:30", "9.30"),
        ("programme[0].start", "9.30", ""),
        ("costs[0].quantity", "2.5", "2,5"),
        ("costs[0].vat", "exempt", ""),
        ("journey.kind", "1.1", ""),
    ],
)
def test_what_is_read_otherwise_than_written_is_said(path: str, text: str, read: str) -> None:
    assert said(path, text) == read


@pytest.mark.parametrize("text", ["", "x", "31.31.2012.", "12,345", "-", "1 2", "99999999999999999999"])
def test_what_cannot_be_read_is_not_said_here(text: str) -> None:
    assert said("project.total", text) == said("journey.start", text) == ""


def test_a_sum_whose_currency_is_not_known_is_said_without_one() -> None:
    assert said("costs[7].amount", "24415,44") == "24 415,44"
    assert said("project.total", "24415,44", Understanding()) == "24 415,44"
