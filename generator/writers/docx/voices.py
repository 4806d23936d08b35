"""How the texts of a paragraph sound: what its style and its place say before a text says anything."""

from __future__ import annotations

from functools import lru_cache

from generator.frozen import dataclass
from generator.theme import ParagraphLook
from generator.writers.docx.languages import with_region
from generator.writers.docx.markup import NOTHING, Markup, el


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """How the texts of a paragraph sound beyond what each says itself; equal voices are one object.

    `bold` and `italic` are what the paragraph's style gives already, `strong` is what its place
    asks of every text in it; `plain` are the properties of a text that says nothing itself.
    """

    bold: bool
    italic: bool
    strong: bool
    link: bool
    size: float
    plain: Markup

    def linked(self) -> Voice:
        """Return the voice of a link in such a paragraph."""
        return _voice(self.bold, self.italic, self.strong, True, self.size)

    def properties(self, strong: bool, emphasis: bool, lang: str) -> Markup:
        """Return the properties of a text that is strong, or emphasised, or in a language of its own."""
        return _properties(
            (strong or self.strong) and not self.bold, emphasis and not self.italic, self.link, lang
        )


def voice_of(look: ParagraphLook, *, strong: bool = False) -> Voice:
    """Return the voice of a paragraph of a look; `strong` makes every text in it strong."""
    return _voice(look.bold, look.italic, strong, False, look.size)


@lru_cache(maxsize=256)
def _voice(bold: bool, italic: bool, strong: bool, link: bool, size: float) -> Voice:
    plain = _properties(strong and not bold, False, link, "")
    return Voice(bold, italic, strong, link, size, plain)


@lru_cache(maxsize=256)
def _properties(strong: bool, emphasis: bool, link: bool, lang: str) -> Markup:
    """Return run properties: one character style, and by hand what that style does not say.

    A style that says bold inside a paragraph whose style says bold would turn bold off, so the
    caller asks only for what the paragraph does not have.
    """
    style = "Hyperlink" if link else "Strong" if strong else "Emphasis" if emphasis else ""
    parts = [el("w:rStyle", val=style)] if style else []
    if strong and style != "Strong":
        parts += [el("w:b"), el("w:bCs")]
    if emphasis and style != "Emphasis":
        parts += [el("w:i"), el("w:iCs")]
    if lang:
        parts.append(el("w:lang", val=with_region(lang)))
    return el("w:rPr", *parts) if parts else NOTHING
