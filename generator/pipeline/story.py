"""The whole story of one trip on one screen: Trip -> named documents as bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path

from generator import checks
from generator.collector import paused
from generator.context import context_of
from generator.document.nodes import Document
from generator.document.properties import Attachment, Properties
from generator.errors import DataError, Fault, Severity, UsageError, fault
from generator.frozen import dataclass
from generator.latvian import LatvianStyle
from generator.latvian.style import DEFAULT
from generator.model import Trip
from generator.model.public import public
from generator.pipeline.documents import LaidOut, Making
from generator.pipeline.traced import traced
from generator.planning import planning_inputs
from generator.request import Request
from generator.templating import DocumentKind, Folders, kinds_made, template_folders
from generator.tripfiles.normal import json_data
from generator.version import PROGRAM
from generator.writers import WRITERS, writer
from generator.writers.html import write_marked

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


@paused()
def render_trip(trip: Trip, request: Request | None = None, *, draft: bool = False) -> Rendered:
    """Return the documents of a trip that are asked for, by default all of them as DOCX and PDF.

    Raises UsageError for a format or document that does not exist, DataError with every fault of
    the data, TemplateError with every fault of a template or the theme. A draft is made whatever
    the checks say of the data; they are not asked then.
    """
    asked = request or Request()
    folders = template_folders(asked.templates)
    _known("format.unknown", asked.formats, FORMATS)
    _known("document.unknown", asked.documents or (), [kind.name for kind in folders.kinds()])
    warnings = () if draft else checked(trip, asked)
    shown = public(trip) if asked.public else trip
    made, laid_out = _laid_out(shown, asked, folders)
    properties = _properties(shown, asked, made)
    files = {
        f"{kind.file}.{format}": _written(laid_out[kind], format, properties)
        for kind in _chosen(made, asked, trip)
        for format in asked.formats
    }
    return Rendered(files, warnings, _inputs(folders))


@paused()
def preview(trip: Trip, document: str, request: Request | None = None) -> bytes:
    """Return one document of a trip as HTML in which everything names the field it came from.

    It is a draft: no check is asked, nor whether the letters of the fonts suffice. Raises UsageError
    for a document that does not exist, DataError when the trip has no data for it or a picture of it
    is missing, TemplateError with every fault of a template or the theme.
    """
    asked = replace(request or Request(), documents=(document,))
    folders = template_folders(asked.templates)
    _known("document.unknown", (document,), [kind.name for kind in folders.kinds()])
    shown = public(trip) if asked.public else trip
    making = _making(shown, asked, folders)
    (kind,) = _chosen(making.made, asked, trip)
    annexes = making.annexes_of(kind)
    own = replace(making, context=traced(making.context, shown))
    filled, pictures = own.filled(kind, annexes)
    properties = _own(_properties(shown, asked, making.made), kind)
    return write_marked(filled, folders.theme(), pictures, properties)


def inputs(templates: Sequence[Path]) -> dict[str, str]:
    """Return the SHA-256 of every file that shapes documents besides those of a trip, by its name."""
    return _inputs(template_folders(templates))


def _inputs(folders: Folders) -> dict[str, str]:
    return {**planning_inputs(), **folders.inputs()}


@paused()
def laid_out_documents(
    trip: Trip,
    templates: Sequence[Path] = (),
    style: LatvianStyle = DEFAULT,
    documents: Sequence[str] | None = None,
) -> dict[str, Document]:
    """Return the finished tree of each document of a trip, by kind: what every writer is given."""
    chosen = None if documents is None else tuple(documents)
    making = _making(trip, Request(documents=chosen, style=style), template_folders(templates))
    laid_out = making.laid_out(making.made)
    return {kind.name: laid_out[kind].layout.document for kind in making.made}


def document_kinds(templates: Sequence[Path] = ()) -> tuple[str, ...]:
    """Return the names of the kinds of document the templates hold, in their order."""
    return tuple(kind.name for kind in kinds_in(templates))


def kinds_in(templates: Sequence[Path] = ()) -> tuple[DocumentKind, ...]:
    """Return the kinds of document the templates hold, in their order; raises TemplateError."""
    return template_folders(templates).kinds()


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


def _properties(trip: Trip, asked: Request, made: Sequence[DocumentKind]) -> Properties:
    """Return what the files say of themselves, and the data that goes with them when that is asked for.

    `made` are all the kinds of document that are made together.
    """
    created = asked.date or datetime.combine(trip.report.date, time(), UTC)
    data = (Attachment(DATA, json_data(trip), "application/json"),) if asked.attach_data else ()
    return Properties(created, PROGRAM, related=tuple(kind.name for kind in made), attachments=data)


# -- the documents ------------------------------------------------------------------------------
def _making(trip: Trip, asked: Request, folders: Folders) -> Making:
    """Return what the documents are made with: those there is data for, by default or asked for."""
    context = context_of(trip, asked.style)
    made = kinds_made(folders.kinds(), context, asked.documents or ())
    return Making(trip, context, made, folders, asked.style)


def _laid_out(
    trip: Trip, asked: Request, folders: Folders
) -> tuple[Sequence[DocumentKind], Mapping[DocumentKind, LaidOut]]:
    """Return the kinds of document that are made, in their order, and each on its pages.

    What they were made with goes before anything is written: 17 MB of 10,000 rows.
    """
    making = _making(trip, asked, folders)
    return making.made, making.laid_out(making.made)


def _chosen(made: Sequence[DocumentKind], asked: Request, trip: Trip) -> list[DocumentKind]:
    """Return the kinds of document that are written; raises DataError when there is data for none."""
    chosen = [kind for kind in made if asked.documents is None or kind.name in asked.documents]
    if not chosen:
        raise DataError([fault("document.without-data", trip.source.place(""))])
    return chosen


def _written(one: LaidOut, format: str, properties: Properties) -> RenderedFile:
    layout = one.layout
    own = _own(properties, one.kind)
    content = writer(format)(layout.document, layout, layout.theme, one.pictures, own)
    return RenderedFile(content, None if format == "html" else len(layout.pages), one.kind.name, format)


def _own(properties: Properties, kind: DocumentKind) -> Properties:
    """Return what a file of one kind says of itself: the others are its relations."""
    related = tuple(name for name in properties.related if name != kind.name)
    return Properties(properties.created, properties.producer, kind.name, related, properties.attachments)
