"""The numbering part: Word's own numbers for headings, and labels for lists."""

from __future__ import annotations

from functools import lru_cache

from generator.document.nodes import BulletList
from generator.theme import NumberingLook, Theme
from generator.writers.docx.markup import NOTHING, Markup, el, joined, part_text
from generator.writers.docx.names import Style, Styles
from generator.writers.docx.namespaces import W
from generator.writers.docx.units import twips

HEADING_LIST = 1
"""The number of the list that heading styles belong to."""

DEEPEST = 8
"""The last of the nine levels that a list of Word has."""


def heading_levels(theme: Theme) -> tuple[str, ...]:
    """Return the heading roles that carry numbers, outermost first."""
    return tuple(role for role in ("h2", "h3") if role in theme.paragraph)


class Lists:
    """The lists of one document: every ordered list counts from its own beginning."""

    def __init__(self, theme: Theme, styles: Styles) -> None:
        """Begin with the numbered headings alone."""
        self._look = theme.numbering
        self._styles = styles
        self._kinds: dict[tuple[str, bool], int] = {}
        self._abstract = [_headings(theme, styles)]
        self._bullets: dict[int, int] = {}
        self._empty = 0
        self._used = [el("w:num", el("w:abstractNumId", val=0), numId=HEADING_LIST)]

    def number_of(self, block: BulletList, level: int) -> int:
        """Return the list number for a list that stands at a level of nesting, 0 outside."""
        kind = self._kind(block)
        if block.ordered:
            return self._use(kind, _restart(min(level, DEEPEST)))
        if kind not in self._bullets:
            self._bullets[kind] = self._use(kind, NOTHING)
        return self._bullets[kind]

    def unnumbered(self) -> int:
        """Return the list number that takes a heading's number away.

        It is a list with empty labels, because checkers of the format refuse the number 0, which
        says the same.
        """
        if not self._empty:
            self._abstract.append(_no_labels(len(self._abstract)))
            self._empty = self._use(len(self._abstract) - 1, NOTHING)
        return self._empty

    def part(self) -> Markup:
        """Return the text of `word/numbering.xml`."""
        return _part((*self._abstract, *self._used))

    def _kind(self, block: BulletList) -> int:
        key = block.role, block.ordered
        if key not in self._kinds:
            self._kinds[key] = len(self._abstract)
            style = self._styles.paragraph[block.role]
            self._abstract.append(_labels(self._look, style, block.ordered, self._kinds[key]))
        return self._kinds[key]

    def _use(self, kind: int, restart: Markup) -> int:
        number = len(self._used) + 1
        self._used.append(el("w:num", el("w:abstractNumId", val=kind), restart, numId=number))
        return number


@lru_cache(maxsize=16)
def _part(content: tuple[Markup, ...]) -> Markup:
    return part_text(el("w:numbering", *content, xmlns_w=W))


@lru_cache(maxsize=16)
def _restart(level: int) -> Markup:
    return el("w:lvlOverride", el("w:startOverride", val=1), ilvl=level)


@lru_cache(maxsize=16)
def _headings(theme: Theme, styles: Styles) -> Markup:
    """Return the numbers of headings: levels bound to the heading styles."""
    patterns = {"h2": theme.numbering.h2, "h3": theme.numbering.h3}
    levels = (
        el(
            "w:lvl",
            el("w:start", val=1),
            el("w:numFmt", val="decimal"),
            el("w:pStyle", val=styles.paragraph[role].id),
            el("w:suff", val="space"),
            el("w:lvlText", val=_pattern(patterns[role])),
            el("w:lvlJc", val="left"),
            ilvl=level,
        )
        for level, role in enumerate(heading_levels(theme))
    )
    return _abstract(0, joined(levels))


@lru_cache(maxsize=64)
def _no_labels(number: int) -> Markup:
    levels = (
        el(
            "w:lvl",
            el("w:start", val=1),
            el("w:numFmt", val="none"),
            el("w:suff", val="nothing"),
            el("w:lvlText", val=""),
            el("w:lvlJc", val="left"),
            ilvl=level,
        )
        for level in range(DEEPEST + 1)
    )
    return _abstract(number, joined(levels))


@lru_cache(maxsize=64)
def _labels(look: NumberingLook, style: Style, ordered: bool, number: int) -> Markup:
    """Return the labels of a kind of list at every level."""
    return _abstract(number, joined(_label(look, style, ordered, level) for level in range(DEEPEST + 1)))


def _label(look: NumberingLook, style: Style, ordered: bool, level: int) -> Markup:
    own = look.ordered.replace("{1}", f"{{{level + 1}}}")
    return el(
        "w:lvl",
        el("w:start", val=1),
        el("w:numFmt", val="decimal" if ordered else "bullet"),
        el("w:lvlText", val=_pattern(own) if ordered else look.bullet),
        el("w:lvlJc", val="left"),
        el("w:pPr", _indent(style, level)),
        ilvl=level,
    )


def _indent(style: Style, level: int) -> Markup:
    """Return the indent of a level: each begins where the text of the one outside begins."""
    hanging = max(-twips(style.look.first_line), 0)
    left = twips(style.look.indent_left) + level * hanging
    return el("w:ind", left=left, hanging=hanging)


def _abstract(number: int, levels: Markup) -> Markup:
    return el("w:abstractNum", el("w:multiLevelType", val="multilevel"), levels, abstractNumId=number)


def _pattern(text: str) -> str:
    """Return a pattern of the theme as Word writes it: `{1}.{2}.` is `%1.%2.`."""
    for level in range(1, DEEPEST + 2):
        text = text.replace(f"{{{level}}}", f"%{level}")
    return text
