"""The whole story of one trip on one screen: Trip -> named documents as bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from math import ceil
from pathlib import Path
from typing import Any

from generator import checks
from generator.context import context_of
from generator.document.html import read_document
from generator.document.nodes import Document
from generator.document.properties import Attachment, Properties
from generator.document.transforms import transform
from generator.errors import DataError, Fault, Severity, TemplateError, UsageError, fault
from generator.fields import Fields
from generator.latvian import LatvianStyle
from generator.latvian.style import DEFAULT
from generator.layout import lay_out
from generator.layout.boxes import Layout
from generator.model import Trip
from generator.model.public import public
from generator.pipeline.material import Pictures, check_emblem, check_glyphs, pictures_of
from generator.planning import planning_inputs
from generator.request import Request
from generator.templating import (
    DocumentKind,
    Folders,
    annex,
    annexes_first,
    fill,
    kinds_made,
    numbered_annexes,
    template_folders,
)
from generator.tripfiles.normal import json_data
from generator.version import PROGRAM
from generator.writers import WRITERS, writer

FORMATS = tuple(WRITERS)
DATA = "trip.json"
"""The name under which a file carries the data it was made from."""


@dataclass(frozen=True, slots=True)
class RenderedFile:
    """One finished file: its bytes, how many pages it has (HTML has none), and what it is."""

    content: bytes
    pages: int | None
    document: str
    format: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """Everything made from one trip, by file name, and what was noticed on the way."""

    files: Mapping[str, RenderedFile]
    warnings: tuple[Fault, ...]
    inputs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """A document of one kind on its pages, with its pictures."""

    kind: DocumentKind
    layout: Layout
    pictures: Pictures


def render_trip(trip: Trip, request: Request | None = None) -> Rendered:
    """Return the documents of a trip that are asked for, by default all of them as DOCX and PDF.

    Raises UsageError for a format or document that does not exist, DataError with every fault of
    the data, TemplateError with every fault of a template or the theme.
    """
    asked = request or Request()
    folders = template_folders(asked.templates)
    kinds = folders.kinds()
    _known("format.unknown", asked.formats, FORMATS)
    _known("document.unknown", asked.documents or (), [kind.name for kind in kinds])
    warnings = checked(trip, asked)
    shown = public(trip) if asked.public else trip
    laid_out = _lay_out_all(shown, kinds, asked.documents, folders, asked.style)
    chosen = [one for one in laid_out if asked.documents is None or one.kind.name in asked.documents]
    if not chosen:
        raise DataError([fault("document.without-data", trip.source.place(""))])
    properties = _properties(shown, asked, [one.kind.name for one in laid_out])
    files = {
        f"{one.kind.file}.{format}": _written(one, format, properties)
        for one in chosen
        for format in asked.formats
    }
    return Rendered(files, warnings, inputs(asked.templates))


def inputs(templates: Sequence[Path]) -> dict[str, str]:
    """Return the SHA-256 of every file that shapes documents besides those of a trip, by its name."""
    return {**planning_inputs(), **template_folders(templates).inputs()}


def laid_out_documents(
    trip: Trip,
    templates: Sequence[Path] = (),
    style: LatvianStyle = DEFAULT,
    documents: Sequence[str] | None = None,
) -> dict[str, Document]:
    """Return the finished tree of each document of a trip, by kind: what every writer is given."""
    folders = template_folders(templates)
    laid_out = _lay_out_all(trip, folders.kinds(), documents, folders, style)
    return {one.kind.name: one.layout.document for one in laid_out}


def document_kinds(templates: Sequence[Path] = ()) -> tuple[str, ...]:
    """Return the names of the kinds of document the templates hold, in their order."""
    return tuple(kind.name for kind in template_folders(templates).kinds())


def _known(id: str, asked: Iterable[str], known: Sequence[str]) -> None:
    unknown = [fault(id, value=one, known=", ".join(known)) for one in asked if one not in known]
    if unknown:
        raise UsageError(unknown)


def checked(trip: Trip, asked: Request) -> tuple[Fault, ...]:
    """Return what the checks found that stops nothing; raises DataError when a check fails."""
    faults = checks.run(trip, trip.source, asked.style).faults
    if asked.public:
        faults += checks.left_in_texts(trip)
    if any(one.severity is Severity.ERROR for one in faults):
        raise DataError(faults)
    return faults


def _properties(trip: Trip, asked: Request, made: Sequence[str]) -> Properties:
    """Return what the files say of themselves, and the data that goes with them when that is asked for.

    `made` names all the kinds of document that were made together.
    """
    created = asked.date or datetime.combine(trip.report.date, time(), UTC)
    data = (Attachment(DATA, json_data(trip), "application/json"),) if asked.attach_data else ()
    return Properties(created, PROGRAM, related=tuple(made), attachments=data)


# -- one document -------------------------------------------------------------------------------
def _lay_out_all(
    trip: Trip,
    kinds: Sequence[DocumentKind],
    asked: Sequence[str] | None,
    folders: Folders,
    style: LatvianStyle,
) -> list[_LaidOut]:
    """Return every document there is data for that is made by default or asked for, in order.

    Annexes are laid out before what names them.
    """
    context = context_of(trip, style)
    made = kinds_made(kinds, context, asked or ())
    done: dict[str, _LaidOut] = {}
    for kind in annexes_first(made):
        names = {
            "attachments": tuple(
                _attachment(done[one.name], number) for one, number in numbered_annexes(kind, made)
            ),
            "annex": annex(kind, made),
            "kind": Fields({"name": kind.name, "title": kind.title}),
        }
        done[kind.name] = _lay_out(kind, context | names, trip, folders, style)
    return [done[kind.name] for kind in made]


def _lay_out(
    kind: DocumentKind, context: Mapping[str, Any], trip: Trip, folders: Folders, style: LatvianStyle
) -> _LaidOut:
    try:
        theme = folders.theme()
        filled = fill(kind.template, context, folders, style)
        document = transform(read_document(filled, kind.template), theme)
        pictures = pictures_of(document, trip, folders)
        check_glyphs(document, trip)
    except TemplateError as error:
        raise folders.relocated(error) from error
    layout = lay_out(document, theme, pictures)
    check_emblem(layout, trip, folders)
    return _LaidOut(kind, layout, pictures)


def _attachment(one: _LaidOut, number: int | None) -> Fields:
    """Return what a report says of an annex: kind, title, number, and how many sheets of paper it takes."""
    pages, two_sided = len(one.layout.pages), one.layout.theme.page.two_sided
    sheets = ceil(pages / 2) if two_sided else pages
    return Fields({"kind": one.kind.name, "title": one.kind.title, "number": number, "sheets": sheets})


def _written(one: _LaidOut, format: str, properties: Properties) -> RenderedFile:
    layout = one.layout
    related = tuple(name for name in properties.related if name != one.kind.name)
    own = replace(properties, kind=one.kind.name, related=related)
    content = writer(format)(layout.document, layout, layout.theme, one.pictures, own)
    return RenderedFile(content, None if format == "html" else len(layout.pages), one.kind.name, format)
