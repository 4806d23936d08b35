"""Photos for the benchmark: as large as a camera's, or small already; each call gets other bytes."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw, ImageFilter

CAMERA: Final = (4000, 3000)
SMALL: Final = (1181, 886)
"""15 cm at 200 dpi."""

_GRAIN: Final = 60
_QUALITY: Final = {CAMERA: 90, SMALL: 70}


def photo(size: tuple[int, int], at: int, number: int) -> bytes:
    """Return a JPEG; of one `at` all look alike, but no two numbers have the same bytes.

    A comment tells them apart, so that nobody can have prepared a photo before.
    """
    data = _drawn(size, at)
    comment = f"{number:016}".encode()
    end = 4 + int.from_bytes(data[4:6], "big")  # behind the first segment, JFIF's own
    return data[:end] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment + data[end:]


@cache
def _drawn(size: tuple[int, int], at: int) -> bytes:
    """Return a picture with the grain of a photo, which makes a camera's about 3 MB."""
    width, height = size
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    draw = ImageDraw.Draw(image)
    for step in range(60):
        left, top, wide = (
            (step * 977 + at * 411) % width,
            height * (step * 37 % 60) // 80,
            width * (step + 8) // 600,
        )
        colour = ((step * 53) % 256, (step * 97 + at * 60) % 256, (step * 31) % 256)
        draw.ellipse((left, top, left + wide, top + wide * 2), colour)
    grain = Image.merge(
        "RGB", [Image.effect_noise(size, _GRAIN).filter(ImageFilter.BoxBlur(1)) for _ in range(3)]
    )
    buffer = BytesIO()
    Image.blend(image, grain, 0.4).save(buffer, "JPEG", quality=_QUALITY[size])
    return buffer.getvalue()
