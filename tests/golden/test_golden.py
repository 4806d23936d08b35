"""The documents of the golden trips say what they said; `make golden` accepts a change that was meant."""

from pathlib import Path

import pytest

from generator import Trip, render
from generator.pipeline import document_kinds
from tests.golden import FOLDER, texts, trips
from tests.words import READERS

TEXTS = texts()
TRIPS = trips()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_a_document_says_what_it_said(path: Path) -> None:
    assert TEXTS[path] == path.read_text(encoding="utf-8")


def test_no_golden_text_is_left_over() -> None:
    assert sorted(FOLDER.glob("*.*.txt")) == sorted(TEXTS)


@pytest.mark.parametrize("trip", TRIPS.values(), ids=list(TRIPS))
def test_every_format_of_a_document_has_its_words(trip: Trip) -> None:
    files = render(trip, ("docx", "pdf", "html"), documents=document_kinds())
    for name in {name.rpartition(".")[0] for name in files}:
        words = {format: READERS[format](files[f"{name}.{format}"]) for format in READERS}
        assert words["docx"] == words["html"], name
        assert words["pdf"] == words["html"], name
        assert words["html"]
