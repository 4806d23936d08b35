"""What a document is made with: its pictures, and the letters and marks that must be fit for it."""

from __future__ import annotations

from collections.abc import Mapping

from generator import images
from generator.document.nodes import Document, Figure, Image
from generator.emblems import EMBLEMS, EUROPEAN_UNION, Drawing
from generator.errors import BadValue, DataError, Fault, TemplateError, fault
from generator.images import Picture
from generator.layout import missing_glyphs
from generator.layout.boxes import Layout
from generator.layout.prominence import emblem_faults
from generator.model import Trip
from generator.planning import planning_periods
from generator.templating import Folders

Pictures = Mapping[str, Picture | Drawing]


def pictures_of(document: Document, trip: Trip, folders: Folders) -> Pictures:
    """Return every picture of a document by its key; raises DataError or TemplateError for one missing."""
    found: dict[str, Picture | Drawing] = {}
    faults: list[Fault] = []
    for image in _images(document):
        if image.source in EMBLEMS:
            found[image.key] = EMBLEMS[image.source]()
        elif image.field:
            try:
                found[image.key] = _from_trip(image, trip)
            except DataError as error:
                faults += error.faults
        else:
            found[image.key] = _from_templates(image, folders)
    if faults:
        raise DataError(faults)
    return found


def _images(document: Document) -> list[Image]:
    return [block.image for block in document.blocks if type(block) is Figure]


def _from_trip(image: Image, trip: Trip) -> Picture:
    data = trip.source.pictures.get(image.field)
    at = trip.source.place(image.field)
    if data is None:
        raise DataError([fault("photo.missing", at, file=image.source)])
    try:
        return images.prepare(data)
    except BadValue as bad:
        raise DataError([bad.fault.at(at)]) from bad


def _from_templates(image: Image, folders: Folders) -> Picture:
    data = folders.read(image.source)
    if data is None:
        raise TemplateError([fault("photo.missing", image.at, file=image.source)])
    try:
        return images.prepare(data)
    except BadValue as bad:
        raise TemplateError([bad.fault.at(image.at)]) from bad


def check_glyphs(document: Document, trip: Trip) -> None:
    """Raise for every character no font holds: at the field it came from, or in the template."""
    data: list[Fault] = []
    template: list[Fault] = []
    for character, text in missing_glyphs(document):
        at = trip.source.place(text.field) if text.field else text.at
        found = fault("text.glyph", at, character=character, code=f"U+{ord(character):04X}")
        (data if text.field else template).append(found)
    if data:
        raise DataError(data)
    if template:
        raise TemplateError(template)


def check_emblem(layout: Layout, trip: Trip, folders: Folders) -> None:
    """Raise when the EU emblem is not the largest mark beside it, or less high than its period asks for."""
    least = planning_periods()[trip.project.planning_period].least_height
    found = list(emblem_faults(layout, EUROPEAN_UNION, least))
    if found and trip.project.logos:
        raise DataError(one.at(trip.source.place("project.logos")) for one in found)
    if found:
        raise folders.relocated(TemplateError(found))
