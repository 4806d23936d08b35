"""Pictures for the form: looked over before they are taken in, and small as the form shows them.

What is here is heavy and reads what anybody may have made, so the crew does it.
"""

from __future__ import annotations

from io import BytesIO
from typing import Final

from PIL import Image

from generator import images
from generator.errors import BadValue

SIDE: Final = 480
"""Pixels of the longer side of a small picture."""
_SUFFIXES: Final = {
    "JPEG": ".jpg",
    "PNG": ".png",
    "TIFF": ".tif",
    "WEBP": ".webp",
    "GIF": ".gif",
    "BMP": ".bmp",
}


def suffix_of(data: bytes) -> str:
    """Return the suffix that the file of a picture should have; its content decides, not its name.

    Raises BadValue for what is no picture, or a damaged one.
    """
    header = images.inspect(data)
    images.prepare(data)
    if header.format not in _SUFFIXES:
        raise BadValue("picture.unreadable")
    return _SUFFIXES[header.format]


def thumbnail(data: bytes) -> tuple[bytes, str]:
    """Return a picture small, otherwise as the documents carry it, and its media type.

    Raises BadValue as `images.prepare` does.
    """
    prepared = images.prepare(data)
    image = Image.open(BytesIO(prepared.data))
    image.thumbnail((SIDE, SIDE))
    out = BytesIO()
    image.save(out, prepared.kind.upper(), quality=80)
    return out.getvalue(), f"image/{prepared.kind}"
