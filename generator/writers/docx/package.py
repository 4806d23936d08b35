"""The parts of one document and their relations, on python-docx's package."""

from __future__ import annotations

import posixpath
from functools import cached_property, lru_cache
from urllib.parse import quote

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from generator.document.nodes import Document
from generator.document.properties import Properties
from generator.images import Picture
from generator.writers.docx.container import EMPTY, Packed, packed_text
from generator.writers.docx.markup import Markup
from generator.writers.docx.properties import core_part
from generator.writers.docx.settings import application_part


class PartName(PackURI):
    """The name of a part, taken apart once: python-docx takes it apart for every relation.

    Equal names are one object, because every document has nearly the same parts.
    """

    @cached_property
    def baseURI(self) -> str:
        """The folder that the part is in."""
        return posixpath.split(self)[0]

    @cached_property
    def rels_uri(self) -> PackURI:
        """The name of the part's relations."""
        return PackURI(super().rels_uri)

    def relative_ref(self, baseURI: str) -> str:
        """Return the name as it is seen from a folder."""
        return _seen_from(self, baseURI)


@lru_cache(maxsize=128)
def part_name(name: str) -> PartName:
    """Return the name of a part; `name` begins with a slash."""
    return PartName(name)


@lru_cache(maxsize=256)
def _seen_from(name: PartName, folder: str) -> str:
    return str(PackURI.relative_ref(name, folder))


class TextPart(Part):
    """A part whose text is known only after the relations it names have been made.

    It does not know its package, which knows it: the two would hold each other, and the bytes of a
    document with them, until Python looks for garbage.
    """

    def __init__(self, name: str, content_type: str, packed: Packed = EMPTY) -> None:
        super().__init__(part_name(name), content_type)
        self.packed = packed


class Parts:
    """The parts of one document, added as they are needed."""

    def __init__(self) -> None:
        """Begin with a package that holds an empty main part."""
        self.package = OpcPackage()
        self.main = TextPart("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN)
        self.package.relate_to(self.main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        self._pictures: dict[bytes, Part] = {}

    def add(self, name: str, content_type: str, relation: str, text: Markup) -> None:
        """Add a part of text that the main part is related to; `name` is its path in `word/`."""
        part = TextPart(f"/word/{name}", content_type, packed_text(text))
        self.main.relate_to(part, relation)

    def story(self, name: str, content_type: str) -> TextPart:
        """Return a new part for a header or a footer; its text is given later."""
        return TextPart(f"/word/{name}", content_type)

    def picture(self, picture: Picture) -> Part:
        """Return the part that holds a picture; the same bytes are stored once."""
        if picture.data not in self._pictures:
            name = part_name(f"/word/media/image{len(self._pictures) + 1}.{picture.kind}")
            kind = CONTENT_TYPE.JPEG if picture.kind == "jpeg" else CONTENT_TYPE.PNG
            part = Part(name, kind, picture.data)
            self._pictures[picture.data] = part
        return self._pictures[picture.data]

    def describe(self, document: Document, language: str, properties: Properties) -> None:
        """Add what the file says about itself: core properties, and the program that made it."""
        core = core_part(document, language, properties)
        application = application_part(properties.producer)
        self._describe("core", CONTENT_TYPE.OPC_CORE_PROPERTIES, RELATIONSHIP_TYPE.CORE_PROPERTIES, core)
        self._describe(
            "app", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, application
        )

    def _describe(self, name: str, content_type: str, relation: str, text: str) -> None:
        part = TextPart(f"/docProps/{name}.xml", content_type, packed_text(text))
        self.package.relate_to(part, relation)


def relate_address(part: Part, href: str) -> str:
    """Return the id under which a part knows an address; what no address may hold is escaped."""
    safe = quote(href, safe="%/:?#[]@!$&'()*+,;=~-._")
    return part.relate_to(safe, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
