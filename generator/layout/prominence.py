"""The prominence of an emblem among the marks that stand beside it, measured on the finished pages.

Regulation (EU) 821/2014, art. 4(5), and Regulation (EU) 2021/1060, Annex IX: the emblem has at least
the same size, measured in height or width, as the biggest of the other logos.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.nodes import Figure, Image, SideBySide, blocks_of
from generator.errors import Fault, fault
from generator.layout.boxes import Layout, PlacedImage
from generator.theme import MM

_SLACK = 0.01


def emblem_faults(layout: Layout, emblem: str, least: float) -> Iterator[Fault]:
    """Yield a fault for every strip whose emblem (by its source) is outdone, or less than `least` mm high."""
    items = [item for page in layout.pages for item in page.items if isinstance(item, PlacedImage)]
    placed = {item.image: item for item in items}
    for strip in [block for block in blocks_of(layout.document) if isinstance(block, SideBySide)]:
        marks = [placed[image] for image in _images(strip)]
        for one in (mark for mark in marks if mark.image.source == emblem):
            yield from _faults(one, [mark for mark in marks if mark is not one], least * MM)


def _images(strip: SideBySide) -> Iterator[Image]:
    for side in strip.sides:
        yield from (block.image for block in side.blocks if isinstance(block, Figure))


def _faults(emblem: PlacedImage, others: list[PlacedImage], least: float) -> Iterator[Fault]:
    at = emblem.image.at
    if emblem.height < least - _SLACK:
        yield fault("emblem.low", at, height=_mm(emblem.height), least=_mm(least))
    for other in others:
        if other.height > emblem.height + _SLACK and other.width > emblem.width + _SLACK:
            yield fault(
                "emblem.outdone", at, file=other.image.source, emblem=_size(emblem), logo=_size(other)
            )


def _size(placed: PlacedImage) -> str:
    return f"{_mm(placed.width)} × {_mm(placed.height)} mm"


def _mm(points: float) -> str:
    return f"{points / MM:.3g}".replace(".", ",")
