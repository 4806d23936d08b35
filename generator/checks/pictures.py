"""Rules of the photos: fit for print, and each told to those who cannot see it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final

from generator.checks.rule import Check, Found, warning
from generator.errors import N_, Fault
from generator.model import Source
from generator.model.records import Photo, Project


def _noticed(id: str, origin: Source) -> Iterator[Fault]:
    """Yield what the reader of the files noticed of this kind."""
    return (one for one in origin.warnings if one.id == id)


def _coarse(photos: Sequence[Photo], origin: Source) -> Found:
    yield from _noticed("picture.small", origin)


def _press_colours(project: Project, origin: Source) -> Found:
    yield from _noticed("picture.cmyk", origin)


_SAYS_NOTHING: Final = re.compile(
    r"(?:(?:\d+\.\s*)?(?:attēl\w*|foto\w*|bild\w*|paveid\w*|photo|image|picture)[\s.:\d]*)|\W*\w*\W*", re.I
)
"""Words that name a picture as such, or a single word: neither tells what is to be seen."""


def _alternative(photos: Sequence[Photo]) -> Found:
    for index, photo in enumerate(photos):
        alt = photo.alt.strip(" .").casefold()
        nothing_new = {photo.caption.strip(" .").casefold(), PurePosixPath(photo.file).name.casefold()}
        if alt in nothing_new or _SAYS_NOTHING.fullmatch(alt):
            yield warning("photo.alt", f"photos[{index}].alt", alt=photo.alt)


def _same_photo(photos: Sequence[Photo], origin: Source) -> Found:
    """Find a photo shown twice: the same bytes, whatever the files are called."""
    first: dict[object, int] = {}
    for index, photo in enumerate(photos):
        shown: object = origin.pictures.get(f"photos[{index}].file", photo.file)
        if shown in first:
            yield warning(
                "photo.duplicate", f"photos[{index}].file", number=index + 1, first=first[shown] + 1
            )
        first.setdefault(shown, index)


PICTURES: Final = (
    Check(
        "photo.alt",
        N_("The alternative text of every photo says what is to be seen"),
        "ISO 14289-1, 7.3; WCAG 2.1, 1.1.1",
        _alternative,
    ),
    Check(
        "photo.duplicate",
        N_("No photo is shown twice"),
        N_("The report: every picture shows something of its own"),
        _same_photo,
    ),
    Check(
        "picture.small",
        N_("Every photo has the pixels that print needs"),
        N_("Arithmetic: 100 dots per inch at the printed width"),
        _coarse,
    ),
    Check(
        "picture.cmyk",
        N_("Every picture has the colours of a screen (RGB)"),
        "ISO 19005-2, 6.2.4",
        _press_colours,
    ),
)
"""The rules of this file, in the order in which they are listed."""
