"""Pictures with their captions."""

from __future__ import annotations

from functools import partial

from generator.document.nodes import Figure, Image
from generator.layout.boxes import PlacedImage, Size
from generator.layout.paragraphs import caption_boxes
from generator.layout.setting import Setting
from generator.layout.stack import Box, Keep, moved
from generator.theme import MM

TALLEST = 100 * MM
"""The greatest height of a picture whose template gives no size, in pt."""


def figure_boxes(node: Figure, setting: Setting, x: float, width: float) -> list[Box]:
    """Return a picture and the lines of its caption, all kept together."""
    look = setting.ink(node.role, node.at).look
    measure = width - look.indent_left - look.indent_right
    image_width, image_height = image_size(node.image, setting, measure)
    shift = {"right": 1.0, "center": 0.5}.get(look.align, 0.0)
    left = x + look.indent_left + (measure - image_width) * shift
    owner = None if node.image.alt == "" else node.image
    placed = PlacedImage(node.image, left, 0.0, image_width, image_height, owner)
    box = Box(image_height, partial(moved, [(0.0, image_height, placed)]), look.before, look.after)
    setting.sizes[node.image] = image_width, image_height
    if node.caption is None:
        return [box]
    box.keep = Keep.BOUND
    return [box, *caption_boxes(node.caption, setting, x, width)]


def image_size(image: Image, setting: Setting, measure: float) -> Size:
    """Return width and height in pt: as given, or fitted into the measure and 100 mm.

    A picture never grows beyond the measure or the page, and keeps its proportion then.
    """
    ratio = setting.ratio(image)
    width, height = image.width * MM, image.height * MM
    if width and height:
        ratio = width / height
    elif height:
        width = height * ratio
    elif not width:
        width = min(measure, TALLEST * ratio)
    width = min(width, measure, setting.page_height * ratio)
    return width, width / ratio
