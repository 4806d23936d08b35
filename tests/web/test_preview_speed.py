"""A preview is quick enough to follow the typing: measured against `render` to HTML in the same run."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import process_time

import pytest

from generator import load_trip
from generator.pipeline import document_kinds, render_trip
from generator.request import Request
from generator.web.preview import Draft, Previews
from tests.trips import EXAMPLE

PAIRS = 25
TIMES = 2.0
"""How many times the cost of `render` a preview may have; it has less than one."""


def seconds(work: Callable[[], object]) -> float:
    begin = process_time()
    work()
    return process_time() - begin


@pytest.mark.parametrize("document", document_kinds())
def test_an_update_of_a_preview_costs_at_most_twice_a_render_to_html(document: str) -> None:
    """Each pair is measured side by side, so that what else the machine does bears on both alike."""
    previews, content = Previews(), EXAMPLE.read_bytes()

    def update() -> object:
        return previews.of(Draft(EXAMPLE, content, EXAMPLE.parent), document)

    def render() -> object:
        return render_trip(load_trip(EXAMPLE), Request(formats=("html",)))

    update(), render()
    assert median(seconds(update) / seconds(render) for _ in range(PAIRS)) <= TIMES
