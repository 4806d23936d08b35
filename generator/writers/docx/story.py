"""What one call of the writer knows and counts; it is gone when the call ends."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from generator.document.nodes import Image, PageField
from generator.emblems import Drawing
from generator.frozen import dataclass
from generator.images import Picture
from generator.layout.boxes import Layout, TextLine
from generator.theme import Theme
from generator.writers.docx.names import Style, Styles
from generator.writers.docx.numbering import Lists
from generator.writers.docx.package import Parts, relate_address


class Call:
    """One call of the writer: what it was given, and the numbers it has handed out."""

    def __init__(
        self,
        theme: Theme,
        styles: Styles,
        pictures: Mapping[str, Picture | Drawing],
        layout: Layout,
    ) -> None:
        self.theme = theme
        self.styles = styles
        self.pictures = pictures
        self.page_count = len(layout.pages)
        self.parts = Parts()
        self.lists = Lists(theme, styles)
        self._layout = layout
        self._drawings = 0

    @cached_property
    def pages(self) -> Mapping[PageField, int]:
        """The page on which each page field of the body stands."""
        return {
            fragment.node: number
            for number, page in enumerate(self._layout.pages, 1)
            for item in page.items
            if isinstance(item, TextLine)
            for fragment in item.fragments
            if isinstance(fragment.node, PageField)
        }

    def next_drawing(self, shapes: int = 1) -> int:
        """Return the first of as many ids, one after the other, that no other drawing of the document has."""
        first = self._drawings + 1
        self._drawings += shapes
        return first


@dataclass(frozen=True, slots=True)
class Story:
    """A stretch of text in one part, such as the body or a header, and the room it has.

    `page` is the first page that shows a header or a footer, 0 in the body; `width` and `height`
    are the room for pictures, in points.
    """

    call: Call
    part: Part
    page: int
    width: float
    height: float

    def narrowed(self, width: float) -> Story:
        """Return the same stretch with another width for what stands in it."""
        return Story(self.call, self.part, self.page, width, self.height)

    def style(self, role: str) -> Style:
        """Return the paragraph style of a role."""
        return self.call.styles.paragraph[role]

    def cached(self, field: PageField) -> int:
        """Return the number that a page field shows until Word counts for itself."""
        if field.kind == "count":
            return self.call.page_count
        return self.page or self.call.pages.get(field, 1)

    def link(self, href: str) -> str:
        """Return the id of the relation to an address."""
        return relate_address(self.part, href)

    def drawn(self, image: Image) -> Picture | Drawing:
        """Return the picture or drawing that an image names."""
        return self.call.pictures[image.key]

    def embed(self, picture: Picture) -> str:
        """Return the id of the relation to a picture."""
        return self.part.relate_to(self.call.parts.picture(picture), RELATIONSHIP_TYPE.IMAGE)
