"""The prominence of an emblem among the marks that stand beside it, measured as they are on the pages.

Regulation (EU) 821/2014, art. 4(5), and Regulation (EU) 2021/1060, Annex IX: the emblem has at least
the same size, measured in height or width, as the biggest of the other logos.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.document.nodes import Figure, Image, SideBySide
from generator.errors import Fault, fault
from generator.layout.boxes import Layout, Size
from generator.theme import MM

_SLACK = 0.01


def emblem_faults(layout: Layout, emblem: str, least: float) -> Iterator[Fault]:
    """Yield a fault for every strip whose emblem (by its source) is outdone, or less than `least` mm high."""
    for strip in [block for block in layout.document.blocks if isinstance(block, SideBySide)]:
        marks = {image: layout.sizes[image] for image in _images(strip)}
        for one in [image for image in marks if image.source == emblem]:
            yield from _faults(one, marks, least * MM)


def _images(strip: SideBySide) -> Iterator[Image]:
    for side in strip.sides:
        yield from (block.image for block in side.blocks if isinstance(block, Figure))


def _faults(emblem: Image, marks: Mapping[Image, Size], least: float) -> Iterator[Fault]:
    """Yield the faults of an emblem among all marks of its strip, itself one of them."""
    width, height = marks[emblem]
    if height < least - _SLACK:
        yield fault("emblem.low", emblem.at, height=_mm(height), least=_mm(least))
    for image, (other_width, other_height) in marks.items():
        if other_height > height + _SLACK and other_width > width + _SLACK:
            shown, outdoing = _size(width, height), _size(other_width, other_height)
            yield fault("emblem.outdone", emblem.at, file=image.source, emblem=shown, logo=outdoing)


def _size(width: float, height: float) -> str:
    return f"{_mm(width)} × {_mm(height)} mm"


def _mm(points: float) -> str:
    return f"{points / MM:.3g}".replace(".", ",")
