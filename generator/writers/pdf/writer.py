"""The whole of the PDF writer on one screen: paint, tag, finish."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from generator.document.accessibility import require
from generator.document.nodes import Document, Image
from generator.document.properties import Properties
from generator.emblems import Drawing
from generator.images import Picture
from generator.layout.boxes import Layout, Page
from generator.theme import Theme
from generator.writers.pdf.archive import add_catalog, add_info
from generator.writers.pdf.fonts import Faces
from generator.writers.pdf.links import Annotation, add_links
from generator.writers.pdf.objects import Objects
from generator.writers.pdf.outline import add_outline
from generator.writers.pdf.paint import Painting, paint_page
from generator.writers.pdf.pictures import add_picture, drawing_operators
from generator.writers.pdf.signatures import add_signature_fields, form_of
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
    objects = Objects()
    resources = _Resources(theme.font.family, pictures, objects)
    painting = Painting()
    contents = [
        objects.add_stream(paint_page(page, index, painting, resources.faces, resources.picture))
        for index, page in enumerate(layout.pages)
    ]
    pages = [objects.reserve() for _ in layout.pages]
    links = add_links(painting.areas, len(pages), objects)
    first_key = len(pages) + sum(map(len, links.values()))
    fields = add_signature_fields(painting.fields, first_key, pages, objects)
    tree = StructureTree(objects, pages, painting.marks_on)
    tag_document(document, tree, painting, links, fields)
    outline = add_outline(painting, pages, objects)
    annotations = _by_page(chain(*links.values(), *fields.values()))
    parent = _add_pages(layout.pages, pages, contents, annotations, resources.close(), objects)
    parts = f"/Pages {parent} 0 R/StructTreeRoot {tree.finish()} 0 R{form_of(chain(*fields.values()))}"
    parts += f"/Outlines {outline} 0 R" if outline else ""
    catalog = add_catalog(document, properties, parts, objects)
    return objects.file(catalog, add_info(document, properties, objects))


def _by_page(annotations: Iterable[Annotation]) -> dict[int, str]:
    """Return the references to the annotations of each page that has any."""
    found: dict[int, str] = {}
    for annotation in annotations:
        found[annotation.page] = f"{found.get(annotation.page, '')}{annotation.number} 0 R "
    return found


def _add_pages(
    pages: Sequence[Page],
    numbers_of: Sequence[int],
    contents: Sequence[int],
    annotations: Mapping[int, str],
    resources: int,
    objects: Objects,
) -> int:
    """Add the pages, which know their places in the structure tree; return their parent's number."""
    parent = objects.reserve()
    for index, (page, number, content) in enumerate(zip(pages, numbers_of, contents, strict=True)):
        annots = f"/Annots[{annotations[index].rstrip()}]" if index in annotations else ""
        objects.put(
            number,
            f"<</Type /Page/Parent {parent} 0 R/MediaBox[{numbers(0, 0, page.width, page.height)}]"
            f"/Contents {content} 0 R/Resources {resources} 0 R/StructParents {index}/Tabs /S{annots}>>",
        )
    kids = " ".join(f"{number} 0 R" for number in numbers_of)
    objects.put(parent, f"<</Type /Pages/Count {len(numbers_of)}/Kids[{kids}]>>")
    return parent


class _Resources:
    """The fonts and pictures that the pages of one document share."""

    def __init__(self, family: str, pictures: Pictures, objects: Objects) -> None:
        self.pictures, self.objects = pictures, objects
        self.faces = Faces(family)
        self.shown: dict[str, int] = {}

    def picture(self, image: Image) -> str:
        """Return the operators that paint a picture in a square of 1 by 1."""
        picture = self.pictures[image.key]
        if isinstance(picture, Drawing):
            return drawing_operators(picture)
        if image.key not in self.shown:
            self.shown[image.key] = add_picture(picture, self.objects)
        return f"/I{self.shown[image.key]} Do"

    def close(self) -> int:
        """Write the fonts that were used; return the dictionary that names fonts and pictures."""
        fonts = "".join(face.add_to(self.objects) for face in self.faces.values())
        pictures = "".join(f"/I{number} {number} 0 R" for number in self.shown.values())
        return self.objects.add(f"<</Font<<{fonts}>>/XObject<<{pictures}>>>>")
