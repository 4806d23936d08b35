"""Inline content as runs: characters, line breaks, links, fields and blanks to write on."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.document.nodes import Blank, Counter, Inline, LineBreak, Link, PageField, SignatureField, Text
from generator.theme import MM
from generator.writers.docx.markup import NOTHING, Markup, el, encoded, escaped, joined
from generator.writers.docx.story import Story
from generator.writers.docx.voices import Voice

NO_BREAK_SPACE = "\u00a0"
SPACE_WIDTH = 0.25
"""The width of a space in ems, in Times and the fonts of its widths."""

_SPECIAL = re.compile("([\u00ad\u2011])")
_HYPHENS = {"\u00ad": el("w:softHyphen"), "\u2011": el("w:noBreakHyphen")}
_SPACES = " \t\n\r"
_LINE_BREAK = el("w:r", el("w:br"))


def runs(children: tuple[Inline, ...], story: Story, voice: Voice) -> Markup:
    """Return inline content as runs, in order."""
    known = _texts(children, voice)
    return joined([_run(child, story, voice) for child in children]) if known is None else known


def all_runs(contents: list[tuple[Inline, ...]], story: Story, voices: list[Voice]) -> list[bytes]:
    """Return the contents of the cells of a row as runs in UTF-8."""
    known = list(map(_encoded_texts, contents, voices))
    if None not in known:
        return known  # type: ignore[return-value]
    pairs = zip(contents, voices, strict=True)
    return [encoded(runs(children, story, voice)) for children, voice in pairs]


@lru_cache(maxsize=1024)
def _encoded_texts(children: tuple[Inline, ...], voice: Voice) -> bytes | None:
    """Return texts as runs in UTF-8, or None where anything else stands among them.

    Most of a part is markup without one letter of Latvian, so only the texts are encoded, and those
    only that are new. Measured: 21.9 -> 21.2 million instructions for the documents of a trip.
    """
    texts = _joined_texts(children, voice)
    return None if texts is None else encoded(texts)


@lru_cache(maxsize=1024)
def _texts(children: tuple[Inline, ...], voice: Voice) -> Markup | None:
    """Return texts as runs, or None where anything else stands among them.

    What is written alike in one document or in many is the same children, so they are the key: more
    than half are found. Measured: 35 -> 31 million instructions for the documents of a trip.
    """
    return _joined_texts(children, voice)


def _joined_texts(children: tuple[Inline, ...], voice: Voice) -> Markup | None:
    if len(children) == 1 and type(alone := children[0]) is Text:
        return _text(alone, voice)
    texts = [child for child in children if isinstance(child, Text)]
    return joined([_text(text, voice) for text in texts]) if len(texts) == len(children) else None


def _run(child: Inline, story: Story, voice: Voice) -> Markup:
    match child:
        case Text():
            return _text(child, voice)
        case LineBreak():
            return _LINE_BREAK
        case Link():
            return _link(child, story, voice)
        case PageField():
            code = "PAGE" if child.kind == "number" else "NUMPAGES"
            return _field(code, story.cached(child), voice.properties(child.strong, child.emphasis, ""))
        case Counter():
            look = voice.properties(child.strong, child.emphasis, "")
            return _field(f"SEQ {child.name} \\* ARABIC", child.value, look)
        case Blank():
            return _blank(min(child.width * MM, story.width), voice.size)  # no longer than its room
        case SignatureField():
            return NOTHING  # Word signs the whole file, not a place on a page


def _text(child: Text, voice: Voice) -> Markup:
    text, look = child.text, voice.plain
    if child.strong or child.emphasis or child.lang:
        look = voice.properties(child.strong, child.emphasis, child.lang)
    if not text or "\u00ad" in text or "\u2011" in text:
        return Markup(f"<w:r>{look}{_hyphenated(text)}</w:r>")
    return Markup(f"<w:r>{look}<w:t{_spacing(text)}>{escaped(text)}</w:t></w:r>")


def _spacing(text: str) -> str:
    """Return what keeps the spaces of characters that would be lost where nobody asks to keep them."""
    return ' xml:space="preserve"' if text.strip(_SPACES) != text or "  " in text else ""


def _hyphenated(text: str) -> Markup:
    """Return characters; the two hyphens that Word has elements of its own for become these."""
    return joined(
        _HYPHENS.get(piece) or Markup(f"<w:t{_spacing(piece)}>{escaped(piece)}</w:t>")
        for piece in _SPECIAL.split(text)
        if piece
    )


def _link(link: Link, story: Story, voice: Voice) -> Markup:
    linked = voice.linked()
    texts = (_text(text, linked) for text in link.children)
    return el("w:hyperlink", *texts, r_id=story.link(link.href), history=1)


@lru_cache(maxsize=256)
def _field(code: str, value: int, look: Markup) -> Markup:
    """Return a field with the value to show until Word counts for itself."""
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


@lru_cache(maxsize=256)
def _blank(width: float, size: float) -> Markup:
    """Return a line to write on, in points: underlined spaces that stay on one line."""
    spaces = max(int(width / (size * SPACE_WIDTH)), 1)
    return el("w:r", el("w:rPr", el("w:u", val="single")), _hyphenated(NO_BREAK_SPACE * spaces))
