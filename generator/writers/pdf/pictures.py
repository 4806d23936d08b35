"""Pictures as image objects, and emblems as paths."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Final

from PIL import Image

from generator.emblems import Drawing
from generator.images import Picture
from generator.writers.pdf.objects import COMPRESSION, Objects
from generator.writers.pdf.strings import numbers, rgb

_SPACES: Final = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}


@dataclass(frozen=True, slots=True)
class Samples:
    """The data of an image object: compressed samples, and those of its transparency."""

    data: bytes
    filter: str
    space: str
    alpha: bytes | None


def add_picture(picture: Picture, objects: Objects) -> int:
    """Return the object number of a picture; JPEG data goes in as it is."""
    samples = _samples(picture)
    size = f"/Width {picture.width}/Height {picture.height}/BitsPerComponent 8"
    entries = f"/Type/XObject/Subtype/Image{size}/ColorSpace{samples.space}/Filter{samples.filter}"
    if samples.alpha is not None:
        inner = f"/Type/XObject/Subtype/Image{size}/ColorSpace/DeviceGray/Filter/FlateDecode"
        entries += f"/SMask {objects.add_stream(samples.alpha, inner, None)} 0 R"
    return objects.add_stream(samples.data, entries, None)


@lru_cache(maxsize=16)
def _samples(picture: Picture) -> Samples:
    image: Image.Image = Image.open(BytesIO(picture.data))
    if picture.kind == "jpeg":
        return Samples(picture.data, "/DCTDecode", _SPACES[image.mode], None)
    grey = image.mode in ("1", "L", "LA")
    alpha = image.has_transparency_data
    image = image.convert(("LA" if grey else "RGBA") if alpha else ("L" if grey else "RGB"))
    mask = zlib.compress(image.getchannel("A").tobytes(), COMPRESSION) if alpha else None
    image = image.convert("L" if grey else "RGB")
    data = zlib.compress(image.tobytes(), COMPRESSION)
    return Samples(data, "/FlateDecode", _SPACES[image.mode], mask)


@lru_cache(maxsize=16)
def drawing_operators(drawing: Drawing) -> str:
    """Return the paths of a vector picture in a square of 1 by 1, its lower left corner at 0, 0."""
    operators = []
    for shape in drawing.shapes:
        operators.append(f"{rgb(shape.fill)} rg")
        for polygon in shape.polygons:
            points = [f"{x / drawing.width:.5f} {1 - y:.5f}" for x, y in polygon]
            operators.append(f"{points[0]} m " + " ".join(f"{point} l" for point in points[1:]) + " h")
        operators.append("f")
    return "\n".join(operators)


def placed_operators(inner: str, x: float, y: float, width: float, height: float) -> str:
    """Return operators that paint a picture of 1 by 1 in a box, `y` at its lower edge."""
    return f"q {numbers(width, 0, 0, height, x, y)} cm {inner} Q"
