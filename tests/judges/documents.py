"""What the files on trial should say: the words of the documents that the templates made."""

from __future__ import annotations

from functools import lru_cache
from itertools import zip_longest
from pathlib import Path

from generator import load_trip
from generator.pipeline import laid_out_documents
from generator.templating import template_folders
from tests.judges.cases import documents_of
from tests.words import split
from tests.writers.pdf.sample import words_of

_AROUND = 4


@lru_cache(maxsize=2)
def expected_words(folder: Path) -> dict[str, list[str]]:
    """Return the words of each document of the trip in a folder, by the name of its files."""
    kinds = {kind.name: kind.file for kind in template_folders().kinds()}
    made = laid_out_documents(load_trip(folder / "trip.yaml"), documents=documents_of(folder))
    return {kinds[kind]: split(" ".join(words_of(document))) for kind, document in made.items()}


def parted(found: list[str], expected: list[str]) -> str:
    """Return the first place where words are not the expected ones, or ""."""
    for index, (one, other) in enumerate(zip_longest(found, expected)):
        if one != other:
            around = slice(max(0, index - _AROUND), index + _AROUND)
            return f"{' '.join(found[around])!r} where the template says {' '.join(expected[around])!r}"
    return ""
