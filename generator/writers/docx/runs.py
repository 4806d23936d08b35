"""Inline content as runs: characters, line breaks, links, fields and blanks to write on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from generator.document.nodes import Blank, Counter, Inline, LineBreak, Link, PageField, SignatureField, Text
from generator.frozen import dataclass
from generator.theme import MM
from generator.writers.docx.languages import with_region
from generator.writers.docx.markup import NOTHING, Markup, el, escaped, joined
from generator.writers.docx.names import Style
from generator.writers.docx.story import Story

NO_BREAK_SPACE = "\u00a0"
SPACE_WIDTH = 0.25
"""The width of a space in ems, in Times and the fonts of its widths."""

_SPECIAL = re.compile("([\u00ad\u2011])")
_HYPHENS = {"\u00ad": el("w:softHyphen"), "\u2011": el("w:noBreakHyphen")}


@dataclass(frozen=True, slots=True)
class Voice:
    """How the texts of a paragraph sound beyond what each says itself.

    `bold` and `italic` are what the paragraph's style gives already, `strong` is what its place
    asks of every text in it.
    """

    bold: bool = False
    italic: bool = False
    strong: bool = False
    link: bool = False
    size: float = 12.0


def voice_of(style: Style, *, strong: bool = False) -> Voice:
    """Return the voice of a paragraph in a style; `strong` makes every text in it strong."""
    return Voice(style.look.bold, style.look.italic, strong, size=style.look.size)


def runs(children: Sequence[Inline], story: Story, voice: Voice) -> Markup:
    """Return inline content as runs, in order."""
    if len(children) == 1 and isinstance(text := children[0], Text):
        return _text(text, voice)
    return joined(_run(child, story, voice) for child in children)


def _run(child: Inline, story: Story, voice: Voice) -> Markup:
    match child:
        case Text():
            return _text(child, voice)
        case LineBreak():
            return el("w:r", el("w:br"))
        case Link():
            return _link(child, story, voice)
        case PageField():
            code = "PAGE" if child.kind == "number" else "NUMPAGES"
            return _field(code, story.cached(child), child, voice)
        case Counter():
            return _field(f"SEQ {child.name} \\* ARABIC", child.value, child, voice)
        case Blank():
            return _blank(child, story, voice)
        case SignatureField():
            return NOTHING  # Word signs the whole file, not a place on a page


def _text(text: Text, voice: Voice) -> Markup:
    look = _look(voice, text.strong, text.emphasis, text.lang)
    return Markup(f"<w:r>{look}{_characters(text.text)}</w:r>")


def _characters(text: str) -> Markup:
    """Return characters; the two hyphens that Word has elements of its own for become these."""
    if "\u00ad" not in text and "\u2011" not in text:
        return Markup(f'<w:t xml:space="preserve">{escaped(text)}</w:t>') if text else NOTHING
    return joined(
        _HYPHENS.get(piece) or Markup(f'<w:t xml:space="preserve">{escaped(piece)}</w:t>')
        for piece in _SPECIAL.split(text)
        if piece
    )


def _link(link: Link, story: Story, voice: Voice) -> Markup:
    linked = replace(voice, link=True)
    texts = (_text(text, linked) for text in link.children)
    return el("w:hyperlink", *texts, r_id=story.link(link.href), history=1)


def _field(code: str, value: int, child: PageField | Counter, voice: Voice) -> Markup:
    """Return a field with the value to show until Word counts for itself."""
    look = _look(voice, child.strong, child.emphasis, "")
    return joined(
        el("w:r", look, content)
        for content in (
            el("w:fldChar", fldCharType="begin"),
            el("w:instrText", Markup(f" {escaped(code)} "), xml_space="preserve"),
            el("w:fldChar", fldCharType="separate"),
            el("w:t", Markup(str(value))),
            el("w:fldChar", fldCharType="end"),
        )
    )


def _blank(blank: Blank, story: Story, voice: Voice) -> Markup:
    """Return a line to write on, no longer than its room: underlined spaces that stay on one line."""
    spaces = int(min(blank.width * MM, story.width) / (voice.size * SPACE_WIDTH))
    return el("w:r", el("w:rPr", el("w:u", val="single")), _characters(NO_BREAK_SPACE * max(spaces, 1)))


def _look(voice: Voice, strong: bool, emphasis: bool, lang: str) -> Markup:
    return _properties(
        (strong or voice.strong) and not voice.bold, emphasis and not voice.italic, voice.link, lang
    )


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
