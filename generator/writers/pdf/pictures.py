"""Pictures as image objects, and emblems as paths."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from struct import unpack, unpack_from
from typing import Final

from generator.emblems import Drawing
from generator.frozen import dataclass
from generator.images import Picture
from generator.writers.compression import KEPT, framed
from generator.writers.pdf.objects import Objects
from generator.writers.pdf.strings import numbers, rgb

_SPACES: Final = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}
_PNG_SPACES: Final = {0: ("/DeviceGray", 1), 2: ("/DeviceRGB", 3)}
"""The colours of a PNG without a palette or transparency, and how many numbers make one."""


@dataclass(frozen=True, slots=True)
class Samples:
    """The data of an image object: compressed samples and how to read them, and their transparency."""

    data: bytes
    filter: str
    space: str
    alpha: bytes | None = None


def add_picture(picture: Picture, objects: Objects) -> int:
    """Return the object number of a picture; the data of a JPEG or a plain PNG go in as they are."""
    samples = _samples(picture)
    size = f"/Width {picture.width}/Height {picture.height}/BitsPerComponent 8"
    entries = f"/Type/XObject/Subtype/Image{size}/ColorSpace{samples.space}/Filter{samples.filter}"
    if samples.alpha is not None:
        inner = f"/Type/XObject/Subtype/Image{size}/ColorSpace/DeviceGray/Filter/FlateDecode"
        entries += f"/SMask {objects.add_stream(samples.alpha, inner, None)} 0 R"
    return objects.add_stream(samples.data, entries, None)


@lru_cache(maxsize=16)
def _samples(picture: Picture) -> Samples:
    if picture.kind == "png" and (plain := _plain_png(picture.data)):
        return plain
    from PIL import Image

    image: Image.Image = Image.open(BytesIO(picture.data))
    if picture.kind == "jpeg":
        return Samples(picture.data, "/DCTDecode", _SPACES[image.mode])
    grey = image.mode in ("1", "L", "LA")
    alpha = image.has_transparency_data
    image = image.convert(("LA" if grey else "RGBA") if alpha else ("L" if grey else "RGB"))
    mask = framed(image.getchannel("A").tobytes(), KEPT) if alpha else None
    image = image.convert("L" if grey else "RGB")
    data = framed(image.tobytes(), KEPT)
    return Samples(data, "/FlateDecode", _SPACES[image.mode], mask)


def _plain_png(data: bytes) -> Samples | None:
    """Return the compressed rows of a PNG without transparency, which PDF can read (ISO 32000-1, 7.4.4.4).

    None for other kinds. Measured on a drawing of 1300 by 975 pixels: 0.03 ms, against 35 to decode it
    and compress it anew.
    """
    chunks = list(_chunks(data))
    width, _, depth, colours, _, _, interlaced = unpack(">LLBBBBB", chunks[0][1])
    if depth != 8 or colours not in _PNG_SPACES or interlaced or any(kind == b"tRNS" for kind, _ in chunks):
        return None
    space, count = _PNG_SPACES[colours]
    rows = b"".join(content for kind, content in chunks if kind == b"IDAT")
    reading = f"<</Predictor 15/Colors {count}/BitsPerComponent 8/Columns {width}>>"
    return Samples(rows, f"/FlateDecode/DecodeParms{reading}", space)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and the content of every chunk of a PNG (ISO/IEC 15948, 5.3)."""
    at = 8
    while at + 12 <= len(data):
        length, kind = unpack_from(">L4s", data, at)
        yield kind, data[at + 8 : at + 8 + length]
        at += 12 + length


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
