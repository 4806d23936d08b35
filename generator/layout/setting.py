"""What all blocks of one document share while they are laid out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import lru_cache

from generator.document.nodes import Align, Image
from generator.emblems import Drawing
from generator.errors import Place, TemplateError, fault
from generator.frozen import dataclass
from generator.images import Picture
from generator.layout.boxes import Size
from generator.layout.runs import Ink, PageNumbers
from generator.theme import Theme


def unknown_role(kind: str, role: str, known: Iterable[str], at: Place) -> TemplateError:
    """Return the error for a role that the theme does not have."""
    listed = ", ".join(sorted(known))
    return TemplateError([fault("theme.role-unknown", at, kind=kind, role=role, known=listed)])


@dataclass(slots=True)
class Setting:
    """The theme, the pictures and the page numbers.

    `inks` remembers looks already asked for, `sizes` the width and the height of each picture that was set.
    """

    theme: Theme
    pictures: Mapping[str, Picture | Drawing]
    numbers: PageNumbers
    page_height: float
    sizes: dict[Image, Size] = field(default_factory=dict)
    inks: dict[tuple[str, bool, Align], Ink] = field(default_factory=dict)

    def ink(self, role: str, at: Place, bold: bool = False, align: Align = "") -> Ink:
        """Return the look of a role; raises TemplateError for a role the theme does not have."""
        key = (role, bold, align)
        ink = self.inks.get(key)
        if ink is None:
            if role not in self.theme.paragraph:
                raise unknown_role("paragraph", role, self.theme.paragraph, at)
            ink = self.inks[key] = _ink(self.theme, role, bold, align)
        return ink

    def ratio(self, image: Image) -> float:
        """Return the width of a picture in its heights."""
        picture = self.pictures[image.key]
        if isinstance(picture, Drawing):
            return picture.width
        return picture.width / picture.height


@lru_cache(maxsize=256)
def _ink(theme: Theme, role: str, bold: bool, align: Align) -> Ink:
    """Return the look of a role: one for all documents, so that lines can be kept under it."""
    look = theme.paragraph[role]
    if bold or align:
        look = look.model_copy(update={"bold": look.bold or bold, "align": align or look.align})
    return Ink(theme.font.family, look)
