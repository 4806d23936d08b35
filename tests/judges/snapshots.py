"""Small photos of every aspect and colour mode, drawn by Pillow."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from itertools import product
from random import Random

from PIL import Image, ImageDraw

ASPECTS = ((4, 3), (3, 4), (1, 1), (16, 9), (9, 16), (12, 1), (1, 12))
MODES = (
    *(("jpg", "JPEG", mode) for mode in ("RGB", "L", "CMYK")),
    *(("png", "PNG", mode) for mode in ("RGB", "RGBA", "L", "LA", "P", "1", "I;16")),
    *(("gif", "GIF", mode) for mode in ("P", "L")),
    *(("tif", "TIFF", mode) for mode in ("RGB", "CMYK", "L", "1")),
    *(("webp", "WEBP", mode) for mode in ("RGB", "RGBA")),
    ("bmp", "BMP", "RGB"),
)
SIDES = (60, 240, 640, 1500)
_ORIENTATION = 0x0112


@dataclass(frozen=True)
class Snapshot:
    """One photo file: the ending of its name, and its content."""

    ending: str
    content: bytes


class Camera:
    """Hands out photos so that every aspect meets every colour mode before any pair comes again."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.deck: list[tuple[tuple[int, int], tuple[str, str, str]]] = []

    def shoot(self) -> Snapshot:
        """Return the next photo."""
        if not self.deck:
            self.deck = list(product(ASPECTS, MODES))
            self.random.shuffle(self.deck)
        aspect, (ending, format, mode) = self.deck.pop()
        image = _drawn(_size(aspect, self.random.choice(SIDES)), self.random).convert(_through(mode))
        if mode == "I;16":
            image = image.convert("I").point(lambda value: value * 256).convert(mode)
        return Snapshot(ending, self._encoded(image, format))

    def _encoded(self, image: Image.Image, format: str) -> bytes:
        encoded = BytesIO()
        exif = Image.Exif()
        if format == "JPEG":
            exif[_ORIENTATION] = self.random.randint(1, 8)
            image.save(encoded, format, exif=exif, progressive=self.random.random() < 0.5)
        else:
            image.save(encoded, format)
        return encoded.getvalue()


def _through(mode: str) -> str:
    return "L" if mode == "I;16" else mode


def _size(aspect: tuple[int, int], side: int) -> tuple[int, int]:
    longer = max(aspect)
    return max(1, aspect[0] * side // longer), max(1, aspect[1] * side // longer)


def _drawn(size: tuple[int, int], random: Random) -> Image.Image:
    """Return a sky, a ground and a shape that lets the sky through."""
    image = Image.linear_gradient("L").resize(size).convert("RGBA")
    draw = ImageDraw.Draw(image)
    width, height = size
    colour = tuple(random.randrange(256) for _ in range(3))
    draw.rectangle((0, height * 2 // 3, width, height), fill=(*colour, 255))
    draw.ellipse((width // 4, height // 4, width * 3 // 4, height * 3 // 4), fill=(*colour[::-1], 90))
    return image
