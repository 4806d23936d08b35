"""A paragraph: its style, its runs, and what it says against its style."""

from __future__ import annotations

from functools import lru_cache
from typing import final

from generator.frozen import dataclass
from generator.writers.docx.markup import NOTHING, Markup, el, joined, toggle
from generator.writers.docx.names import Style
from generator.writers.docx.styles import ALIGNMENT
from generator.writers.docx.units import twips


@final
@dataclass(slots=True)
class Par:
    """A paragraph: its style, its runs, and what it says against its style.

    `keep_next` is None where the style decides; `number` is a list and a level in it; `before` is in
    pt; with `grows` the lines grow with the picture that stands in them.
    """

    style: Style
    runs: Markup = NOTHING
    keep_next: bool | None = None
    keep_lines: bool = False
    page_break: bool = False
    number: tuple[int, int] | None = None
    before: float | None = None
    align: str = ""
    outline: int | None = None
    grows: bool = False
    section: Markup = NOTHING

    def keep(self) -> None:
        """Keep the paragraph on one page, and with what follows it."""
        self.keep_next = self.keep_lines = True


def written_par(par: Par) -> Markup:
    """Return a paragraph as markup."""
    start = par_start(
        par.style,
        par.keep_next,
        par.keep_lines,
        par.align,
        par.page_break,
        par.number,
        par.before,
        par.grows,
        par.outline,
        par.section,
    )
    return Markup(f"{start}{par.runs}</w:p>")


@lru_cache(maxsize=1024)
def par_start(
    style: Style,
    keep_next: bool | None = None,
    keep_lines: bool = False,
    align: str = "",
    page_break: bool = False,
    number: tuple[int, int] | None = None,
    before: float | None = None,
    grows: bool = False,
    outline: int | None = None,
    section: Markup = NOTHING,
) -> Markup:
    """Return how a paragraph begins: only what goes against its style is said, in schema order."""
    look = style.look
    properties = (
        el("w:pStyle", val=style.id),
        toggle("w:keepNext", keep_next) if keep_next not in (None, look.keep_with_next) else NOTHING,
        el("w:keepLines") if keep_lines and not look.keep_with_next else NOTHING,
        el("w:pageBreakBefore") if page_break else NOTHING,
        el("w:numPr", el("w:ilvl", val=number[1]), el("w:numId", val=number[0])) if number else NOTHING,
        _spacing(before if before != look.before else None, grows),
        el("w:jc", val=ALIGNMENT[align]) if align not in ("", look.align) else NOTHING,
        el("w:outlineLvl", val=outline) if outline is not None else NOTHING,
        section,
    )
    return Markup(f"<w:p><w:pPr>{joined(properties)}</w:pPr>")


def _spacing(before: float | None, grows: bool) -> Markup:
    """Return the spacing that goes against the style; what is not named stays as the style says."""
    spacing: dict[str, str | int] = {}
    if before is not None:
        spacing["before"] = twips(before)
    if grows:
        spacing |= {"line": 240, "lineRule": "auto"}
    return el("w:spacing", **spacing) if spacing else NOTHING
