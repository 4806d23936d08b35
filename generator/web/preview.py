"""What a draft becomes: HTML in which everything names its field, and PDF for pictures of its pages.

A draft is previewed before it is perfect: failed checks stop no preview. What cannot be built at
all, because its structure is broken, is shown as it was when it could be built the last time.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Final

from generator import pipeline
from generator.batch.order import Order
from generator.batch.sources import Item
from generator.batch.task import asked_of
from generator.batch.unit import examined
from generator.errors import DataError, Fault, ParskatsError
from generator.frozen import dataclass
from generator.model import Trip
from generator.request import Request
from generator.settings import template_folders
from generator.templating import DocumentKind

MOST: Final = 24
"""How many last good previews are kept: one is as large as the photos in it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a trip as it is at this moment, and what decides about its documents.

    `path` is where its file lies or would lie; files that it names are looked up beside it, and
    never beyond the folder `within`. `environ` is the environment of the settings.
    """

    path: Path
    content: bytes
    within: Path
    environ: Mapping[str, str] = field(default_factory=dict)

    @property
    def item(self) -> Item:
        """The trip as a batch takes it; what its settings are looked up beside."""
        return Item(self.path.name, self.path.name, self.content, self.path.parent, self.path.parent)

    @property
    def order(self) -> Order:
        """What is asked for: nothing but what the settings say."""
        return Order(found_by=({}, self.environ), within=self.within)

    def read(self) -> tuple[Trip, Request]:
        """Return the trip and what its settings ask for; its pictures are only looked at.

        Raises DataError with every fault of its structure, UsageError for its settings.
        """
        item, order = self.item, self.order
        found = examined(item, order, decode=False)
        if found.trip is None:
            raise DataError(found.faults)
        return found.trip, asked_of(item, order, found.trip)[1]

    def documents(self) -> tuple[DocumentKind, ...]:
        """Return the kinds of document that there are for the trip, in their order.

        Raises UsageError for its settings, TemplateError for what the templates say of themselves.
        """
        try:
            templates = self.read()[1].templates
        except DataError:  # of a trip that cannot be read nobody knows the project file
            settings = self.order.settings_in(self.path.parent)
            templates = template_folders(settings, (self.path.parent,))
        return pipeline.kinds_in(templates)


@dataclass(frozen=True, slots=True)
class Preview:
    """A document of a draft as HTML; when it is not the present one, the faults say why."""

    page: bytes
    faults: tuple[Fault, ...] = ()

    @property
    def present(self) -> bool:
        """Whether it shows the draft as it is now, not as it was when it could be built."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Previews:
    """The last good preview of each document that was looked at lately, whoever asks."""

    _kept: OrderedDict[tuple[Path, str], bytes] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, draft: Draft, document: str) -> Preview:
        """Return the preview of a document, or the last good one with what is wrong now.

        Raises what stops the first preview of all: DataError, TemplateError or UsageError.
        """
        try:
            page = as_html(draft, document)
        except ParskatsError as error:
            earlier = self._earlier(draft.path, document)
            if earlier is None:
                raise
            return Preview(earlier, error.faults)
        self._keep(draft.path, document, page)
        return Preview(page)

    def _earlier(self, path: Path, document: str) -> bytes | None:
        with self._lock:
            return self._kept.get((path, document))

    def _keep(self, path: Path, document: str, page: bytes) -> None:
        with self._lock:
            self._kept[path, document] = page
            self._kept.move_to_end((path, document))
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)


def as_html(draft: Draft, document: str) -> bytes:
    """Return a document of a draft as HTML in which everything names its field, whatever the checks say.

    Raises DataError for a draft that cannot be built, UsageError for an unknown document or setting,
    TemplateError for a template.
    """
    trip, request = draft.read()
    return pipeline.preview(trip, document, request)


def as_pdf(draft: Draft, document: str) -> bytes:
    """Return a document of a draft as PDF, whatever the checks say; raises as `as_html` does."""
    trip, request = draft.read()
    asked = replace(request, formats=("pdf",), documents=(document,))
    (file,) = pipeline.render_trip(trip, asked, draft=True).files.values()
    return file.content
