"""The trips of the benchmark are sound, always the same, and no two alike."""

from __future__ import annotations

import pytest

from generator import load_trip
from generator.pipeline import laid_out_documents, render_trip
from tests.benchmarks.trips import raw_trip
from tests.writers.pdf.sample import words_of


@pytest.mark.parametrize("number", range(0, 1000, 90))
def test_no_check_has_anything_against_a_trip(number: int) -> None:
    trip = load_trip(raw_trip(number))
    assert (*trip.source.warnings, *render_trip(trip).warnings) == ()


@pytest.mark.parametrize("number", range(3))
def test_the_report_has_about_925_words(number: int) -> None:
    report = laid_out_documents(load_trip(raw_trip(number)))["activity-report"]
    assert 900 <= len(words_of(report)) <= 950


def test_the_budget_has_25_rows() -> None:
    groups = raw_trip(1)["budget"]
    assert len(groups) + sum(len(group["positions"]) for group in groups) == 25


def test_a_number_always_gives_the_same_trip() -> None:
    assert raw_trip(7) == raw_trip(7)


def test_no_two_trips_tell_the_same() -> None:
    told = [raw_trip(number)["journey"]["reason"] for number in range(200)]
    assert len(set(told)) == len(told)


def test_an_annex_can_have_a_thousand_rows_of_costs() -> None:
    trip = load_trip(raw_trip(2, costs=1000))
    assert len(trip.costs) == 1000
    assert render_trip(trip).warnings == ()
