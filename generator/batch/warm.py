"""Imported by the fork server before any worker: what every trip needs is loaded and compiled there once.

A worker then begins in milliseconds, and shares the memory of fonts, templates and words with the others.
"""

from contextlib import suppress

from generator import tripfiles
from generator.pipeline import FORMATS, render_trip
from generator.request import Request
from generator.resources import data_folder

with suppress(Exception):  # a worker that begins cold is only slower, and tells what is wrong
    render_trip(tripfiles.load(data_folder() / "starter" / "trip.yaml"), Request(FORMATS, date=None))
