"""The parts of one document and their relations."""

from __future__ import annotations

from urllib.parse import quote

from generator.document.nodes import Document
from generator.document.properties import Properties
from generator.images import Picture
from generator.writers.docx.container import packed_text, stored
from generator.writers.docx.markup import Markup
from generator.writers.docx.opc import APPLICATION, CORE, JPEG, MAIN, PACKAGE, PNG, Kind, Part
from generator.writers.docx.properties import core_part
from generator.writers.docx.settings import application_part


class Parts:
    """The parts of one document, added as they are needed."""

    def __init__(self) -> None:
        """Begin with a package that holds an empty main part."""
        self.package = Part("", PACKAGE)
        self.main = Part("word/document.xml", MAIN)
        self.package.relate_to(self.main)
        self._pictures: dict[bytes, Part] = {}

    def add(self, name: str, kind: Kind, text: Markup) -> None:
        """Add a part of text that the main part is related to; `name` is its path in `word/`."""
        self.main.relate_to(Part(f"word/{name}", kind, packed_text(text)))

    def story(self, name: str, kind: Kind) -> Part:
        """Return a new part for a header or a footer; its text is given later."""
        return Part(f"word/{name}", kind)

    def picture(self, picture: Picture) -> Part:
        """Return the part that holds a picture; the same bytes are stored once."""
        if picture.data not in self._pictures:
            name = f"word/media/image{len(self._pictures) + 1}.{picture.kind}"
            kind = JPEG if picture.kind == "jpeg" else PNG
            self._pictures[picture.data] = Part(name, kind, stored(picture.data))
        return self._pictures[picture.data]

    def describe(self, document: Document, language: str, properties: Properties) -> None:
        """Add what the file says about itself: core properties, and the program that made it."""
        core = packed_text(core_part(document, language, properties))
        program = packed_text(application_part(properties.producer))
        self.package.relate_to(Part("docProps/core.xml", CORE, core))
        self.package.relate_to(Part("docProps/app.xml", APPLICATION, program))


def relate_address(part: Part, href: str) -> str:
    """Return the id under which a part knows an address; what no address may hold is escaped."""
    return part.relate_to(quote(href, safe="%/:?#[]@!$&'()*+,;=~-._"))
