"""The documents of a trip on their pages, annexes before what names them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import ceil
from typing import Any

from generator.document.html import read_document
from generator.document.nodes import Document
from generator.document.transforms import transform
from generator.errors import TemplateError
from generator.fields import Fields
from generator.frozen import dataclass
from generator.latvian import LatvianStyle
from generator.layout import lay_out
from generator.layout.boxes import Layout
from generator.model import Trip
from generator.pipeline.material import Pictures, check_emblem, check_glyphs, pictures_of
from generator.templating import DocumentKind, Folders, annex, annexes_first, fill, numbered_annexes


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A document of one kind on its pages, with its pictures."""

    kind: DocumentKind
    layout: Layout
    pictures: Pictures


@dataclass(frozen=True, slots=True)
class Making:
    """What all documents of a trip are made with; `made` are the kinds of those that are, in their order."""

    trip: Trip
    context: Mapping[str, Any]
    made: Sequence[DocumentKind]
    folders: Folders
    style: LatvianStyle

    def laid_out(self, wanted: Collection[DocumentKind]) -> dict[DocumentKind, LaidOut]:
        """Return the wanted documents and those that belong to them, by their kind, in order of making.

        Raises DataError or TemplateError for what cannot be in a document.
        """
        done: dict[DocumentKind, LaidOut] = {}
        needed = self._with_annexes(wanted)
        for kind in annexes_first(self.made):
            if kind in needed:
                document, pictures = self.filled(kind, done)
                done[kind] = self._on_pages(kind, document, pictures)
        return done

    def filled(self, kind: DocumentKind, done: Mapping[DocumentKind, LaidOut]) -> tuple[Document, Pictures]:
        """Return a document before it is laid out, and its pictures; its annexes are done.

        Raises DataError or TemplateError.
        """
        annexes = (_attachment(done[one], number) for one, number in numbered_annexes(kind, self.made))
        names = {
            "attachments": tuple(annexes),
            "annex": annex(kind, self.made),
            "kind": Fields({"name": kind.name, "title": kind.title}),
        }
        try:
            text = fill(kind.template, {**self.context, **names}, self.folders, self.style)
            document = transform(read_document(text, kind.template), self.folders.theme())
            return document, pictures_of(document, self.trip, self.folders)
        except TemplateError as error:
            raise self.folders.relocated(error) from error

    def annexes_of(self, kind: DocumentKind) -> dict[DocumentKind, LaidOut]:
        """Return the annexes of a document on their pages, and theirs."""
        return self.laid_out([one for one, _ in numbered_annexes(kind, self.made)])

    def _with_annexes(self, kinds: Collection[DocumentKind]) -> set[DocumentKind]:
        """Return kinds with all that they name as their annexes, whether near or far."""
        found, coming = set[DocumentKind](), list(kinds)
        while coming:
            kind = coming.pop()
            if kind not in found:
                found.add(kind)
                coming += [one for one, _ in numbered_annexes(kind, self.made)]
        return found

    def _on_pages(self, kind: DocumentKind, document: Document, pictures: Pictures) -> LaidOut:
        try:
            check_glyphs(document, self.trip)
        except TemplateError as error:
            raise self.folders.relocated(error) from error
        layout = lay_out(document, self.folders.theme(), pictures)
        check_emblem(layout, self.trip, self.folders)
        return LaidOut(kind, layout, pictures)


def _attachment(one: LaidOut, number: int | None) -> Fields:
    """Return what a report says of an annex: kind, title, number, and how many sheets of paper it takes."""
    pages, two_sided = len(one.layout.pages), one.layout.theme.page.two_sided
    sheets = ceil(pages / 2) if two_sided else pages
    return Fields({"kind": one.kind.name, "title": one.kind.title, "number": number, "sheets": sheets})
