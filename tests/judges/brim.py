"""Pages exactly full: the text at a document's end is grown to the last word that its pages hold."""

from __future__ import annotations

from pathlib import Path
from random import Random

from generator import load_trip
from generator.pipeline import render_trip
from generator.request import Request
from tests.judges import phrases
from tests.judges.seasons import Full, Raw

_MOST = 4000


def filled(raw: Raw, full: Full, folder: Path) -> Raw:
    """Return the trip with its closing text grown to fill the pages, or to one word more."""
    words = phrases.text(Random(raw["id"]), _MOST, oddness=0).split()
    fits, over = 1, _MOST
    if _pages(_grown(raw, words[:fits]), full.document, folder) > full.pages:
        raise ValueError(f"{raw['id']}: {full.document} never has {full.pages} pages")
    while over - fits > 1:
        middle = (fits + over) // 2
        if _pages(_grown(raw, words[:middle]), full.document, folder) > full.pages:
            over = middle
        else:
            fits = middle
    return _grown(raw, words[: over if full.over else fits])


def _grown(raw: Raw, words: list[str]) -> Raw:
    return {**raw, "sample": " ".join(words).rstrip(".") + "."}


def _pages(raw: Raw, document: str, folder: Path) -> int:
    rendered = render_trip(load_trip(raw, folder=folder), Request(("pdf",), (document,)))
    return max(file.pages or 0 for file in rendered.files.values())
