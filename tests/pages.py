"""`make picture`: draw the picture of the README anew, from the pages of the example trip."""

from __future__ import annotations

from typing import Final

import pypdfium2
from PIL import Image, ImageOps

from generator import render
from tests.trips import ROOT, example

PICTURE: Final = ROOT / "docs" / "images" / "pages.png"
SHOWN: Final = (
    ("aktivitates-parskats.pdf", 1),
    ("aktivitates-parskats.pdf", 2),
    ("aktivitates-parskats.pdf", 4),
    ("finansejuma-pielikums.pdf", 2),
)
"""The pages that are shown, side by side."""

_SCALE: Final = 0.67
_GAP: Final = 14
_GROUND, _EDGE = "#E9EDF5", "#A9B4CC"


def drawn() -> Image.Image:
    """Return the pages beside each other on a ground, each with an edge, their middles on one line."""
    files = {name: pypdfium2.PdfDocument(content) for name, content in render(example(), ("pdf",)).items()}
    pages = [files[name][page - 1].render(scale=_SCALE).to_pil().convert("RGB") for name, page in SHOWN]
    edged = [ImageOps.expand(page, 1, _EDGE) for page in pages]
    height = max(page.height for page in edged) + 2 * _GAP
    picture = Image.new("RGB", (sum(page.width + _GAP for page in edged) + _GAP, height), _GROUND)
    left = _GAP
    for page in edged:
        picture.paste(page, (left, (height - page.height) // 2))
        left += page.width + _GAP
    return picture


if __name__ == "__main__":
    drawn().quantize(256, dither=Image.Dither.NONE).save(PICTURE, optimize=True)
    print(PICTURE.relative_to(ROOT))
