"""The parts that only the theme decides, made once for each theme and language."""

from __future__ import annotations

from functools import lru_cache

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from generator.frozen import dataclass
from generator.theme import Theme
from generator.writers.docx.markup import Markup
from generator.writers.docx.names import Styles, named_styles
from generator.writers.docx.package import Parts
from generator.writers.docx.settings import fonts_part, settings_part, theme_part
from generator.writers.docx.styles import styles_part


@dataclass(frozen=True, slots=True)
class Base:
    """What every document of a theme shares: the styles by role, and the texts of its parts."""

    styles: Styles
    texts: tuple[tuple[str, str, str, Markup], ...]

    def add_to(self, parts: Parts) -> None:
        """Give a document the shared parts."""
        for name, content_type, relation, text in self.texts:
            parts.add(name, content_type, relation, text)


@lru_cache(maxsize=16)
def base_of(theme: Theme, language: str) -> Base:
    """Return the shared parts of a theme in a language; they are kept for the next document."""
    styles = named_styles(theme)
    texts = (
        (
            "styles.xml",
            CONTENT_TYPE.WML_STYLES,
            RELATIONSHIP_TYPE.STYLES,
            styles_part(theme, styles, language),
        ),
        ("settings.xml", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, settings_part(language)),
        ("fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, fonts_part(theme.font)),
        ("theme/theme1.xml", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME, theme_part(theme.font)),
    )
    return Base(styles, texts)
