"""The whole of the PDF writer on one screen: paint, tag, finish."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from reportlab.pdfbase.pdfdoc import BasicFonts

from generator.document.accessibility import require
from generator.document.nodes import Document, Image
from generator.document.properties import Properties
from generator.emblems import Drawing
from generator.images import Picture
from generator.layout.boxes import Face, Layout, Page
from generator.theme import Theme
from generator.writers.pdf.archive import finish
from generator.writers.pdf.fonts import EmbeddedFace
from generator.writers.pdf.links import Annotation, add_links
from generator.writers.pdf.objects import ArchiveDocument, ArchiveStream, Raw, TaggedPage
from generator.writers.pdf.outline import add_outline
from generator.writers.pdf.paint import Painting, paint_page
from generator.writers.pdf.pictures import add_picture, drawing_operators
from generator.writers.pdf.signatures import add_signature_fields
from generator.writers.pdf.strings import numbers
from generator.writers.pdf.structure import StructureTree
from generator.writers.pdf.tags import tag_document

Pictures = Mapping[str, Picture | Drawing]


def write(
    document: Document, layout: Layout, theme: Theme, pictures: Pictures, properties: Properties
) -> bytes:
    """Return a laid-out document as a PDF file that is PDF/A-2a (with attachments PDF/A-3a) and PDF/UA-1.

    The same arguments give the same bytes. Raises TemplateError for what would make the file
    unfit for an archive or for a screen reader, and BadValue for a character that the fonts lack.
    """
    require(document, theme)
    output = ArchiveDocument()
    resources = _Resources(theme.font.family, pictures, output)
    painting = Painting()
    pages = [_page(page, index, painting, resources, output) for index, page in enumerate(layout.pages)]
    page_numbers = [output.enroll(page) for page in pages]
    links = add_links(painting.areas, len(pages), output)
    first_key = len(pages) + sum(map(len, links.values()))
    fields = add_signature_fields(painting.fields, first_key, page_numbers, output)
    _annotate(pages, chain(*links.values(), *fields.values()))
    tree = StructureTree(output, page_numbers, painting.marks_on)
    tag_document(document, tree, painting, links, fields)
    outline = add_outline(document, painting, page_numbers, output)
    resources.close()
    finish(output, document, properties, tree.close(), outline)
    return output.format()


def _page(
    page: Page, index: int, painting: Painting, resources: _Resources, output: ArchiveDocument
) -> TaggedPage:
    """Add a page with its content to the file."""
    content = paint_page(page, index, painting, resources.face, resources.picture)
    made = TaggedPage()
    made.MediaBox = f"[{numbers(0, 0, page.width, page.height)}]"
    made.Contents = output.refer(ArchiveStream(content))
    made.Resources = output.refer(resources.entry)
    made.StructParents = index
    made.Tabs = "/S"
    output.Pages.addPage(made)
    return made


def _annotate(pages: Sequence[TaggedPage], annotations: Iterable[Annotation]) -> None:
    """Name every annotation on its page."""
    for annotation in annotations:
        page = pages[annotation.page]
        page.Annots = [*(page.Annots or ()), f"{annotation.number} 0 R"]


class _Resources:
    """The fonts and pictures that the pages of one document share."""

    def __init__(self, family: str, pictures: Pictures, output: ArchiveDocument) -> None:
        self.family, self.pictures, self.output = family, pictures, output
        self.faces: dict[Face, EmbeddedFace] = {}
        self.objects: dict[str, int] = {}
        self.entry = Raw("")

    def face(self, face: Face) -> EmbeddedFace:
        """Return a face as this document embeds it."""
        if face not in self.faces:
            self.faces[face] = EmbeddedFace(self.family, face, len(self.faces) + 1)
        return self.faces[face]

    def picture(self, image: Image) -> str:
        """Return the operators that paint a picture in a square of 1 by 1."""
        picture = self.pictures[image.key]
        if isinstance(picture, Drawing):
            return drawing_operators(picture)
        if image.key not in self.objects:
            self.objects[image.key] = add_picture(picture, self.output)
        return f"/I{self.objects[image.key]} Do"

    def close(self) -> None:
        """Write the fonts that were used, and the dictionary that names fonts and pictures."""
        for face in self.faces.values():
            face.add_to(self.output)
        fonts = self.output.enroll(self.output.idToObject[BasicFonts])
        pictures = "".join(f"/I{number} {number} 0 R" for number in self.objects.values())
        self.entry.data = f"<</Font {fonts} 0 R/XObject<<{pictures}>>>>"
