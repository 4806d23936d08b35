"""Errors travel between processes with all their faults."""

import pickle

import pytest

from generator.errors import (
    BadValue,
    DataError,
    OutputError,
    ParskatsError,
    Place,
    TemplateError,
    UsageError,
    fault,
)


@pytest.mark.parametrize("kind", [ParskatsError, DataError, TemplateError, OutputError, UsageError])
def test_an_error_travels_with_its_faults(kind):
    faults = [fault("text.empty", Place("trip.yaml", 3, 4, "id")), fault("file.empty")]
    error = pickle.loads(pickle.dumps(kind(faults)))
    assert type(error) is kind
    assert error.faults == tuple(faults)
    assert str(error) == str(kind(faults))


def test_a_value_that_was_refused_travels_with_its_fault():
    error = pickle.loads(pickle.dumps(BadValue("date.order", start="2", end="1")))
    assert error.fault == fault("date.order", start="2", end="1")
    assert str(error) == "The end 1 is before the start 2."
