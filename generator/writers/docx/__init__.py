"""Documents as DOCX: a tree in, the bytes of a file for Word out."""

from __future__ import annotations

from collections.abc import Mapping

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from generator.document.nodes import Document
from generator.document.properties import Properties
from generator.emblems import Drawing
from generator.images import Picture
from generator.layout.boxes import Layout
from generator.theme import Theme
from generator.writers.docx.archive import archived
from generator.writers.docx.base import base_of
from generator.writers.docx.container import packed
from generator.writers.docx.languages import with_region
from generator.writers.docx.markup import part_bytes
from generator.writers.docx.sections import body
from generator.writers.docx.story import Call

__all__ = ["write"]


def write(
    document: Document,
    layout: Layout,
    theme: Theme,
    pictures: Mapping[str, Picture | Drawing],
    properties: Properties,
) -> bytes:
    """Return a document as a DOCX file, the same bytes for the same arguments.

    `pictures` holds what each image shows, by `Image.key`; of `layout` only the page numbers are
    used, which Word shows until it counts for itself. Raises BadValue for a control character.
    """
    language = with_region(document.lang)
    base = base_of(theme, language)
    call = Call(theme, base.styles, pictures, layout)
    parts = call.parts
    base.add_to(parts)
    parts.main.packed = packed(part_bytes(body(document, call)))
    parts.add("numbering.xml", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING, call.lists.part())
    parts.describe(document, language, properties)
    return archived(parts.package)
