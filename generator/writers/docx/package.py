"""The parts of one document and their relations, on python-docx's package."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import quote

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties

from generator.document.nodes import Document
from generator.document.properties import Properties
from generator.images import Picture
from generator.writers.docx.markup import Markup, allowed
from generator.writers.docx.settings import application_part

LONGEST_PROPERTY = 255
"""How many characters a core property may have."""


class TextPart(Part):
    """A part whose text is known only after the relations it names have been made."""

    def __init__(self, package: OpcPackage, name: str, content_type: str, text: str = "") -> None:
        super().__init__(PackURI(name), content_type, None, package)  # type: ignore[arg-type]
        self.text = text

    @property
    def blob(self) -> bytes:
        """The text in UTF-8."""
        return self.text.encode()


class Parts:
    """The parts of one document, added as they are needed."""

    def __init__(self) -> None:
        """Begin with a package that holds an empty main part."""
        self.package = OpcPackage()
        self.main = TextPart(self.package, "/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN)
        self.package.relate_to(self.main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        self._pictures: dict[bytes, Part] = {}

    def add(self, name: str, content_type: str, relation: str, text: Markup) -> None:
        """Add a part of text that the main part is related to; `name` is its path in `word/`."""
        self.main.relate_to(TextPart(self.package, f"/word/{name}", content_type, text), relation)

    def story(self, name: str, content_type: str) -> TextPart:
        """Return a new part for a header or a footer; its text is given later."""
        return TextPart(self.package, f"/word/{name}", content_type)

    def picture(self, picture: Picture) -> Part:
        """Return the part that holds a picture; the same bytes are stored once."""
        if picture.data not in self._pictures:
            name = PackURI(f"/word/media/image{len(self._pictures) + 1}.{picture.kind}")
            kind = CONTENT_TYPE.JPEG if picture.kind == "jpeg" else CONTENT_TYPE.PNG
            part = Part(name, kind, picture.data, self.package)  # type: ignore[arg-type]
            self._pictures[picture.data] = part
        return self._pictures[picture.data]

    def describe(self, document: Document, language: str, properties: Properties) -> None:
        """Add what the file says about itself: core properties, and the program that made it."""
        text = application_part(properties.producer)
        part = TextPart(self.package, "/docProps/app.xml", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, text)
        self.package.relate_to(
            _core_properties(self.package, document, language, properties), RELATIONSHIP_TYPE.CORE_PROPERTIES
        )
        self.package.relate_to(part, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)


def relate_address(part: Part, href: str) -> str:
    """Return the id under which a part knows an address; what no address may hold is escaped."""
    safe = quote(href, safe="%/:?#[]@!$&'()*+,;=~-._")
    return part.relate_to(safe, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)


def _core_properties(
    package: OpcPackage, document: Document, language: str, properties: Properties
) -> CorePropertiesPart:
    element = CT_CoreProperties.new()
    written = CoreProperties(element)
    written.title = _short(document.title)
    written.author = _short(document.author)
    written.subject = _short(document.subject)
    written.keywords = _short(document.keywords)
    written.language = language
    written.created = written.modified = _naive(properties.created)
    return CorePropertiesPart(
        PackURI("/docProps/core.xml"),
        CONTENT_TYPE.OPC_CORE_PROPERTIES,
        element,
        package,  # type: ignore[arg-type]
    )


def _short(text: str) -> str:
    whole = allowed(text)
    return whole if len(whole) <= LONGEST_PROPERTY else whole[: LONGEST_PROPERTY - 1].rstrip() + "…"


def _naive(moment: datetime) -> datetime:
    """Return a moment in UTC as the library takes it: without its zone and parts of a second."""
    return moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)
