"""Paragraphs, headings, captions and lists: each line is a box."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from math import inf
from typing import Final

from generator.document.nodes import (
    BulletList,
    Caption,
    Heading,
    ListItem,
    Paragraph,
    SignatureField,
)
from generator.layout.boxes import FieldBox, Label, Owner, RuleLine, TextLine
from generator.layout.content import content_lines, room_of
from generator.layout.lines import Line, Stroke
from generator.layout.runs import Ink
from generator.layout.setting import Setting
from generator.layout.stack import Box, Keep, Part, Parts, bind, moved
from generator.theme import MM, ParagraphLook

BASELINE = 0.8
"""Where the baseline lies in an exact line height, from its top: as LibreOffice and Word put it."""
STROKE_DROP = 1.5
"""Points from the baseline down to a line that is written on."""
STROKE_WIDTH = 0.5
SHIFTS: Final[Mapping[str, float]] = {"left": 0.0, "justify": 0.0, "center": 0.5, "right": 1.0}
"""The part of a line's slack that stands before it."""


def paragraph_boxes(node: Paragraph, setting: Setting, x: float, width: float) -> list[Box]:
    """Return the lines of a paragraph as boxes."""
    boxes = _text_boxes(node, setting, x, width)
    if node.keep_with_next:
        boxes[-1].keep = Keep.BOUND
    return boxes


def heading_boxes(node: Heading, setting: Setting, x: float, width: float) -> list[Box]:
    """Return the lines of a heading; they stay together and with what follows."""
    boxes = _text_boxes(node, setting, x, width, node.number)
    for box in boxes:
        box.keep = Keep.BOUND
    return boxes


def caption_boxes(node: Caption, setting: Setting, x: float, width: float) -> list[Box]:
    """Return the lines of a caption; they stay together."""
    boxes = _text_boxes(node, setting, x, width)
    bind(boxes, Keep.BOUND)
    return boxes


def _text_boxes(
    node: Paragraph | Heading | Caption, setting: Setting, x: float, width: float, prefix: str = ""
) -> list[Box]:
    ink = setting.ink(node.role, node.at)
    first, rest = ink.measures(width)
    lines = content_lines(node.children, room_of(ink, first, rest), setting.numbers, prefix)
    return line_boxes(lines, ink.look, x, width, node)


def list_boxes(node: BulletList, setting: Setting, x: float, width: float) -> list[Box]:
    """Return the lines of a list, each label hanging in the indent of its item."""
    return [box for item in _items(node, setting, x, width) for box in item]


def _items(node: BulletList, setting: Setting, x: float, width: float) -> Iterator[list[Box]]:
    ink = setting.ink(node.role, node.at)
    step = abs(ink.look.first_line)
    for item in node.items:
        yield _item_boxes(item, ink, setting, x, width)
        if item.nested:
            yield from _items(item.nested, setting, x + step, width - step)


def _item_boxes(item: ListItem, ink: Ink, setting: Setting, x: float, width: float) -> list[Box]:
    """Return an item's lines; a label wider than the indent pushes the first line on."""
    look = ink.look
    label = content_lines((), room_of(ink, inf, inf), setting.numbers, item.label)
    hang = max(-look.first_line, label[0].width + ink.run().space if label else 0.0)
    push = look.first_line + hang
    _, measure = ink.measures(width)
    lines = content_lines(item.children, room_of(ink, measure - push, measure), setting.numbers)
    boxes = line_boxes(lines, look, x, width, item, first_line=push)
    if label:
        start = x + look.indent_left + look.first_line
        labelled = partial(line_parts, label[0], start, look.leading, Label(item))
        boxes[0].parts = partial(_beside, labelled, boxes[0].parts)
    return boxes


def _beside(label: Parts, text: Parts, y: float) -> list[Part]:
    return [*label(y), *text(y)]


def line_boxes(
    lines: Sequence[Line],
    look: ParagraphLook,
    x: float,
    width: float,
    owner: Owner | None,
    first_line: float | None = None,
) -> list[Box]:
    """Return one box a line, at least one, so bound that no page has fewer than two of them."""
    left, leading, shift = x + look.indent_left, look.leading, SHIFTS[look.align]
    measure = width - look.indent_left - look.indent_right
    indent = look.first_line if first_line is None else first_line
    boxes: list[Box] = []
    for line in lines:
        start = left + indent + (measure - indent - line.width) * shift
        boxes.append(Box(leading, partial(line_parts, line, start, leading, owner)))
        indent = 0.0
    if not boxes:
        boxes = [Box(leading, partial(moved, ()))]
    boxes[0].before = look.before
    boxes[-1].after = look.after
    _bind_ends(boxes)
    if look.keep_with_next:
        bind(boxes, Keep.BOUND)
        boxes[-1].keep = Keep.BOUND
    return boxes


def _bind_ends(boxes: list[Box]) -> None:
    """Keep the first two lines together, and the last two: a paragraph of three stays whole."""
    if len(boxes) > 1:
        boxes[0].keep = boxes[-2].keep = Keep.BOUND


def line_parts(line: Line, x: float, leading: float, owner: Owner | None, y: float) -> list[Part]:
    """Return a line's text and its lines to write on, with the line's upper edge at `y`."""
    baseline, bottom = BASELINE * leading + y, y + leading
    parts: list[Part] = []
    if line.fragments:
        parts.append((y, bottom, TextLine(x, baseline, line.fragments, line.word_space, owner)))
    for stroke in line.strokes:
        parts.append((y, bottom, _stroke(stroke, x + stroke.x, baseline + STROKE_DROP, owner)))
    return parts


def _stroke(stroke: Stroke, x: float, y: float, owner: Owner | None) -> RuleLine | FieldBox:
    """Return a line to write on, or the field that stands on it, `y` at the line."""
    if isinstance(stroke.node, SignatureField):
        height = stroke.node.height * MM
        return FieldBox(stroke.node, x, y - height, stroke.width, height, owner)
    return RuleLine(x, y, x + stroke.width, y, STROKE_WIDTH, stroke.color)
